// `sni import`: adds the feeds of an .opml file, or stores the titles of a .csv, .jsonl or .jsonl.gz. Run again it changes nothing: what
// is known is counted as known.

import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { constants, gunzipSync } from 'node:zlib';
import type { Command } from 'commander';
import { settingsOf, withApp } from '../../../lib/desk/app.js';
import { DeskError, exitCodes } from '../../../lib/desk/end.js';
import type { Screen } from '../../../lib/desk/screen.js';
import { unknownLanguage } from '../../../lib/feeds/read/language.js';
import { tuneEngine } from '../heap.js';
import { bodyOfInput, fetcherOf, whyUnread } from './body.js';
import { language, name } from './flags.js';
import { importFeeds } from './import-feeds.js';
import { importTitles } from './import-titles.js';

interface Options {
  publisher?: string;
  lang?: string;
  allowPrivate: boolean;
}

export function addImport(program: Command, screen: Screen): void {
  program
    .command('import')
    .description('Add the feeds of an OPML list, or the titles of a .csv, .jsonl or .jsonl.gz file. Safe to run again.')
    .argument('<file>', 'an .opml (or .xml), .csv, .jsonl or .jsonl.gz file; a list may also be an http(s) address')
    .option('--publisher <name>', 'the publisher of titles that name none (default: who has the domain of their link)', name)
    .option('--lang <code>', 'the language of feeds and titles that say none, such as de (default: a guess by their words)', language)
    .option('--allow-private', 'the machine of a list may stand in a private network', false)
    .addHelpText(
      'after',
      `
A .csv file begins with the names of its columns; a line of .jsonl is an object. Of both are taken: title (needed), link or url,
published_at or date, publisher, domain, lang, description, id. A line that cannot be taken is named with its reason.

Examples:
  sni import feeds.opml
  sni import archive-2026-03.csv --lang de --publisher "Das Beispiel"
  sni import headlines.jsonl`,
    )
    .action(async (file: string, options: Options, command: Command) => {
      const kind = kindOf(file);
      if (kind === 'list') {
        const text = await listText(file, options.allowPrivate, command);
        await withApp(command, async ({ sql }) => screen.print(await importFeeds(sql, text, file, options.lang ?? unknownLanguage)));
        return;
      }
      await requireText(file);
      tuneEngine();
      await withApp(command, ({ sql, config }) => importTitles(sql, file, options, config, screen));
    });
}

function kindOf(file: string): 'list' | 'titles' {
  if (/\.(?:csv|jsonl|jsonl\.gz)$/i.test(file)) return 'titles';
  if (/\.(?:opml|xml)$/i.test(file) || /^https?:/i.test(file)) return 'list';
  throw new DeskError(
    `${file} is none of .opml, .xml, .csv, .jsonl and .jsonl.gz: its name says what it holds. Rename it, or name another file.`,
    exitCodes.wrongConfiguration,
  );
}

async function listText(file: string, allowPrivate: boolean, command: Command): Promise<string> {
  const fetcher = fetcherOf(settingsOf(command));
  try {
    const body = await bodyOfInput(file, { fetcher, allowPrivate });
    if (body.kind === 'none') throw new DeskError(body.why, /^https?:/i.test(file) ? exitCodes.failed : exitCodes.wrongConfiguration);
    return body.text;
  } finally {
    await fetcher.close();
  }
}

const lookedBytes = 65_536;

/** Throws where the file cannot be read or is not UTF-8: titles in another charset would be stored as rubbish. */
async function requireText(file: string): Promise<void> {
  const start = unpacked(file, await startOf(file));
  if (start.length === 0) throw new DeskError(`The file ${file} is empty.`, exitCodes.wrongConfiguration);
  // The last character may be cut.
  const whole = [0, 1, 2, 3].some((less) => isUtf8(start.subarray(0, start.length - less)));
  if (!whole || start.includes(0))
    throw new DeskError(
      `The file ${file} is not UTF-8. Save it as UTF-8, with "iconv -f windows-1252 -t utf-8" for example.`,
      exitCodes.wrongConfiguration,
    );
}

/** What a packed file begins with; any other as it is. */
function unpacked(file: string, start: Buffer): Buffer {
  if (start.length === 0 || !/\.gz$/i.test(file)) return start;
  try {
    return gunzipSync(start, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DeskError(`The file ${file} cannot be unpacked: ${reason}. Is it a gzip file?`, exitCodes.wrongConfiguration);
  }
}

async function startOf(file: string): Promise<Buffer> {
  try {
    const handle = await open(file);
    try {
      if (!(await handle.stat()).isFile()) throw new DeskError(`${file} is no file. Name a file.`, exitCodes.wrongConfiguration);
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(lookedBytes), 0, lookedBytes, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof DeskError) throw error;
    throw new DeskError(whyUnread(file, error), exitCodes.wrongConfiguration);
  }
}
