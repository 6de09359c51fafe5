// Takes a prompt; leaves an answer of its shape whose claims stand on its sources, with what made it. Guards: no answer of any
// engine gets past its shape and its evidence. Without a lane it asks the prompt's own rules.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { checkClaims } from './evidence.js';
import { type Lane, offline } from './lane.js';
import type { Answer, Ask, Prompt, Provenance } from './prompt.js';

export type { Answer, Provenance } from './prompt.js';

/** What is told about each call, for the record of calls and costs. */
export interface Call {
  madeBy: Provenance;
  outcome: 'answered' | 'repaired' | 'refused' | 'failed';
  problems: Answer<unknown>['problems'];
  tokensIn: number;
  tokensOut: number;
  costUsd: number;
  latencyMs: number;
}

/** Paid answers of a run that died, so that an equal question is not paid twice. */
export interface Memory {
  recall: (madeBy: Provenance) => Answer<unknown> | undefined;
  keep: (answer: Answer<unknown>) => void;
}

/** An answer does not have the shape its prompt asks for, or nothing of it stands on the sources. */
export class AnswerRefused extends Error {
  override name = 'AnswerRefused';
}

/**
 * Makes the one door to models. `record` hears of each call, also of refused ones. What a paid lane answered is told to `memory`,
 * which is asked first, so that an equal question is paid once; offline answers cost nothing and are not remembered.
 * The returned function throws AnswerRefused when an answer cannot be used, and the abort reason when the signal is aborted.
 */
export function makeAsk(record: (call: Call) => void, memory?: Memory, lane: Lane = offline): Ask {
  return async <A>(prompt: Prompt<A>, signal?: AbortSignal): Promise<Answer<A>> => {
    signal?.throwIfAborted();
    const madeBy = provenanceOf(prompt, lane.engine, lane.model);
    const kept = lane.paid ? stillGood(prompt, memory?.recall(madeBy)) : null;
    if (kept) return { ...kept, madeBy };
    const startedAt = performance.now();
    let unlucky: Call['outcome'] = 'failed';
    let cost = { tokensIn: 0, tokensOut: 0, costUsd: 0 };
    const tell = (outcome: Call['outcome'], problems: Call['problems']): void =>
      record({ madeBy, outcome, problems, ...cost, latencyMs: Math.round(performance.now() - startedAt) });
    try {
      const { raw, ...spent } = await lane.put(prompt, signal);
      cost = spent;
      unlucky = 'refused';
      const answer = { ...accept(prompt, raw), madeBy };
      if (lane.paid) memory?.keep(answer);
      tell('answered', answer.problems);
      return answer;
    } catch (error) {
      tell(unlucky, [{ field: '', reason: error instanceof Error ? error.message : String(error) }]);
      throw error;
    }
  };
}

/** A kept answer as it was accepted; null where none was kept, or the checkpoint holds what would not be accepted now. */
function stillGood<A>(prompt: Prompt<A>, kept: Answer<unknown> | undefined): Omit<Answer<A>, 'madeBy'> | null {
  if (!kept) return null;
  try {
    return { ...accept(prompt, kept.value), problems: kept.problems };
  } catch {
    return null;
  }
}

/** The answer in its shape, without the claims that do not stand. */
function accept<A>(prompt: Prompt<A>, raw: unknown): Omit<Answer<A>, 'madeBy'> {
  const parsed = prompt.shape.safeParse(raw);
  if (!parsed.success) {
    throw new AnswerRefused(`The answer to "${prompt.task}" does not have its shape: ${z.prettifyError(parsed.error)}`);
  }
  const problems = checkClaims(prompt.claims(parsed.data), prompt.sources, prompt.known);
  if (problems.length === 0) return { value: parsed.data, problems };
  const value = prompt.without(parsed.data, problems);
  const left = checkClaims(prompt.claims(value), prompt.sources, prompt.known);
  const worst = left[0];
  if (worst) throw new AnswerRefused(`The answer to "${prompt.task}" does not stand on its titles: ${worst.field} ${worst.reason}.`);
  return { value, problems };
}

/** What made an answer: equal inputs, wording, shape and engine give equal provenance. */
export function provenanceOf<A>(prompt: Prompt<A>, engine: Provenance['engine'], model: string): Provenance {
  return {
    engine,
    model,
    task: prompt.task,
    promptVersion: `${prompt.version}-${sha256(prompt.system).slice(0, 8)}`,
    shapeVersion: sha256(JSON.stringify(z.toJSONSchema(prompt.shape, { io: 'input', unrepresentable: 'any' }))).slice(0, 8),
    inputSha256: sha256(JSON.stringify([prompt.user, prompt.known ?? []])),
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
