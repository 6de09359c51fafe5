// P1 ingest: the new headlines of all sources that are due, each stored once, under whatever link or words it comes again. A source that
// cannot be read is noted on its row and tried later; it stops nothing else.
import { isMain, type Outcome, type Phase, run, type Tools } from '../lib/run.js';
import { readClock, tellOfClock } from './ingest/clock.js';
import { endingOf } from './ingest/ending.js';
import { tuneEngine } from './ingest/heap.js';
import { listSources } from './ingest/list.js';
import { type Feed, loadFeeds } from './ingest/load.js';
import { type FeedOutcome, readOne } from './ingest/reading.js';
import { settleReadings } from './ingest/settle.js';
import { webOf } from './ingest/web.js';

export const ingest: Phase<Feed, FeedOutcome> = {
  name: 'ingest',
  madeBy: () => [],
  prepare: async (tools) => {
    tellOfClock(await readClock(tools.sql), tools.log);
    await listSources(tools);
  },

  // A folder costs a look, and what was dropped there is to be taken at once. Who names a day with --since wants what feeds still have of it, due or not; only those that fail are left to their wait.
  food: (sql, _config, since) => sql`
    select feed_id as item_id, 0 as priority from feeds
    where listed and kind <> 'hand' and (next_fetch_at <= now() or kind = 'folder' or (${since !== undefined} and errors_in_row = 0))`,

  load: loadFeeds,

  work: (feeds, tools) => Promise.all(feeds.map((feed) => work(feed, tools))),

  settle: settleReadings,

  ending: (sql) => endingOf(webOf(sql).network, sql),
  pending: async (sql) => {
    const rows = await sql<{ pending: number }[]>`select count(*)::int as pending from titles where status = 'pending'`;
    return rows[0]?.pending ?? 0;
  },
};

async function work(feed: Feed, tools: Tools): Promise<Outcome<FeedOutcome>> {
  return { itemId: feed.itemId, result: await readOne(feed, tools) };
}

if (isMain(import.meta.url)) {
  tuneEngine();
  await run(ingest);
}
