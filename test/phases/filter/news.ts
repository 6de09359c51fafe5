// Titles for tests of the gate's phase and its desk commands: a feed, and pending titles in it.
import type { Sql } from 'postgres';

/** Inserts a feed and these titles, pending, published an hour apart; ids count from 1 in an empty table. */
export async function insertTitles(sql: Sql, titles: readonly string[], lang = 'en', feed = 'feeds/a.xml'): Promise<void> {
  await sql`insert into feeds (url, publisher_name, lang) values (${feed}, ${feed}, ${lang}) on conflict do nothing`;
  await sql`
    insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from, raw)
    select f.feed_id, ${feed} || place, title, title, title, ${feed}, ${lang}, '2026-03-10T00:00:00Z'::timestamptz + place * interval '1 hour', 'item', '{}'
    from unnest(${titles as string[]}::text[]) with ordinality as given (title, place)
    join feeds f on f.url = ${feed}
    order by place`;
}

/** Status by title id, as `{ 1: 'gate_keep' }`. */
export async function statuses(sql: Sql): Promise<Record<string, string>> {
  const rows = await sql<{ id: string; status: string }[]>`select title_id as id, status from titles order by title_id`;
  return Object.fromEntries(rows.map(({ id, status }) => [id, status]));
}
