// Wordings: the words that take a side which an outlet uses as its own more often than others of its language do, of acts of the same doer.
import type { Fragment, Sql } from 'postgres';
import { leastFamilies, leastTimes, type PositionsAsked } from './positions.js';

export interface SidedWording {
  outlet: string;
  lang: string;
  /** In small letters. */
  word: string;
  /** Whose acts it is said of; null where nobody is named. */
  doer: string | null;
  doerName: string | null;
  /** In so many families; the last of them. */
  families: number;
  latest: number;
  latestTitle: string;
  firstAt: Date;
  lastAt: Date;
  /** Of the outlet's headlines on acts of this doer, the share with the word, and how many times that of all outlets of its language it is. */
  share: number;
  times: number;
  later: number;
  trend: 'rising' | 'fading' | 'steady';
}

/** The latest of the time. */
const mostTitles = 50_000;

/** What stands out most first. */
export async function readWordings(sql: Sql, asked: PositionsAsked & { limit: number }): Promise<SidedWording[]> {
  return await sql<SidedWording[]>`${wordingsOf(sql, asked)}`;
}

/** The same as a statement, to be put to the database or into another. */
export function wordingsOf(sql: Sql, { since, until, outlet, limit }: PositionsAsked): Fragment {
  const middle = new Date((since.getTime() + until.getTime()) / 2);
  return sql`
    with ${wordedIn(sql, { since, until })},
    of_outlet as (select outlet, lang, doer, count(*)::float8 as titles from read group by outlet, lang, doer),
    of_all as (select lang, doer, count(*)::float8 as titles from read group by lang, doer),
    of_word as (select lang, doer, word, count(*)::float8 as titles from worded group by lang, doer, word),
    each as (
      select outlet, lang, doer, word, count(distinct ef_id)::int as families, count(*)::float8 as titles, max(ef_id) as latest,
        min(published_at) as first_at, max(published_at) as last_at, count(distinct ef_id) filter (where published_at >= ${middle})::int as later
      from worded group by outlet, lang, doer, word
    ),
    compared as (
      select e.*, round((e.titles / o.titles)::numeric, 4)::float8 as share,
        round(((e.titles / o.titles) / (w.titles / a.titles))::numeric, 4)::float8 as times
      from each e
      join of_outlet o on o.outlet = e.outlet and o.lang = e.lang and o.doer is not distinct from e.doer
      join of_all a on a.lang = e.lang and a.doer is not distinct from e.doer
      join of_word w on w.lang = e.lang and w.word = e.word and w.doer is not distinct from e.doer
      where e.families >= ${leastFamilies}
    )
    select c.outlet, c.lang, c.word, c.doer, d.name as "doerName", c.families, c.latest::float8 as latest, f.title as "latestTitle", c.first_at as "firstAt",
      c.last_at as "lastAt", c.share, c.times, c.later,
      case when c.later >= 2 * (c.families - c.later) then 'rising' when 2 * c.later <= c.families - c.later then 'fading' else 'steady' end as trend
    from compared c
    join event_families f on f.ef_id = c.latest
    left join actors d on d.actor_id = c.doer
    where c.times >= ${leastTimes} and ${outlet === undefined ? sql`true` : sql`c.outlet = ${outlet}`}
    order by c.times desc, c.families desc, c.outlet, c.word, c.doer
    limit ${limit ?? null}`;
}

/** Headlines of families in the time as `read`, and each with its words that take a side as `worded` of a statement. */
export function wordedIn(sql: Sql, { since, until }: Pick<PositionsAsked, 'since' | 'until'>): Fragment {
  return sql`
    read as materialized (
      select title_id, ef_id, publisher_name as outlet, lang, published_at, reading -> 'acts' -> 0 ->> 'source' as doer, reading -> 'wording' -> 'loaded' as loaded
      from titles
      where published_at >= ${since} and published_at < ${until} and ef_id is not null and reading is not null
      order by published_at desc limit ${mostTitles}
    ),
    worded as materialized (
      select distinct r.title_id, r.ef_id, r.outlet, r.lang, r.doer, r.published_at, lower(w.word) as word
      from read r cross join lateral jsonb_array_elements_text(r.loaded) w (word)
      where jsonb_typeof(r.loaded) = 'array'
    )`;
}
