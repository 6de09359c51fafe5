// Takes what a maker answered; leaves it in its shape, with the claims that do not stand on the sources. Guards: nothing is trusted.
import { z } from 'zod';
import { checkClaims } from './evidence.js';
import type { Problem, Prompt } from './prompt.js';

/** An answer does not have the shape its prompt asks for, or nothing of it stands on the sources, or no model gives one. */
export class AnswerRefused extends Error {
  override name = 'AnswerRefused';
}

/** `problems` are claims that were taken out of `value`; `refused` is why nothing of it can be used. */
export type Judged<A> = { value: A; problems: Problem[] } | { refused: string };

/** Judges what rules made, or what was kept. */
export function judge<A>(prompt: Prompt<A>, raw: unknown): Judged<A> {
  const parsed = prompt.shape.safeParse(raw);
  if (!parsed.success) return { refused: `The answer to "${prompt.task}" does not have its shape: ${z.prettifyError(parsed.error)}` };
  const problems = checkClaims(prompt.claims(parsed.data), prompt.sources, prompt.known);
  if (problems.length === 0) return { value: parsed.data, problems };
  return withoutProblems(prompt, parsed.data, problems);
}

/** Judges the text of a model. */
export function judgeText<A>(prompt: Prompt<A>, text: string, cut: boolean): Judged<A> {
  const read = jsonIn(text);
  if (read === undefined) {
    const why = text.trim() === '' ? 'is empty' : cut ? 'was cut off: it is longer than max_tokens of its role allows' : 'is no JSON';
    return { refused: `The answer to "${prompt.task}" ${why}.` };
  }
  return judge(prompt, read);
}

function withoutProblems<A>(prompt: Prompt<A>, whole: A, problems: Problem[]): Judged<A> {
  try {
    const value = prompt.without(whole, problems);
    const worst = checkClaims(prompt.claims(value), prompt.sources, prompt.known)[0];
    return worst
      ? { refused: `The answer to "${prompt.task}" does not stand on its titles: ${worst.field} ${worst.reason}.` }
      : { value, problems };
  } catch (error) {
    // A prompt throws a sentence where nothing worth keeping is left; a slip of ours is not the answer's.
    if (error instanceof TypeError || error instanceof ReferenceError) throw error;
    return { refused: error instanceof Error ? error.message : String(error) };
  }
}

/** The JSON object in a text: alone, in a fence, or with words around it; undefined where there is none. */
export function jsonIn(text: string): unknown {
  const whole = parsed(text);
  if (whole !== undefined) return whole;
  const from = text.indexOf('{');
  const to = text.lastIndexOf('}');
  return from >= 0 && to > from ? parsed(text.slice(from, to + 1)) : undefined;
}

function parsed(text: string): unknown {
  try {
    const read: unknown = JSON.parse(text);
    return read !== null && typeof read === 'object' ? read : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
