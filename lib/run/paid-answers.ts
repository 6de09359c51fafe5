// Keeps answers that were paid for and whose items are not settled yet, in the checkpoint pN.json: after a crash an equal question of
// equal makers is not paid twice.
import { type Checkpoint, type PaidAnswer, writeCheckpoint } from '../checkpoint.js';
import type { Answer, PaidAnswers, Provenance } from '../llm/ask.js';
import type { Lease } from '../work.js';
import type { ItemCounts } from './progress.js';

/** A checkpoint is written after this many settled items, or this long after the one before, whatever comes first. */
const everyItems = 2000;
const everySeconds = 1;
/** A paid answer is written this soon, with those that come meanwhile; but writing takes a quarter of the time at most. */
const answerWithinMs = 10;
const restShare = 3;

export interface PaidAnswerKeeper extends PaidAnswers {
  claimed: (lease: Lease) => void;
  /** The lease has ended: nothing of it needs to be remembered. */
  ended: (lease: Lease) => void;
  settled: (count: number, cursor: string | undefined) => void;
  write: () => void;
}

/**
 * `before` is the checkpoint of a run that is resumed, null for none: its answers are believed as this run's own. Writing throws what the
 * disk says.
 */
export function keepPaidAnswers(
  file: string,
  start: Omit<Checkpoint, 'writtenAt' | 'cursor' | 'done' | 'failed' | 'total' | 'leaseTokens' | 'answers'>,
  counts: ItemCounts,
  before: Checkpoint | null,
): PaidAnswerKeeper {
  /** Paid for by the run before and not asked for yet in this one. */
  const inherited = new Map<string, PaidAnswer>((before?.answers ?? []).map((answer) => [answer.key, answer]));
  const answers = new Map<string, PaidAnswer>();
  const leases = new Set<string>();
  let cursor: string | null = before?.cursor ?? null;
  let sinceWrite = 0;
  let writtenAt = performance.now();

  let due: NodeJS.Timeout | undefined;
  let tookMs = 0;

  const write = (): void => {
    clearTimeout(due);
    due = undefined;
    sinceWrite = 0;
    const startedAt = performance.now();
    const { done, failed, total } = counts;
    writeCheckpoint(file, {
      ...start,
      writtenAt: new Date().toISOString(),
      cursor,
      done,
      failed,
      total,
      leaseTokens: [...leases],
      answers: [...inherited.values(), ...answers.values()],
    });
    writtenAt = performance.now();
    tookMs = writtenAt - startedAt;
  };
  const writeSoon = (): void => {
    const restMs = writtenAt + tookMs * restShare - performance.now();
    due ??= setTimeout(write, Math.max(answerWithinMs, restMs)).unref();
  };
  const writeIfDue = (): void => {
    if (sinceWrite >= everyItems || (sinceWrite > 0 && performance.now() - writtenAt >= everySeconds * 1000)) write();
  };
  return {
    recall: (madeBy) => {
      const key = keyOf(madeBy);
      const kept = answers.get(key) ?? inherited.get(key);
      if (kept && inherited.delete(key)) answers.set(key, kept);
      return kept ? { value: kept.value, madeBy, problems: kept.problems } : undefined;
    },
    keep: (answer: Answer<unknown>) => {
      const key = keyOf(answer.madeBy);
      answers.set(key, { key, value: answer.value, madeBy: answer.madeBy, problems: answer.problems });
      sinceWrite++;
      writeSoon();
    },
    claimed: (lease) => {
      leases.add(lease.token);
    },
    ended: (lease) => {
      leases.delete(lease.token);
      if (leases.size === 0) answers.clear();
      if (leases.size === 0 && counts.done + counts.failed >= counts.total) inherited.clear();
      writeIfDue();
    },
    settled: (count, last) => {
      cursor = last ?? cursor;
      sinceWrite += count;
      writeIfDue();
    },
    write,
  };
}

/** Equal inputs, wording, shape, engine and model. */
function keyOf(madeBy: Provenance): string {
  return [madeBy.task, madeBy.engine, madeBy.model, madeBy.promptVersion, madeBy.shapeVersion, madeBy.inputSha256].join(':');
}
