// One run of the observer: asks what of the day's sample is not judged yet, some at once, and writes each answer as it comes. What ends it
// early leaves the rest for the next run.
import type { Sql } from 'postgres';
import type { DiagnosedError } from '../errors/diagnoses.js';
import { exitCodeOf, sentenceOf } from '../errors/doctor.js';
import { AnswerRefused } from '../llm/answer.js';
import type { Ask } from '../llm/prompt.js';
import type { Difference, Lacking, Observation } from './put.js';
import { differenceOf, observerQuestion } from './question.js';
import { claimNext, giveBack, settleFailed, settleJudged } from './rows.js';

interface Observing {
  sql: Sql;
  ask: Ask;
  day: string;
  me: string;
  dead: readonly string[];
  atOnce: number;
  /** What the doctor knows of an error; never throws. */
  look: (error: unknown) => Promise<DiagnosedError>;
  /** The doctor's deeds, written down. */
  note: (seen: DiagnosedError, action: 'retry_later' | 'fail_item' | 'end_run', items: number) => void;
  /** What of the words the vocabulary lacks, and whether it would have changed the decision. */
  lackingOf: (observation: Observation, difference: Difference) => Lacking[];
}

/** Why a run ended before its sample was judged; `exitCode` 75: come back later. */
export interface EndedEarly {
  reason: string;
  exitCode: number;
}

/** Null when nothing of the day is left that this run may ask. */
export async function observe(run: Observing): Promise<EndedEarly | null> {
  const passed: string[] = [];
  let ended: EndedEarly | null = null;
  const askOn = async (): Promise<void> => {
    while (ended === null) {
      const observation = await claimNext(run.sql, { ...run, passed });
      if (observation === null) return;
      const early = await judge(run, observation, passed);
      ended ??= early;
    }
  };
  await Promise.all(Array.from({ length: run.atOnce }, askOn));
  return ended;
}

async function judge(run: Observing, observation: Observation, passed: string[]): Promise<EndedEarly | null> {
  const { sql, me } = run;
  const { id } = observation;
  try {
    const { value, madeBy } = await run.ask(observerQuestion(observation));
    const difference = differenceOf(observation, value);
    const lacking = difference === null ? [] : run.lackingOf(observation, difference);
    await settleJudged(sql, { id, me, madeBy, difference: difference && { ...difference, lacking } });
    return null;
  } catch (error) {
    const reason = sentenceOf(error);
    // It was paid for: the same question would bring the same.
    if (error instanceof AnswerRefused) return settleFailed(sql, { id, me, error: reason }).then(() => null);
    passed.push(id);
    const seen = await run.look(error);
    const ends = seen.scope === 'run' || seen.errorClass === 'code_bug';
    run.note(seen, ends ? 'end_run' : seen.retry ? 'retry_later' : 'fail_item', ends ? 0 : 1);
    if (!ends && !seen.retry) return settleFailed(sql, { id, me, error: reason }).then(() => null);
    await giveBack(sql, { id, me, error: reason, counted: !ends });
    return ends ? { reason, exitCode: exitCodeOf(error) ?? (seen.errorClass === 'code_bug' ? 1 : 75) } : null;
  }
}
