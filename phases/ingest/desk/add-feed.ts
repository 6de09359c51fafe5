// `sni add-feed`: adds a feed by its address, or by that of a page that links to one. Run again it changes nothing but what the flags
// say.
import type { Command } from 'commander';
import { settingsOf, withApp } from '../../../lib/desk/app.js';
import { fields } from '../../../lib/desk/prose.js';
import type { Screen } from '../../../lib/desk/screen.js';
import { counted } from '../../../lib/desk/words.js';
import { shownAddress } from '../../../lib/feeds/fetch/problem.js';
import { knownPublishers } from '../publishers.js';
import type { FeedSettings } from '../sources/kind.js';
import { fetcherOf } from './body.js';
import { type FoundFeed, findFeed } from './find-feed.js';
import { address, country, every, language, name, owner, timeZone } from './flags.js';
import { type FeedGuess, guessOf } from './guess.js';
import { storeFeed } from './store-feed.js';

interface Options {
  publisher?: string;
  lang?: string;
  country?: string;
  owner?: string;
  every?: number;
  tz?: string;
  allowPrivate: boolean;
}

export function addAddFeed(program: Command, screen: Screen): void {
  program
    .command('add-feed')
    .description('Add a feed by its address, or by that of a page that links to it. It is fetched and read first, and is due at once.')
    .argument('<url>', 'the http(s) address of a feed or web page', address)
    .option('--publisher <name>', 'its publisher (default: as sni.yaml calls who has that domain, else the feed’s own title)', name)
    .option('--lang <code>', 'its language, such as de (default: that of most of its titles)', language)
    .option('--country <XX>', 'its country, such as DE', country)
    .option('--owner <kind>', 'who owns it: public, private or state', owner)
    .option(
      '--every <span>',
      'how often it is read, such as 30m (default: ingest_every of sni.yaml), adapted to how often it changes',
      every,
    )
    .option('--tz <zone>', 'the time zone of its dates that name none, such as Asia/Shanghai (default: UTC, or what they prove)', timeZone)
    .option('--allow-private', 'its machine may stand in a private network', false)
    .addHelpText(
      'after',
      `
Examples:
  sni add-feed https://www.tagesschau.de/
  sni add-feed https://example.org/world/rss.xml --publisher "The Example" --lang en --country GB --every 30m`,
    )
    .action(async (url: string, options: Options, command: Command) => {
      const config = settingsOf(command);
      const fetcher = fetcherOf(config);
      let found: FoundFeed;
      try {
        found = await findFeed(url, fetcher, options.allowPrivate);
      } finally {
        await fetcher.close();
      }
      const guess = await guessOf(found, knownPublishers(config));
      const { publisher, lang, country, owner } = options;
      const given = { publisher, lang, country, owner, settings: settingsIn(options) };
      screen.print(render(url, found, guess, options, screen));
      screen.print(await withApp(command, ({ sql }) => storeFeed(sql, found, guess, given)));
    });
}

function settingsIn({ every: everySeconds, tz, allowPrivate }: Options): FeedSettings {
  return {
    ...(everySeconds === undefined ? {} : { everySeconds }),
    ...(tz === undefined ? {} : { tz }),
    ...(allowPrivate ? { allowPrivate } : {}),
  };
}

function render(url: string, { url: at, read, others }: FoundFeed, guess: FeedGuess, { publisher, lang }: Options, screen: Screen): string {
  const newest = guess.newest === null ? '' : `, the newest “${guess.newest}”`;
  return fields(
    [
      ['Feed', shownAddress(at)],
      ['Found at', at === url ? '' : shownAddress(url)],
      ['Title', read.feed.title ?? 'none'],
      ['Publisher', publisher ?? guess.publisher],
      ['Language', lang ?? guess.lang + (guess.why === '' ? '' : ` (${guess.why})`)],
      ['Items', `${counted(guess.titles, 'title')}${newest}`],
      [
        'Also there',
        others
          .slice(0, 10)
          .map((link) => (link.title ? `${link.title}: ` : '') + shownAddress(link.url))
          .join('; '),
      ],
    ],
    screen,
  );
}
