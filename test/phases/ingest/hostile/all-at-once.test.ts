import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { conditional } from '../../../support/web/faults.js';
import { noSocketsOpen } from '../../../support/web/fetching.js';
import { goodFeed } from '../../../support/web/good-feeds.js';
import { hostile } from '../../../support/web/hostile-set.js';
import { makeIngestWorld } from '../../../support/web/ingest-world.js';

const { web, world, sql, configure } = await makeIngestWorld();

const cases = hostile(web);
const crowd = Array.from({ length: 30 }, (_, number) => goodFeed(number, 40));

test(`${cases.length} hostile servers and bodies in one run, among good feeds: all that is good is stored, and nothing else`, async () => {
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
  configure([...bad, ...good].sort((one, other) => (one.publisher.length % 7) - (other.publisher.length % 7)));

  const running = world.start('ingest', ['--batch', '100000']);
  let peakMiB = 0;
  const looking = setInterval(() => {
    peakMiB = peakOf(running.process.pid) ?? peakMiB;
  }, 20);
  const ended = await running.ended;
  clearInterval(looking);

  expect(ended).toMatchObject({ code: 0, stderr: '', finished: { exit: 'done', done: bad.length + good.length, failed: 0, released: 0 } });
  expect(await stored(good.map(({ publisher }) => publisher))).toEqual(
    Object.fromEntries(crowd.map(({ path, titles }) => [path, [...titles].sort()])),
  );
  expect(await stored(bad.map(({ publisher }) => publisher))).toEqual(
    Object.fromEntries(cases.filter((one) => one.stored.length > 0).map(({ name, stored: titles }) => [name, [...titles].sort()])),
  );
  await noSocketsOpen(web);
  expect(peakMiB).toBeLessThan(250);
});

test('what was stored of them is clean: believable dates, web addresses, bounded texts', async () => {
  const rubbish = await sql`
    select title_original, url, published_at, length(title_original), length(guid), pg_column_size(raw) as raw_bytes from titles
    where length(title_original) > 500 or title_original ~ '[\\x01-\\x1f\\x7f]' or title_norm = '' or published_at not between '1991-01-01' and now()
       or url !~ '^https?://' or length(url) > 2000 or length(guid) > 1000 or length(description) > 1000 or length(raw::text) > 40000`;
  expect(rubbish).toEqual([]);
});

async function stored(publishers: readonly string[]): Promise<Record<string, string[]>> {
  const rows = await sql<{ publisher: string; titles: string[] }[]>`
    select publisher_name as publisher, array_agg(title_original order by title_original collate "C") as titles
    from titles where publisher_name = any(${publishers as string[]}) group by 1`;
  return Object.fromEntries(rows.map(({ publisher, titles }) => [publisher, [...titles].sort()]));
}

/** The most memory the process has held, in MiB; undefined once it has gone. */
function peakOf(pid: number | undefined): number | undefined {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024 || undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return undefined;
    throw error;
  }
}
