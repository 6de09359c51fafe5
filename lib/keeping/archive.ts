// The archive: titles that go, as JSON lines in gzip files, one a month of theirs and run, which "sni import" takes back. They are on disk
// before the rows go. A run that is killed may leave the end of its files cut off: those rows are still there, and the next run, which
// writes files of its own, archives them.
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Archive, ArchivedTitle } from './rule.js';

const zip = promisify(gzip);

/** Where no archive is wished: what goes is gone. */
export const noArchive: OpenArchive = { archive: async () => undefined, files: () => [], close: async () => undefined };

export interface OpenArchive {
  archive: Archive;
  /** The names of the files it has made in its folder. */
  files: () => string[];
  close: () => Promise<void>;
}

/** Makes the folder where it is missing. `startedAt` names the files of this run. Rejects with what the disk says. */
export async function openArchive(folder: string, startedAt: Date): Promise<OpenArchive> {
  await mkdir(folder, { recursive: true, mode: 0o750 });
  const stamp = startedAt.toISOString().replace(/[-:]|\.\d+/g, '');
  const files = new Map<string, FileHandle>();
  const fileOf = async (month: string): Promise<FileHandle> => {
    const name = `titles-${month}-${stamp}.jsonl.gz`;
    const file = files.get(name) ?? (await open(join(folder, name), 'a', 0o640));
    files.set(name, file);
    return file;
  };
  return {
    archive: async (titles) => {
      for (const [month, lines] of byMonth(titles)) {
        const file = await fileOf(month);
        await file.appendFile(await zip(`${lines.join('\n')}\n`));
        await file.datasync();
      }
    },
    files: () => [...files.keys()],
    close: async () => {
      for (const file of files.values()) await file.close();
    },
  };
}

/** Lines by the month of their headlines, "2026-03", UTC. */
function byMonth(titles: readonly ArchivedTitle[]): Map<string, string[]> {
  const months = new Map<string, string[]>();
  for (const { title, url, publisher, publisher_domain: domain, lang, description, published_at } of titles) {
    const month = published_at.toISOString().slice(0, 7);
    const known = Object.entries({ url, domain, description }).filter(([, value]) => value !== null);
    const line = JSON.stringify({ title, publisher, lang, published_at, ...Object.fromEntries(known) });
    months.set(month, [...(months.get(month) ?? []), line]);
  }
  return months;
}
