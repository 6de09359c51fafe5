// The log of families as it is read: entries with their titles, and the steps by which the phase came to them.
import type { Sql } from 'postgres';
import type { GroupingStep } from '../../matching/steps.js';
import type { ItemId } from '../../work.js';

export interface FamilyLogEntry {
  logId: number;
  at: Date;
  act: 'place' | 'merge' | 'split' | 'drop' | 'undo';
  efId: number;
  otherEfId: number | null;
  titleIds: number[];
  byWhom: string;
  undoes: number | null;
  undoneBy: number | null;
  /** Of the phase: what grouped, and how. Of an operator: what was said. */
  why: { madeBy?: string; steps?: GroupingStep[]; said?: string };
}

/** Entries since a time, the newest first. */
export function readLog(sql: Sql, sinceSeconds: number): Promise<FamilyLogEntry[]> {
  return sql<FamilyLogEntry[]>`
    select l.log_id::float8 as "logId", l.at, l.act, l.ef_id::float8 as "efId", l.other_ef_id::float8 as "otherEfId",
      l.title_ids::float8[] as "titleIds", l.by_whom as "byWhom", l.undoes::float8 as undoes, u.log_id::float8 as "undoneBy", l.why
    from family_log l
    left join family_log u on u.undoes = l.log_id
    where l.at >= now() - make_interval(secs => ${sinceSeconds})
    order by l.log_id desc`;
}

/** What happened to a family and to those that were merged into it or from which it was split, the oldest first. */
export function readHistory(sql: Sql, efId: ItemId): Promise<FamilyLogEntry[]> {
  return sql<FamilyLogEntry[]>`
    with recursive kin (ef_id) as (
      select ${efId}::bigint
      union
      select case when l.ef_id = k.ef_id then l.other_ef_id else l.ef_id end
      from kin k
      join family_log l on (l.ef_id = k.ef_id and l.act = 'merge') or (l.other_ef_id = k.ef_id and l.act = 'split')
      where l.other_ef_id is not null
    )
    select l.log_id::float8 as "logId", l.at, l.act, l.ef_id::float8 as "efId", l.other_ef_id::float8 as "otherEfId",
      l.title_ids::float8[] as "titleIds", l.by_whom as "byWhom", l.undoes::float8 as undoes, u.log_id::float8 as "undoneBy", l.why
    from family_log l
    left join family_log u on u.undoes = l.log_id
    where l.ef_id in (select ef_id from kin) or l.other_ef_id in (select ef_id from kin)
    order by l.log_id`;
}
