// The row a stage has in `phases`, which its work, runs and pauses stand on.
import type { Sql } from 'postgres';

/** Gives each that has none its row, behind all that are there. */
export async function knownInDatabase(sql: Sql, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  await sql`
    insert into phases (name, position)
    select n.name, (select max(position) from phases) + n.place
    from unnest(${names as string[]}::text[]) with ordinality as n (name, place)
    where not exists (select from phases p where p.name = n.name)
    on conflict (name) do nothing`;
}
