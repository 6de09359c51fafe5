// Stores a feed that an operator adds, and says what was done. One that is there, under this address or one that has moved here, is not
// added again; one of sni.yaml is left to sni.yaml.
import type { Sql } from 'postgres';
import { shownAddress } from '../../../lib/feeds/fetch/problem.js';
import { jsonb } from '../../../lib/jsonb.js';
import type { ItemId } from '../../../lib/run.js';
import type { FeedSettings } from '../sources/kind.js';
import type { FoundFeed } from './find-feed.js';
import type { FeedGuess } from './guess.js';

/** What the flags say; the rest stays as it is, or is guessed where the feed is new. */
interface Given {
  publisher: string | undefined;
  lang: string | undefined;
  country: string | undefined;
  owner: string | undefined;
  settings: FeedSettings;
}

/** Returns what was done, in a sentence or two. */
export async function storeFeed(sql: Sql, { url, asked, read }: FoundFeed, guess: FeedGuess, given: Given): Promise<string> {
  const addresses = [url, asked, url.replace(/\/$/, '')];
  const { publisher = null, lang = null, country = null, owner = null } = given;
  const [added] = await sql<{ id: ItemId }[]>`
    insert into feeds (url, kind, origin, publisher_name, publisher_domain, country, owner, lang, settings)
    select ${url}, ${read.format === 'sitemap' ? 'sitemap' : 'feed'}, 'hand', ${publisher ?? guess.publisher}, ${guess.domain}, ${country}, ${owner},
      ${lang ?? guess.lang}, ${jsonb(sql, given.settings)}
    where not exists (select from feeds where url = any(${addresses}) or moved_to = ${url})
    on conflict (url) do nothing
    returning feed_id as id`;
  if (added) return `Added as feed ${added.id}. "sni run ingest" reads it.`;
  const [there] = await sql<{ id: ItemId; origin: string; listed: boolean; list: string | null }[]>`
    select f.feed_id as id, f.origin, f.listed, l.url as list
    from feeds f left join feeds l on l.feed_id = f.listed_by
    where f.url = any(${addresses}) or f.moved_to = ${url}
    order by f.url = ${url} desc, f.feed_id
    limit 1`;
  if (!there) throw new Error(`The feed ${shownAddress(url)} was there a moment ago and is no longer. Add it again.`);
  const where = `It is already there as feed ${there.id}`;
  if (there.listed && there.origin === 'list')
    return `${where}, from the list ${shownAddress(there.list ?? 'of feeds')}; nothing was changed.`;
  if (there.listed && there.origin === 'settings') return `${where}, from sni.yaml; nothing was changed.`;
  const changed = await change(sql, there.id, given);
  if (!there.listed) return `${where}, but was not read any more; from now on it is.`;
  return changed ? `${where}; it now goes by what the flags say.` : `${where}; nothing was changed.`;
}

/** What the flags say comes to hold; true where it did not before. A feed that was no longer read is due at once. */
async function change(sql: Sql, id: ItemId, given: Given): Promise<boolean> {
  const { publisher = null, lang = null, country = null, owner = null, settings } = given;
  const [row] = await sql<{ changed: boolean }[]>`
    update feeds f
    set listed = true, origin = 'hand', publisher_name = coalesce(${publisher}, f.publisher_name), country = coalesce(${country}, f.country),
        owner = coalesce(${owner}, f.owner),
        lang = coalesce(${lang}, f.lang), settings = f.settings || ${jsonb(sql, settings)},
        next_fetch_at = case when f.listed then f.next_fetch_at else now() end
    from feeds was
    where f.feed_id = ${id} and was.feed_id = f.feed_id and (f.origin = 'hand' or not f.listed)
    returning (f.publisher_name, f.country, f.owner, f.lang, f.settings) is distinct from
      (was.publisher_name, was.country, was.owner, was.lang, was.settings) as changed`;
  return row?.changed ?? false;
}
