// The stream of an OpenAI chat server: events of JSON up to [DONE]. What a model thinks is kept apart from what it answers; an answer
// without a finish reason was cut off on its way, whatever it holds.
import { Fault } from '../fault.js';
import { answerMost, type Reply, type Usage } from '../server.js';
import { type AskedServer, faultInStream } from './fault.js';

interface Spoken {
  content?: string | null;
  reasoning_content?: string | null;
  reasoning?: string | null;
}

/** A part of an answer, or, of a server that does not stream, the whole of it. */
interface Chunk {
  choices?: { delta?: Spoken; message?: Spoken; finish_reason?: string | null }[];
  usage?: unknown;
  error?: unknown;
}

interface Asked extends AskedServer {
  model: string;
  /** Tokens of output, thinking and all, that such an answer should not pass. */
  usualMost: number;
}

/** Throws a Fault where the stream ends in the middle, does not end, tells an error, or was withheld. */
export async function collectEvents(response: Response, asked: Asked): Promise<Reply> {
  const { who, model, usualMost } = asked;
  let text = '';
  let thinking = '';
  let finish: string | undefined;
  let usage: Usage | null = null;
  for await (const data of partsOf(response, who)) {
    const { choices, error, usage: told } = chunkOf(data, who);
    if (error !== undefined && error !== null) throw faultInStream(data, asked, model);
    const [choice] = choices ?? [];
    const spoken = choice?.delta ?? choice?.message;
    text += spoken?.content ?? '';
    thinking += spoken?.reasoning_content ?? spoken?.reasoning ?? '';
    if (text.length + thinking.length > answerMost)
      throw new Fault('broken', `${who} sent an answer past ${answerMost} characters; it was broken off.`);
    finish = choice?.finish_reason ?? finish;
    usage = usageOf(told, usualMost) ?? usage;
  }
  if (finish === undefined) throw new Fault('broken', `${who} ended its answer in the middle.`);
  if (finish === 'content_filter') throw new Fault('blocked', `${who} withheld its answer (content_filter).`);
  const cut = finish === 'length';
  const isAway = text.trim() === '' && (thinking.trim() !== '' || cut);
  return { text: isAway ? thinking : text, cut, thoughtAway: isAway ? thoughtAway(model, cut) : undefined, usage, loadMs: 0 };
}

function thoughtAway(model: string, cut: boolean): string {
  return cut
    ? `openai/${model} used up all its tokens in thinking: raise max_tokens of its role in sni.yaml`
    : `openai/${model} thought and did not answer: name another model in sni.yaml`;
}

/** The parts of a stream; a server that does not stream sends one. */
async function* partsOf(response: Response, who: string): AsyncGenerator<string> {
  const type = response.headers.get('content-type') ?? '';
  if (response.body && type.includes('text/event-stream')) return yield* eventsOf(response.body, who);
  if (response.body && /\bjson\b/.test(type)) return yield await response.text();
  await response.body?.cancel();
  throw new Fault('broken', `${who} answered with ${type.slice(0, 60) || 'nothing'} in place of a stream: is it what listens there?`);
}

/** The data of each event, without the closing [DONE]; comments that keep a connection alive are none. */
async function* eventsOf(body: ReadableStream<Uint8Array>, who: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of body) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split(/\r?\n/);
    rest = lines.pop() ?? '';
    if (rest.length > answerMost) throw new Fault('broken', `${who} sent a line past ${answerMost} characters.`);
    yield* lines.flatMap(dataOf);
  }
  yield* dataOf(rest);
}

function dataOf(line: string): string[] {
  const data = line.startsWith('data:') ? line.slice(5).trim() : '';
  return data === '' || data === '[DONE]' ? [] : [data];
}

function chunkOf(data: string, who: string): Chunk {
  try {
    return (JSON.parse(data) ?? {}) as Chunk;
  } catch (cause) {
    throw new Fault('broken', `${who} sent a line that is no JSON: ${JSON.stringify(data.slice(0, 80))}`, { cause });
  }
}

/** Null where the server does not say, or what it says cannot be. Reasoning tokens are told as a part of the completion's. */
function usageOf(told: unknown, usualMost: number): Usage | null {
  if (told === null || typeof told !== 'object') return null;
  const { prompt_tokens, completion_tokens, prompt_tokens_details, completion_tokens_details } = told as Record<string, unknown>;
  const thinking = Number((completion_tokens_details as { reasoning_tokens?: unknown } | null)?.reasoning_tokens ?? 0);
  const cached = Number((prompt_tokens_details as { cached_tokens?: unknown } | null)?.cached_tokens ?? 0);
  const usage = { in: Number(prompt_tokens), cached, out: Number(completion_tokens) - thinking, thinking };
  const plausible = Object.values(usage).every((tokens) => Number.isInteger(tokens) && tokens >= 0) && usage.cached <= usage.in;
  // Some models think past their bounds by a little, and are billed for it.
  return plausible && usage.in > 0 && usage.in < 10_000_000 && usage.out + usage.thinking <= 4 * usualMost ? usage : null;
}
