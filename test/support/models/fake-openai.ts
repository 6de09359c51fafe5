// A fake server of the OpenAI chat API on loopback: chat completions, streamed and not, and the list of models, as OpenAI's own and vLLM
// speak them, with faults on demand.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { breakWire, textFaults, usageFaults, wireFaults } from './broken.js';
import type { Fault } from './fault-queue.js';
import type { Counters } from './ledger.js';
import {
  type Latency,
  latencyOf,
  type ModelServer,
  pause,
  type Route,
  type Routes,
  sendJson,
  slowness,
  startModelServer,
} from './model-server.js';
import { type ChatBody, chunksOf, sendStream, wholeOf } from './openai-reply.js';
import {
  badKey,
  exhausted,
  forbidden,
  internal,
  invalid,
  listed,
  noCredit,
  noKey,
  noModel,
  overloaded,
  type Refusal,
  rateLimited,
  tooLong,
} from './openai-shapes.js';
import { type AnswerFunction, answerBySchema, makeQuestion, type Question, textOf } from './question.js';

/**
 * rate-limited: 429 with Retry-After `seconds`. exhausted: 429 that says nothing. bad-key: 401. forbidden: 403. missing-model: 404.
 * too-long: 400, past the context. no-credit: 429 without end. internal: 500. overloaded: 503. stream-error: an error after half of the
 * stream. no-done: the stream ends properly without its finish. filtered: an answer withheld. thoughts: reasoning beside the answer.
 * The others: see broken.ts.
 */
export const openAiFaults = [
  ...[...wireFaults, ...textFaults, ...usageFaults],
  ...(['rate-limited', 'exhausted', 'bad-key', 'forbidden', 'missing-model', 'too-long', 'no-credit', 'internal', 'overloaded'] as const),
  ...(['stream-error', 'no-done', 'filtered', 'thoughts'] as const),
];
export type OpenAiFault = (typeof openAiFaults)[number];

/** Parts of a question that some servers do not take. */
export type Untaken = 'response_format' | 'stream_options' | 'max_tokens' | 'temperature';

export interface OpenAiOptions {
  models?: readonly string[];
  /** The only key that is taken; null: none is asked for. */
  key?: string | null;
  answer?: AnswerFunction;
  /** Time from the request to the end of its answer. */
  latencyMs?: Latency;
  /** Refused with a 400 that names them, as real servers do. */
  untaken?: readonly Untaken[];
  port?: number;
}

export type FakeOpenAi = ModelServer<OpenAiFault>;

export const fakeOpenAiKey = 'sk-fake-key-for-tests';

type Kitchen = Routes<OpenAiFault> & Required<Omit<OpenAiOptions, 'port'>>;

/** Its address for settings is `url` with /v1 behind it. */
export async function startFakeOpenAi(options: OpenAiOptions = {}): Promise<FakeOpenAi> {
  const { models = ['small'], key = null, answer = answerBySchema, latencyMs = 0, untaken = [], port = 0 } = options;
  return startModelServer<OpenAiFault, Counters>({
    faultNames: openAiFaults,
    route: (parts) => route({ ...parts, models, key, answer, latencyMs, untaken }),
    more: () => ({}),
    resetMore: () => undefined,
    sayError: (response, status, sentence) =>
      refuse(
        response,
        status === 400 ? invalid(sentence) : { ...internal, body: { error: { ...internal.body.error, message: sentence } } },
      ),
    port,
  });
}

function route(kitchen: Kitchen): Route {
  return (request, response, body, path) => {
    const refusal = keyRefused(kitchen, request);
    if (refusal) return refuse(response, refusal);
    if (request.method === 'POST' && path === '/v1/chat/completions') return chat(kitchen, (body ?? {}) as ChatBody, response);
    if (request.method === 'GET' && path === '/v1/models') return list(kitchen, response);
    sendJson(response, 404, { detail: 'Not Found' });
  };
}

function keyRefused({ key }: Kitchen, { headers: { authorization = '' } }: IncomingMessage): Refusal | null {
  if (key === null || authorization === `Bearer ${key}`) return null;
  return authorization === '' ? noKey : badKey(authorization.replace('Bearer ', ''));
}

async function chat(kitchen: Kitchen, body: ChatBody, response: ServerResponse): Promise<void> {
  const { model = '', messages = [], response_format, stream, stream_options, ...options } = body;
  const system = messages.filter(({ role }) => role === 'system').map(({ content }) => content);
  const rest = messages.filter(({ role }) => role !== 'system');
  const schema = (response_format?.json_schema?.schema ?? schemaIn(system.join('\n'))) as Question['schema'];
  const question = makeQuestion({ server: 'openai', model, schema }, system.join('\n'), rest);
  const untaken = kitchen.untaken.find((name) => name in body);
  const fault = untaken ? null : kitchen.faults.forAnswer(question);
  const parts = { options, format: response_format ?? null, messages, fault: fault?.name ?? null };
  const asked = kitchen.ledger.open(question, { ...body }, parts, response);
  asked.servedAt = asked.startedAt;
  const refusal =
    (untaken ? unsupported(untaken) : null) ?? errorOf(fault, model) ?? (kitchen.models.includes(model) ? null : noModel(model));
  if (refusal) return refuse(response, refusal);
  const ms = latencyOf(kitchen.latencyMs, model) + slowness(fault);
  const chunks = chunksOf(question, body, textOf(kitchen.answer(question)), fault?.name);
  if (stream) return sendStream(chunks, fault, response, ms);
  if (!(await pause(ms, response))) return;
  const whole = wholeOf(chunks);
  if (!breakWire(fault?.name, response, JSON.stringify(whole), 'application/json')) sendJson(response, 200, whole);
}

/** A schema that stands in words. */
function schemaIn(system: string): object | null {
  const found = /of this schema and nothing else:\n(?<schema>\{.*\})$/s.exec(system)?.groups?.['schema'];
  return found === undefined ? null : (JSON.parse(found) as object);
}

function unsupported(name: Untaken): Refusal {
  if (name === 'max_tokens')
    return invalid("Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.", name);
  if (name === 'temperature')
    return invalid("Unsupported value: 'temperature' does not support 0.2 with this model. Only the default (1) value is supported.", name);
  return invalid(`Unknown parameter: '${name}'.`, name);
}

/** The error that a fault answers with; null for faults of another kind. */
function errorOf(fault: Fault<OpenAiFault> | null, model: string): Refusal | null {
  const refusals: Partial<Record<OpenAiFault, Refusal>> = {
    'rate-limited': rateLimited(model, fault?.seconds ?? 17),
    exhausted,
    'bad-key': badKey('sk-fake****ests'),
    forbidden,
    'missing-model': noModel(model),
    'too-long': tooLong(model),
    'no-credit': noCredit,
    internal,
    overloaded,
  };
  return (fault && refusals[fault.name]) ?? null;
}

async function list({ models, faults }: Kitchen, response: ServerResponse): Promise<void> {
  const fault = faults.forList();
  const refusal = errorOf(fault, '');
  if (refusal) return refuse(response, refusal);
  const value = { object: 'list', data: models.map(listed) };
  if (!(await pause(slowness(fault), response))) return;
  if (!breakWire(fault?.name, response, JSON.stringify(value), 'application/json')) sendJson(response, 200, value);
}

function refuse(response: ServerResponse, { status, body, headers = {} }: Refusal): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
