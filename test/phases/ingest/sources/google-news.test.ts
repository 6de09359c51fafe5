// Google News stands on one address of the web; here a fetcher notes what it would be asked.
import { expect, test } from 'vitest';
import type { Fetched, Fetcher } from '../../../../lib/feeds/fetch/fetcher.js';
import { googleNews } from '../../../../phases/ingest/sources/google-news.js';
import type { Around } from '../../../../phases/ingest/sources/kind.js';

const source = { google_news: 'site:example.org sahel', lang: 'fr', country: 'FR' };

async function readSince(since: Date | undefined, answer: Partial<Fetched> = {}) {
  const asked: string[] = [];
  const text = '<rss version="2.0"><channel><title>Search</title><item><title>Un titre</title></item></channel></rss>';
  const told = { etag: null, lastModified: null, sha256: 'ab', movedTo: null, freshForSeconds: null, bytes: 9 };
  const fetcher: Fetcher = {
    fetch: async (url, { known }) => {
      asked.push(url, known.url);
      return { kind: 'body', text, contentType: null, ...told, ...answer } as Fetched;
    },
    close: async () => undefined,
  };
  const url = googleNews.address(source);
  const known = { etag: null, lastModified: null, sha256: null, url };
  const row = { url, publisher: 'Google News', domain: null, lang: 'fr', settings: {}, known };
  const around: Around = {
    fetcher,
    folder: '.',
    signal: new AbortController().signal,
    allowPrivate: false,
    alone: async () => undefined,
    now: () => new Date(),
    since,
  };
  return { asked, reading: await googleNews.read(row, around) };
}

test('a search is asked for in its language and country', () => {
  expect(googleNews.address(source)).toBe('https://news.google.com/rss/search?q=site%3Aexample.org+sahel&hl=fr-FR&gl=FR&ceid=FR%3Afr');
});

test('a day to go back to is asked for in the search, which else answers with the newest', async () => {
  const { asked, reading } = await readSince(new Date('2026-03-10T00:00:00Z'), { movedTo: 'https://news.google.com/else', etag: '"x"' });
  expect(asked.map((address) => new URL(address).searchParams.get('q'))).toEqual(Array(2).fill('site:example.org sahel after:2026-03-09'));
  // Of another question's answer nothing is to be remembered.
  expect(reading).toMatchObject({ kind: 'read', version: { etag: null, lastModified: null, sha256: null, movedTo: null } });
});

test('without one the search is asked as it stands, and its answer remembered', async () => {
  const { asked, reading } = await readSince(undefined);
  expect(asked).toEqual(Array(2).fill(googleNews.address(source)));
  expect(reading).toMatchObject({ version: { sha256: 'ab' } });
});
