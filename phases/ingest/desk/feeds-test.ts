// `sni feeds test`: takes addresses and files; leaves what P1 would store of each, and why it would drop the rest. No database is asked
// or started. Thousands of inputs take no more memory than some.
import type { Command } from 'commander';
import { jsonText } from '../../../lib/desk/clean.js';
import { exitCodes } from '../../../lib/desk/door.js';
import { settingsOf } from '../../../lib/desk/house.js';
import type { Screen } from '../../../lib/desk/screen.js';
import { makeTurns } from '../turn.js';
import { fetcherOf } from './body.js';
import { language } from './flags.js';
import { inOrder } from './in-order.js';
import { type Look, look } from './look.js';
import { pageOf } from './look-page.js';
import { knownPublishers } from './publishers.js';

interface Options {
  json: boolean;
  allowPrivate: boolean;
  lang?: string;
}

/** Inputs under way at once: enough for slow servers, few enough for large feeds. */
const atOnce = 8;

export function addFeedsTest(feeds: Command, screen: Screen): void {
  feeds
    .command('test')
    .description('Read feeds dry: show what would be stored of each, and why items would be dropped. Uses no database.')
    .argument('<input...>', 'http(s) addresses or files of feeds')
    .option('--json', 'print one line of JSON for each input, in order; an input that is no feed is data, not a failure', false)
    .option('--lang <code>', 'the language the feeds are in, such as de (default: what each says, else a guess)', language)
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
    .action(async (inputs: string[], { json, lang, allowPrivate }: Options, command: Command) => {
      const config = settingsOf(command);
      const fetcher = fetcherOf(config);
      const looking = { fetcher, allowPrivate, lang: lang ?? null, known: knownPublishers(config) };
      const turns = makeTurns();
      const printed = async (input: string): Promise<Printed> => {
        const turn = turns();
        try {
          const found = await look(input, { ...looking, alone: turn.take });
          return { text: json ? lineOf(found) : pageOf(found, config.timeZone, screen), failed: found.error !== null };
        } finally {
          turn.leave();
        }
      };
      try {
        for await (const { text, failed } of inOrder(inputs, atOnce, printed)) {
          screen.print(text);
          if (failed && !json) process.exitCode = exitCodes.failed;
        }
      } finally {
        await fetcher.close();
      }
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
