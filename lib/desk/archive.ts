// `sni archive`: titles of a time as files that `sni import` takes back. Nothing in the database changes.
import { rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { App } from '../app.js';
import { openArchive } from '../keeping/archive.js';
import { copyTitles } from '../keeping/copy.js';
import { withApp } from './app.js';
import { DeskError, exitCodes } from './end.js';
import type { Screen } from './screen.js';
import { timeArgument } from './time.js';
import { counted } from './words.js';

interface Asked {
  since?: string;
  until: string;
  json: boolean;
}

export function addArchive(program: Command, screen: Screen): void {
  program
    .command('archive')
    .description('Write titles as .jsonl.gz files, one a month, that "sni import" takes back. Nothing is taken away.')
    .argument('[folder]', 'where to; made where it is missing (default: keep.archive of sni.yaml)')
    .option('--since <time>', 'headlines of this time and later: a span back such as 90d, or 2026-11-27 (default: from the first on)')
    .option('--until <time>', 'headlines before this time', 'today')
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      `
The files are there when all of it is written, or none is. Titles that "sni prune" has forgotten have no text, and are left out.

Examples:
  sni archive /var/backups/sni/titles --since 2026-10-01 --until 2026-11-01
  sni archive --until 365d
  sni import /var/backups/sni/titles/titles-2026-10-20261101T040000Z.jsonl.gz`,
    )
    .action((folder: string | undefined, asked: Asked, command: Command) =>
      withApp(command, (app) => archived(app, folder, asked, screen)),
    );
}

async function archived({ sql, config }: App, named: string | undefined, asked: Asked, screen: Screen): Promise<void> {
  const folder = named === undefined ? config.archive : resolve(named);
  if (folder === undefined)
    throw new DeskError('No folder is named, and sni.yaml has no keep.archive. Name one.', exitCodes.wrongConfiguration);
  const now = new Date();
  const since = asked.since === undefined ? null : timeArgument('--since', asked.since, now, config.timeZone);
  const until = asked.until === undefined ? now : timeArgument('--until', asked.until, now, config.timeZone);
  if (since && since >= until)
    throw new DeskError('--since is not before --until: there is no time between them.', exitCodes.wrongConfiguration);
  const unfinished = join(folder, `unfinished-${process.pid}`);
  const stop = new AbortController();
  const ending = () => stop.abort(new DeskError('It was told to end before all was written, and left nothing. Start it again.'));
  process.once('SIGTERM', ending).once('SIGINT', ending);
  try {
    const archive = await openArchive(unfinished, now);
    const onStep = (titles: number) => screen.overwrite(`${titles.toLocaleString('en')} titles written`);
    const titles = await copyTitles({ sql, since, until, archive: archive.archive, signal: stop.signal, onStep }).finally(archive.close);
    screen.overwrite('');
    const files = archive.files().sort();
    for (const file of files) await rename(join(unfinished, file), join(folder, file));
    if (asked.json) screen.json({ folder, titles, files });
    else screen.print(`${counted(titles, 'title')} in ${counted(files.length, 'file')} in ${folder}.`);
  } finally {
    process.off('SIGTERM', ending).off('SIGINT', ending);
    await rm(unfinished, { recursive: true, force: true });
  }
}
