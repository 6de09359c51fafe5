// Actors and outlets with words in their names, both by one statement: a search asks for both while many wait.
import type { Sql } from 'postgres';
import { type ActorHit, actorsWith } from './actors.js';
import { type OutletHit, outletsWith } from './outlets.js';
import { queryOf } from './query.js';

interface Names {
  actors: ActorHit[];
  outlets: OutletHit[];
}

/** As `findActors` and `findOutlets` find them, by name; at most `limit` of each. */
export async function findNames(sql: Sql, words: string, limit: number): Promise<Names> {
  const query = await queryOf(sql, words);
  if (query === null) return { actors: [], outlets: [] };
  const [row] = await sql<{ actors: ActorHit[]; outlets: (Omit<OutletHit, 'lastAt'> & { lastAt: string })[] }[]>`
    select array(select to_jsonb(a) from (${actorsWith(sql, { query, words, limit })}) a) as actors,
      array(select to_jsonb(o) from (${outletsWith(sql, { query, limit })}) o) as outlets`;
  return {
    actors: row?.actors ?? [],
    outlets: (row?.outlets ?? []).map((one) => ({ ...one, lastAt: new Date(one.lastAt) })),
  };
}
