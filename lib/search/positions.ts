// Positions: what an outlet tells again and again of who does what to whom, over families, and how its share of it stands against that of all.
import type { Sql } from 'postgres';

export interface Position {
  outlet: string;
  /** Ids; null where no doer or no one it is done to is named. */
  source: string | null;
  sourceName: string | null;
  action: string;
  target: string | null;
  targetName: string | null;
  /** In so many families; the last of them. */
  families: number;
  latest: number;
  firstAt: Date;
  lastAt: Date;
  /** Of the families whose acts the outlet tells, the share with this one, and how many times that of all outlets it is. */
  share: number;
  times: number;
}

interface Asked {
  since: Date;
  until: Date;
  outlet?: string | undefined;
  limit: number;
}

/** Fewer families, or a share nearer to that of all, is chance. */
const [leastFamilies, leastTimes] = [3, 1.5];

/** What stands out most first. */
export async function readPositions(sql: Sql, { since, until, outlet, limit }: Asked): Promise<Position[]> {
  return await sql<Position[]>`
    with told as materialized (
      select distinct ef.ef_id, ef.first_at, ef.last_at, o.outlet, a.act ->> 'source' as source, a.act ->> 'action' as action, a.act ->> 'target' as target
      from event_families ef
      cross join lateral jsonb_array_elements(ef.acts) a (act)
      cross join lateral jsonb_array_elements_text(a.act -> 'outlets') o (outlet)
      where ef.status in ('seed', 'active') and ef.last_at >= ${since} and ef.first_at < ${until} and jsonb_typeof(a.act -> 'outlets') = 'array'
    ),
    of_outlet as (select outlet, count(distinct ef_id)::float8 as families from told group by outlet),
    of_all as (select source, action, target, count(*)::float8 as times from told group by source, action, target),
    each as (
      select outlet, source, action, target, count(*)::int as families, max(ef_id)::float8 as latest, min(first_at) as first_at, max(last_at) as last_at
      from told group by outlet, source, action, target
    ),
    compared as (
      select e.*, round((e.families / o.families)::numeric, 4)::float8 as share,
        round(((e.families / o.families) / (a.times / (select sum(families) from of_outlet)))::numeric, 4)::float8 as times
      from each e
      join of_outlet o using (outlet)
      join of_all a on a.source is not distinct from e.source and a.action = e.action and a.target is not distinct from e.target
    )
    select c.outlet, c.source, s.name as "sourceName", c.action, c.target, t.name as "targetName", c.families, c.latest,
      c.first_at as "firstAt", c.last_at as "lastAt", c.share, c.times
    from compared c
    left join actors s on s.actor_id = c.source
    left join actors t on t.actor_id = c.target
    where c.families >= ${leastFamilies} and c.times >= ${leastTimes} and ${outlet === undefined ? sql`true` : sql`c.outlet = ${outlet}`}
    order by c.times desc, c.families desc, c.outlet, c.source, c.action, c.target
    limit ${limit}`;
}
