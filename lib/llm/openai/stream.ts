// The stream of an OpenAI chat server: events of JSON up to [DONE]. What a model thinks is kept apart from what it answers; an answer
// without a finish reason was cut off on its way, whatever it holds.
import { Fault } from '../fault.js';
import { answerMost, type Reply, type Usage } from '../server.js';
import { faultInStream } from './fault.js';

interface Chunk {
  choices?: {
    delta?: { content?: string | null; reasoning_content?: string | null; reasoning?: string | null };
    finish_reason?: string | null;
  }[];
  usage?: unknown;
  error?: unknown;
}

/** Throws a Fault where the stream ends in the middle, does not end, tells an error, or was withheld. */
export async function collect(response: Response, who: string, model: string): Promise<Reply> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.includes('text/event-stream') || !response.body) {
    await response.body?.cancel();
    throw new Fault('broken', `${who} answered with ${type.slice(0, 60) || 'nothing'} in place of a stream: is it what listens there?`);
  }
  let text = '';
  let thinking = '';
  let finish: string | undefined;
  let usage: Usage | null = null;
  for await (const data of eventsOf(response.body, who)) {
    const { choices, error, usage: told } = chunkOf(data, who);
    if (error !== undefined && error !== null) throw faultInStream(data, who, model);
    const [choice] = choices ?? [];
    text += choice?.delta?.content ?? '';
    thinking += choice?.delta?.reasoning_content ?? choice?.delta?.reasoning ?? '';
    if (text.length + thinking.length > answerMost)
      throw new Fault('broken', `${who} sent an answer past ${answerMost} characters; it was broken off.`);
    finish = choice?.finish_reason ?? finish;
    usage = usageOf(told) ?? usage;
  }
  if (finish === undefined) throw new Fault('broken', `${who} ended its answer in the middle.`);
  if (finish === 'content_filter') throw new Fault('blocked', `${who} withheld its answer (content_filter).`);
  const cut = finish === 'length';
  const onlyThought = text.trim() === '' && thinking.trim() !== '';
  return { text: onlyThought ? thinking : text, cut, thoughtAway: onlyThought ? thoughtAway(model, cut) : undefined, usage, loadMs: 0 };
}

function thoughtAway(model: string, cut: boolean): string {
  return cut
    ? `openai/${model} used up all its tokens in thinking: raise max_tokens of its role in sni.yaml`
    : `openai/${model} thought and did not answer: name another model in sni.yaml`;
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
function usageOf(told: unknown): Usage | null {
  if (told === null || typeof told !== 'object') return null;
  const { prompt_tokens, completion_tokens, prompt_tokens_details, completion_tokens_details } = told as Record<string, unknown>;
  const thinking = Number((completion_tokens_details as { reasoning_tokens?: unknown } | null)?.reasoning_tokens ?? 0);
  const cached = Number((prompt_tokens_details as { cached_tokens?: unknown } | null)?.cached_tokens ?? 0);
  const usage = { in: Number(prompt_tokens), cached, out: Number(completion_tokens) - thinking, thinking };
  const plausible = Object.values(usage).every((tokens) => Number.isInteger(tokens) && tokens >= 0 && tokens < 10_000_000);
  return plausible && usage.in > 0 && cached <= usage.in ? usage : null;
}
