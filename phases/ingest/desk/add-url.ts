// `sni add-url`: stores one headline by hand, by the rules that hold for those of feeds, or says under which id it is already there.
import type { Command } from 'commander';
import type { Sql } from 'postgres';
import { withApp } from '../../../lib/desk/app.js';
import { DeskError, exitCodes } from '../../../lib/desk/end.js';
import { fields } from '../../../lib/desk/prose.js';
import type { Screen } from '../../../lib/desk/screen.js';
import { moment as momentInWords } from '../../../lib/desk/words.js';
import { type FeedHeadline, headlinesOf } from '../../../lib/feeds/read/headline.js';
import type { FeedItem } from '../../../lib/feeds/read/item.js';
import { plainTitle } from '../../../lib/feeds/read/plain-text.js';
import type { PublisherSource } from '../../../lib/feeds/read/publisher.js';
import { rawOf } from '../../../lib/feeds/read/raw.js';
import type { ItemId } from '../../../lib/run.js';
import { readClock } from '../clock.js';
import { knownPublishers } from '../publishers.js';
import { feedByHand, storeByHand, unknownPublisher, withPublisher } from './by-hand.js';
import { address, language, momentFlag, name } from './flags.js';

interface Options {
  title: string;
  publisher?: string;
  lang?: string;
  published?: number;
}

export function addAddUrl(program: Command, screen: Screen): void {
  program
    .command('add-url')
    .description('Add one headline by hand. Its page is not fetched; what counts is the title.')
    .argument('<url>', 'the http(s) address of the article', address)
    .requiredOption('--title <text>', 'its title')
    .option('--publisher <name>', 'its publisher (default: as sni.yaml calls who has that domain, else the domain)', name)
    .option('--lang <code>', 'its language, such as de (default: a guess by its words)', language)
    .option('--published <time>', 'when it was published, such as 2026-03-10T14:05Z (default: now)', momentFlag)
    .addHelpText(
      'after',
      `
Examples:
  sni add-url https://example.org/2026/ceasefire --title "Ceasefire talks open in Geneva"
  sni add-url https://example.de/a1 --title "Waffenruhe in Sicht" --publisher "Das Beispiel" --lang de --published 2026-03-10`,
    )
    .action(async (url: string, options: Options, command: Command) => {
      await withApp(command, async ({ sql, config }) => {
        const headline = await headlineFor(url, options, knownPublishers(config), (await readClock(sql))());
        const { title_display, publisher_name, lang, published_at } = headline;
        const published = momentInWords(new Date(published_at), config.timeZone);
        screen.print(
          fields(
            [
              ['Title', title_display],
              ['Publisher', publisher_name],
              ['Language', lang],
              ['Published', published],
            ],
            screen,
          ),
        );
        screen.print(await store(sql, headline));
      });
    });
}

/** Throws where the title is none. */
async function headlineFor(
  url: string,
  { title, publisher, lang = '', published }: Options,
  known: readonly PublisherSource[],
  now: Date,
): Promise<FeedHeadline> {
  const item: FeedItem = {
    title: plainTitle(title),
    link: url,
    guid: null,
    publishedMillis: published ?? now.getTime(),
    description: null,
    lang: lang || null,
    source: null,
    raw: rawOf({ title, link: url, publisher, lang, published }),
  };
  const feed = { title: null, link: null, lang: null, ttlSeconds: null, skipHours: [], skipDays: [] };
  const read = { items: [publisher === undefined ? withPublisher(item) : item], dropped: [], feed };
  const { headlines } = await headlinesOf(read, { publisher: publisher ?? unknownPublisher }, now, { known });
  const [headline] = headlines;
  if (!headline)
    throw new DeskError(
      'The --title has no letter and no digit that can be kept. Give the headline as it reads.',
      exitCodes.wrongConfiguration,
    );
  return headline;
}

async function store(sql: Sql, headline: FeedHeadline): Promise<string> {
  const feedId = await feedByHand(sql);
  const [there] = await sql<{ id: ItemId }[]>`select title_id as id from titles where title_hash = ${headline.title_hash}`;
  if (there) return `It is already there as title:${there.id}; nothing was stored.`;
  // A feed may use an address again for another story; who types one has most likely seen an article whose title was changed.
  const [other] = await sql<{ id: ItemId }[]>`
    select title_id as id from titles where feed_id = ${feedId} and url_canonical = ${headline.url_canonical} order by title_id desc limit 1`;
  if (other)
    return `Its address is already there with another title, as title:${other.id}; nothing was stored. "sni show title:${other.id}" shows it.`;
  const [id] = await storeByHand(sql, feedId, [headline]);
  if (id) return `Stored as title:${id}, pending. "sni run filter" decides about it.`;
  return 'It came in from elsewhere this moment; nothing was stored.';
}
