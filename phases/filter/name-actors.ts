// The vocabulary's actors, by id, for the phases and people that show their names. Written once a run, before its first decisions.
import type { Sql } from 'postgres';
import type { Actor } from '../../lib/vocabulary.js';

const named = new WeakMap<Sql, Promise<void>>();

/** Idempotent; what fails is tried again by the next group. */
export function nameActors(sql: Sql, actors: ReadonlyMap<string, Actor>): Promise<void> {
  const known = named.get(sql);
  if (known !== undefined) return known;
  const writing = write(sql, actors).catch((error: unknown) => {
    named.delete(sql);
    throw error;
  });
  named.set(sql, writing);
  return writing;
}

async function write(sql: Sql, known: ReadonlyMap<string, Actor>): Promise<void> {
  const actors = [...known.values()].map(({ id, name, kind }) => ({ actor_id: id, name, kind }));
  await sql`
    insert into actors (actor_id, name, kind)
    select actor_id, name, kind from jsonb_to_recordset(${sql.json(actors)}) as n (actor_id text, name text, kind text)
    where not exists (select from actors a where (a.actor_id, a.name, a.kind) = (n.actor_id, n.name, n.kind))
    on conflict (actor_id) do update set name = excluded.name, kind = excluded.kind`;
}
