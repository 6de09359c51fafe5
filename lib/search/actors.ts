// Actors by name or id.
import type { Fragment, Sql } from 'postgres';
import { queryOf } from './query.js';

export interface ActorHit {
  id: string;
  name: string;
  kind: string;
}

/** Actors whose name has the words or whose id they are, by name. */
export async function findActors(sql: Sql, words: string, limit: number): Promise<ActorHit[]> {
  const query = await queryOf(sql, words);
  return query === null ? [] : await sql<ActorHit[]>`${actorsWith(sql, { query, words, limit })}`;
}

/** The same as a statement; `query` is what the words are to Postgres. */
export function actorsWith(sql: Sql, { query, words, limit }: { query: string; words: string; limit: number }): Fragment {
  return sql`
    select actor_id as id, name, kind from (
      select actor_id, name, kind from actors where to_tsvector('simple', search_fold(name)) @@ to_tsquery('simple', ${query})
      union select actor_id, name, kind from actors where lower(actor_id) = lower(${words.trim().replaceAll('\0', ' ')})
    ) a
    order by lower(name), actor_id
    limit ${limit}`;
}
