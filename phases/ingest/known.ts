// Takes the headlines of a feed; leaves those that are not stored yet, and those stored under other words. One statement a feed.
import type { Sql } from 'postgres';
import type { Headline } from './read/headline.js';

/** What a headline is known by. */
export type Identity = Pick<Headline, 'title_hash' | 'guid' | 'url_canonical'>;

/** A stored title that its feed now words differently. */
export interface Reworded<One extends Identity> {
  title_id: string;
  headline: One;
}

/**
 * A headline is known by its hash (title and publisher), by its GUID in this feed, or by its link in this feed where no other headline of
 * the feed has the same link.
 */
export async function whatIsNew<One extends Identity>(
  sql: Sql,
  feedId: string,
  headlines: readonly One[],
): Promise<{ fresh: One[]; reworded: Reworded<One>[] }> {
  if (headlines.length === 0) return { fresh: [], reworded: [] };
  const links = ownLinks(headlines);
  const hashes = headlines.map((one) => one.title_hash);
  const guids = headlines.flatMap((one) => (one.guid === null ? [] : [one.guid]));
  const rows = await sql<{ title_id: string; title_hash: string; guid: string | null; url_canonical: string | null; own: boolean }[]>`
    select title_id, title_hash, guid, url_canonical, feed_id = ${feedId} as own from titles where title_hash = any(${hashes})
    union
    select title_id, title_hash, guid, url_canonical, true from titles where feed_id = ${feedId} and guid = any(${guids})
    union
    select title_id, title_hash, guid, url_canonical, true from titles
    where feed_id = ${feedId} and url_canonical = any(${[...links]})`;
  const byHash = new Set(rows.map((row) => row.title_hash));
  const own = rows.filter((row) => row.own);
  const byGuid = new Map(own.flatMap((row) => (row.guid === null ? [] : [[row.guid, row.title_id] as const])));
  const byLink = new Map(own.flatMap((row) => (row.url_canonical === null ? [] : [[row.url_canonical, row.title_id] as const])));
  const fresh: One[] = [];
  const reworded = new Map<string, Reworded<One>>();
  for (const headline of headlines) {
    if (byHash.has(headline.title_hash)) continue;
    const link = headline.url_canonical;
    const titleId =
      (headline.guid === null ? undefined : byGuid.get(headline.guid)) ?? (link !== null && links.has(link) ? byLink.get(link) : undefined);
    if (titleId === undefined) fresh.push(headline);
    else if (!reworded.has(titleId)) reworded.set(titleId, { title_id: titleId, headline });
  }
  return { fresh, reworded: [...reworded.values()] };
}

/** Links that one headline of the feed has alone: a link that several share names a page, not an item. */
function ownLinks(headlines: readonly Identity[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { url_canonical: link } of headlines) if (link !== null) counts.set(link, (counts.get(link) ?? 0) + 1);
  return new Set([...counts].flatMap(([link, count]) => (count === 1 ? [link] : [])));
}
