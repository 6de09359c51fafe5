// One pruning: rule by rule, step by step, until nothing is older than it is kept, or it is told to stop. Safe to run again, beside all
// phases and beside itself.
import type { Sql } from 'postgres';
import type { Keep, KeptKind } from '../config/keeping.js';
import { familyRule } from './families.js';
import { recordRules } from './records.js';
import type { Archive, KeepingRule } from './rule.js';
import { titleRules } from './titles.js';

const rules: readonly KeepingRule[] = [...titleRules, familyRule, ...recordRules];

/** What a rule has let go of, or would. */
export interface Pruned {
  kind: KeptKind;
  what: string;
  /** How long it is kept; null: for ever, and nothing goes. */
  days: number | null;
  rows: number;
}

interface Pruning {
  sql: Sql;
  keep: Keep;
  archive: Archive;
  /** Between two steps: the work so far is done, the rest is for the next time. */
  signal: AbortSignal;
  /** Told after each step. */
  onStep?: (pruned: Pruned) => void;
}

/** How many rows would go now, rule by rule. */
export async function wouldPrune(sql: Sql, keep: Keep): Promise<Pruned[]> {
  const found: Pruned[] = [];
  for (const { kind, what, waiting } of rules) {
    const days = keep[kind];
    found.push({ kind, what, days, rows: days === null ? 0 : await waiting(sql, days) });
  }
  return found;
}

/** Lets go of what is older than it is kept. `ended` is false where it was told to stop before all was done. */
export async function prune({ sql, keep, archive, signal, onStep }: Pruning): Promise<{ pruned: Pruned[]; ended: boolean }> {
  const pruned: Pruned[] = rules.map(({ kind, what }) => ({ kind, what, days: keep[kind], rows: 0 }));
  for (const [at, rule] of rules.entries()) {
    const mine = pruned[at];
    if (!mine || mine.days === null) continue;
    for (let after: string | null = null; ; ) {
      if (signal.aborted) return { pruned, ended: false };
      const { gone, next } = await rule.step(sql, mine.days, after, archive);
      mine.rows += gone;
      onStep?.(mine);
      if (next === null) break;
      after = next;
    }
  }
  return { pruned, ended: true };
}
