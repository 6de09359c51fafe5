// A fetcher for tests: the product's own, with deadlines and pauses short enough to wait for; and a question in one line.
import {
  type Fetched,
  type FetcherParts,
  type FetchLimits,
  type FetchOptions,
  fetchLimits,
  type LastReading,
  makeFetcher,
} from '../../../lib/feeds/fetch/fetcher.js';
import type { FakeWeb } from './fake-web.js';

export const never: LastReading = { etag: null, lastModified: null, sha256: null, url: '' };

export interface Fetching {
  /** Loopback is allowed where not said otherwise. */
  get(url: string, options?: Partial<Omit<FetchOptions, 'known'>> & { known?: Partial<LastReading> }): Promise<Fetched>;
  close(): Promise<void>;
}

export function startFetching(limits: Partial<FetchLimits> = {}, parts: FetcherParts = {}): Fetching {
  const fetcher = makeFetcher({ ...fetchLimits, hostSpacingSeconds: 0, deadlineSeconds: 1, ...limits }, parts);
  return {
    get: (url, { known = {}, allowPrivate = true, signal = new AbortController().signal } = {}) =>
      fetcher.fetch(url, { known: { ...never, url, ...known }, allowPrivate, signal }),
    close: () => fetcher.close(),
  };
}

/** Throws with the problem where there is no body. */
export function bodyOf(fetched: Fetched) {
  if (fetched.kind !== 'body') throw new Error(`No body: ${fetched.kind === 'failed' ? fetched.problem.sentence : fetched.by}`);
  return fetched;
}

/** Throws where nothing failed. */
export function problemIn(fetched: Fetched) {
  if (fetched.kind !== 'failed') throw new Error(`Nothing failed: ${fetched.kind}.`);
  return fetched.problem;
}

/** Resolves when the condition holds; rejects with a sentence after twenty seconds, which only a process on a busy machine takes. */
export async function until(what: string, condition: () => boolean): Promise<void> {
  for (let waitedMs = 0; !condition(); waitedMs += 5) {
    if (waitedMs > 20_000) throw new Error(`Waited 20 s in vain: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export const noSocketsOpen = (web: FakeWeb) => until(`no socket of ${web.origin} is open`, () => web.openSockets() === 0);

/** A feed with one item for each title. */
export function feedOf(titles: readonly string[], encoding = 'UTF-8'): string {
  const items = titles.map((title) => `<item><title>${title}</title></item>`).join('');
  return `<?xml version="1.0" encoding="${encoding}"?><rss version="2.0"><channel><title>News</title>${items}</channel></rss>`;
}
