// Stores the titles of a file by the rules that hold for those of feeds. It goes a batch at a time: what is stored stays when the import
// is stopped, and the next one goes on where it ended.
import type { Sql } from 'postgres';
import type { Config } from '../../../lib/config.js';
import { clean } from '../../../lib/desk/clean.js';
import type { Screen } from '../../../lib/desk/screen.js';
import { counted } from '../../../lib/desk/words.js';
import { type FeedHeadline, headlinesOf } from '../../../lib/feeds/read/headline.js';
import type { PublisherSource } from '../../../lib/feeds/read/publisher.js';
import { readClock } from '../clock.js';
import { whatIsNew } from '../known.js';
import { knownPublishers } from '../publishers.js';
import { type TitlesBatch, titlesIn } from '../sources/titles-file.js';
import { feedByHand, storeByHand, unknownPublisher, withPublisher } from './by-hand.js';

interface Given {
  publisher?: string;
  lang?: string;
}

interface Counts {
  stored: number;
  known: number;
  dropped: number;
  reasons: string[];
}

/** Lines that are stored by one statement. */
const batchLines = 1000;
/** So many dropped lines are named. */
const reasonsMost = 20;

/** Prints the counts, and the first dropped lines as file:line with the reason. */
export async function importTitles(sql: Sql, file: string, given: Given, config: Config, screen: Screen): Promise<void> {
  const feedId = await feedByHand(sql);
  const clock = await readClock(sql);
  const known = knownPublishers(config);
  const counts: Counts = { stored: 0, known: 0, dropped: 0, reasons: [] };
  // While the database stores a batch, the next one is read: either takes about half of the time.
  let storing = Promise.resolve();
  try {
    for await (const batch of titlesIn(file, given.lang ?? null, batchLines, clock())) {
      const { headlines, dropped, twice } = await headlinesIn(batch, given, known, clock());
      await storing;
      drop(counts, file, [...batch.dropped, ...dropped]);
      storing = store(headlines, twice);
      // It is awaited before the next one begins, where its error is thrown; until then it is not unhandled.
      storing.catch(() => undefined);
    }
  } finally {
    await storing;
  }
  screen.overwrite('');
  screen.print(`${clean(file)}: ${inWords(counts)}.`);
  for (const reason of counts.reasons) screen.print(`  ${clean(reason)}`);
  const more = counts.dropped - counts.reasons.length;
  if (more > 0) screen.print(`  ... and ${more.toLocaleString('en')} more`);

  async function store(headlines: readonly FeedHeadline[], twice: number): Promise<void> {
    const { fresh } = await whatIsNew(sql, { itemId: feedId, isNew: false }, headlines);
    const ids = fresh.length === 0 ? [] : await storeByHand(sql, feedId, fresh);
    counts.stored += ids.length;
    counts.known += headlines.length - ids.length + twice;
    screen.overwrite(inWords(counts));
  }
}

function drop(counts: Counts, file: string, dropped: readonly { line: number; reason: string }[]): void {
  counts.dropped += dropped.length;
  const room = reasonsMost - counts.reasons.length;
  const first = [...dropped].sort((one, other) => one.line - other.line).slice(0, room);
  counts.reasons.push(...first.map(({ line, reason }) => `${file}:${line}: ${reason.slice(0, 200)}`));
}

function inWords({ stored, known, dropped }: Counts): string {
  return `${counted(stored, 'title')} stored, ${known.toLocaleString('en')} already there, ${dropped.toLocaleString('en')} dropped`;
}

/** The headlines of a batch, and its other items by their lines. `twice` counts those that are in the batch already. */
async function headlinesIn(
  { items }: TitlesBatch,
  { publisher }: Given,
  known: readonly PublisherSource[],
  now: Date,
): Promise<{ headlines: FeedHeadline[]; dropped: { line: number; reason: string }[]; twice: number }> {
  const named = items.map(({ item, line }) => ({ line, item: publisher === undefined ? withPublisher(item) : item }));
  // An id is a file's own numbering, and another file's counts alike: these titles are known by their links and words.
  const read = named.map(({ item }) => ({ ...item, guid: null }));
  const feed = { title: null, link: null, lang: null, ttlSeconds: null, skipHours: [], skipDays: [] };
  const { headlines, dropped } = await headlinesOf({ items: read, dropped: [], feed }, { publisher: publisher ?? unknownPublisher }, now, {
    known,
  });
  const kept = new Set(headlines.map(({ raw }) => raw));
  // Both are in the order of the items, so the reasons belong to the items without a headline one by one.
  const lost = named.filter(({ item }) => !kept.has(item.raw));
  const told = lost.map(({ line }, at) => ({ line, reason: dropped[at]?.reason ?? 'cannot be stored' }));
  const others = told.filter(({ reason }) => reason !== twiceThere);
  return { headlines, dropped: others, twice: told.length - others.length };
}

/** How `headlinesOf` says that a headline stands there before; here it is known, as it is where the two are in two batches. */
const twiceThere = 'twice in the feed';
