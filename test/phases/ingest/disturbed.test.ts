import { rmSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { expect, onTestFinished, test } from 'vitest';
import { projectRoot } from '../../../lib/config.js';
import { ensureRunning, stop } from '../../../lib/db/embedded.js';
import { migrate, readMigrations } from '../../../lib/migrate.js';
import { settingsFor } from '../../support/scratch.js';
import { startFakeWeb } from '../../support/web/fake-web.js';
import { late, whole } from '../../support/web/faults.js';
import { feedOf, until } from '../../support/web/fetching.js';
import { briskFetching, makeIngestWorld, numbered, said } from '../../support/web/ingest-world.js';
import { makeWorld } from '../../support/world.js';

const { sql, configure, run, due, titles } = await makeIngestWorld();

const paths = numbered('/feed', 8).map((path) => path.replace(' ', '-'));
const titleOf = (path: string) => `The news of ${path}`;
const sourcesOn = (port: number) => paths.map((path) => ({ feed: `http://127.0.0.1:${port}${path}`, publisher: path, lang: 'en' }));

async function serve(seconds: number, port = 0) {
  const web = await startFakeWeb({ port });
  for (const path of paths) web.on(path, late(seconds, whole(feedOf([titleOf(path)]))));
  return web;
}

test('the network goes in the middle of a run and stays away: runs end by themselves with a line for each feed, and the next one completes', async () => {
  const first = await serve(0.5);
  configure(sourcesOn(first.port), { phases: { ingest: { group: 1, max_inflight: 4 } } });
  const running = run();
  await until('a feed is asked for', () => first.underWay() > 0);
  await first.close();
  const ended = await running;
  expect(ended).toMatchObject({ code: 75, finished: { exit: 'outage', done: 8, failed: 0, made: 0 } });
  expect(said(ended, 'feed not read').map((line) => String(line['error']))).toEqual(
    paths.map(() => expect.stringMatching(/^The feed http:.* cannot be read: 127\.0\.0\.1:\d+ (cut|refuses) the connection/)),
  );
  await due();
  expect((await run()).code).toBe(75);
  expect(await sql`select distinct errors_in_row from feeds`).toEqual([{ errors_in_row: 2 }]);
  const second = await serve(0, first.port);
  await due();
  expect(await run()).toMatchObject({ code: 0, finished: { made: 8 } });
  expect(await titles()).toEqual(paths.map(titleOf));
  await second.close();
});

test('names that do not resolve are said feed by feed, and the run ends well', async () => {
  configure([{ feed: 'http://feeds.invalid/rss', publisher: 'Nowhere', lang: 'en' }]);
  const ended = await run();
  expect(ended).toMatchObject({ code: 0, finished: { exit: 'done', done: 1, failed: 0 } });
  expect(said(ended, 'feed not read')[0]?.['problem']).toMatch(
    /^(no such host|name server silent|name server failed|no whole answer in 2 s)$/,
  );
});

test('where no host can be reached the network is said to be down, once, and nothing is held against the feeds: all come at the next run', async () => {
  const hosts = Array.from({ length: 12 }, (_, at) => `127.0.3.${at + 1}`);
  const web = await startFakeWeb({ host: '0.0.0.0' });
  for (const host of hosts) web.on(`/of-${host}`, whole(feedOf([titleOf(host)])));
  configure(
    hosts.map((host) => ({ feed: web.url(`/of-${host}`, host), publisher: host, lang: 'en' })),
    { phases: { ingest: { group: 1, max_inflight: 1 } } },
  );
  const { port } = new URL(web.url('/'));
  await web.close();
  const ended = await run();
  expect(ended).toMatchObject({ code: 75, finished: { exit: 'outage', done: 12, failed: 0 } });
  expect(said(ended, 'feed not read').length).toBe(12);
  expect(said(ended, 'network seems down').map((line) => line['reason'])).toEqual([
    expect.stringMatching(/^5 hosts in a row cannot be reached.*Check this machine's network and name server/),
  ]);
  expect(await sql`select errors_in_row, count(*)::int as feeds from feeds group by 1 order by 1`).toEqual([
    { errors_in_row: 0, feeds: 8 },
    { errors_in_row: 1, feeds: 4 },
  ]);
  const [{ due: soon } = { due: 0 }] = await sql<{ due: number }[]>`
    select count(*)::int as due from feeds where next_fetch_at <= now() + interval '5 minutes'`;
  expect(soon).toBe(8);
  const again = await startFakeWeb({ host: '0.0.0.0', port: Number(port) });
  for (const host of hosts) again.on(`/of-${host}`, whole(feedOf([titleOf(host)])));
  await due();
  expect(await run()).toMatchObject({ code: 0, finished: { made: 12 } });
  expect(await titles()).toEqual(hosts.map(titleOf).sort());
  await again.close();
});

test('the database restarts in the middle of a run: it ends with a sentence or goes on, and the next run completes', async () => {
  const home = join(projectRoot, '.sni', `test-${process.pid}`);
  onTestFinished(async () => {
    await stop({ home });
    rmSync(home, { recursive: true, force: true });
  });
  const web = await serve(0.3);
  const settings = { fetch: briskFetching, sources: sourcesOn(web.port), phases: { ingest: { group: 1, max_inflight: 2 } } };
  const world = await makeWorld({ home, source: 'template0', settings });
  await migrate(world.sql, readMigrations(join(projectRoot, 'sql')));
  const running = world.start('ingest');
  await until('a feed is asked for', () => web.underWay() > 0);
  await stop({ home });
  const address = await ensureRunning({ home });
  const ended = await running.ended;
  if (ended.code !== 0) {
    expect(ended).toMatchObject({ code: 1, stderr: '', finished: { exit: 'failed' } });
    expect(said(ended, 'run failed')[0]).toMatchObject({
      errorClass: 'systemic',
      error: expect.stringMatching(/^The database (went away|at .* cannot be reached)/),
    });
  }
  const again = await world.here('ingest', ['--resume']);
  expect(again).toMatchObject({ code: 0 });
  const fresh = postgres(settingsFor(address, world.name, 1));
  expect((await fresh`select title_original as title from titles order by 1`).map(({ title }) => title)).toEqual(paths.map(titleOf));
  expect(await fresh`select distinct state from work`).toEqual([{ state: 'done' }]);
  await fresh.end();
  await web.close();
  await world.drop();
});
