// The text behind what an operator typed, an address or a path; or why there is none, in a sentence.
import { readFile, stat } from 'node:fs/promises';
import type { Config } from '../../../lib/config.js';
import { whyUnreadable } from '../../../lib/desk/unread.js';
import { decodeText } from '../../../lib/feeds/fetch/charset.js';
import { type Fetcher, fetchLimits, makeFetcher } from '../../../lib/feeds/fetch/fetcher.js';
import { shownAddress } from '../../../lib/feeds/fetch/problem.js';
import { isWeb } from '../sources/text.js';

/** `at` is where it stands: where permanent redirects led, or what was typed. */
export type Body =
  | { kind: 'text'; text: string; contentType: string | null; at: string; isCut?: boolean }
  /** `why` is a whole sentence that names the address. */
  | { kind: 'none'; why: string };

/** A fetcher with the limits of sni.yaml, as the runs of P1 have it. Close it. */
export function fetcherOf({ fetch }: Pick<Config, 'fetch'>): Fetcher {
  const { at_once: atOnce, per_host: perHost, host_spacing: hostSpacingSeconds, deadline: deadlineSeconds } = fetch;
  return makeFetcher({ ...fetchLimits, atOnce, perHost, hostSpacingSeconds, deadlineSeconds });
}

/** A body past this is parsed while no other such is: its elements take ten times its size. */
const largeBytes = 1024 * 1024;

interface Asking {
  fetcher: Fetcher;
  allowPrivate: boolean;
  /** What it is said to be written in; missing or null where nothing is known. */
  lang?: string | null;
  /** Waited for when the body is large, before a file is read, after an address is fetched. */
  alone?: () => Promise<void>;
}

/** Whatever the input is, the answer is data. Close the fetcher yourself. */
export async function bodyOfInput(input: string, asking: Asking): Promise<Body> {
  if (isWeb(input)) {
    const body = await fetchBody(input, asking);
    if (body.kind === 'text' && body.text.length > largeBytes) await asking.alone?.();
    return body;
  }
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(input)?.[1];
  if (scheme)
    return {
      kind: 'none',
      why: `${shownAddress(input)} begins with ${scheme}://; only http and https are fetched. Give a file by its path.`,
    };
  return readBody(input, asking);
}

async function fetchBody(url: string, { fetcher, allowPrivate, lang = null }: Asking): Promise<Body> {
  const known = { etag: null, lastModified: null, sha256: null, url };
  const fetched = await fetcher.fetch(url, { known, allowPrivate, lang, signal: new AbortController().signal });
  if (fetched.kind === 'body') {
    const { text, contentType, movedTo, isCut } = fetched;
    return { kind: 'text', text, contentType, at: movedTo ?? url, isCut };
  }
  if (fetched.kind === 'unchanged') throw new Error(`${shownAddress(url)} answered "unchanged" to a question that named nothing known.`);
  const { kind, sentence } = fetched.problem;
  return { kind: 'none', why: kind === 'private' && !allowPrivate ? `${sentence} Here that is --allow-private.` : sentence };
}

async function readBody(path: string, { lang = null, alone }: Asking): Promise<Body> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return { kind: 'none', why: `${path} is no file. Name a file or an http(s) address.` };
    const most = fetchLimits.maxBytes;
    if (found.size > most)
      return { kind: 'none', why: `The file ${path} has ${mebibytes(found.size)} MiB; a feed may have ${mebibytes(most)} at most.` };
    if (found.size > largeBytes) await alone?.();
    return { kind: 'text', text: decodeText(await readFile(path), null, lang), contentType: null, at: path };
  } catch (error) {
    return { kind: 'none', why: whyUnread(path, error) };
  }
}

/** Why a file cannot be read, in a sentence. Throws what the system did not say of the file. */
export function whyUnread(path: string, error: unknown): string {
  return whyUnreadable(path, error, 'Correct the path; an address of the web begins with https://.');
}

function mebibytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(0);
}
