import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { patience } from '../../../support/patience.js';
import { conditional } from '../../../support/web/faults.js';
import { noSocketsOpen } from '../../../support/web/fetching.js';
import { goodFeed } from '../../../support/web/good-feeds.js';
import { hostile } from '../../../support/web/hostile-set.js';
import { briskFetching, makeIngestWorld } from '../../../support/web/ingest-world.js';
import type { Ended } from '../../../support/world.js';

const { web, world, sql, configure } = await makeIngestWorld();

const cases = hostile(web);
const crowd = Array.from({ length: 30 }, (_, number) => goodFeed(number, 40));
const seen = { peakMiB: 0 } as {
  ended: Ended;
  peakMiB: number;
  /** By publisher, in the order of their letters. */
  titles: Map<string, string[]>;
  rubbish: object[];
  feeds: Map<string, { tried: boolean; errors: number; error: string | null }>;
};

// One run meets them all; the tests look at what it left.
beforeAll(async () => {
  for (const [number, { answer }] of cases.entries()) web.on(`/hostile-${number}`, answer);
  for (const { path, body, headers } of crowd) web.on(path, conditional(body, undefined, headers));
  // Each on a loopback address of its own: no site's wish to be left alone holds for another.
  const bad = cases.map(({ name }, number) => ({
    feed: web.url(`/hostile-${number}`, `127.0.2.${number + 1}`),
    publisher: name,
    lang: 'en',
  }));
  const good = crowd.map(({ path, language }, number) => ({
    feed: web.url(path, `127.0.1.${number + 1}`),
    publisher: path,
    lang: language,
  }));
  const sources = [...bad, ...good].sort((one, other) => (one.publisher.length % 7) - (other.publisher.length % 7));
  // Whoever sends ten megabytes beside all others has the time to, on a machine with other work too.
  configure(sources, { fetch: { ...briskFetching, deadline: `${patience(4)}s` } });

  const running = world.start('ingest', ['--batch', '100000']);
  const looking = setInterval(() => {
    seen.peakMiB = peakOf(running.process.pid) ?? seen.peakMiB;
  }, 20);
  seen.ended = await running.ended;
  clearInterval(looking);

  const titles = await sql<{ publisher: string; titles: string[] }[]>`
    select publisher_name as publisher, array_agg(title_original) as titles from titles group by 1`;
  seen.titles = new Map(titles.map((row) => [row.publisher, row.titles.sort()]));
  const feeds = await sql<{ publisher: string; tried: boolean; errors: number; error: string | null }[]>`
    select publisher_name as publisher, fetched_at is not null as tried, errors_in_row as errors, last_error as error from feeds`;
  seen.feeds = new Map(feeds.map(({ publisher, ...feed }) => [publisher, feed]));
  seen.rubbish = await sql`
    select title_original, url, published_at, length(title_original), length(guid), pg_column_size(raw) as raw_bytes from titles
    where length(title_original) > 500 or title_original ~ '[\\x01-\\x1f\\x7f]' or title_norm = '' or published_at not between '1991-01-01' and now()
       or url !~ '^https?://' or length(url) > 2000 or length(guid) > 1000 or length(description) > 1000 or length(raw::text) > 40000`;
});

test(`${cases.length} hostile servers and bodies among good feeds: the run ends well and in little memory, leaves no socket open, and all that is good is stored`, async () => {
  const { ended, titles, peakMiB } = seen;
  const done = cases.length + crowd.length;
  expect(ended).toMatchObject({ code: 0, stderr: '', finished: { exit: 'done', done, failed: 0, released: 0 } });
  for (const { path, titles: good } of crowd) expect(titles.get(path)).toEqual([...good].sort());
  await noSocketsOpen(web);
  expect(peakMiB).toBeGreaterThan(0);
  expect(peakMiB).toBeLessThan(250);
});

test.each(
  cases.map(({ name, stored }) => [name, stored] as const),
)('%s: what is good of it is stored and no more, what is wrong is said', (name, stored) => {
  expect(seen.titles.get(name) ?? []).toEqual([...stored].sort());
  const { tried, errors, error } = seen.feeds.get(name) ?? {};
  expect(tried).toBe(true);
  if (errors === 0) expect(error).toBeNull();
  else expect(error).toMatch(/^The feed http.* cannot be read: .*\.$|^http.* was fetched and could not be understood: .*\.$/);
});

test('what was stored of them is clean: believable dates, web addresses, bounded texts', () => {
  expect(seen.titles.size).toBeGreaterThan(crowd.length);
  expect(seen.rubbish).toEqual([]);
});

/** The most memory the process has held, in MiB; undefined once it has gone. */
function peakOf(pid: number | undefined): number | undefined {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024 || undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return undefined;
    throw error;
  }
}
