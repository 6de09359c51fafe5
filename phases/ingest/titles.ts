// Headlines as rows of titles, for a statement to stand in: who inserts them says what else must hold.
import type { Fragment, Sql } from 'postgres';
import type { FeedHeadline } from '../../lib/feeds/read/headline.js';
import type { ItemId } from '../../lib/run.js';
import { textColumn } from '../../lib/text-column.js';

/**
 * A query of feed_id and what a headline fills of titles, in the order in which `columns` names them. What most rows would say twice is sent
 * once: a canonical address that is the address, a title that is shown as it was written.
 */
export function titleRows(sql: Sql, made: readonly { feedId: ItemId; headline: FeedHeadline }[]): Fragment {
  const column = (of: (headline: FeedHeadline) => string | null) =>
    textColumn(
      sql,
      made.map(({ headline }) => of(headline)),
    );
  const feedIds = textColumn(
    sql,
    made.map(({ feedId }) => feedId),
  );
  return sql`
    select r.feed_id::bigint as feed_id, r.guid, r.url, coalesce(r.url_canonical, r.url) as url_canonical, r.title_hash, r.title_original,
           coalesce(r.title_display, r.title_original) as title_display, r.title_norm, r.publisher_name, r.publisher_domain, r.lang,
           r.description, r.published_at::timestamptz as published_at, r.published_at_from, r.raw::jsonb as raw
    from unnest(
      ${feedIds}, ${column((one) => one.guid)}, ${column((one) => one.url)},
      ${column((one) => (one.url_canonical === one.url ? null : one.url_canonical))}, ${column((one) => one.title_hash)},
      ${column((one) => one.title_original)}, ${column((one) => (one.title_display === one.title_original ? null : one.title_display))},
      ${column((one) => one.title_norm)}, ${column((one) => one.publisher_name)}, ${column((one) => one.publisher_domain)},
      ${column((one) => one.lang)}, ${column((one) => one.description)}, ${column((one) => one.published_at)},
      ${column((one) => one.published_at_from)}, ${column((one) => one.raw.json)}
    ) as r (feed_id, guid, url, url_canonical, title_hash, title_original, title_display, title_norm, publisher_name, publisher_domain,
            lang, description, published_at, published_at_from, raw)
    where r.feed_id is not null`;
}

/** The columns of titles that a headline fills. */
export function titleColumnNames(sql: Sql): Fragment {
  return sql`feed_id, guid, url, url_canonical, title_hash, title_original, title_display, title_norm, publisher_name, publisher_domain, lang,
    description, published_at, published_at_from, raw`;
}
