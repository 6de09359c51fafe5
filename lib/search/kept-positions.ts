// Positions and wordings of the usual spans as they were reckoned last (033): a page reads one row. They are reckoned anew every hour, a span at a
// time, by whoever finds it due first.
import type { Sql } from 'postgres';
import { type ComparedGround, groundsOf } from './ground.js';
import { type Position, positionsOf } from './positions.js';
import { type SidedWording, wordingsOf } from './wordings.js';

/** Days that pages look back over. */
export const usualDays: readonly number[] = [1, 7, 30, 90, 366];

interface KeptPositions {
  since: Date;
  until: Date;
  positions: Position[];
  wordings: SidedWording[];
  /** Null for an outlet that tells nothing. */
  ground: ComparedGround | null;
}

/** Of all, and of each outlet. */
const mostEach = 100;
const dueMinutes = 60;
/** Older ones are not shown: they are reckoned anew, as where none are kept. */
const oldMinutes = 180;

/** Null where none are kept of this span, or only old ones. `outlet` as it is stored. */
export async function keptPositions(sql: Sql, days: number, outlet: string | undefined): Promise<KeptPositions | null> {
  const [kept] = await sql<KeptPositions[]>`
    select a.since, a.until, coalesce(o.positions, '[]') as positions, coalesce(o.wordings, '[]') as wordings, o.ground
    from kept_positions a
    left join kept_positions o on o.days = a.days and o.outlet = ${outlet ?? ''} and o.made_at = a.made_at
    where a.days = ${days} and a.outlet = '' and a.made_at > now() - ${oldMinutes} * interval '1 minute'`;
  if (!kept) return null;
  return { ...kept, positions: kept.positions.map(withTimes), wordings: kept.wordings.map(withTimes) };
}

/** Times come out of JSON as text. */
function withTimes<Row extends { firstAt: Date; lastAt: Date }>(row: Row): Row {
  return { ...row, firstAt: new Date(row.firstAt), lastAt: new Date(row.lastAt) };
}

/**
 * Reckons the span anew where that is due, and keeps it; false where it is not, or another has just begun, or this role may only read. One who is
 * killed leaves the old ones, and the next takes over when those are due again.
 */
export async function keepPositions(sql: Sql, days: number, until: Date): Promise<boolean> {
  const [may] = await sql<{ write: boolean }[]>`
    select has_table_privilege('kept_positions', 'insert') and has_table_privilege('kept_positions', 'update')
      and has_table_privilege('kept_positions', 'delete') as write`;
  if (!may?.write) return false;
  const [begun] = await sql<{ at: string }[]>`
    insert into kept_positions as k (days, outlet, begun_at)
    values (${days}, '', now())
    on conflict (days, outlet) do update set begun_at = now() where k.begun_at <= now() - ${dueMinutes} * interval '1 minute'
    returning begun_at::text as at`;
  if (!begun) return false;
  const since = new Date(until.getTime() - days * 24 * 3_600_000);
  const asked = { since, until };
  await sql`
    with gone as (
      delete from kept_positions where days = ${days} and outlet <> '' and made_at < ${begun.at}::timestamptz - interval '1 day'
    ),
    acts as materialized (
      select outlet, row_number() over (order by times desc, families desc, coalesce(outlet, speaker), source, action, target) as place,
        row_number() over (partition by outlet order by times desc, families desc, source, action, target) as own, to_jsonb(p) as row
      from (${positionsOf(sql, asked)}) p
    ),
    words as materialized (
      select outlet, row_number() over (order by times desc, families desc, outlet, word, doer) as place,
        row_number() over (partition by outlet order by times desc, families desc, word, doer) as own, to_jsonb(w) as row
      from (${wordingsOf(sql, asked)}) w
    ),
    each as (
      select '' as outlet, 'act' as kind, place, row from acts where place <= ${mostEach}
      union all select outlet, 'act', own, row from acts where outlet is not null and own <= ${mostEach}
      union all select '', 'word', place, row from words where place <= ${mostEach}
      union all select outlet, 'word', own, row from words where own <= ${mostEach}
      union all select outlet, 'ground', 1, to_jsonb(g) from (${groundsOf(sql, asked)}) g
      union all select '', null, null, null
    )
    insert into kept_positions (days, outlet, since, until, positions, wordings, ground, begun_at, made_at)
    select ${days}::int, outlet, ${since}::timestamptz, ${until}::timestamptz, coalesce(jsonb_agg(row order by place) filter (where kind = 'act'), '[]'),
      coalesce(jsonb_agg(row order by place) filter (where kind = 'word'), '[]'),
      (array_agg(row) filter (where kind = 'ground'))[1], ${begun.at}::timestamptz, now()
    from each group by outlet
    on conflict (days, outlet) do update set since = excluded.since, until = excluded.until, positions = excluded.positions,
      wordings = excluded.wordings, ground = excluded.ground, begun_at = excluded.begun_at, made_at = excluded.made_at`;
  return true;
}
