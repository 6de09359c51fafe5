// `sni feeds test`: what P1 would store of feeds and files, and why it would drop the rest. No database is asked or started, and
// thousands of inputs take no more memory than a few.
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Source } from '../../../lib/config/sources.js';
import type { Config } from '../../../lib/config.js';
import { settingsOf } from '../../../lib/desk/app.js';
import { jsonText } from '../../../lib/desk/clean.js';
import { exitCodes } from '../../../lib/desk/end.js';
import type { Screen } from '../../../lib/desk/screen.js';
import { makeMutex } from '../mutex.js';
import { knownPublishers } from '../publishers.js';
import { isWeb } from '../sources/text.js';
import { fetcherOf } from './body.js';
import { language, timeZone } from './flags.js';
import { inOrder } from './in-order.js';
import { type Look, lookAtSource } from './look.js';
import { renderLook } from './render-look.js';

interface Options {
  json: boolean;
  allowPrivate: boolean;
  lang?: string;
  tz?: string;
}

/** Inputs under way at once: enough for slow servers, few enough for large feeds. */
const atOnce = 8;

export function addFeedsTest(feeds: Command, screen: Screen): void {
  feeds
    .command('test')
    .description('Read feeds dry: show what would be stored of each, and why items would be dropped. Uses no database.')
    .argument('<input...>', 'http(s) addresses or files of feeds')
    .option('--json', 'print one line of JSON for each input, in order; an input that is no feed is data, not a failure', false)
    .option('--lang <code>', 'the language the feeds are in, such as de (default: as sni.yaml says, else the feed, else a guess)', language)
    .option(
      '--tz <zone>',
      'the time zone of dates that name none, such as Asia/Shanghai (default: as sni.yaml says, else UTC or a guess)',
      timeZone,
    )
    .option('--allow-private', 'also ask machines of private networks', false)
    .addHelpText(
      'after',
      `
The JSON of an input: {"input", "format": "rss|rdf|atom|json|sitemap" or null, "items": [{"title", "link", "publishedAt", "guid"}],
"dropped": [{"reason"}], "error": a sentence or null}. publishedAt is null where the item gives no time, or one that cannot be.

Examples:
  sni feeds test https://www.tagesschau.de/index~rss2.xml
  sni feeds test saved/*.xml --json | jq -r 'select(.error) | .input + ": " + .error'`,
    )
    .action(async (inputs: string[], { json, lang, tz, allowPrivate }: Options, command: Command) => {
      const config = settingsOf(command);
      const fetcher = fetcherOf(config);
      const looking = { fetcher, allowPrivate, known: knownPublishers(config) };
      const parsing = makeMutex();
      const printed = async (input: string): Promise<Printed> => {
        const hold = parsing();
        try {
          const named = sourceNamed(input, config);
          const said = { lang: lang ?? named?.lang ?? null, tz: tz ?? named?.tz };
          const found = await lookAtSource(input, { ...looking, ...said, alone: hold.acquire });
          return { text: json ? lineOf(found) : renderLook(found, config.timeZone, screen), failed: found.error !== null };
        } finally {
          hold.release();
        }
      };
      try {
        for await (const { text, failed } of inOrder(inputs, atOnce, printed)) {
          screen.print(text);
          if (failed && !json) screen.end(exitCodes.failed);
        }
      } finally {
        await fetcher.close();
      }
    });
}

/** The source of sni.yaml that has this address or file. */
function sourceNamed(input: string, { sources, folder }: Pick<Config, 'sources' | 'folder'>): Source | undefined {
  return sources.find(({ feed = '', sitemap = '' }) => {
    const address = feed || sitemap;
    return address !== '' && (address === input || (!isWeb(address) && resolve(folder, address) === resolve(input)));
  });
}

/** All that is kept of a look while it waits for those before it. */
interface Printed {
  text: string;
  failed: boolean;
}

/** One line, whatever the screen is. */
function lineOf({ input, read, seen, dropped, error }: Look): string {
  return jsonText({
    input,
    format: read?.format ?? null,
    items: seen.map(({ item, headline }) => ({
      title: headline.title_original,
      link: item.link,
      publishedAt: headline.published_at_from === 'item' ? headline.published_at : null,
      guid: item.guid,
    })),
    dropped: dropped.map(({ reason }) => ({ reason })),
    error,
  });
}
