// Positions: what an outlet tells, or an actor says, again and again of who does what to whom, over families; how its share of it stands against
// that of all, and whether it is told more or less of late.
import type { Fragment, Sql } from 'postgres';

export interface Position {
  /** The outlet that tells it; null where an actor is quoted. */
  outlet: string | null;
  /** The actor that says it, as headlines quote it; null where an outlet tells it. */
  speaker: string | null;
  speakerName: string | null;
  /** Ids; null where no doer or no one it is done to is named. */
  source: string | null;
  sourceName: string | null;
  action: string;
  target: string | null;
  targetName: string | null;
  /** In so many families; the last of them. */
  families: number;
  latest: number;
  latestTitle: string;
  firstAt: Date;
  lastAt: Date;
  /** Of the families whose acts the outlet or the speaker tells, the share with this one, and how many times that of all it is. */
  share: number;
  times: number;
  /** Of the families so many in the later half of the time. */
  later: number;
  trend: 'rising' | 'fading' | 'steady';
}

/** What positions and wordings are asked of: a time, and perhaps one outlet. */
export interface PositionsAsked {
  since: Date;
  until: Date;
  outlet?: string | undefined;
  /** All where it is left out. */
  limit?: number;
}

/** Fewer families, or a share nearer to that of all, is chance. */
export const [leastFamilies, leastTimes] = [3, 1.5] as const;
/** The latest of the time. */
const mostFamilies = 20_000;

/** What stands out most first. */
export async function readPositions(sql: Sql, asked: PositionsAsked & { limit: number }): Promise<Position[]> {
  return await sql<Position[]>`${positionsOf(sql, asked)}`;
}

/** The same as a statement, to be put to the database or into another. */
export function positionsOf(sql: Sql, { since, until, outlet, limit }: PositionsAsked): Fragment {
  const middle = new Date((since.getTime() + until.getTime()) / 2);
  return sql`
    with ${toldIn(sql, { since, until })},
    of_teller as (select teller, speaks, count(distinct ef_id)::float8 as families from told group by teller, speaks),
    of_all as (select speaks, source, action, target, count(*)::float8 as times from told group by speaks, source, action, target),
    each as (
      select teller, speaks, source, action, target, count(*)::int as families, max(ef_id) as latest, min(first_at) as first_at, max(last_at) as last_at,
        count(*) filter (where last_at >= ${middle})::int as later
      from told group by teller, speaks, source, action, target
    ),
    compared as (
      select e.*, round((e.families / o.families)::numeric, 4)::float8 as share,
        round(((e.families / o.families) / (a.times / (select sum(families) from of_teller s where s.speaks = e.speaks)))::numeric, 4)::float8 as times
      from each e
      join of_teller o using (teller, speaks)
      join of_all a on a.speaks = e.speaks and a.source is not distinct from e.source and a.action = e.action and a.target is not distinct from e.target
      where e.families >= ${leastFamilies}
    )
    select case when not c.speaks then c.teller end as outlet, case when c.speaks then c.teller end as speaker, b.name as "speakerName",
      c.source, s.name as "sourceName", c.action, c.target, t.name as "targetName", c.families, c.latest::float8 as latest, l.title as "latestTitle",
      c.first_at as "firstAt", c.last_at as "lastAt", c.share, c.times, c.later,
      case when c.later >= 2 * (c.families - c.later) then 'rising' when 2 * c.later <= c.families - c.later then 'fading' else 'steady' end as trend
    from compared c
    join event_families l on l.ef_id = c.latest
    left join actors b on c.speaks and b.actor_id = c.teller
    left join actors s on s.actor_id = c.source
    left join actors t on t.actor_id = c.target
    where c.times >= ${leastTimes} and ${outlet === undefined ? sql`true` : sql`(c.teller = ${outlet} and not c.speaks)`}
    order by c.times desc, c.families desc, c.teller, c.source, c.action, c.target
    limit ${limit ?? null}`;
}

/** Who tells or says which act in which family of the time, as `told` of a statement. */
export function toldIn(sql: Sql, { since, until }: Pick<PositionsAsked, 'since' | 'until'>): Fragment {
  return sql`
    acts as materialized (
      select ef.ef_id, ef.first_at, ef.last_at, a.act
      from (
        select * from event_families
        where status in ('seed', 'active') and last_at >= ${since} and first_at < ${until}
        order by last_at desc limit ${mostFamilies}
      ) ef
      cross join lateral jsonb_array_elements(ef.acts) a (act)
    ), told as materialized (
      select ef_id, first_at, last_at, o.outlet as teller, false as speaks, act ->> 'source' as source, act ->> 'action' as action, act ->> 'target' as target
      from acts cross join lateral jsonb_array_elements_text(act -> 'outlets') o (outlet)
      where jsonb_typeof(act -> 'outlets') = 'array'
      union
      select ef_id, first_at, last_at, act ->> 'saidBy', true, act ->> 'source', act ->> 'action', act ->> 'target'
      from acts where act ->> 'saidBy' is not null
    )`;
}
