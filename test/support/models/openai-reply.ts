// How a fake OpenAI chat server answers: the chunks with their finish and usage, sent as events over the time the model takes, or as one
// object at its end; and what its faults make of them.
import type { ServerResponse } from 'node:http';
import { breakWire, spoil, usage } from './broken.js';
import type { Fault } from './fault-queue.js';
import { pause } from './model-server.js';
import { internal } from './openai-shapes.js';
import { cutAt, type Message, type Question, tokensIn } from './question.js';

/** The body of POST /v1/chat/completions. */
export interface ChatBody {
  model?: string;
  messages?: Message[];
  stream?: boolean;
  stream_options?: { include_usage?: boolean };
  response_format?: { type?: string; json_schema?: { name?: string; schema?: object } };
  max_tokens?: number;
  max_completion_tokens?: number;
  temperature?: number;
}

interface Chunk {
  choices: { index: number; delta: { content?: string; reasoning_content?: string }; finish_reason: string | null }[];
  [more: string]: unknown;
}

const mostPieces = 8;
const thought = 'The user asks for JSON. So I give JSON.';

/** The last but one with the finish, the last with the usage where it was asked for. */
export function chunksOf(question: Question, body: ChatBody, said: string, fault: string | undefined): Chunk[] {
  const limit = body.max_completion_tokens ?? body.max_tokens ?? Number.POSITIVE_INFINITY;
  const thinking = fault === 'thoughts' ? thought : '';
  const { text, cut } = cutAt(limit - tokensIn(thinking), fault === 'filtered' ? '' : spoil(said, fault));
  const size = Math.max(16, Math.ceil(text.length / mostPieces));
  const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
  const identity = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1_700_000_000, model: question.model };
  const chunk = (delta: Chunk['choices'][number]['delta'], finish: string | null = null): Chunk => ({
    ...identity,
    choices: [{ index: 0, delta, finish_reason: finish }],
  });
  const prompt = tokensIn([question.system, ...question.messages.map(({ content }) => content)].join('\n'));
  const spoken = tokensIn(text) + tokensIn(thinking);
  const told = {
    prompt_tokens: usage(prompt, fault),
    completion_tokens: usage(spoken, fault),
    total_tokens: usage(prompt + spoken, fault),
    completion_tokens_details: { reasoning_tokens: tokensIn(thinking) },
  };
  const isTold = body.stream_options?.include_usage === true || body.stream !== true;
  return [
    ...(thinking === '' ? [] : [chunk({ reasoning_content: thinking })]),
    ...pieces.map((content) => chunk({ content })),
    chunk({}, fault === 'filtered' ? 'content_filter' : cut ? 'length' : 'stop'),
    ...(isTold && fault !== 'usage-missing' ? [{ ...identity, choices: [], usage: told }] : []),
  ];
}

export function wholeOf(chunks: readonly Chunk[]): object {
  const choices = chunks.flatMap((chunk) => chunk.choices);
  const content = choices.map(({ delta }) => delta.content ?? '').join('');
  const finish_reason = choices.at(-1)?.finish_reason;
  return { ...chunks.at(-1), object: 'chat.completion', choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason }] };
}

/** Answers with an event for each chunk, spread evenly over the milliseconds. */
export async function sendStream(
  chunks: readonly Chunk[],
  fault: Fault<string> | null,
  response: ServerResponse,
  ms: number,
): Promise<void> {
  const type = 'text/event-stream; charset=utf-8';
  const events = [...chunks.map((chunk) => JSON.stringify(chunk)), '[DONE]'].map((data) => `data: ${data}\n\n`);
  if (breakWire(fault?.name, response, events.join(''), type, ': PROCESSING\n\n')) return;
  const startedAt = performance.now();
  response.writeHead(200, { 'content-type': type });
  const half = Math.floor(chunks.length / 2);
  if (fault?.name === 'no-done') events.splice(half);
  if (fault?.name === 'stream-error') events.splice(half, events.length, `data: ${JSON.stringify(internal.body)}\n\n`);
  for (const [index, event] of events.entries()) {
    const dueMs = (ms * (index + 1)) / events.length;
    if (!(await pause(dueMs - (performance.now() - startedAt), response))) return;
    response.write(event);
  }
  response.end();
}
