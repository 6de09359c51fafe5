// `sni feeds`: how each feed stands, those in trouble first; with --broken only those that need a human.
import type { Command } from 'commander';
import type { Sql } from 'postgres';
import { withApp } from '../../../lib/desk/app.js';
import { clean } from '../../../lib/desk/clean.js';
import type { Screen } from '../../../lib/desk/screen.js';
import { type Column, table } from '../../../lib/desk/table.js';
import { ago, counted, spanOf } from '../../../lib/desk/words.js';
import { shownAddress } from '../../../lib/feeds/fetch/problem.js';
import { wholeNumber } from '../../../lib/whole-number.js';
import { readClock } from '../clock.js';
import { addFeedsRetry } from './feeds-retry.js';
import { addFeedsTest } from './feeds-test.js';
import { type FeedStanding, readStandings } from './standings.js';

interface Options {
  broken: boolean;
  json: boolean;
  limit: number;
}

const standardLimit = 500;

export function addFeeds(program: Command, screen: Screen): void {
  const feeds = program
    .command('feeds')
    .enablePositionalOptions()
    .description('Show how each feed stands: when it was last read, what it brings, when it is read next and why. Trouble first.')
    .option(
      '--broken',
      'only those that need a human: gone, failing again and again over a day, without news for weeks, or never tried',
      false,
    )
    .option('-n, --limit <n>', 'show at most n', wholeNumber(99_999), standardLimit)
    .option('--json', 'print one JSON array', false)
    .addHelpText(
      'after',
      `
last read   when it was last read and understood
per day     titles stored in the last seven days, over seven
errors      attempts that failed since; it is tried again and again, also while it needs a human
next        when it is read next; "due" is at the next run of P1

Examples:
  sni feeds
  sni feeds --broken
  sni feeds --json | jq '.[] | select(.titlesPerDay == 0) | .url'
  sni feeds test https://example.org/feed.xml
  sni feeds retry --all`,
    )
    .action(async ({ broken, json, limit }: Options, command: Command) => {
      await withApp(command, async ({ sql }) => {
        const now = (await readClock(sql))();
        const all = await readStandings(sql, now);
        const wanted = broken ? all.filter((feed) => feed.needsHuman) : all;
        const some = wanted.slice(0, limit).map((feed) => ({ ...feed, url: shownAddress(feed.url) }));
        if (json) screen.json(some);
        else {
          screen.print(render(all, some, wanted.length, now, screen));
          const outage = await lastOutage(sql, now);
          if (outage) screen.print(screen.colors.yellow(clean(outage)));
        }
      });
    });
  addFeedsTest(feeds, screen);
  addFeedsRetry(feeds, screen);
}

/** What the last run of P1 said where it reached no feed; null where it did. */
async function lastOutage(sql: Sql, now: Date): Promise<string | null> {
  const [run] = await sql<{ exit: string; reason: string | null; finishedAt: Date }[]>`
    select exit, reason, finished_at as "finishedAt" from runs
    where phase = 'ingest' and finished_at is not null and exit in ('done', 'outage')
    order by started_at desc limit 1`;
  return run?.exit === 'outage' && run.reason ? `The last run, ${ago(run.finishedAt, now)}: ${run.reason}` : null;
}

const columns: readonly Column[] = [
  { title: 'publisher', least: 12, paint: (cell, _, colors) => colors.cyan(cell) },
  { title: 'last read', align: 'right', spare: 4 },
  { title: 'per day', align: 'right', spare: 2 },
  { title: 'errors', align: 'right', spare: 3, paint: (cell, text, colors) => (text === '0' ? cell : colors.yellow(cell)) },
  { title: 'next', align: 'right' },
  { title: 'standing', least: 30, paint: (cell, text, colors) => (text.includes('needs a human') ? colors.red(cell) : cell) },
  { title: 'feed', least: 24, spare: 1, paint: (cell, _, colors) => colors.dim(cell) },
];

function render(all: readonly FeedStanding[], some: readonly FeedStanding[], wanted: number, now: Date, screen: Screen): string {
  if (all.length === 0) return 'There are no feeds. "sni run ingest" takes those of sni.yaml; "sni add-feed <url>" adds one.';
  const failing = all.filter(({ errorsInRow }) => errorsInRow > 0).length;
  const broken = all.filter((feed) => feed.needsHuman).length;
  const sum = `${counted(all.length, 'feed')}: ${failing} failing, ${broken} in need of a human.`;
  if (some.length === 0) return sum;
  const rows = some.map((feed) => rowOf(feed, now));
  const rest = wanted - some.length;
  const more = rest > 0 ? `\n... and ${rest.toLocaleString('en')} more; --limit ${wanted} shows all.` : '';
  return `${table(columns, rows, screen)}${more}\n\n${sum}`;
}

function rowOf({ publisher, succeededAt, titlesPerDay, errorsInRow, nextAt, standing, url }: FeedStanding, now: Date): string[] {
  const waitSeconds = (nextAt.getTime() - now.getTime()) / 1000;
  return [
    publisher,
    succeededAt ? ago(succeededAt, now) : 'never',
    titlesPerDay.toFixed(1),
    String(errorsInRow),
    waitSeconds > 0 ? spanOf(waitSeconds) : 'due',
    standing,
    url,
  ];
}
