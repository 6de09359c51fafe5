// Outlets by name, of those that have titles. Postgres keeps a list of them (036).
import type { Fragment, Sql } from 'postgres';
import { queryOf } from './query.js';

export interface OutletHit {
  outlet: string;
  /** As its feed says; null where it has none of its own. */
  country: string | null;
  owner: string | null;
  lang: string | null;
  lastAt: Date;
}

/** Outlets of that name: as it is written, or, where there is none, whatever the case. */
export async function outletsNamed(sql: Sql, named: string): Promise<string[]> {
  const text = named.toWellFormed().replaceAll('\0', ' ');
  const [exact] = await sql`select from titles where publisher_name = ${text} limit 1`;
  if (exact) return [text];
  const alike = await sql<{ outlet: string }[]>`
    select o.outlet from outlet_search o
    where lower(o.outlet) = lower(${text}) and exists (select from titles t where t.publisher_name = o.outlet) order by o.outlet`;
  return alike.map(({ outlet }) => outlet);
}

export interface CountedOutlet extends OutletHit {
  /** Headlines since a time; no more are counted than `mostTitlesCounted`. */
  titles: number;
}

export const mostTitlesCounted = 1000;

/** Outlets by name, from behind `after` on, with how much came of each since a time. */
export async function listOutlets(
  sql: Sql,
  since: Date,
  { limit, after = '' }: { limit: number; after?: string | undefined },
): Promise<CountedOutlet[]> {
  return await sql<CountedOutlet[]>`
    select o.outlet, f.country, f.owner, f.lang, l.at as "lastAt",
      (select count(*)::int from (
         select from titles t where t.publisher_name = o.outlet and t.published_at >= ${since} limit ${mostTitlesCounted}) c) as titles
    from outlet_search o ${known(sql)}
    where o.outlet > ${after} and l.at is not null
    order by o.outlet
    limit ${limit}`;
}

/** Outlets whose names have the words, by name. */
export async function findOutlets(sql: Sql, words: string, limit: number): Promise<OutletHit[]> {
  const query = await queryOf(sql, words);
  return query === null ? [] : await sql<OutletHit[]>`${outletsWith(sql, { query, limit })}`;
}

/** The same as a statement; `query` is what the words are to Postgres. */
export function outletsWith(sql: Sql, { query, limit }: { query: string; limit: number }): Fragment {
  return sql`
    select o.outlet, f.country, f.owner, f.lang, l.at as "lastAt"
    from outlet_search o ${known(sql)}
    where o.words @@ to_tsquery('simple', ${query}) and l.at is not null
    order by lower(o.outlet), o.outlet
    limit ${limit}`;
}

/** When an outlet `o` was last read, and what its own feed says of it. */
function known(sql: Sql): Fragment {
  return sql`
    cross join lateral (select max(published_at) as at from titles t where t.publisher_name = o.outlet) l
    left join lateral (
      select country, owner, lang from feeds f where f.publisher_name = o.outlet
      order by f.kind = 'feed' desc, f.listed desc, f.feed_id limit 1
    ) f on true`;
}
