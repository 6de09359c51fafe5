// Takes one due feed; leaves what reading it gave: headlines that are new or worded anew, feeds it lists, when to read it next.
// Guards the run: whatever a source does is an outcome, noted on its row.
import type { Tools } from '../../lib/run.js';
import { fetchLimits, makeFetcher } from './fetch/fetcher.js';
import { type Next, nextRead } from './fetch/schedule.js';
import { type Reworded, whatIsNew } from './known.js';
import type { Feed } from './load.js';
import { type Headline, headlinesOf } from './read/headline.js';
import { FeedUnread, type ListedFeed, type SourceReading, type Version } from './sources/kind.js';
import { kinds } from './sources/kinds.js';

/** `capped`: more was new than the run may still take; the feed stays due and is read whole again. */
export type Outcome =
  | {
      kind: 'read';
      headlines: Headline[];
      reworded: Reworded[];
      feeds: ListedFeed[];
      version: Version;
      next: Next;
      capped: boolean;
      wishes: object | null;
    }
  | { kind: 'unchanged'; version: Version; next: Next }
  | { kind: 'failed'; error: string; brief: string; gone: boolean; next: Next };

let fetcher: ReturnType<typeof makeFetcher> | undefined;

export async function readOne(feed: Feed, tools: Tools): Promise<Outcome> {
  const { config, signal, since, log } = tools;
  const { at_once: atOnce, per_host: perHost, host_spacing: hostSpacingSeconds, deadline: deadlineSeconds, allowPrivate } = config.fetch;
  fetcher ??= makeFetcher({ ...fetchLimits, atOnce, perHost, hostSpacingSeconds, deadlineSeconds });
  const timing = { ...feed.timing, everySeconds: feed.settings.everySeconds ?? config.ingestEverySeconds };
  const kind = kinds[feed.kind as keyof typeof kinds];
  try {
    const reading = await kind.read(feed, { fetcher, folder: config.folder, signal, allowPrivate });
    const now = new Date();
    if (reading.kind === 'unchanged') return { kind: 'unchanged', version: reading.version, next: nextRead(timing, reading, now) };
    if (reading.kind === 'list')
      return { ...(await nothingRead(reading)), feeds: reading.feeds, next: nextRead(timing, asRead(reading, [], 0), now) };
    const { publisher, domain, lang } = feed;
    const source = { publisher, lang, ...(domain === null ? {} : { domain }) };
    const known = config.sources.flatMap((one) => (one.publisher ? [{ publisher: one.publisher, domain: one.domain }] : []));
    const { headlines } = await headlinesOf(reading.read, source, now, { since, known });
    const { fresh, reworded } = await whatIsNew(tools.sql, feed.itemId, headlines);
    const room = tools.takeRoom(fresh.length);
    const published = headlines.flatMap((one) => (one.published_at_from === 'item' ? [new Date(one.published_at)] : []));
    const { ttlSeconds, skipHours, skipDays } = reading.read.feed;
    const wishes = ttlSeconds === null && skipHours.length === 0 && skipDays.length === 0 ? null : { ttlSeconds, skipHours, skipDays };
    return {
      kind: 'read',
      headlines: fresh.slice(0, room),
      reworded,
      feeds: [],
      version: reading.version,
      next: nextRead(
        { ...timing, wishes: wishes ?? { ttlSeconds: null, skipHours: [], skipDays: [] } },
        asRead(reading, published, fresh.length),
        now,
      ),
      capped: room < fresh.length,
      wishes,
    };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof FeedUnread)) throw error;
    log.warn({ event: 'feed not read', feed: feed.url, problem: error.brief, error: error.message });
    const next = nextRead(timing, { kind: 'failed', problem: error.problem as never }, new Date());
    return { kind: 'failed', error: error.message, brief: error.brief, gone: error.problem?.permanent ?? false, next };
  }
}

function asRead(reading: Exclude<SourceReading, { kind: 'unchanged' }>, publishedAt: Date[], newItems: number) {
  return { kind: 'read' as const, publishedAt, newItems, freshForSeconds: reading.freshForSeconds };
}

async function nothingRead({ version }: { version: Version }) {
  return { kind: 'read' as const, headlines: [], reworded: [], version, capped: false, wishes: null };
}
