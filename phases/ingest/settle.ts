// Writes what reading the feeds gave: new titles, new words of known ones, feeds of lists, and when each feed is read next. A feed whose
// news did not fit into the run's batch stays due. What a reading has none of is left out of its statement, for each connection plans it
// anew.

import type { Fragment } from 'postgres';
import { jsonb } from '../../lib/jsonb.js';
import type { ItemId, Tools } from '../../lib/run.js';
import type { FeedOutcome } from './reading.js';
import { listedMost } from './sources/opml.js';
import { titleColumnNames, titleRows } from './titles.js';

type Sql = Tools['sql'];
type Results = readonly { itemId: ItemId; result: FeedOutcome }[];

/** The CTEs after `closed (item_id)`; the last is `made`, the new titles. */
export function settleReadings(sql: Sql, results: Results): Fragment {
  return sql`${feedsSettled(sql, results)}${feedsListed(sql, results)}${titlesReworded(sql, results)}, ${titlesMade(sql, results)}`;
}

/** What was read of each feed. */
function feedsSettled(sql: Sql, results: Results): Fragment {
  const feeds = results.map(({ itemId, result }) => feedRow(itemId, result));
  return sql`
    read as (
      update feeds f
      set fetched_at = now(), next_fetch_at = r.next_at, interval_seconds = r.interval_seconds, errors_in_row = r.errors_in_row,
          failing_since = r.failing_since, last_error = r.error, last_problem = r.brief, gone = r.gone,
          succeeded_at = case when r.error is null and r.errors_in_row = 0 then now() else f.succeeded_at end,
          etag = case when r.keep then f.etag else r.etag end,
          last_modified = case when r.keep then f.last_modified else r.last_modified end,
          body_sha256 = case when r.keep then f.body_sha256 else r.sha256 end,
          moved_to = case when r.keep then f.moved_to else r.moved_to end,
          wishes = case when r.whole then r.wishes else f.wishes end,
          whole_at = case when r.answer = 'whole' then now() else f.whole_at end,
          unmodified_in_row = case r.answer when 'whole' then 0 when '304' then f.unmodified_in_row + 1 else f.unmodified_in_row end,
          news_at = case when r.answer = 'none' then f.news_at when r.news then now() else coalesce(f.news_at, now()) end
      from jsonb_to_recordset(${jsonb(sql, feeds)}) as r (
        feed_id bigint, next_at timestamptz, interval_seconds real, errors_in_row integer, failing_since timestamptz, error text, brief text,
        gone boolean, keep boolean, whole boolean, etag text, last_modified text, sha256 text, moved_to text, wishes jsonb,
        answer text, news boolean)
      join closed on closed.item_id = r.feed_id
      where f.feed_id = r.feed_id
    )`;
}

/** The feeds that lists name. */
function feedsListed(sql: Sql, results: Results): Fragment {
  const listed = results.flatMap(({ itemId, result }) =>
    result.kind === 'read' ? result.feeds.map((one, position) => ({ list_id: itemId, position, ...one })) : [],
  );
  if (listed.length === 0) return sql``;
  return sql`
    , lists as materialized (
      -- A list says nothing of private networks, and has room for so many feeds.
      select l.feed_id as list_id, l.settings - 'allowPrivate' as settings,
             ${listedMost} - (select count(*) from feeds f where f.listed_by = l.feed_id) as room
      from closed join feeds l on l.feed_id = closed.item_id
      where l.kind = 'opml'
    ), listed as (
      insert into feeds (url, kind, origin, listed_by, publisher_name, lang, settings)
      select n.url, 'feed', 'list', n.list_id, n.publisher, n.lang, n.settings
      from (
        select s.*, row_number() over (partition by s.list_id order by s.position) as number
        from (
          select distinct on (r.url) r.*, lists.settings, lists.room
          from jsonb_to_recordset(${jsonb(sql, listed)}) as r (list_id bigint, position integer, url text, publisher text, lang text)
          join lists using (list_id)
          where not exists (select from feeds f where f.url = r.url)
          order by r.url, r.position
        ) s
      ) n
      where n.number <= n.room
      on conflict (url) do nothing
    )`;
}

/** Other words of titles that are known. */
function titlesReworded(sql: Sql, results: Results): Fragment {
  const reworded = results.flatMap(({ itemId, result }) =>
    result.kind === 'read'
      ? result.reworded.map(({ title_id, headline }) => ({ feed_id: itemId, title_id, ...headline, raw: headline.raw.json }))
      : [],
  );
  if (reworded.length === 0) return sql``;
  return sql`
    , worded as materialized (
      select r.title_id, r.title_hash, r.title_original, r.title_display, r.title_norm, r.lang, r.raw::jsonb as raw
      from jsonb_to_recordset(${jsonb(sql, reworded)}) as r (
        feed_id bigint, title_id bigint, title_hash text, title_original text, title_display text, title_norm text, lang text, raw text)
      join closed on closed.item_id = r.feed_id
      where not exists (select from titles t where t.title_hash = r.title_hash)
    ), corrected as (
      update titles t
      set title_hash = w.title_hash, title_original = w.title_original, title_display = w.title_display, title_norm = w.title_norm,
          lang = w.lang, raw = w.raw
      from worded w
      where t.title_id = w.title_id and t.status = 'pending'
    ), remembered as (
      insert into title_wordings (title_id, title_hash, title_original)
      select w.title_id, w.title_hash, w.title_original
      from worded w join titles t using (title_id)
      where t.status <> 'pending'
      on conflict do nothing
    )`;
}

/** New titles. */
function titlesMade(sql: Sql, results: Results): Fragment {
  const made = results.flatMap(({ itemId, result }) =>
    result.kind === 'read' ? result.fresh.map((headline) => ({ feedId: itemId, headline })) : [],
  );
  if (made.length === 0) return sql`made as (select where false)`;
  return sql`
    incoming as materialized (
      select r.* from (${titleRows(sql, made)}) r join closed on closed.item_id = r.feed_id
    ), made as (
      insert into titles (${titleColumnNames(sql)})
      select * from incoming
      order by published_at, title_hash
      on conflict do nothing
      returning title_id
    )`;
}

/**
 * `keep`: what was known of the last whole body still holds. `whole`: the feed was read, so what it wishes is known anew. `answer`: what
 * its server gave. `news`: something was new to us.
 */
function feedRow(feedId: ItemId, outcome: FeedOutcome) {
  const { at, intervalSeconds, errorsInRow, failingSince } = outcome.next;
  const capped = outcome.kind === 'read' && outcome.capped;
  const due = outcome.kind === 'read' && (outcome.capped || outcome.more);
  const version = outcome.kind === 'failed' ? null : outcome.version;
  return {
    feed_id: feedId,
    next_at: (due ? new Date(0) : at).toISOString(),
    interval_seconds: intervalSeconds,
    errors_in_row: errorsInRow,
    failing_since: failingSince?.toISOString() ?? null,
    error: outcome.kind === 'failed' ? outcome.error : null,
    brief: outcome.kind === 'failed' ? outcome.brief : null,
    gone: outcome.kind === 'failed' && outcome.gone,
    keep: outcome.kind === 'failed' || capped,
    whole: outcome.kind === 'read' && outcome.feeds.length === 0,
    etag: version?.etag ?? null,
    last_modified: version?.lastModified ?? null,
    sha256: version?.sha256 ?? null,
    moved_to: version?.movedTo ?? null,
    wishes: outcome.kind === 'read' ? outcome.wishes : null,
    answer: outcome.kind === 'failed' ? 'none' : outcome.kind === 'unchanged' && outcome.by === '304' ? '304' : 'whole',
    news: outcome.kind === 'read' && outcome.fresh.length + outcome.reworded.length + outcome.feeds.length > 0,
  };
}
