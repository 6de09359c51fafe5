// Takes the event families; leaves the largest with their frames, each with its outlets and one quote. Two statements.
import type { Sql } from 'postgres';

export interface LargeFamily {
  id: number;
  title: string;
  theater: string;
  titles: number;
  outlets: number;
  frames: { title: string; outlets: string[]; quote: string | null; quotedFrom: string | null }[];
}

/** The days of all families, for `sni brief`: the day after the last is no longer one of them. Null without families. */
export async function readDays(sql: Sql, timeZone: string): Promise<{ since: string; until: string } | null> {
  const [days] = await sql<{ since: string | null; until: string }[]>`
    select (min(first_at) at time zone ${timeZone})::date::text as since, ((max(last_at) at time zone ${timeZone})::date + 1)::text as until
    from event_families where status in ('seed', 'active')`;
  return days?.since ? { since: days.since, until: days.until } : null;
}

/** At most `limit`, the largest first; fewer or none where there are not so many. */
export async function readLargest(sql: Sql, limit: number): Promise<LargeFamily[]> {
  const families = await sql<Omit<LargeFamily, 'frames'>[]>`
    select ef_id::float8 as id, title, theater, title_count as titles,
      (select count(distinct publisher_name) from titles t where t.ef_id = f.ef_id)::float8 as outlets
    from event_families f
    where status in ('seed', 'active')
    order by title_count desc, ef_id
    limit ${limit}`;
  const frames = await sql<(LargeFamily['frames'][number] & { familyId: number })[]>`
    select n.ef_id::float8 as "familyId", n.title, n.outlets, n.evidence -> 0 ->> 'quote' as quote, t.publisher_name as "quotedFrom"
    from framed_narratives n
    left join titles t on t.title_id::text = n.evidence -> 0 ->> 'title_id' and t.ef_id = n.ef_id
    where n.ef_id = any(${families.map(({ id }) => String(id))}::bigint[])
    order by n.ef_id, n.position`;
  return families.map((family) => ({
    ...family,
    frames: frames.filter(({ familyId }) => familyId === family.id).map(({ familyId, ...frame }) => frame),
  }));
}
