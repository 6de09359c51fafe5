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

interface Kept {
  number: string;
  edition: Edition;
}

/** The latest of those that were kept of the same theater and watchlist and ended before this one; null where there is none. */
export async function keptBefore(
  sql: Sql,
  { until, theater, watch = null }: Pick<Edition, 'until' | 'theater'> & { watch?: string | null },
): Promise<Kept | null> {
  const [row] = await sql<Kept[]>`
    select edition_id::text as number, edition from editions
    where until < ${until} and theater is not distinct from ${theater} and watch is not distinct from ${watch}
    order by until desc, edition_id desc limit 1`;
  return row ?? null;
}

/** Those of all theaters, the latest first. */
export async function listKept(sql: Sql, limit: number): Promise<{ number: string; since: Date; until: Date }[]> {
  return await sql<{ number: string; since: Date; until: Date }[]>`
    select edition_id::text as number, since, until from editions where theater is null and watch is null
    order by until desc, edition_id desc limit ${limit}`;
}
