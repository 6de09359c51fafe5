// Reads one due feed. Whatever its source does is an outcome that is noted on its row; only what is wrong with the run itself is thrown.

import { shownAddress } from '../../lib/feeds/fetch/problem.js';
import { type Next, nextRead, noWishes, type Wishes } from '../../lib/feeds/fetch/schedule.js';
import type { FeedHeadline } from '../../lib/feeds/read/headline.js';
import type { Tools } from '../../lib/run.js';
import { collectIfLarge } from './heap.js';
import { type Reworded, whatIsNew } from './known.js';
import type { Feed } from './load.js';
import { makeMutex } from './mutex.js';
import { hostsOfOutage } from './outage.js';
import { type FeedRows, feedRowsOf } from './rows.js';
import { FeedUnread, type ListedFeed, type SourceReading, type Version } from './sources/kind.js';
import { sourceReaders } from './sources/kinds.js';
import { listedMost } from './sources/opml.js';
import { isWeb } from './sources/text.js';
import { webOf } from './web.js';

/**
 * `capped`: more was new than the run may still take; the feed stays due and is read whole again. `more`: it stays due and is read on
 * from where its version says.
 */
export type FeedOutcome =
  | {
      kind: 'read';
      fresh: FeedHeadline[];
      reworded: Reworded<FeedHeadline>[];
      feeds: ListedFeed[];
      version: Version;
      next: Next;
      capped: boolean;
      more: boolean;
      wishes: Wishes | null;
    }
  | { kind: 'unchanged'; by: '304' | 'hash'; version: Version; next: Next }
  | { kind: 'failed'; error: string; brief: string; gone: boolean; next: Next };

/** A source as it was read, its items already rows: nothing of what they were parsed from is held any longer. */
type Taken = Exclude<SourceReading, { kind: 'read' }> | (Omit<Extract<SourceReading, { kind: 'read' }>, 'read'> & FeedRows);

const parsingLarge = makeMutex();

/** What one reading stores at most, in characters of its rows; a longer feed stays due and gives the rest to the next runs, as with --batch. */
const rowsMost = 8 * 1024 * 1024;

/** Waits for its turn where the text is large. Rejects with the signal's reason, and with what is no fault of the feed. */
export async function readOne(feed: Feed, tools: Tools): Promise<FeedOutcome> {
  const { config, signal, log, sql } = tools;
  const { network } = webOf(sql);
  const timing = { ...feed.timing, everySeconds: feed.settings.everySeconds ?? config.ingestEverySeconds };
  const hold = parsingLarge();
  try {
    const taken = await take(feed, tools, async () => {
      await hold.acquire();
      collectIfLarge();
    });
    if (isWeb(feed.url)) network.answered();
    const now = feed.clock();
    const { version } = taken;
    if (taken.kind === 'unchanged') return { kind: 'unchanged', by: taken.by, version, next: nextRead(timing, taken, now) };
    const { freshForSeconds } = taken;
    if (taken.kind === 'list') {
      if (taken.feeds.length > listedMost)
        log.warn({ event: 'list too long', list: shownAddress(feed.url), reason: tooLong(taken.feeds.length) });
      const next = nextRead(timing, { kind: 'read', publishedAt: [], newItems: 0, freshForSeconds }, now);
      return { kind: 'read', fresh: [], reworded: [], feeds: taken.feeds, version, next, capped: false, more: false, wishes: null };
    }
    const { rows, publishedAt, wishes, more = false, isCut = false } = taken;
    if (isCut)
      log.info({
        event: 'feed cut short',
        feed: shownAddress(feed.url),
        note: 'Its server announced more than it sent; the feed had ended.',
      });
    const { fresh, reworded } = await whatIsNew(sql, feed, rows);
    const room = tools.takeRoom(howManyFit(fresh));
    const capped = room < fresh.length;
    const reading = { kind: 'read' as const, publishedAt, newItems: fresh.length, freshForSeconds };
    const next = nextRead({ ...timing, wishes: wishes ?? noWishes }, reading, now);
    return { kind: 'read', fresh: capped ? fresh.slice(0, room) : fresh, reworded, feeds: [], version, next, capped, more, wishes };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof FeedUnread)) throw error;
    const blame = isWeb(feed.url) ? network.failed(feed.url, error.problem?.kind ?? 'status') : 'feed';
    log.warn({ event: 'feed not read', feed: shownAddress(feed.url), problem: error.brief, error: error.message });
    if (blame === 'begins') log.warn({ event: 'network seems down', reason: outageInWords });
    const problem = blame === 'feed' ? error.problem : asGoodAsUnasked(error);
    const next = nextRead(timing, { kind: 'failed', problem }, feed.clock());
    return { kind: 'failed', error: error.message, brief: error.brief, gone: error.problem?.permanent ?? false, next };
  } finally {
    collectIfLarge();
    hold.release();
  }
}

async function take(feed: Feed, tools: Tools, alone: () => Promise<void>): Promise<Taken> {
  const { config, signal, since } = tools;
  const { allowPrivate } = config.fetch;
  const fetcher = webOf(tools.sql).fetcher(config.fetch);
  const kind = sourceReaders[feed.kind as keyof typeof sourceReaders];
  const reading = await kind.read(feed, { fetcher, folder: config.folder, signal, allowPrivate, alone, since, now: feed.clock });
  if (reading.kind !== 'read') return reading;
  const { read, ...rest } = reading;
  return { ...rest, ...(await feedRowsOf(read, feed, feed.clock(), tools)) };
}

const outageInWords = `${hostsOfOutage} hosts in a row cannot be reached and none has answered since. Check this machine's network and name server; the feeds that follow are not blamed and come again at the next run.`;

/** In an outage a feed was as good as not asked. */
function asGoodAsUnasked({ problem }: FeedUnread): FeedUnread['problem'] {
  return problem && { ...problem, kind: 'resting', retryAfterSeconds: null };
}

function tooLong(feeds: number): string {
  return `It names ${feeds.toLocaleString('en')} feeds; a remote list may add ${listedMost.toLocaleString('en')}, and the first of them are taken. Save it as a file to take all.`;
}

function howManyFit(rows: readonly FeedHeadline[]): number {
  let chars = 0;
  const past = rows.findIndex((one) => {
    chars += one.raw.json.length + 3 * one.title_original.length + 2 * (one.url?.length ?? 0) + (one.description?.length ?? 0);
    return chars > rowsMost;
  });
  return past === -1 ? rows.length : Math.max(past, 1);
}
