// Titles that no feed brings: typed by hand, or of a file. They hang on one row of feeds that is kept for them; what is known already
// stays as it is.
import type { Sql } from 'postgres';
import type { FeedHeadline } from '../../../lib/feeds/read/headline.js';
import type { FeedItem } from '../../../lib/feeds/read/item.js';
import { unknownLanguage } from '../../../lib/feeds/read/language.js';
import { domainOf } from '../../../lib/feeds/read/link.js';
import type { ItemId } from '../../../lib/run.js';
import { titleColumnNames, titleRows } from '../titles.js';

/** Where neither the title nor the operator names a publisher, and no link tells one. */
export const unknownPublisher = 'unknown publisher';

/** The row of feeds, made if need be. It is not listed, because it is never read. */
export async function feedByHand(sql: Sql): Promise<ItemId> {
  const [row] = await sql<{ id: ItemId }[]>`
    with made as (
      insert into feeds (url, kind, origin, listed, publisher_name, lang)
      select 'by hand', 'hand', 'hand', false, ${unknownPublisher}, ${unknownLanguage}
      where not exists (select from feeds where url = 'by hand')
      on conflict (url) do update set kind = excluded.kind
      returning feed_id
    )
    select feed_id as id from made union all select feed_id from feeds where url = 'by hand' limit 1`;
  if (!row) throw new Error('The row of feeds for titles by hand could not be made. Run the command again.');
  return row.id;
}

/** The item with a publisher, if any is to be known: what it says itself, else whose domain its link is on. */
export function withPublisher(item: FeedItem): FeedItem {
  if (item.source !== null) return item;
  const name = domainOf(item.link);
  return name === null ? item : { ...item, source: { name, url: item.link } };
}

/** Stores what is not there, in one statement, and returns its ids. */
export async function storeByHand(sql: Sql, feedId: ItemId, headlines: readonly FeedHeadline[]): Promise<ItemId[]> {
  const made = headlines.map((headline) => ({ feedId, headline }));
  const rows = await sql<{ id: ItemId }[]>`
    insert into titles (${titleColumnNames(sql)})
    select *
    from (${titleRows(sql, made)}) r
    where not exists (select from titles t where t.title_hash = r.title_hash)
    order by published_at, title_hash
    on conflict do nothing
    returning title_id as id`;
  return rows.map(({ id }) => id);
}
