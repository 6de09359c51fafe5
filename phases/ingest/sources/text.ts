// The text of a source by its address or path, or the news that it has not changed.
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { decodeText } from '../../../lib/feeds/fetch/charset.js';
import { fetchLimits } from '../../../lib/feeds/fetch/fetcher.js';
import { type Around, type FeedRow, FeedUnread, type Version } from './kind.js';

type Text =
  | {
      kind: 'text';
      text: string;
      contentType: string | null;
      isCut: boolean;
      version: Version;
      freshForSeconds: number | null;
      bytes: number;
    }
  | { kind: 'unchanged'; by: '304' | 'hash'; version: Version; freshForSeconds: number | null; bytes: number };

/** Else it is a path. */
export function isWeb(address: string): boolean {
  return /^https?:/i.test(address);
}

/** A text past this many characters is parsed while no other is: its elements take ten times its size. */
const largeChars = 1024 * 1024;

/** Fetches an http(s) address, or reads a file by its path. Throws FeedUnread. */
export async function readText(row: Pick<FeedRow, 'url' | 'lang' | 'known' | 'settings'>, around: Around): Promise<Text> {
  const got = await (isWeb(row.url) ? fetchText(row, around) : readFileText(row, around.folder));
  if (got.kind === 'text' && got.text.length > largeChars) await around.alone();
  return got;
}

async function fetchText({ url, lang, known, settings }: Parameters<typeof readText>[0], around: Around): Promise<Text> {
  const allowPrivate = settings.allowPrivate ?? around.allowPrivate;
  const { fetcher, signal, alone, now } = around;
  const fetched = await fetcher.fetch(url, { known, allowPrivate, lang, signal, alone, now });
  if (fetched.kind === 'failed') throw new FeedUnread(fetched.problem.sentence, fetched.problem.brief, fetched.problem);
  const { etag, lastModified, sha256, movedTo, freshForSeconds, bytes } = fetched;
  const version = { etag, lastModified, sha256, movedTo };
  if (fetched.kind === 'unchanged') return { kind: 'unchanged', by: fetched.by, version, freshForSeconds, bytes };
  return { kind: 'text', text: fetched.text, contentType: fetched.contentType, isCut: fetched.isCut, version, freshForSeconds, bytes };
}

async function readFileText({ url, lang, known }: Parameters<typeof readText>[0], folder: string): Promise<Text> {
  const path = resolve(folder, url);
  const bytes = await readWhole(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const rest = { version: { etag: null, lastModified: null, sha256, movedTo: null }, freshForSeconds: null, bytes: bytes.length };
  if (sha256 === known.sha256) return { kind: 'unchanged', by: 'hash', ...rest };
  return { kind: 'text', text: decodeText(bytes, null, lang), contentType: null, isCut: false, ...rest };
}

/** The file's bytes; throws FeedUnread for what is missing, not to be read, or larger than a feed may be. */
export async function readWhole(path: string): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    if (size > fetchLimits.maxBytes) throw new Error(`it has ${size} bytes, more than the ${fetchLimits.maxBytes} allowed`);
    return await readFile(path);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new FeedUnread(
      `The file ${path} cannot be read: ${reason}. Correct its path in sni.yaml, or its rights.`,
      'no such file',
      null,
      cause,
    );
  }
}
