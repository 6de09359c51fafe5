// P1 ingest. Takes the feeds that are due; leaves their new headlines in titles, status pending, each once however often and under
// whatever link it comes again. A feed that cannot be read is noted on its row and tried later; it stops nothing else.
import type { Source } from '../lib/config/settings.js';
import { isMain, type Outcome, type Phase, run, type Tools } from '../lib/run.js';
import { type Body, type KnownVersion, readBody } from './ingest/body.js';
import { clean, cut, type Headline, headlinesOf } from './ingest/headline.js';
import { parseFeed } from './ingest/parse.js';

interface Feed extends KnownVersion {
  itemId: string;
  source: Source;
}

type Reading = { headlines: Headline[]; body: Body; everySeconds: number } | { error: string; everySeconds: number };

export const ingest: Phase<Feed, Reading> = {
  name: 'ingest',
  madeBy: () => [],
  prepare: listFeeds,
  food: (sql) => sql`
    select feed_id as item_id, 0 as priority from feeds where listed and next_fetch_at <= now()`,
  load: loadFeeds,
  work: (feeds, tools) => Promise.all(feeds.map((feed) => readFeed(feed, tools))),
  settle: storeHeadlines,
  spends: (reading) => ('headlines' in reading ? reading.headlines.length : 0),
};

if (isMain(import.meta.url)) await run(ingest);

/** Brings the feeds table in line with sni.yaml: new feeds are due at once, feeds no longer named are kept but not read. */
async function listFeeds({ config, sql }: Pick<Tools, 'config' | 'sql'>): Promise<void> {
  const listed = config.sources.map((source) => ({
    url: source.feed,
    publisher_name: source.publisher,
    publisher_domain: source.domain ?? null,
    country: source.country ?? null,
    lang: source.lang,
  }));
  await sql`
    with named as materialized (
      select * from jsonb_to_recordset(${sql.json(listed)})
        as s (url text, publisher_name text, publisher_domain text, country text, lang text)
    ), added as (
      insert into feeds (url, publisher_name, publisher_domain, country, lang)
      select url, publisher_name, publisher_domain, country, lang from named n
      where not exists (select from feeds f where f.url = n.url)
      on conflict (url) do nothing
    ), changed as (
      update feeds f
      set publisher_name = n.publisher_name, publisher_domain = n.publisher_domain, country = n.country, lang = n.lang, listed = true
      from named n
      where f.url = n.url
        and (f.publisher_name, f.publisher_domain, f.country, f.lang, f.listed)
          is distinct from (n.publisher_name, n.publisher_domain, n.country, n.lang, true)
    )
    update feeds f set listed = false
    where listed and not exists (select from named n where n.url = f.url)`;
}

async function loadFeeds(itemIds: readonly string[], { sql, config }: Tools): Promise<Feed[]> {
  const sources = new Map(config.sources.map((source) => [source.feed, source]));
  const rows = await sql<{ feed_id: string; url: string; etag: string | null; last_modified: string | null; body_sha256: string | null }[]>`
    select feed_id, url, etag, last_modified, body_sha256
    from feeds where feed_id = any(${itemIds as string[]}::bigint[]) and listed`;
  return rows.flatMap(({ feed_id, url, etag, last_modified, body_sha256 }) => {
    const source = sources.get(url);
    return source ? [{ itemId: feed_id, source, etag, lastModified: last_modified, sha256: body_sha256 }] : [];
  });
}

async function readFeed(feed: Feed, { config, log, signal, since }: Tools): Promise<Outcome<Reading>> {
  const everySeconds = feed.source.every ?? config.ingestEverySeconds;
  try {
    const known = since ? { etag: null, lastModified: null, sha256: null } : feed;
    const body = await readBody(feed.source.feed, config.folder, known, signal);
    const items = body.text === null ? [] : await parseFeed(body.text);
    const headlines = headlinesOf(items, feed.source, new Date(), since);
    return { itemId: feed.itemId, result: { headlines, body, everySeconds } };
  } catch (error) {
    signal.throwIfAborted();
    const sentence = cut(clean(error instanceof Error ? error.message : String(error)), 1000);
    log.warn({ event: 'feed not read', feed: feed.source.feed, error: sentence });
    return { itemId: feed.itemId, result: { error: sentence, everySeconds } };
  }
}

/** New titles in, feeds noted as read. A title is new when neither its hash nor its GUID in this feed is known. */
function storeHeadlines(sql: Tools['sql'], results: readonly { itemId: string; result: Reading }[]) {
  const feeds = results.map(({ itemId, result }) => ({
    feed_id: itemId,
    every_seconds: result.everySeconds,
    error: 'error' in result ? result.error : null,
    etag: 'body' in result ? result.body.etag : null,
    last_modified: 'body' in result ? result.body.lastModified : null,
    body_sha256: 'body' in result ? result.body.sha256 : null,
  }));
  const titles = results.flatMap(({ itemId, result }) =>
    'headlines' in result ? result.headlines.map((headline) => ({ feed_id: itemId, ...headline })) : [],
  );
  return sql`
    read as (
      update feeds f
      set fetched_at = now(),
          next_fetch_at = now() + make_interval(secs => r.every_seconds * (1 + case when r.error is null then 0 else least(f.errors_in_row, 23) end)),
          errors_in_row = case when r.error is null then 0 else f.errors_in_row + 1 end,
          last_error = r.error,
          succeeded_at = case when r.error is null then now() else f.succeeded_at end,
          etag = case when r.error is null then r.etag else f.etag end,
          last_modified = case when r.error is null then r.last_modified else f.last_modified end,
          body_sha256 = case when r.error is null then r.body_sha256 else f.body_sha256 end
      from jsonb_to_recordset(${sql.json(feeds)})
        as r (feed_id bigint, every_seconds float8, error text, etag text, last_modified text, body_sha256 text)
      join closed on closed.item_id = r.feed_id
      where f.feed_id = r.feed_id
    ), incoming as materialized (
      select r.* from jsonb_to_recordset(${sql.json(titles)}) as r (
        feed_id bigint, guid text, url text, url_canonical text, title_hash text, title_original text, title_display text, title_norm text,
        publisher_name text, publisher_domain text, lang text, description text, published_at timestamptz, published_at_from text, raw jsonb)
      join closed on closed.item_id = r.feed_id
    ), made as (
      insert into titles (feed_id, guid, url, url_canonical, title_hash, title_original, title_display, title_norm,
                          publisher_name, publisher_domain, lang, description, published_at, published_at_from, raw)
      select * from incoming i
      where not exists (select from titles t where t.title_hash = i.title_hash)
        and not exists (select from titles t where t.feed_id = i.feed_id and t.guid = i.guid)
      order by i.published_at, i.title_hash
      on conflict do nothing
      returning title_id
    )`;
}
