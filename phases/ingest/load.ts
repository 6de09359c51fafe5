// Due feeds with all that reading them needs.

import type { LastReading } from '../../lib/feeds/fetch/fetcher.js';
import { isToAskWhole, noWishes, type Timing, type Wishes, withoutValidators } from '../../lib/feeds/fetch/schedule.js';
import type { ItemId, Tools } from '../../lib/run.js';
import { type Clock, clockFrom } from './clock.js';
import type { FeedRow, FeedSettings } from './sources/kind.js';
import { isWeb } from './sources/text.js';

export interface Feed extends FeedRow {
  itemId: ItemId;
  kind: string;
  /** It was never read: no title of it is stored. */
  isNew: boolean;
  /** The database's time. */
  clock: Clock;
  timing: Timing & { readAt: Date | null; wishes: Wishes };
}

interface Row {
  feed_id: ItemId;
  url: string;
  kind: string;
  publisher_name: string;
  publisher_domain: string | null;
  lang: string;
  settings: FeedSettings;
  etag: string | null;
  last_modified: string | null;
  body_sha256: string | null;
  moved_to: string | null;
  interval_seconds: number | null;
  errors_in_row: number;
  failing_since: Date | null;
  succeeded_at: Date | null;
  wishes: Wishes | null;
  unmodified_in_row: number;
  whole_at: Date | null;
  is_new: boolean;
  now: Date;
}

/** With --since the feeds are asked for whole, whatever is known of them. */
export async function loadFeeds(itemIds: readonly ItemId[], { sql, since }: Tools): Promise<Feed[]> {
  const rows = await sql<Row[]>`
    select feed_id, url, kind, publisher_name, publisher_domain, lang, settings, etag, last_modified, body_sha256, moved_to,
           interval_seconds, errors_in_row, failing_since, succeeded_at, wishes, unmodified_in_row, whole_at, clock_timestamp() as now,
           news_at is null as is_new
    from feeds where feed_id = any(${itemIds as string[]}::bigint[]) and listed`;
  const startedAt = performance.now();
  return rows.map((row) => {
    const asksWhole =
      isWeb(row.url) &&
      isToAskWhole({ errorsInRow: row.errors_in_row, unmodifiedInRow: row.unmodified_in_row, wholeAt: row.whole_at }, row.now);
    const at = row.moved_to ?? row.url;
    const known: LastReading = since
      ? { etag: null, lastModified: null, sha256: null, url: at }
      : { etag: row.etag, lastModified: row.last_modified, sha256: row.body_sha256, url: at };
    return {
      itemId: row.feed_id,
      url: row.url,
      kind: row.kind,
      publisher: row.publisher_name,
      domain: row.publisher_domain,
      lang: row.lang,
      settings: row.settings,
      isNew: row.is_new,
      known: asksWhole ? withoutValidators(known) : known,
      clock: clockFrom(row.now, startedAt),
      timing: {
        intervalSeconds: row.interval_seconds,
        errorsInRow: row.errors_in_row,
        failingSince: row.failing_since,
        readAt: row.succeeded_at,
        wishes: row.wishes ?? noWishes,
      },
    };
  });
}
