// How a fake Ollama answers a chat: the chunks with their figures, sent as a stream of lines over the time the model takes, or as one
// object at its end; and what its faults make of them.
import type { ServerResponse } from 'node:http';
import { breakWire, spoil, usage } from './broken.js';
import type { Fault } from './fault-queue.js';
import type { Asked } from './ledger.js';
import { pause, sendJson } from './model-server.js';
import { runnerStopped } from './ollama-shapes.js';
import { cutAt, type Message, type Question, tokensIn } from './question.js';

/** The body of POST /api/chat. */
export interface ChatBody {
  model?: string;
  messages?: Message[];
  stream?: boolean;
  format?: unknown;
  options?: Record<string, unknown>;
  keep_alive?: unknown;
  think?: unknown;
}

export interface Chunk {
  message: Message & { thinking?: string };
  done: boolean;
  [figure: string]: unknown;
}

const nanosecondsPerMs = 1e6;
const usualLoadMs = 20;
const mostPieces = 8;
const thoughts = ['The user asks for JSON.', ' So I give JSON.'];

/** The chunks of an answer that takes so many milliseconds; the last one with "done" and the figures. */
export function replyTo(question: Question, body: ChatBody, asked: Asked, { said, ms }: { said: string; ms: number }): Chunk[] {
  const fault = asked.fault ?? undefined;
  const limit = Number(asked.options['num_predict'] ?? -1);
  const whole = spoil(said, fault);
  const { text, cut } = limit > 0 ? cutAt(limit, whole) : { text: whole, cut: false };
  const size = Math.max(16, Math.ceil(text.length / mostPieces));
  const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
  const thinking = body.think || fault === 'thoughts' ? thoughts : [];
  const prompt = [question.system, ...question.messages.map(({ content }) => content)].join('\n');
  const figures = {
    total_duration: Math.round(((asked.loadMs ?? 0) + ms) * nanosecondsPerMs),
    load_duration: (asked.loadMs || usualLoadMs) * nanosecondsPerMs,
    prompt_eval_count: usage(tokensIn(prompt), fault),
    prompt_eval_duration: Math.round(ms * 0.1 * nanosecondsPerMs),
    eval_count: usage(tokensIn(text + thinking.join('')), fault),
    eval_duration: Math.round(ms * 0.9 * nanosecondsPerMs),
  };
  const chunk = (message: object, more: object): Chunk => ({
    model: body.model,
    created_at: new Date().toISOString(),
    message: { role: 'assistant', content: '', ...message },
    done: false,
    ...more,
  });
  return [
    ...thinking.map((piece) => chunk({ thinking: piece }, {})),
    ...pieces.map((content) => chunk({ content }, {})),
    chunk({}, { done: true, done_reason: cut ? 'length' : 'stop', ...figures }),
  ];
}

/** Answers a request with "stream": false, after the milliseconds. */
export async function sendWhole(
  chunks: readonly Chunk[],
  fault: Fault<string> | null,
  response: ServerResponse,
  ms: number,
): Promise<void> {
  if (!(await pause(ms, response))) return;
  if (fault?.name === 'stream-error') return sendJson(response, 500, runnerStopped);
  const content = chunks.map(({ message }) => message.content).join('');
  const thinking = chunks.map((chunk) => chunk.message.thinking ?? '').join('');
  const message = { role: 'assistant', content, ...(thinking ? { thinking } : {}) };
  const whole = { ...chunks.at(-1), message, ...(fault?.name === 'no-done' ? { done: false, done_reason: undefined } : {}) };
  const type = 'application/json; charset=utf-8';
  if (!breakWire(fault?.name, response, JSON.stringify(whole), type)) sendJson(response, 200, whole, type);
}

/** Answers with a line for each chunk, spread evenly over the milliseconds. */
export async function sendStream(
  chunks: readonly Chunk[],
  fault: Fault<string> | null,
  response: ServerResponse,
  ms: number,
): Promise<void> {
  const type = 'application/x-ndjson';
  const lines = chunks.map((chunk) => `${JSON.stringify(chunk)}\n`);
  const drop = lines[0] ?? '\n';
  if (breakWire(fault?.name, response, lines.join(''), type, drop)) return;
  const startedAt = performance.now();
  response.writeHead(200, { 'content-type': type });
  if (fault?.name === 'no-done') lines.pop();
  if (fault?.name === 'stream-error')
    lines.splice(Math.floor(lines.length / 2), Number.POSITIVE_INFINITY, `${JSON.stringify(runnerStopped)}\n`);
  for (const [index, line] of lines.entries()) {
    const dueMs = (ms * (index + 1)) / lines.length;
    if (!(await pause(dueMs - (performance.now() - startedAt), response))) return;
    response.write(line);
  }
  response.end();
}
