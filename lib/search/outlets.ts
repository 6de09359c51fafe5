// Outlets by name. There are few among many titles: each is found by one step along the index of publishers.
import type { Sql } from 'postgres';
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
    with recursive ${allOutlets(sql)}
    select outlet from outlets where lower(outlet) = lower(${text}) order by outlet`;
  return alike.map(({ outlet }) => outlet);
}

export interface CountedOutlet extends OutletHit {
  /** Headlines since a time; no more are counted than `mostCounted`. */
  titles: number;
}

export const mostCounted = 1000;

/** Outlets by name, from behind `after` on, with how much came of each since a time. */
export async function listOutlets(
  sql: Sql,
  since: Date,
  { limit, after = '' }: { limit: number; after?: string | undefined },
): Promise<CountedOutlet[]> {
  return await sql<CountedOutlet[]>`
    with recursive outlets (outlet, place) as (
      (select publisher_name, 1 from titles where publisher_name > ${after} order by publisher_name limit 1)
      union all
      select (select t.publisher_name from titles t where t.publisher_name > o.outlet order by t.publisher_name limit 1), o.place + 1
      from outlets o
      where o.outlet is not null and o.place < ${limit}
    )
    select o.outlet, f.country, f.owner, f.lang, (select max(published_at) from titles t where t.publisher_name = o.outlet) as "lastAt",
      (select count(*)::int from (
         select from titles t where t.publisher_name = o.outlet and t.published_at >= ${since} limit ${mostCounted}) c) as titles
    from outlets o
    left join lateral (
      select country, owner, lang from feeds f where f.publisher_name = o.outlet and f.kind = 'feed' order by f.listed desc, f.feed_id limit 1
    ) f on true
    where o.outlet is not null
    order by o.place`;
}

/** Outlets whose names have the words, by name. */
export async function findOutlets(sql: Sql, words: string, limit: number): Promise<OutletHit[]> {
  const query = await queryOf(sql, words);
  if (query === null) return [];
  return await sql<OutletHit[]>`
    with recursive ${allOutlets(sql)}
    select o.outlet, f.country, f.owner, f.lang, l.at as "lastAt"
    from outlets o
    cross join lateral (select max(published_at) as at from titles t where t.publisher_name = o.outlet) l
    left join lateral (
      select country, owner, lang from feeds f where f.publisher_name = o.outlet and f.kind = 'feed' order by f.listed desc, f.feed_id limit 1
    ) f on true
    where o.outlet is not null and to_tsvector('simple', search_fold(o.outlet)) @@ to_tsquery('simple', ${query})
    order by lower(o.outlet), o.outlet
    limit ${limit}`;
}

function allOutlets(sql: Sql) {
  return sql`
    outlets (outlet) as (
      (select publisher_name from titles order by publisher_name limit 1)
      union all
      select (select t.publisher_name from titles t where t.publisher_name > o.outlet order by t.publisher_name limit 1)
      from outlets o
      where o.outlet is not null
    )`;
}
