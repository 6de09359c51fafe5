// Titles with words, the newest first. Words that many titles have are looked for in the newest, one after the other; those that few have in all at
// once; others by an index of words and days (036), in ever more days back. Pending titles are not indexed: the few that there are are looked through.
import type { Fragment, Sql } from 'postgres';
import { allOf } from './filter.js';
import { type Expected, expectedOf } from './frequent.js';

/** `past`: from behind this title on. */
interface Time {
  since?: Date | undefined;
  until?: Date | undefined;
  past?: { at: string; id: string } | undefined;
}

interface Asked {
  within: Time;
  /** Of a title `t`; nulls ask nothing. */
  asked: readonly (Fragment | null)[];
  limit: number;
}

/** Titles that are found one way: those that are decided about, as `id` and `at`, and whether that so many are found says that none is missing. */
interface Way {
  found: Fragment;
  isEnough: (found: number) => boolean;
}

/** From this share on the newest are walked through, and so many of them at most. */
const [walkedShare, mostWalked] = [1 / 50, 20_000];
const mostFew = 200;
/** If those of so many days are too few, those of so many times as many. */
const timesMoreDays = 4;

/** The latest that fit, the newest first: `columns` of a title `t`, and how many there were to choose from. */
export async function latestWith<Row extends { found?: number }>(sql: Sql, query: string, asked: Asked, columns: Fragment): Promise<Row[]> {
  const { limit, within } = asked;
  for (const { found, isEnough } of ways(sql, query, await expectedOf(sql, 'title_search', query), asked)) {
    const rows = await sql<Row[]>`
      with decided as materialized (${found}), pending as (
        select t.title_id from titles t
        where ${allOf(sql, [sql`t.status = 'pending'`, fitsPending(sql, query), inTime(sql, sql`t`, within), ...asked.asked])}
      )
      select ${columns}, (select count(*)::float8 from decided) as found
      from (select id from decided union all select title_id from pending) f join titles t on t.title_id = f.id
      order by t.published_at desc, t.title_id desc limit ${limit}`;
    if (isEnough(rows[0]?.found ?? 0)) return rows;
  }
  return [];
}

/** All titles whose words fit the query, to be read from, also those that title_search still lacks (034); all where there is none. */
export function titlesWith(sql: Sql, query: string | undefined): Fragment {
  if (query === undefined) return sql`titles`;
  return sql`(select t.* from title_search s join titles t using (title_id) where ${fits(sql, query)}
    union all select * from titles where status = 'pending' and ${fitsPending(sql, query)}
    union all select t.* from fills f join titles t on t.title_id > f.up_to where f.filled_at is null and t.status <> 'pending'
      and ${fitsPending(sql, query)} and not exists (select from title_search s where s.title_id = t.title_id))`;
}

/** That the time of `s`, a title or its row in title_search, is within. */
export function inTime(sql: Sql, s: Fragment, { since, until, past }: Time): Fragment {
  return allOf(sql, [
    since === undefined ? null : sql`${s}.published_at >= ${since}`,
    until === undefined ? null : sql`${s}.published_at < ${until}`,
    past === undefined ? null : sql`(${s}.published_at, ${s}.title_id) < (${past.at}::timestamptz, ${past.id}::bigint)`,
  ]);
}

/** From the cheapest on, as far as can be told; the last always suffices. */
function* ways(sql: Sql, query: string, { share, matches, rows, rowsPerDay }: Expected, asked: Asked): Generator<Way> {
  const isEnough = (found: number) => found >= asked.limit;
  const isNarrowed = asked.asked.some((one) => one !== null);
  if (share !== null && share >= walkedShare && !isNarrowed)
    yield { found: walked(sql, query, Math.min(mostWalked, Math.ceil((10 * asked.limit) / share)), asked), isEnough };
  if (matches <= mostFew) yield { found: few(sql, query, asked), isEnough: (found) => found <= mostFew };
  if (share !== null)
    for (let days = Math.ceil((6 * asked.limit) / (share * rowsPerDay)); days < 1000 && days * rowsPerDay < rows; days *= timesMoreDays)
      yield { found: ofDays(sql, query, days, asked), isEnough };
  yield { found: latest(sql, query, sql`true`, asked), isEnough: () => true };
}

/** The newest titles, one after the other, as far as the last that is wanted. */
function walked(sql: Sql, query: string, most: number, { within, limit }: Asked): Fragment {
  return sql`
    select s.title_id as id, s.published_at as at
    from (select s.* from title_search s where ${inTime(sql, sql`s`, within)} order by s.published_at desc, s.title_id desc limit ${most}) s
    where ${fits(sql, query)}
    order by s.published_at desc, s.title_id desc limit ${limit}`;
}

/** One more than few, in no order. */
function few(sql: Sql, query: string, { within, asked }: Asked): Fragment {
  return sql`
    select s.title_id as id, s.published_at as at from title_search s ${joined(sql, asked)}
    where ${allOf(sql, [fits(sql, query), inTime(sql, sql`s`, within), ...asked])} limit ${mostFew + 1}`;
}

/** Those of the last so many days, in words that the index of days knows. */
function ofDays(sql: Sql, query: string, days: number, asked: Asked): Fragment {
  const newest = sql`select s.published_at from title_search s where ${inTime(sql, sql`s`, asked.within)} order by s.published_at desc, s.title_id desc limit 1`;
  const listed = sql`array(select (n.published_at at time zone 'UTC')::date - back from (${newest}) n, generate_series(0, ${days}::int) back)`;
  return latest(sql, query, sql`array[(s.published_at at time zone 'UTC')::date] && ${listed}`, asked);
}

/** All that fit are found before they are put in order: the planner would rather walk all in order. */
function latest(sql: Sql, query: string, also: Fragment, { within, asked, limit }: Asked): Fragment {
  return sql`
    select id, at from (
      select s.title_id as id, s.published_at as at from title_search s ${joined(sql, asked)}
      where ${allOf(sql, [fits(sql, query), also, inTime(sql, sql`s`, within), ...asked])} offset 0
    ) m
    order by at desc, id desc limit ${limit}`;
}

function fits(sql: Sql, query: string): Fragment {
  return sql`s.words @@ to_tsquery('simple', ${query})`;
}

function fitsPending(sql: Sql, query: string): Fragment {
  return sql`to_tsvector('simple', search_fold(title_norm)) @@ to_tsquery('simple', ${query})`;
}

/** Nothing of a title is read where nothing but its words is asked for. */
function joined(sql: Sql, asked: readonly (Fragment | null)[]): Fragment {
  return asked.some((one) => one !== null) ? sql`join titles t using (title_id)` : sql``;
}
