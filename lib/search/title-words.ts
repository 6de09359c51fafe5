// Titles with words, the newest first. Frequent words are looked for in the newest titles, one after the other; words that few have in all at once,
// others in ever longer spans back. Pending titles are not indexed (034): the few that there are are looked through.
import type { Fragment, Sql } from 'postgres';
import { allOf } from './filter.js';
import { shareOfFrequent } from './frequent.js';

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

interface Place {
  id: string;
  atUs: number;
}

/** Looked through one after the other for frequent words. */
const mostWalked = 60_000;
const mostFew = 200;
/** Days back from the newest that may be meant; then all. */
const spansDays = [8, 32, 128];

/** The ids of the latest that fit, the newest first. */
export async function latestWith(sql: Sql, query: string, asked: Asked): Promise<string[]> {
  const [decided, pending] = await Promise.all([latestDecided(sql, query, asked), pendingWith(sql, query, asked)]);
  return inOrder([...decided, ...pending], asked.limit).map(({ id }) => id);
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

async function latestDecided(sql: Sql, query: string, asked: Asked): Promise<Place[]> {
  const { limit, within } = asked;
  const share = await shareOfFrequent(sql, 'title_search', query);
  if (share !== null) {
    const walked = await walk(sql, query, Math.min(mostWalked, (10 * limit) / share), asked);
    if (walked.length >= limit) return walked;
  }
  const few = await some(sql, query, asked);
  if (few.length <= mostFew) return inOrder(few, limit);
  const end = await newestAt(sql, within);
  for (const days of end === null ? [] : spansDays) {
    const found = await latestSince(sql, query, sql`s.published_at >= ${end}::timestamptz - ${days} * interval '1 day'`, asked);
    if (found.length >= limit) return found;
  }
  return await latestSince(sql, query, sql`true`, asked);
}

/** The newest titles, one after the other, as far as the last that is wanted. */
async function walk(sql: Sql, query: string, most: number, { within, asked, limit }: Asked): Promise<Place[]> {
  return await sql<Place[]>`
    select ${place(sql)}
    from (
      select s.* from title_search s where ${inTime(sql, sql`s`, within)} order by s.published_at desc, s.title_id desc limit ${Math.ceil(most)}
    ) s ${joined(sql, asked)}
    where ${allOf(sql, [fits(sql, query), ...asked])}
    order by s.published_at desc, s.title_id desc limit ${limit}`;
}

/** One more than few, in no order. */
async function some(sql: Sql, query: string, { within, asked }: Asked): Promise<Place[]> {
  return await sql<Place[]>`
    select ${place(sql)} from title_search s ${joined(sql, asked)}
    where ${allOf(sql, [fits(sql, query), inTime(sql, sql`s`, within), ...asked])} limit ${mostFew + 1}`;
}

/** All that fit are found before they are put in order: the planner would rather walk all in order. */
async function latestSince(sql: Sql, query: string, from: Fragment, { within, asked, limit }: Asked): Promise<Place[]> {
  return await sql<Place[]>`
    select id, "atUs" from (
      select ${place(sql)}, s.published_at, s.title_id from title_search s ${joined(sql, asked)}
      where ${allOf(sql, [fits(sql, query), inTime(sql, sql`s`, within), from, ...asked])} offset 0
    ) m
    order by published_at desc, title_id desc limit ${limit}`;
}

async function pendingWith(sql: Sql, query: string, { within, asked, limit }: Asked): Promise<Place[]> {
  return await sql<Place[]>`
    select ${place(sql, sql`t`)} from titles t
    where ${allOf(sql, [sql`t.status = 'pending'`, fitsPending(sql, query), inTime(sql, sql`t`, within), ...asked])}
    order by t.published_at desc, t.title_id desc limit ${limit}`;
}

async function newestAt(sql: Sql, within: Time): Promise<string | null> {
  const [row] = await sql<{ at: string }[]>`
    select s.published_at::text as at from title_search s where ${inTime(sql, sql`s`, within)} order by s.published_at desc, s.title_id desc limit 1`;
  return row?.at ?? null;
}

function inOrder(places: readonly Place[], limit: number): Place[] {
  return [...places].sort((a, b) => b.atUs - a.atUs || Number(b.id) - Number(a.id)).slice(0, limit);
}

function place(sql: Sql, s: Fragment = sql`s`): Fragment {
  return sql`${s}.title_id::text as id, (extract(epoch from ${s}.published_at) * 1000000)::bigint::float8 as "atUs"`;
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
