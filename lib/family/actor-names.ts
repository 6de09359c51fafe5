// What actors are called: their English names as the vocabulary had them when a headline last named them.
import type { Sql } from 'postgres';

/** By id; ids that the table `actors` does not have are left out. */
export async function readActorNames(sql: Sql, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql<{ actor_id: string; name: string }[]>`
    select actor_id, name from actors where actor_id = any(${[...new Set(ids)]}::text[])`;
  return new Map(rows.map(({ actor_id, name }) => [actor_id, name]));
}
