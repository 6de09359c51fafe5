// How much of a phase's food waits. It only reads; what changes `work` stands in lib/work.ts.
import type { Fragment, Sql } from 'postgres';
import type { App } from '../app.js';
import { type PhaseName, phases } from '../config/phases.js';
import type { ItemId } from '../work.js';
import type { Phase } from './phase.js';
import type { Ending } from './progress.js';

/** How much there is to do that nobody has taken up: what is ready, and the phase's food that is not yet in `work`. */
export async function waiting(sql: Sql, phase: string, food: Fragment): Promise<number> {
  const [row] = await sql<{ waiting: number }[]>`
    select (
      (select count(*) from work where phase = ${phase} and state = 'ready' and not_before <= now())
      + (select count(*) from (${food}) f
         where not exists (select from work w where w.phase = ${phase} and w.item_id = f.item_id and w.state <> 'done'))
    )::int as waiting`;
  return row?.waiting ?? 0;
}

/** Whether `max_pending` says to discover nothing now; says so in the log. */
export async function tooMuchWaits<Item extends { itemId: ItemId }, Result>(
  phase: Phase<Item, Result>,
  { sql, config, log }: App,
): Promise<boolean> {
  const { maxPending } = config.phases[phase.name];
  if (maxPending === undefined) return false;
  const waiting = phase.pending ? await phase.pending(sql) : await readyUpTo({ sql }, phase.name, maxPending + 1);
  if (waiting <= maxPending) return false;
  log.warn({
    event: 'discovery skipped',
    reason: `${waiting} items wait, max_pending of ${phase.name} is ${maxPending}: let them be worked first.`,
  });
  return true;
}

/** The ending of a run whose batch was used up. */
export function withLeft(ending: Ending, batch: number, left: number, phase: PhaseName): Ending {
  if (left === 0) return ending;
  const reason = `The batch of ${batch.toLocaleString('en')} is used up and ${left.toLocaleString('en')} ${phases[phase].items[1]} wait for the next run; --batch takes more.`;
  return { ...ending, reason: ending.reason ?? reason, left };
}

/** How many items are ready, counted no further than the batch. */
export async function readyUpTo(app: Pick<App, 'sql'>, phase: string, batch: number): Promise<number> {
  const rows = await app.sql<{ ready: number }[]>`
    select count(*)::int as ready
    from (select from work where phase = ${phase} and state = 'ready' and not_before <= now() limit ${batch}) w`;
  return rows[0]?.ready ?? 0;
}
