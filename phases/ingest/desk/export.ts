// `sni export opml`: takes the feeds that are read; leaves them as an OPML 2.0 list that another installation, or any reader, can import.
import { randomBytes } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { escapeUTF8 } from 'entities';
import type { Sql } from 'postgres';
import { DeskError, exitCodes } from '../../../lib/desk/door.js';
import { inHouse } from '../../../lib/desk/house.js';
import type { Screen } from '../../../lib/desk/screen.js';
import { counted } from '../../../lib/desk/words.js';
import { tidy } from '../read/plaintext.js';

interface Row {
  url: string;
  kind: string;
  publisher: string;
  domain: string | null;
  lang: string;
}

export function addExport(program: Command, screen: Screen): void {
  program
    .command('export')
    .description('Print all feeds that are read, for another installation or another reader.')
    .command('opml')
    .description('print all feeds that are read as an OPML 2.0 list, with publisher, address and language')
    .option('--out <file>', 'write it to this file, replacing it whole (default: standard output)')
    .addHelpText(
      'after',
      `
Left out, and counted on standard error, is what OPML has no word for: JSON APIs, folders and files. Addresses are written as they
are fetched, with a password where they carry one.

Examples:
  sni export opml > feeds.opml
  sni export opml --out /var/backups/sni-feeds.opml`,
    )
    .action(async ({ out }: { out?: string }, command: Command) => {
      const { list, feeds, others } = await inHouse(command, ({ sql }) => exported(sql));
      if (out === undefined) process.stdout.write(list);
      else {
        await writeWhole(out, list);
        screen.print(`Wrote ${counted(feeds, 'feed')} to ${out}.`);
      }
      if (others > 0) process.stderr.write(`${counted(others, 'source')} of kinds that OPML has no word for: left out.\n`);
    });
}

/** A list of feeds is left out because its feeds are in. */
async function exported(sql: Sql): Promise<{ list: string; feeds: number; others: number }> {
  const rows = await sql<Row[]>`
    select url, kind, publisher_name as publisher, publisher_domain as domain, lang from feeds
    where listed and kind not in ('hand', 'opml')
    order by lower(publisher_name), url`;
  const feeds = rows.filter(({ url, kind }) => /^https?:/i.test(url) && kind !== 'json' && kind !== 'folder');
  return { list: opmlOf(feeds, new Date()), feeds: feeds.length, others: rows.length - feeds.length };
}

function opmlOf(rows: readonly Row[], now: Date): string {
  const outlines = rows.map(({ url, publisher, domain, lang }) => {
    const site = domain && URL.canParse(`https://${domain}/`) ? ` htmlUrl="${attribute(`https://${domain}/`)}"` : '';
    const name = attribute(publisher);
    return `    <outline type="rss" text="${name}" title="${name}" xmlUrl="${attribute(url)}"${site} language="${attribute(lang)}"/>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>Feeds of SNI</title>
    <dateCreated>${now.toUTCString()}</dateCreated>
  </head>
  <body>
${outlines.join('')}  </body>
</opml>
`;
}

function attribute(text: string): string {
  return escapeUTF8(tidy(text));
}

/** A reader of the file finds the old list or the new one, never half of one. */
async function writeWhole(file: string, text: string): Promise<void> {
  const part = `${file}.${randomBytes(4).toString('hex')}.part`;
  try {
    await writeFile(part, text, { flag: 'wx' });
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new DeskError(
      `The list cannot be written to ${file}: ${reason}. Name another file, or change the rights.`,
      exitCodes.wrongConfiguration,
    );
  }
}
