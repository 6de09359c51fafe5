// What each day brought: titles that came in and how many of them the gate kept, families founded, narratives told, and what models cost.
import type { Sql } from 'postgres';

export interface StatsDay {
  /** 2026-03-10, of the operator's time zone. */
  day: string;
  /** Titles that came in, and of these those that are kept. */
  in: number;
  kept: number;
  families: number;
  narratives: number;
  costUsd: number;
}

/** Today and the days before it, `days` in all, the oldest first; a day without anything has zeros. */
export function readStatsDays(sql: Sql, timeZone: string, days: number): Promise<StatsDay[]> {
  return sql<StatsDay[]>`
    with span as (
      select (now() at time zone ${timeZone})::date - (${days}::integer - 1) as first
    ), since as (
      select first::timestamp at time zone ${timeZone} as at from span
    ), came as (
      select (ingested_at at time zone ${timeZone})::date as day, count(*) as titles, count(*) filter (where status = 'gate_keep') as kept
      from titles where ingested_at >= (select at from since) group by 1
    ), founded as (
      select (generated_at at time zone ${timeZone})::date as day, count(*) as families
      from event_families where generated_at >= (select at from since) group by 1
    ), told as (
      select (made_at at time zone ${timeZone})::date as day, count(*) as narratives
      from framed_narratives where made_at >= (select at from since) group by 1
    )
    select to_char(d.day, 'YYYY-MM-DD') as day, coalesce(c.titles, 0)::float8 as in, coalesce(c.kept, 0)::float8 as kept,
      coalesce(f.families, 0)::float8 as families, coalesce(n.narratives, 0)::float8 as narratives, coalesce(s.usd, 0)::float8 as "costUsd"
    from span, lateral (select (first + i)::date as day from generate_series(0, ${days}::integer - 1) i) d
    left join came c on c.day = d.day left join founded f on f.day = d.day left join told n on n.day = d.day
    left join spending s on s.day = d.day
    order by d.day`;
}
