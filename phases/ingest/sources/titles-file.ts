// Takes a file of titles, .jsonl or .csv, as a folder or an import gives it; leaves items, and each line that is none with its reason.
// Streams: a line at a time, however long the file.
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { readDate } from '../read/date.js';
import type { Dropped, FeedItem } from '../read/item.js';
import { plainTitle } from '../read/plaintext.js';
import { rawOf } from '../read/raw.js';

/** What a line may say; title is needed, all else may be missing. */
const fields = ['title', 'link', 'url', 'published_at', 'date', 'publisher', 'domain', 'lang', 'description', 'id'] as const;
type Fields = Partial<Record<(typeof fields)[number], string>>;

/** The items of a file in its order. `lang` is for lines that name none. Rejects when the file cannot be read. */
export async function readTitlesFile(path: string, lang: string): Promise<{ items: FeedItem[]; dropped: Dropped[] }> {
  const items: FeedItem[] = [];
  const dropped: Dropped[] = [];
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
  const parse = /\.csv$/i.test(path) ? csvLines() : jsonLine;
  let number = 0;
  let kept = '';
  for await (const line of lines) {
    number++;
    const text = kept === '' ? line.replace(/^\uFEFF/, '') : `${kept}\n${line}`;
    if (text.trim() === '') continue;
    // A quoted CSV field may hold line breaks; a quote that never closes must not swallow the file.
    if (parse !== jsonLine && quotes(text) % 2 === 1 && text.length < 20_000) {
      kept = text;
      continue;
    }
    kept = '';
    const parsed = parse(text);
    if (parsed === null) continue;
    if (typeof parsed === 'string') dropped.push({ item: `${basename(path)} line ${number}`, reason: parsed });
    else items.push(itemOf(parsed, lang));
  }
  if (kept !== '') dropped.push({ item: `${basename(path)} line ${number}`, reason: 'a quote that is never closed' });
  return { items, dropped };
}

function itemOf(given: Fields, lang: string): FeedItem {
  const date = given.published_at || given.date;
  const link = given.link || given.url || null;
  return {
    title: plainTitle(given.title ?? ''),
    link,
    guid: given.id || null,
    publishedMillis: date ? readDate(date) : null,
    description: given.description || null,
    lang: given.lang || lang,
    source: given.publisher ? { name: given.publisher, url: given.domain ? `https://${given.domain}/` : null } : null,
    raw: rawOf(given),
  };
}

/** The fields of a line, or why it has none. */
function jsonLine(line: string): Fields | string {
  try {
    const value: unknown = JSON.parse(line);
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return 'is JSON, but no object';
    const known = fields.flatMap((name) => {
      const field = (value as Record<string, unknown>)[name];
      return typeof field === 'string' || typeof field === 'number' ? [[name, String(field)] as const] : [];
    });
    return Object.fromEntries(known);
  } catch (error) {
    if (error instanceof SyntaxError) return `is no JSON: ${error.message}`;
    throw error;
  }
}

/** Reads the header from the first line, then a record from each; null for the header itself. */
function csvLines(): (line: string) => Fields | string | null {
  let header: string[] | null = null;
  return (line) => {
    const cells = cellsOf(line);
    if (!header) {
      header = cells.map((cell) => cell.trim().toLowerCase());
      return header.includes('title') ? null : 'the header names no column "title"';
    }
    if (!header.includes('title')) return 'the header names no column "title"';
    const names = header;
    return Object.fromEntries(cells.flatMap((cell, at) => (fields.some((name) => name === names[at]) ? [[names[at], cell]] : [])));
  };
}

/** Fields of a CSV record (RFC 4180); a semicolon or tab separates where the line has no comma outside quotes. */
function cellsOf(record: string): string[] {
  const bare = record.replace(/"(?:[^"]|"")*"/g, '');
  const separator = bare.includes(',') ? ',' : bare.includes(';') ? ';' : bare.includes('\t') ? '\t' : ',';
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < record.length; at++) {
    const char = record[at] ?? '';
    if (quoted && char === '"' && record[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (char === '"') quoted = !quoted;
    else if (char === separator && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += char;
  }
  return [...cells, cell];
}

function quotes(text: string): number {
  return text.split('"').length - 1;
}
