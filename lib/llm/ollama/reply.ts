// The answer that an Ollama model streams. What it thinks is kept apart from what it answers, and a stream without end is broken off.
import { Fault } from '../fault.js';
import { answerMost, type Reply, type Usage } from '../server.js';

interface Part {
  message: { content: string; thinking?: string };
  done: boolean;
  done_reason?: string;
  load_duration?: number;
  prompt_eval_count?: number;
  eval_count?: number;
}

/** `thinking` is what the model thought, where the server tells it apart. */
export interface Streamed extends Reply {
  thinking: string;
}

/** Throws a Fault where the stream ends in the middle or does not end. */
export async function collectParts(stream: AsyncIterable<Part>, who: string): Promise<Streamed> {
  let text = '';
  let thinking = '';
  for await (const part of stream) {
    text += part.message?.content ?? '';
    thinking += part.message?.thinking ?? '';
    if (text.length + thinking.length > answerMost)
      throw new Fault('broken', `${who} sent an answer past ${answerMost} characters; it was broken off.`);
    if (!part.done) continue;
    const known = isCount(part.prompt_eval_count) && isCount(part.eval_count);
    return {
      text,
      thinking,
      cut: part.done_reason === 'length',
      usage: known ? { in: Number(part.prompt_eval_count), cached: 0, out: Number(part.eval_count), thinking: 0 } : null,
      loadMs: isCount(part.load_duration) ? Math.round(Number(part.load_duration) / 1e6) : 0,
    };
  }
  throw new Fault('broken', `${who} ended its answer in the middle.`);
}

/** Whether there is no answer but thoughts. */
export function onlyThought({ text, thinking }: Streamed): boolean {
  return text.trim() === '' && thinking.trim() !== '';
}

/** The second of two answers to one question, with what both took. Of one that is nothing but thoughts these are its text: the answer may stand in them. */
export function answerAfterThoughts(last: Streamed, model: string, before?: Streamed): Reply {
  const { thinking, ...reply } = last;
  const both = before ? { ...reply, usage: sum(before.usage, last.usage), loadMs: before.loadMs + last.loadMs } : reply;
  if (!onlyThought(last)) return both;
  const setting = `models.ollama.models."${model}".think`;
  return {
    ...both,
    text: thinking,
    thoughtAway: last.cut
      ? `ollama/${model} used up all its tokens in thinking: raise max_tokens of its role, or set ${setting}: false in sni.yaml`
      : `ollama/${model} thought and did not answer: set ${setting}: false in sni.yaml, or name another model`,
  };
}

function sum(one: Usage | null, other: Usage | null): Usage | null {
  return one && other && { in: one.in + other.in, cached: 0, out: one.out + other.out, thinking: 0 };
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value < 1e15;
}
