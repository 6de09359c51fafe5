// What the pages of theaters show: families, outlets and actors of a time, found in the narrow table.
import type { Sql } from 'postgres';
import type { ListedFamily } from '../families.js';
import type { Span } from '../span.js';

export interface TheaterView {
  theater: string;
  name: string;
  span: Span;
  /** In the span; more are not counted than `mostTheaterFamilies`. */
  families: number;
  /** Families by day of their last headline, the first day first. */
  days: { day: string; families: number }[];
  weightiest: ListedFamily[];
  outlets: { outlet: string; families: number }[];
  actors: { id: string; name: string; families: number }[];
}

export const mostTheaterFamilies = 5000;
const most = { listed: 25, names: 20 };

type Asked = Span & { theater: string; timeZone: string };

/**
 * Families by day (of the zone asked for), the weightiest, outlets and actors of the theater in the span; empty lists where there is nothing,
 * also for a theater that nobody knows.
 */
export async function readTheater(sql: Sql, asked: Asked): Promise<Omit<TheaterView, 'span' | 'theater' | 'name'>> {
  const [days, weightiest, outlets, actors] = await Promise.all([
    sql<TheaterView['days']>`
      select to_char(s.last_at at time zone ${asked.timeZone}, 'YYYY-MM-DD') as day, count(*)::int as families
      from ${latest(sql, asked)} s group by 1 order by 1`,
    sql<ListedFamily[]>`
      select f.ef_id::float8 as id, f.title, f.theater, f.event_type as "eventType", f.title_count as titles, s.outlet_count as outlets, f.importance,
        f.last_at as "lastAt"
      from (select * from ${latest(sql, asked)} l order by weight desc, ef_id desc limit ${most.listed}) s
      join event_families f using (ef_id)
      order by s.weight desc, f.ef_id desc`,
    sql<TheaterView['outlets']>`
      select o.outlet, count(*)::int as families from ${latest(sql, asked)} s cross join lateral unnest(s.outlets) o (outlet)
      group by 1 order by 2 desc, 1 limit ${most.names}`,
    sql<TheaterView['actors']>`
      select n.id, coalesce(a.name, n.id) as name, n.families
      from (
        select o.id, count(*)::int as families from ${latest(sql, asked)} s cross join lateral unnest(s.actors) o (id)
        group by 1 order by 2 desc, 1 limit ${most.names}
      ) n
      left join actors a on a.actor_id = n.id
      order by n.families desc, n.id`,
  ]);
  const families = days.reduce((all, day) => all + day.families, 0);
  return { families, days: [...days], weightiest: [...weightiest], outlets: [...outlets], actors: [...actors] };
}

function latest(sql: Sql, { theater, since, until }: Asked) {
  return sql`(
    select ef_id, last_at, weight, outlet_count, outlets, actors from family_search
    where theater = ${theater} and status in ('seed', 'active') and last_at >= ${since} and last_at < ${until}
    order by last_at desc, ef_id desc limit ${mostTheaterFamilies})`;
}

/** Families of a time by theater, the most first. */
export async function readTheaters(sql: Sql, { since, until }: Span): Promise<{ theater: string; families: number; heaviest: number }[]> {
  return await sql<{ theater: string; families: number; heaviest: number }[]>`
    select theater, count(*)::int as families, max(weight)::int as heaviest from (
      select theater, weight from family_search
      where status in ('seed', 'active') and last_at >= ${since} and last_at < ${until}
      order by last_at desc limit ${4 * mostTheaterFamilies}
    ) s
    group by 1 order by 2 desc, 1`;
}
