// Takes the event families; leaves the newest day's first, within a day the largest first.
import type { Sql } from 'postgres';
import { type Column, headlineLeast } from '../table.js';
import { moment } from '../words.js';
import type { Wanted } from './wanted.js';

interface FamilyRow {
  id: number;
  key: string;
  status: string;
  title: string;
  theater: string;
  eventType: string;
  strategicTier: number;
  titles: number;
  outlets: number;
  narratives: number;
  actors: string[];
  firstAt: Date;
  lastAt: Date;
  mergedInto: number | null;
  whyStrategic: string | null;
  /** 0 to 100; null until the family was enriched. */
  importance: number | null;
}

/** Without a status: those in use, seed and active. Outlets and narratives are counted for the listed ones only. */
export function readFamilies(sql: Sql, { limit, status }: Wanted): Promise<FamilyRow[]> {
  return sql<FamilyRow[]>`
    with listed as materialized (
      select * from event_families
      where status = any(${status === undefined ? ['seed', 'active'] : [status]})
      order by date_trunc('day', last_at, 'UTC') desc, title_count desc, ef_id
      limit ${limit}
    )
    select ef_id::float8 as id, ef_key as key, status, title, theater, event_type as "eventType", strategic_tier as "strategicTier",
      title_count as titles,
      (select count(distinct publisher_name) from titles t where t.ef_id = f.ef_id)::float8 as outlets,
      (select count(*) from framed_narratives n where n.ef_id = f.ef_id)::float8 as narratives,
      array(select coalesce(a.name, k.id) from unnest(f.key_actors) with ordinality k (id, place) left join actors a on a.actor_id = k.id order by k.place) as actors,
      first_at as "firstAt", last_at as "lastAt", merged_into::float8 as "mergedInto", why_strategic as "whyStrategic", importance
    from listed f
    order by date_trunc('day', last_at, 'UTC') desc, title_count desc, ef_id`;
}

export const familyColumns: readonly Column[] = [
  { title: 'id', align: 'right' },
  { title: 'last title', least: 'whole' },
  { title: 'titles', align: 'right', spare: 6 },
  { title: 'outlets', align: 'right', spare: 2 },
  { title: 'frames', align: 'right', spare: 3 },
  { title: 'tier', align: 'right', spare: 1 },
  {
    title: 'status',
    least: 'whole',
    spare: 4,
    paint: (cell, text, colors) => (text === 'active' ? colors.green(cell) : text === 'seed' ? colors.yellow(cell) : colors.dim(cell)),
  },
  { title: 'theater', least: 15, spare: 5, paint: (cell, _, colors) => colors.cyan(cell) },
  { title: 'title', least: headlineLeast },
];

export function familyRow(row: FamilyRow, timeZone: string): string[] {
  const counts = [row.titles, row.outlets, row.narratives, row.strategicTier].map(String);
  return [String(row.id), moment(row.lastAt, timeZone), ...counts, row.status, row.theater, row.title];
}
