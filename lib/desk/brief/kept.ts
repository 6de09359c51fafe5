// Editions that were kept, by their number: the same span is kept once, and made anew in its place.
import type { Sql } from 'postgres';
import type { Edition } from '../../edition/edition.js';
import { jsonb } from '../../jsonb.js';

/** Returns its number. */
export async function keepEdition(sql: Sql, edition: Edition): Promise<string> {
  const [row] = await sql<{ number: string }[]>`
    insert into editions (since, until, theater, watch, edition)
    values (${edition.since}, ${edition.until}, ${edition.theater}, ${edition.watch ?? null}, ${jsonb(sql, edition)})
    on conflict (since, until, theater, watch) do update set edition = excluded.edition, made_at = now()
    returning edition_id::text as number`;
  return row?.number ?? '';
}

/** Null where no such edition was kept. */
export async function keptEdition(sql: Sql, number: string): Promise<Edition | null> {
  const [row] = await sql<{ edition: Edition }[]>`select edition from editions where edition_id = ${number}`;
  return row?.edition ?? null;
}
