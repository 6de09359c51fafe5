import { expect, test } from 'vitest';
import { watchNetwork } from '../../../phases/ingest/outage.js';
import { sni } from '../../lib/desk/fixture.js';
import { status, whole } from '../../support/web/faults.js';
import { feedOf } from '../../support/web/fetching.js';
import { makeIngestWorld } from '../../support/web/ingest-world.js';

const addressOf = (host: number) => `http://h${host}.example/feed`;

test('five hosts in a row that cannot be reached are an outage, told once; slow ones of it count no more', () => {
  const network = watchNetwork();
  const told = [1, 2, 3, 4, 5, 6].map((host) => network.failed(addressOf(host), 'offline'));
  expect(told).toEqual(['feed', 'feed', 'feed', 'feed', 'begins', 'goes on']);
  expect(network.failed(addressOf(7), 'deadline')).toBe('goes on');
});

test('many feeds of one host are one host; slow ones, broken connections and addresses that are not asked say nothing', () => {
  const network = watchNetwork();
  for (let at = 0; at < 20; at++) expect(network.failed(addressOf(1), 'connect')).toBe('feed');
  for (let host = 2; host < 20; host++)
    for (const kind of ['deadline', 'reset', 'private', 'resting'] as const) expect(network.failed(addressOf(host), kind)).toBe('feed');
  expect(['dns', 'dns', 'connect'].map((kind, at) => network.failed(addressOf(30 + at), kind as 'dns'))).toEqual(['feed', 'feed', 'feed']);
  expect(network.failed(addressOf(40), 'offline')).toBe('begins');
});

test('an answer ends it, also one that says no', () => {
  const network = watchNetwork();
  for (let host = 1; host < 5; host++) network.failed(addressOf(host), 'dns');
  network.answered();
  expect(network.failed(addressOf(5), 'dns')).toBe('feed');
  for (let host = 6; host < 9; host++) network.failed(addressOf(host), 'dns');
  expect(network.failed(addressOf(9), 'dns')).toBe('begins');
  expect(network.failed(addressOf(10), 'status')).toBe('feed');
  expect(network.failed(addressOf(11), 'connect')).toBe('feed');
});

const { web, world, sql, feed, configure, run, due, row } = await makeIngestWorld();
/** Nobody listens there. */
const dead = (host: number) => ({ feed: `http://127.0.0.${host}:9/feed`, publisher: `Dead ${host}`, lang: 'en' });
const desk = (...args: string[]) => sni(['--config', world.settings, ...args], { SNI_HOME: world.home });

test.each([
  2, 30,
])('a run that reaches none of %i feeds says so once, last, with exit code 75, and so do status and feeds', async (count) => {
  configure(Array.from({ length: count }, (_, at) => dead(at + 1)));
  const ended = await run();
  expect(ended).toMatchObject({ code: 75, finished: { exit: 'outage' } });
  const reason = String(ended.finished?.['reason']);
  expect(reason).toMatch(`None of ${count} feeds could be reached: this machine seems cut off`);
  expect(ended.lines.at(-1)).toBe(ended.finished);
  expect((await desk('status')).stdout.replace(/\s+/g, ' ')).toContain(reason);
  expect((await desk('feeds')).stdout.replace(/\s+/g, ' ')).toContain(reason);
  expect(JSON.parse((await desk('feeds', '--broken', '--json')).stdout)).toEqual([]);
});

test('one dead feed among good ones is no outage, also where it is the only one that is due', async () => {
  web.on('/well', whole(feedOf(['A good day'])));
  configure([feed('/well'), dead(1)]);
  expect(await run()).toMatchObject({ code: 0, finished: { exit: 'done' } });
  await sql`update feeds set next_fetch_at = now() where last_error is not null`;
  expect(await run()).toMatchObject({ code: 0, finished: { exit: 'done', claimed: 1 } });
});

test('feeds that answer badly are no outage', async () => {
  for (const path of ['/a', '/b']) web.on(path, status(503));
  configure([feed('/a'), feed('/b')]);
  expect(await run()).toMatchObject({ code: 0, finished: { exit: 'done' } });
});

test('a run whose batch is used up says how much it leaves behind', async () => {
  for (const path of ['/one', '/two', '/three']) web.on(path, whole(feedOf([`${path} first`, `${path} second`])));
  configure(
    ['/one', '/two', '/three'].map((path) => feed(path)),
    { phases: { ingest: { group: 1, max_inflight: 1 } } },
  );
  const first = await run('--batch', '3');
  expect(first).toMatchObject({ code: 0, finished: { exit: 'done', made: 3, left: 2 } });
  expect(first.finished?.['reason']).toBe('The batch of 3 is used up and 2 feeds wait for the next run; --batch takes more.');
  expect((await run('--batch', '100')).finished).not.toHaveProperty('left');
  expect((await row('/three'))['errors_in_row']).toBe(0);
  await due();
});
