// Judges what a maker answered, by its shape and by its sources. Nothing of it is trusted: claims that do not stand are taken out, or the
// answer is refused.
import * as z from 'zod';
import { jsonIn } from './answer/json-in.js';
import type { Check, ClaimProblem, Prompt } from './prompt.js';
import type { Reply } from './server.js';

/** An answer does not have the shape its prompt asks for, or nothing of it stands on the sources, or no model gives one. */
export class AnswerRefused extends Error {
  override name = 'AnswerRefused';
}

/**
 * `problems` are claims that were taken out of `value`; `refused` is why nothing of it can be used, `unfounded` what of it does not
 * stand on the sources, where it has the right shape and nothing in it does.
 */
export type Judged<A> = { value: A; problems: ClaimProblem[] } | { refused: string; unfounded?: readonly ClaimProblem[] };

/** Judges what rules made. */
export function judgeRules<A>(prompt: Prompt<A>, raw: unknown, check: Check): Judged<A> {
  return judge(prompt, raw, (claims, ...grounds) =>
    check(
      claims.map((claim) => ({ ...claim, byCode: true })),
      ...grounds,
    ),
  );
}

/** Judges what a model wrote and was kept. */
export function judge<A>(prompt: Prompt<A>, raw: unknown, check: Check): Judged<A> {
  const parsed = prompt.shape.safeParse(raw);
  if (!parsed.success) return { refused: `The answer to "${prompt.task}" does not have its shape: ${z.prettifyError(parsed.error)}` };
  const problems = check(prompt.claims(parsed.data), prompt.sources, prompt.known);
  if (problems.length === 0) return { value: parsed.data, problems };
  return withoutProblems(prompt, parsed.data, problems, check);
}

/** Judges what a model wrote: of the objects in it the first that can be used, one that stands wholly before one that stands in part. */
export function judgeReply<A>(prompt: Prompt<A>, reply: Pick<Reply, 'text' | 'cut' | 'thoughtAway'>, check: Check): Judged<A> {
  let best: Judged<A> | undefined;
  for (const read of jsonIn(reply.text)) {
    const judged = judge(prompt, read, check);
    if (!('refused' in judged) && judged.problems.length === 0) return judged;
    if (!best || ('refused' in best && !('refused' in judged))) best = judged;
  }
  return best && (!reply.cut || !('refused' in best)) ? best : { refused: `The answer to "${prompt.task}" ${whyNone(reply)}.` };
}

function whyNone({ text, cut, thoughtAway }: Pick<Reply, 'text' | 'cut' | 'thoughtAway'>): string {
  if (thoughtAway !== undefined) return `${text.trim() === '' ? 'is empty' : cut ? 'was cut off' : 'is no JSON'}: ${thoughtAway}`;
  if (cut) return `${text.trim() === '' ? 'is empty' : 'was cut off'}: it is longer than max_tokens of its role allows`;
  return text.trim() === '' ? 'is empty' : 'is no JSON';
}

function withoutProblems<A>(prompt: Prompt<A>, whole: A, problems: ClaimProblem[], check: Check): Judged<A> {
  try {
    const value = prompt.without(whole, problems);
    // What took the place of a sentence is code's.
    const written = new Set(prompt.claims(whole).map(({ text }) => text));
    const claims = prompt.claims(value).map((claim) => (written.has(claim.text) ? claim : { ...claim, byCode: true }));
    const worst = check(claims, prompt.sources, prompt.known)[0];
    return worst
      ? { refused: `The answer to "${prompt.task}" does not stand on its titles: ${worst.field} ${worst.reason}.`, unfounded: problems }
      : { value, problems };
  } catch (error) {
    // A prompt throws a sentence where nothing worth keeping is left; a slip of ours is not the answer's.
    if (error instanceof TypeError || error instanceof ReferenceError) throw error;
    return { refused: error instanceof Error ? error.message : String(error), unfounded: problems };
  }
}
