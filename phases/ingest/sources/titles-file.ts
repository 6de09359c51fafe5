// Files of titles, .jsonl, .jsonl.gz or .csv, of a folder or an import. They are read a line at a time, so a file may be longer than
// memory.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { FeedItem } from '../../../lib/feeds/read/item.js';
import { csvRecords } from './csv.js';
import { type Fields, itemOf, titleFields } from './title-line.js';

/** A part of a file: its items, each with the number of its line, and the lines that are none. */
export interface TitlesBatch {
  items: { item: FeedItem; line: number }[];
  dropped: { line: number; reason: string }[];
}

/** The items of a file in its order, in batches of so many lines that hold something; no empty batch. `lang` is for lines that name none. Rejects when the file cannot be read. */
export async function* titlesIn(path: string, lang: string | null, most: number, now = new Date()): AsyncGenerator<TitlesBatch> {
  let batch: TitlesBatch = { items: [], dropped: [] };
  for await (const { line, found } of linesOf(path)) {
    const item = typeof found === 'string' ? found : itemOf(found, lang, now);
    if (typeof item === 'string') batch.dropped.push({ line, reason: item });
    else batch.items.push({ line, item });
    if (batch.items.length + batch.dropped.length < most) continue;
    yield batch;
    batch = { items: [], dropped: [] };
  }
  if (batch.items.length + batch.dropped.length > 0) yield batch;
}

/** Longer lines hold no title. */
const lineMost = 1_000_000;
const tooLong = `longer than ${lineMost.toLocaleString('en')} characters`;

/** What each line says, or why it says nothing, by the number of the line it begins on. */
async function* linesOf(path: string): AsyncGenerator<{ line: number; found: Fields | string }> {
  const lines = createInterface({ input: textOf(path), crlfDelay: Number.POSITIVE_INFINITY });
  try {
    for await (const { line, found } of /\.csv$/i.test(path) ? csvTitles(withoutMark(lines)) : jsonTitles(withoutMark(lines)))
      yield { line, found: typeof found !== 'string' && String(found.title).includes('\ufffd') ? notUtf8 : found };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The file ${path} cannot be read to its end: ${reason}. What comes before stays stored.`, { cause: error });
  }
}

/** An error of the file ends the unpacked text with it. */
function textOf(path: string): Readable {
  if (!/\.gz$/i.test(path)) return createReadStream(path, 'utf8');
  const unzipped = createGunzip();
  createReadStream(path)
    .once('error', (error) => unzipped.destroy(error))
    .pipe(unzipped);
  return unzipped.setEncoding('utf8');
}

/** The decoder puts this mark in the place of bytes that are no character. */
const notUtf8 = 'its title holds bytes that are not UTF-8';

/** The lines, without the byte order mark before the first. */
async function* withoutMark(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let first = true;
  for await (const line of lines) {
    yield first ? line.replace(/^\uFEFF/, '') : line;
    first = false;
  }
}

async function* jsonTitles(lines: AsyncIterable<string>): AsyncGenerator<{ line: number; found: Fields | string }> {
  let line = 0;
  for await (const text of lines) {
    line++;
    if (text.trim() !== '') yield { line, found: text.length > lineMost ? tooLong : jsonLine(text) };
  }
}

async function* csvTitles(lines: AsyncIterable<string>): AsyncGenerator<{ line: number; found: Fields | string }> {
  let header: string[] | null = null;
  for await (const { line, cells } of csvRecords(lines)) {
    if (header === null) {
      header = (cells ?? []).map((cell) => cell.trim().toLowerCase());
      if (!header.includes('title')) yield { line, found: 'the header names no column "title"' };
    } else yield { line, found: csvLine(cells, header) };
  }
}

/** The fields of a line, or why it has none. */
function jsonLine(line: string): Fields | string {
  try {
    const value: unknown = JSON.parse(line);
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return 'is JSON, but no object';
    const known = titleFields.flatMap((name) => {
      const field = (value as Record<string, unknown>)[name];
      return field === undefined ? [] : [[name, field] as const];
    });
    return Object.fromEntries(known);
  } catch (error) {
    if (error instanceof SyntaxError) return `is no JSON: ${error.message}`;
    throw error;
  }
}

function csvLine(cells: readonly string[] | null, header: readonly string[]): Fields | string {
  if (!header.includes('title')) return 'the header names no column "title"';
  if (cells === null) return 'a quote that is never closed';
  return Object.fromEntries(
    cells.flatMap((cell, at) => (titleFields.some((name) => name === header[at]) ? [[header[at], cell.slice(0, lineMost)]] : [])),
  );
}
