import { expect, test } from 'vitest';
import { reaching } from '../../support/reaching.js';
import { conditional, late } from '../../support/web/faults.js';
import { goodFeed } from '../../support/web/good-feeds.js';
import { briskFetching, makeIngestWorld } from '../../support/web/ingest-world.js';

const { web, world, sql, feed, configure, titles } = await makeIngestWorld();

const crowd = Array.from({ length: 24 }, (_, number) => goodFeed(number, 25));
for (const { path, body, headers } of crowd) web.on(path, late(0.05, conditional(body, undefined, headers)));
// On a busy machine an answer may take longer than two seconds, and a feed that was given up is rightly left to a later run.
configure(
  crowd.map(({ path }) => feed(path)),
  { phases: { ingest: { group: 2, max_inflight: 2 } }, fetch: { ...briskFetching, deadline: '60s' } },
);
let killed = 0;

// In its first fetches, between two settles, near its end.
test.each([0, 0.1, 0.35])('killed %f s after its work began, run again: every headline of the web is there once', async (seconds) => {
  // Of the run before, whose connections are kept: what is left then is the dead one's.
  await reaching.leave(world.name);
  const running = world.start('ingest', ['--batch', '100000']);
  await running.said('started');
  const timer = setTimeout(() => running.process.kill('SIGKILL'), seconds * 1000);
  if ((await running.ended).signal === 'SIGKILL') killed++;
  clearTimeout(timer);
  // What the dead process had sent may still be committing.
  while ((await sql`select from pg_stat_activity where datname = current_database() and application_name = 'sni-ingest'`).length > 0);
  const between = (await titles()).length;
  const again = await world.here('ingest', ['--resume', '--batch', '100000']);
  expect(await sql`select url, last_error from feeds where last_error is not null`).toEqual([]);
  expect(again).toMatchObject({ code: 0, finished: { failed: 0, made: 600 - between } });
  expect(await titles()).toEqual(crowd.flatMap((one) => one.titles).sort());
  expect(await sql`select distinct state from work`).toEqual([{ state: 'done' }]);
  expect(await sql`select distinct errors_in_row, body_sha256 is not null as known from feeds`).toEqual([
    { errors_in_row: 0, known: true },
  ]);
});

test('most of them were killed while they ran', () => {
  expect(killed).toBeGreaterThan(1);
});
