// A fake Ollama on loopback: chat (streamed and not), embed, tags, show, ps and version as the real server speaks them, over one GPU
// that holds one model, with faults on demand.
import type { ServerResponse } from 'node:http';
import { breakWire, textFaults, usageFaults, wireFaults } from './broken.js';
import type { Fault } from './fault-queue.js';
import type { Asked, Counters } from './ledger.js';
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
import { type ChatBody, replyTo, sendStream, sendWhole } from './ollama-reply.js';
import { canonical, inMemory, listed, noModel, notPulled, runnerDied, serverBusy, shown, vectorOf } from './ollama-shapes.js';
import { type GpuCounters, keepAliveMs, makeOneGpu, type OneGpu } from './one-gpu.js';
import { type AnswerFunction, answerBySchema, makeQuestion, type Question, textOf, tokensIn } from './question.js';

/**
 * missing-model: 404. internal: 500. busy: 503. stream-error: a line {"error"} after half of the stream (500 where not streamed).
 * no-done: the stream ends properly without its last line. thoughts: message.thinking beside the answer. The others: see broken.ts.
 */
export const ollamaFaults = [
  ...[...wireFaults, ...textFaults, ...usageFaults],
  ...(['missing-model', 'internal', 'busy', 'stream-error', 'no-done', 'thoughts'] as const),
];
export type OllamaFault = (typeof ollamaFaults)[number];

export interface OllamaOptions {
  /** The models that are present; "x" means "x:latest". Those with "embed" in their name only embed. */
  models?: readonly string[];
  answer?: AnswerFunction;
  /** Time from the model's turn to the end of its answer, loading not counted; streamed chunks are spread over it. */
  latencyMs?: Latency;
  /** What it takes to load a model. */
  swapMs?: number;
  /** The model that is in memory at the start; none where not said. */
  loaded?: string | null;
  /** Requests that may wait for their turn; more get 503. */
  maxQueue?: number;
  port?: number;
}

export type OllamaCounters = Counters & GpuCounters;

export interface FakeOllama extends ModelServer<OllamaFault, OllamaCounters> {
  /** The model in memory, with its tag. */
  loaded(): string | null;
}

interface EmbedBody extends Pick<ChatBody, 'model' | 'options' | 'keep_alive'> {
  input?: string | string[];
}

type Kitchen = Routes<OllamaFault> & Required<Omit<OllamaOptions, 'port' | 'loaded' | 'swapMs' | 'maxQueue'>> & { gpu: OneGpu };

export async function startFakeOllama(options: OllamaOptions = {}): Promise<FakeOllama> {
  const { models = ['llama3.1:8b'], answer = answerBySchema, latencyMs = 0, swapMs = 0, loaded = null, maxQueue = 512, port = 0 } = options;
  const gpu = makeOneGpu({ swapMs, loaded: loaded && canonical(loaded), maxQueue });
  const server = await startModelServer<OllamaFault, OllamaCounters>({
    faultNames: ollamaFaults,
    route: (parts) => route({ ...parts, gpu, models: models.map(canonical), answer, latencyMs }),
    more: gpu.counters,
    resetMore: gpu.reset,
    sayError: (response, status, sentence) => sendJson(response, status, { error: sentence }),
    port,
  });
  return Object.assign(server, { loaded: () => gpu.loaded()?.model ?? null });
}

function route(kitchen: Kitchen): Route {
  const { models, gpu, faults } = kitchen;
  return (request, response, body, path) => {
    const asked = (body ?? {}) as ChatBody;
    const ways: Record<string, (() => Promise<void> | void) | undefined> = {
      'POST /api/chat': () => chat(kitchen, asked, response),
      'POST /api/embed': () => embed(kitchen, (body ?? {}) as EmbedBody, response),
      'POST /api/show': () => show(kitchen, asked, response),
      'GET /api/tags': () => list(faults.forList(), { models: models.map(listed) }, response),
      'GET /api/ps': () => list(faults.forList(), { models: [gpu.loaded()].flatMap((one) => (one ? [inMemory(one)] : [])) }, response),
      'GET /api/version': () => list(faults.forList(), { version: '0.12.6' }, response),
      'GET /': () => void response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end('Ollama is running'),
    };
    const way = ways[`${request.method} ${path}`];
    if (way) return way();
    response.writeHead(404, { 'content-type': 'text/plain' }).end('404 page not found');
  };
}

async function chat(kitchen: Kitchen, body: ChatBody, response: ServerResponse): Promise<void> {
  const { gpu, ledger, faults, models, latencyMs } = kitchen;
  const { model = '', options = {}, format = null, messages = [] } = body;
  const system = messages.filter(({ role }) => role === 'system').map(({ content }) => content);
  const rest = messages.filter(({ role }) => role !== 'system');
  const schema = typeof format === 'object' ? (format as Question['schema']) : null;
  const question = makeQuestion({ server: 'ollama', model, schema }, system.join('\n'), rest);
  const fault = faults.forAnswer(question);
  const parts = { options, format, keepAlive: body.keep_alive ?? null, messages, fault: fault?.name ?? null };
  const asked = ledger.open(question, body as Record<string, unknown>, parts, response);
  const keepMs = keepAliveMs(body.keep_alive);
  if (fault?.name === 'missing-model' || !models.includes(canonical(model))) return sendJson(response, 404, notPulled(model));
  if (model.includes('embed')) return sendJson(response, 400, { error: `"${model}" does not support chat` });
  if (fault?.name === 'internal') return sendJson(response, 500, runnerDied);
  if (fault?.name === 'busy' || gpu.full()) return sendJson(response, 503, serverBusy);
  if (!(await takeTurn(gpu, asked, canonical(model), response))) return;
  if (messages.length === 0) {
    gpu.keep(keepMs);
    const done = { done: true, done_reason: keepMs === 0 ? 'unload' : 'load' };
    return sendJson(response, 200, { model, created_at: new Date(), message: { role: 'assistant', content: '' }, ...done });
  }
  const ms = latencyOf(latencyMs, model) + slowness(fault);
  const reply = replyTo(question, body, asked, { said: textOf(kitchen.answer(question)), ms });
  if (body.stream === false) await sendWhole(reply, fault, response, ms);
  else await sendStream(reply, fault, response, ms);
  gpu.keep(keepMs);
}

/** False when the client went before the model could begin. */
async function takeTurn(gpu: OneGpu, asked: Asked, model: string, response: ServerResponse): Promise<boolean> {
  if (!(await gpu.turn(response))) return false;
  asked.servedAt = Date.now();
  asked.loadMs = await gpu.load(model, asked.options, response);
  return asked.loadMs !== null;
}

async function embed(kitchen: Kitchen, body: EmbedBody, response: ServerResponse): Promise<void> {
  const { gpu, ledger, faults, models, latencyMs } = kitchen;
  const { model = '', options = {} } = body;
  const inputs = [body.input ?? []].flat();
  const question = makeQuestion({ server: 'ollama', model, schema: null }, '', [{ role: 'user', content: inputs.join('\n') }]);
  const fault = faults.forAnswer(question);
  const parts = { options, keepAlive: body.keep_alive ?? null, fault: fault?.name ?? null };
  const asked = ledger.open(question, { ...body }, parts, response);
  if (fault?.name === 'missing-model' || !models.includes(canonical(model))) return sendJson(response, 404, notPulled(model));
  if (fault?.name === 'internal') return sendJson(response, 500, runnerDied);
  if (fault?.name === 'busy' || gpu.full()) return sendJson(response, 503, serverBusy);
  if (!(await takeTurn(gpu, asked, canonical(model), response))) return;
  const ms = latencyOf(latencyMs, model) + slowness(fault);
  if (!(await pause(ms, response))) return;
  gpu.keep(keepAliveMs(body.keep_alive));
  const total_duration = Math.round(((asked.loadMs ?? 0) + ms) * 1e6);
  const figures = { total_duration, load_duration: (asked.loadMs || 20) * 1e6, prompt_eval_count: tokensIn(inputs.join('\n')) };
  await list(fault && { ...fault, seconds: 0 }, { model, embeddings: inputs.map(vectorOf), ...figures }, response);
}

async function show(kitchen: Kitchen, { model = '' }: ChatBody, response: ServerResponse): Promise<void> {
  const fault = kitchen.faults.forList();
  if (!kitchen.models.includes(canonical(model))) return sendJson(response, 404, noModel(model));
  await list(fault, shown(canonical(model)), response);
}

/** The value, or what a fault makes of it. */
async function list(fault: Fault<OllamaFault> | null, value: object, response: ServerResponse): Promise<void> {
  if (fault?.name === 'internal') return sendJson(response, 500, runnerDied);
  if (fault?.name === 'busy') return sendJson(response, 503, serverBusy);
  if (!(await pause(slowness(fault), response))) return;
  const type = 'application/json; charset=utf-8';
  if (!breakWire(fault?.name, response, JSON.stringify(value), type)) sendJson(response, 200, value, type);
}
