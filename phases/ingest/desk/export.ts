// `sni export opml`: the feeds that are read, as a list that another installation or any reader can import.
import { randomBytes } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { escapeUTF8 } from 'entities';
import type { Sql } from 'postgres';
import { withoutSecrets } from '../../../lib/addresses.js';
import { withApp } from '../../../lib/desk/app.js';
import { DeskError, exitCodes } from '../../../lib/desk/end.js';
import type { Screen } from '../../../lib/desk/screen.js';
import { counted } from '../../../lib/desk/words.js';
import { tidy } from '../../../lib/feeds/read/plain-text.js';

interface Row {
  url: string;
  kind: string;
  publisher: string;
  domain: string | null;
  lang: string;
}

export function addExportFeeds(program: Command, screen: Screen): void {
  program
    .command('export')
    .description('Print all feeds that are read, for another installation or another reader.')
    .command('opml')
    .description('print all feeds that are read as an OPML 2.0 list, with publisher, address and language')
    .option('--out <file>', 'write it to this file, replacing it whole (default: standard output)')
    .option('--with-passwords', 'write addresses with the user names, passwords and keys they carry', false)
    .addHelpText(
      'after',
      `
Left out, and counted on standard error, are what OPML has no word for (JSON APIs, folders and files) and the passwords and keys of
addresses that carry one: a list is made to be handed on.

Examples:
  sni export opml > feeds.opml
  sni export opml --out /var/backups/sni-feeds.opml`,
    )
    .action(async ({ out, withPasswords }: { out?: string; withPasswords: boolean }, command: Command) => {
      const { list, feeds, others, logins } = await withApp(command, ({ sql }) => exported(sql, withPasswords));
      if (out === undefined) screen.write(list);
      else {
        await writeWhole(out, list);
        screen.print(`Wrote ${counted(feeds, 'feed')} to ${out}.`);
      }
      if (others > 0) screen.note(`${counted(others, 'source')} of kinds that OPML has no word for: left out.`);
      if (logins > 0 && !withPasswords)
        screen.note(`${counted(logins, 'address', 'addresses')} written without the password or key: --with-passwords writes it.`);
    });
}

/** A list of feeds is left out because its feeds are in. */
async function exported(sql: Sql, withPasswords: boolean): Promise<{ list: string; feeds: number; others: number; logins: number }> {
  const rows = await sql<Row[]>`
    select url, kind, publisher_name as publisher, publisher_domain as domain, lang from feeds
    where listed and kind not in ('hand', 'opml')
    order by lower(publisher_name), url`;
  const feeds = rows.filter(({ url, kind }) => /^https?:/i.test(url) && kind !== 'json' && kind !== 'folder');
  const bare = feeds.map((feed) => ({ ...feed, url: withoutSecrets(feed.url) }));
  const logins = bare.filter(({ url }, at) => url !== feeds[at]?.url).length;
  return { list: opmlOf(withPasswords ? feeds : bare, new Date()), feeds: feeds.length, others: rows.length - feeds.length, logins };
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
