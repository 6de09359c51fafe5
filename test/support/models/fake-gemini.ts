// A fake Gemini API on loopback: generateContent and the lists of models as the real server speaks them, the key only in the header,
// with faults on demand.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { breakWire, textFaults, usageFaults, wireFaults } from './broken.js';
import type { Fault } from './fault-queue.js';
import { type GenerateBody, generated, messagesOf, textIn } from './gemini-reply.js';
import {
  badKey,
  exhausted,
  forbidden,
  type GeminiError,
  internal,
  invalid,
  keyInUrl,
  listed,
  noCredit,
  noKey,
  noModel,
  notInPlan,
  overloaded,
  overQuota,
  wrongIn,
} from './gemini-shapes.js';
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
import { type AnswerFunction, answerBySchema, makeQuestion, textOf } from './question.js';

/**
 * rate-limited: 429 that says to wait `seconds`. exhausted: 429 that says nothing. daily-quota: 429 for the day. bad-key: 400.
 * forbidden: 403. missing-model: 404. internal: 500. overloaded: 503. safety and recitation: a candidate without text.
 * prohibited: no candidate. thoughts: parts with thought beside the answer. The others: see broken.ts.
 */
export const geminiFaults = [
  ...[...wireFaults, ...textFaults, ...usageFaults],
  ...(['rate-limited', 'exhausted', 'daily-quota', 'bad-key', 'forbidden', 'missing-model', 'internal', 'overloaded'] as const),
  ...(['safety', 'prohibited', 'recitation', 'thoughts', 'not-in-plan', 'no-credit'] as const),
];
export type GeminiFault = (typeof geminiFaults)[number];

export interface GeminiOptions {
  /** The models there are, without "models/". */
  models?: readonly string[];
  /** The only key that is taken. */
  key?: string;
  answer?: AnswerFunction;
  /** Time from the request to its answer. */
  latencyMs?: Latency;
  /** Tokens that each answer thinks before it speaks; they count against maxOutputTokens and are reported. */
  thinkingTokens?: number;
  /** Tokens of each prompt that are reported as cached. */
  cachedTokens?: number;
  port?: number;
}

export interface GeminiCounters extends Counters {
  /** Requests that carried a key in their address. */
  keysInUrl: number;
}

export type FakeGemini = ModelServer<GeminiFault, GeminiCounters>;

export const fakeGeminiKey = 'AIzaFakeKeyForTests';

type Kitchen = Routes<GeminiFault> & Required<Omit<GeminiOptions, 'port'>> & { sawKeyInUrl(): void };

export async function startFakeGemini(options: GeminiOptions = {}): Promise<FakeGemini> {
  const { models = ['gemini-2.5-flash'], key = fakeGeminiKey, answer = answerBySchema, latencyMs = 0 } = options;
  const { thinkingTokens = 0, cachedTokens = 0, port = 0 } = options;
  let keysInUrl = 0;
  const settings = { models, key, answer, latencyMs, thinkingTokens, cachedTokens };
  return startModelServer<GeminiFault, GeminiCounters>({
    faultNames: geminiFaults,
    route: (parts) => route({ ...parts, ...settings, sawKeyInUrl: () => void keysInUrl++ }),
    more: () => ({ keysInUrl }),
    resetMore: () => {
      keysInUrl = 0;
    },
    sayError: (response, status, sentence) => sendError(response, status === 400 ? invalid(sentence) : failed(sentence)),
    port,
  });
}

const failed = (sentence: string): GeminiError => ({ error: { ...internal.error, message: sentence } });

function route(kitchen: Kitchen): Route {
  return (request, response, body, path) => {
    const refusal = refused(kitchen, request);
    const [, asked, method] = path.match(/^\/v1beta\/models(?:\/([^/:]+)(?::(\w+))?)?$/) ?? [null, null];
    if (refusal) return sendError(response, refusal);
    if (asked === null) return void response.writeHead(404, { 'content-type': 'text/html; charset=UTF-8' }).end(notFoundPage);
    if (request.method === 'POST' && asked && method === 'generateContent') {
      return generate(kitchen, decodeURIComponent(asked), (body ?? {}) as GenerateBody, response);
    }
    if (request.method !== 'GET' || method) return sendError(response, noModel(asked ?? ''));
    return list(kitchen, asked ?? null, response);
  };
}

const notFoundPage =
  '<!DOCTYPE html>\n<html lang=en>\n  <title>Error 404 (Not Found)!!1</title>\n  <p><b>404.</b> <ins>That’s an error.</ins>\n</html>\n';

/** Null where the request carries the right key in its header. */
function refused({ key, sawKeyInUrl }: Kitchen, request: IncomingMessage): GeminiError | null {
  if (new URL(request.url ?? '/', 'http://fake').searchParams.has('key')) {
    sawKeyInUrl();
    return keyInUrl;
  }
  const given = request.headers['x-goog-api-key'];
  if (!given) return noKey;
  return given === key ? null : badKey;
}

async function generate(kitchen: Kitchen, model: string, body: GenerateBody, response: ServerResponse): Promise<void> {
  const { generationConfig = {} } = body;
  const { responseSchema = null, responseJsonSchema = null } = generationConfig;
  const question = makeQuestion(
    { server: 'gemini', model, schema: responseJsonSchema ?? responseSchema },
    textIn(body.systemInstruction),
    messagesOf(body),
  );
  const fault = kitchen.faults.forAnswer(question);
  const parts = { options: { ...generationConfig }, format: question.schema, fault: fault?.name ?? null };
  const asked = kitchen.ledger.open(question, { ...body }, parts, response);
  asked.servedAt = asked.startedAt;
  const ms = latencyOf(kitchen.latencyMs, model) + slowness(fault);
  const refusal = errorOf(fault, model) ?? (kitchen.models.includes(model) ? null : noModel(model)) ?? mistakeIn(body);
  if (refusal) return sendError(response, refusal);
  const value = generated(question, textOf(kitchen.answer(question)), {
    ...kitchen,
    limit: generationConfig.maxOutputTokens,
    fault: fault?.name,
  });
  const text = JSON.stringify(value, null, 2);
  const type = 'application/json; charset=UTF-8';
  if (!(await pause(ms, response))) return;
  if (!breakWire(fault?.name, response, text, type)) response.writeHead(200, { 'content-type': type }).end(text);
}

function mistakeIn({ contents, generationConfig = {} }: GenerateBody): GeminiError | null {
  if (!contents?.length) return invalid('* GenerateContentRequest.contents: contents is not specified\n');
  const { responseSchema, responseJsonSchema } = generationConfig;
  if (responseSchema && responseJsonSchema) return invalid('Only one of response_schema and response_json_schema can be set.');
  const wrong = responseSchema ? wrongIn(responseSchema) : null;
  return wrong ? invalid(wrong) : null;
}

/** The error that a fault answers with; null for faults of another kind. */
function errorOf(fault: Fault<GeminiFault> | null, model: string): GeminiError | null {
  switch (fault?.name) {
    case 'rate-limited':
      return overQuota(model, 'Minute', fault.seconds ?? 17);
    case 'daily-quota':
      return overQuota(model, 'Day', fault.seconds ?? 38);
    case 'not-in-plan':
      return notInPlan(model);
    case 'no-credit':
      return noCredit;
    case 'exhausted':
      return exhausted;
    case 'bad-key':
      return badKey;
    case 'forbidden':
      return forbidden;
    case 'missing-model':
      return noModel(model);
    case 'internal':
      return internal;
    case 'overloaded':
      return overloaded;
    default:
      return null;
  }
}

async function list({ models, faults }: Kitchen, model: string | null, response: ServerResponse): Promise<void> {
  const fault = faults.forList();
  const refusal = errorOf(fault, model ?? '') ?? (model === null || models.includes(model) ? null : noModel(model));
  if (refusal) return sendError(response, refusal);
  const value = model === null ? { models: models.map(listed) } : listed(model);
  if (!(await pause(slowness(fault), response))) return;
  const type = 'application/json; charset=UTF-8';
  if (!breakWire(fault?.name, response, JSON.stringify(value), type)) sendJson(response, 200, value, type);
}

function sendError(response: ServerResponse, error: GeminiError): void {
  sendJson(response, error.error.code, error, 'application/json; charset=UTF-8');
}
