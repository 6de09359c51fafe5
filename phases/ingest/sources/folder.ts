// A folder of dropped files as a source: .jsonl files with one headline a line, .csv files with a header. The same files again are
// nothing new; a line that cannot be read is dropped with its reason and stops nothing.
import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ReadFeed } from '../../../lib/feeds/read/item.js';
import { type Around, type FeedRow, FeedUnread, type SourceReader, type SourceReading } from './kind.js';
import { titlesIn } from './titles-file.js';

export const folder: SourceReader = { address: (source) => source.folder ?? '', read };

/** What one reading takes: so many batches of so many lines. A longer folder is read on by the next runs. */
const batchesMost = 10;
const batchLines = 1000;

async function read(row: FeedRow, around: Around): Promise<SourceReading> {
  const path = resolve(around.folder, row.url);
  const files = await filesIn(path);
  const sha256 = createHash('sha256').update(JSON.stringify(files)).digest('hex');
  const none = { etag: null, lastModified: null, movedTo: null };
  const rest = { freshForSeconds: null, bytes: 0 };
  if (sha256 === row.known.sha256) return { kind: 'unchanged', by: 'hash', version: { ...none, sha256 }, ...rest };
  const feed = { title: row.publisher, link: null, lang: row.lang, ttlSeconds: null, skipHours: [], skipDays: [] };
  const whole: ReadFeed = { format: 'json', feed, items: [], dropped: [] };
  const from = batchesRead(row.known.etag, sha256);
  await around.alone();
  let batches = 0;
  for await (const { items, dropped } of batchesOf(path, files, row.lang, around.now())) {
    if (batches === from + batchesMost)
      return { kind: 'read', read: whole, more: true, version: { ...none, etag: `${sha256} ${batches}`, sha256: null }, ...rest };
    if (++batches <= from) continue;
    for (const item of items) whole.items.push(item);
    for (const one of dropped) whole.dropped.push(one);
  }
  return { kind: 'read', read: whole, version: { ...none, sha256 }, ...rest };
}

/** How many batches of these very files were read before; what is known of other files says nothing. */
function batchesRead(known: string | null, sha256: string): number {
  const [of, batches] = known?.split(' ') ?? [];
  return of === sha256 ? Number(batches) : 0;
}

async function* batchesOf(
  path: string,
  files: readonly { name: string }[],
  lang: string,
  now: Date,
): AsyncGenerator<Pick<ReadFeed, 'items' | 'dropped'>> {
  for (const { name } of files) {
    try {
      for await (const { items, dropped } of titlesIn(join(path, name), lang, batchLines, now))
        yield {
          items: items.map(({ item }) => item),
          dropped: dropped.map(({ line, reason }) => ({ item: `${name} line ${line}`, reason })),
        };
    } catch (cause) {
      throw unread(`The file ${join(path, name)}`, cause);
    }
  }
}

/** The files of titles in a folder, by name, with what changes when one is written again. A folder in it, or a link to nothing, is none. */
async function filesIn(path: string): Promise<{ name: string; bytes: number; modifiedMs: number }[]> {
  try {
    const names = (await readdir(path)).filter((name) => /\.(jsonl|csv)$/i.test(name)).sort();
    const files = await Promise.all(
      names.map(async (name) => {
        const found = await statOrGone(join(path, name));
        return found?.isFile() ? [{ name, bytes: found.size, modifiedMs: found.mtimeMs }] : [];
      }),
    );
    return files.flat();
  } catch (cause) {
    throw unread(`The folder ${path}`, cause);
  }
}

/** Null for what is gone since the folder was listed. */
async function statOrGone(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Throws the cause itself where the system did not say it. */
function unread(what: string, cause: unknown): FeedUnread {
  if (!(cause instanceof Error) || !('code' in cause)) throw cause;
  return new FeedUnread(
    `${what} cannot be read: ${cause.message}. Correct its path in sni.yaml, or its rights.`,
    'not readable',
    null,
    cause,
  );
}
