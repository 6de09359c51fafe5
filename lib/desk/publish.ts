// `sni publish DIR`: the last days as a site of plain files, for any web server.
import { type Command, InvalidArgumentError } from 'commander';
import type { Sql } from 'postgres';
import { readEdition } from '../edition/read.js';
import { wholeNumber } from '../whole-number.js';
import { withApp } from './app.js';
import { publishTo } from './publish/folder.js';
import { siteOf } from './publish/site.js';
import type { Screen } from './screen.js';
import { timeArgument } from './time.js';
import { counted } from './words.js';

const standardSite = 'http://localhost:8787/';

interface Asked {
  days: number;
  until?: string;
  url?: string;
  most: number;
  json: boolean;
}

export function addPublish(program: Command, screen: Screen): void {
  program
    .command('publish')
    .description('Write the last days as a site of plain files: the brief, a page a family, and feeds (RSS, Atom, JSON Feed).')
    .argument('<folder>', 'where to; what others put there stays')
    .option('--days <n>', 'so many days', wholeNumber(366), 7)
    .option('--until <time>', 'until when (default: the latest headline in a family)')
    .option('--url <address>', 'where the site will stand, for feeds name whole addresses', siteAddress)
    .option('--most <n>', 'at most n families, the weightiest', wholeNumber(2000), 300)
    .option('--json', 'print what was done as one JSON object', false)
    .addHelpText(
      'after',
      `
Each file is written whole; a second run over the same store writes nothing, and removes what is gone.

Examples:
  sni publish /var/www/sni --url https://sni.example.org/
  sni publish site --days 3`,
    )
    .action((folder: string, asked: Asked, command: Command) =>
      withApp(command, async ({ sql, config }) => {
        const { timeZone, theaters } = config;
        const until = asked.until === undefined ? await latest(sql) : timeArgument('--until', asked.until, new Date(), timeZone);
        const since = new Date(until.getTime() - asked.days * 24 * 3_600_000);
        const edition = await readEdition(sql, { since, until, theater: null, timeZone, theaters, most: asked.most });
        const { files, written, removed } = await publishTo(folder, siteOf(edition, asked.url ?? standardSite));
        if (asked.json) screen.json({ folder, files, written, removed, url: asked.url ?? standardSite });
        else screen.print(`${counted(files, 'file')} in ${folder}: ${written} written, ${files - written} as before, ${removed} removed.`);
        if (asked.url === undefined) screen.note(`Feeds name addresses of ${standardSite}: --url says where the site will stand.`);
      }),
    );
}

/** The minute after the latest headline that is in a family, not in the time to come: the same store ends at the same time. */
async function latest(sql: Sql): Promise<Date> {
  const [row] = await sql<{ at: Date }[]>`
    select date_trunc('minute', coalesce(max(last_at), 'epoch')) + interval '1 minute' as at from event_families
    where status in ('seed', 'active') and last_at <= now()`;
  return row?.at ?? new Date(0);
}

function siteAddress(text: string): string {
  if (URL.canParse(text)) {
    const url = new URL(text);
    url.search = '';
    url.hash = '';
    if (!url.pathname.endsWith('/')) url.pathname += '/';
    if (['http:', 'https:'].includes(url.protocol) && url.username === '' && url.password === '') return url.href;
  }
  throw new InvalidArgumentError('Allowed is an address such as https://sni.example.org/.');
}
