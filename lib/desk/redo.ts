// Having done items done again: how many that would be, what it would cost, and the doing, for the terminal and for the pages. P2 and P3 know
// how titles are let go of; their desks do it.
import type { Sql } from 'postgres';
import * as z from 'zod';
import { type PhaseName, phases } from '../config/phases.js';
import type { Config } from '../config.js';
import { late } from '../late.js';
import { type Chosen, chosenInWords, countAgain, doAgain } from '../operator/again.js';
import { costPerItemUsd } from '../operator/cost.js';
import { type Asker, note } from '../operator/log.js';
import { askPhase } from './child.js';
import { counted } from './words.js';

interface Scene {
  sql: Sql;
  config: Config;
}

interface Redo {
  items: number;
  /** Null while nothing done lately tells. */
  costUsd: number | null;
}

/** The phases whose items are titles that others have gathered since. */
export const titlePhases = { gate: 'filter', grouping: 'generate' } as const satisfies Record<string, PhaseName>;

const letGo = late(() => z.object({ titles: z.number() }));
const gated = late(() => z.object({ free: z.number(), readings: z.number(), reopened: z.number() }));

/** How many items would be done again; `costUsd` is null where no item of the phase has cost anything that is known. */
export async function wouldRedo({ sql, config }: Scene, phase: PhaseName, chosen: Chosen): Promise<Redo> {
  const items = await countOf({ sql, config }, phase, chosen);
  const each = await costPerItemUsd(sql, phase);
  return { items, costUsd: each === null ? null : items * each };
}

async function countOf({ sql, config }: Scene, phase: PhaseName, chosen: Chosen): Promise<number> {
  if (phase === titlePhases.grouping) return letGo().parse(await askPhase(config, phase, [...lettingGo(chosen), '--count'])).titles;
  if (phase !== titlePhases.gate) return (await countAgain(sql, phase, chosen)) ?? 0;
  const { free, readings } = gated().parse(await askPhase(config, phase, ['reprocess', phase, ...gating(chosen), '--dry-run']));
  return free + readings;
}

/** Returns how many the next run does again; the log says who wanted it. */
export async function redo({ sql, config }: Scene, phase: PhaseName, chosen: Chosen, asker: Asker): Promise<number> {
  if (phase === titlePhases.gate) {
    const words = ['reprocess', phase, ...gating(chosen), '--by', asker.byWhom, '--why', asker.why];
    const { reopened, readings } = gated().parse(await askPhase(config, phase, words));
    return reopened + readings;
  }
  if (phase !== titlePhases.grouping) return doAgain(sql, phase, chosen, asker);
  const { titles } = letGo().parse(await askPhase(config, phase, lettingGo(chosen)));
  await note(sql, { act: 'reprocess', phase, said: chosenInWords(chosen), ...asker }, titles);
  return titles;
}

/** The sentence that is shown before it is done. */
export function wouldInWords(phase: PhaseName, { items, costUsd }: Redo): string {
  return items === 0
    ? `Nothing to do: nothing of ${phase} is done that was named.`
    : `${counted(items, ...phases[phase].items)} would be done again by ${phase}, at ${priceOf(costUsd)}.`;
}

function lettingGo({ ids, since, stale }: Chosen): string[] {
  return [
    ...['let-go', '--by', titlePhases.grouping],
    ...(stale ? [] : ['--all']),
    ...(since ? ['--since', since.toISOString()] : []),
    ...(ids ? ['--ids', ...ids] : []),
  ];
}

function gating({ ids, since, stale }: Chosen): string[] {
  const all = ids === null && since === null && !stale;
  return [
    ...(ids ?? []),
    ...(since ? ['--since', since.toISOString().slice(0, 10)] : []),
    ...(stale ? ['--stale'] : []),
    ...(all ? ['--all'] : []),
    '--json',
  ];
}

function priceOf(usd: number | null): string {
  if (usd === null) return 'a cost that nothing done lately tells';
  if (usd === 0) return 'no cost';
  return usd < 0.01 ? 'less than $0.01' : `about $${usd.toFixed(2)} by what such items cost lately`;
}
