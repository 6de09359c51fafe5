// A folder of dropped files as a source: .jsonl files with one headline a line, .csv files with a header. The same files again are
// nothing new; a line that cannot be read is dropped with its reason and stops nothing.
import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ReadFeed } from '../read/item.js';
import { type Around, type FeedRow, FeedUnread, type Kind, type SourceReading } from './kind.js';
import { readTitlesFile } from './titles-file.js';

export const folder: Kind = { address: (source) => source.folder ?? '', read };

async function read(row: FeedRow, around: Around): Promise<SourceReading> {
  const path = resolve(around.folder, row.url);
  const files = await filesIn(path);
  const sha256 = createHash('sha256').update(JSON.stringify(files)).digest('hex');
  const rest = { version: { etag: null, lastModified: null, sha256, movedTo: null }, freshForSeconds: null, bytes: 0 };
  if (sha256 === row.known.sha256) return { kind: 'unchanged', by: 'hash', ...rest };
  const feed = { title: row.publisher, link: null, lang: row.lang, ttlSeconds: null, skipHours: [], skipDays: [] };
  const whole: ReadFeed = { format: 'json', feed, items: [], dropped: [] };
  await around.alone();
  for (const { name } of files) {
    const { items, dropped } = await readTitlesFile(join(path, name), row.lang);
    whole.items.push(...items);
    whole.dropped.push(...dropped);
  }
  return { kind: 'read', read: whole, ...rest };
}

/** The files of titles in a folder, by name, with what changes when one is written again. */
async function filesIn(path: string): Promise<{ name: string; bytes: number; modifiedMs: number }[]> {
  try {
    const names = (await readdir(path)).filter((name) => /\.(jsonl|csv)$/i.test(name)).sort();
    return await Promise.all(
      names.map(async (name) => {
        const { size, mtimeMs } = await stat(join(path, name));
        return { name, bytes: size, modifiedMs: mtimeMs };
      }),
    );
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new FeedUnread(
      `The folder ${path} cannot be read: ${reason}. Correct its path in sni.yaml, or its rights.`,
      'no such folder',
      null,
      cause,
    );
  }
}
