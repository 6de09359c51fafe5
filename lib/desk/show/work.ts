// Where an item stands with the phases. Phases number their items by what they take, so title 7 and family 7 are told apart by `shownAs`.
import type { Sql } from 'postgres';
import { phaseNames, phases, type ShownAs } from '../../config/phases.js';

export interface WorkRow {
  phase: string;
  state: string;
  attempts: number;
  version: string | null;
  finishedAt: Date | null;
  notBefore: Date;
  errorClass: string | null;
  error: string | null;
}

/** One row a phase that has met the item; none for an item no phase has met. */
export function readWork(sql: Sql, shownAs: ShownAs, id: string): Promise<WorkRow[]> {
  return sql<WorkRow[]>`
    select w.phase, w.state, w.attempts, w.version, w.finished_at as "finishedAt", w.not_before as "notBefore",
      w.error_class as "errorClass", w.error
    from work w join phases p on p.name = w.phase
    where w.phase = any(${phaseNames.filter((name) => phases[name].shownAs === shownAs)}) and w.item_id = ${id}
    order by p.position`;
}

/** What stands in the way of an item, as sentences; none for one that is on its way or done. */
export function troubles(rows: readonly WorkRow[]): [string, string][] {
  return rows
    .filter((row) => row.error !== null)
    .map((row) => [row.state === 'failed' ? 'Failed' : 'Trouble', `${row.phase}, attempt ${row.attempts}: ${row.error}`]);
}
