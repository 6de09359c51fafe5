// Servers that answer wrongly that nothing has changed, feeds that have died unseen, machines whose clock is wrong.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { status, whole } from '../../support/web/faults.js';
import { feedOf } from '../../support/web/fetching.js';
import { makeIngestWorld, said } from '../../support/web/ingest-world.js';

const { web, world, sql, feed, configure, run, due, titles, row } = await makeIngestWorld();

test('a server that says 304 to every validator is asked without one after some of them, and once a day', async () => {
  let count = 0;
  web.on('/stuck', (response, request) => {
    if (request.headers['if-none-match'] || request.headers['if-modified-since']) status(304, { etag: '"x"' }, '')(response, request);
    else whole(feedOf([`Accord number ${++count}`]), { etag: '"x"', 'last-modified': 'Tue, 01 Jan 1980 00:00:01 GMT' })(response, request);
  });
  configure([feed('/stuck')]);
  for (let round = 0; round < 7; round++) {
    await due();
    await run();
  }
  expect(count).toBe(2);
  expect(await titles()).toEqual(['Accord number 1', 'Accord number 2']);
  expect(await row('/stuck')).toMatchObject({ unmodified_in_row: 0, errors_in_row: 0 });
  await sql`update feeds set whole_at = now() - interval '25 hours', next_fetch_at = now()`;
  await run();
  expect(count).toBe(3);
});

test('a feed that brings the same for weeks keeps the day of its last news', async () => {
  web.on('/same', whole(feedOf(['Once and never again'])));
  configure([feed('/same')]);
  await run();
  await sql`update feeds set news_at = now() - interval '30 days', next_fetch_at = now()`;
  await run();
  const [quiet] = await sql`select extract(day from succeeded_at - news_at)::int as days from feeds`;
  expect(quiet).toEqual({ days: 30 });
  web.on('/same', whole(feedOf(['Once and never again', 'And yet'])));
  await due();
  await run();
  expect(await sql`select from feeds where news_at > now() - interval '1 minute'`).toHaveLength(1);
});

test.each([-2, 2])('a clock that is %i days off dates no title and puts off no feed, and is said', async (days) => {
  const patch = join(world.folder, 'clock.mjs');
  writeFileSync(
    patch,
    `const Real = Date, off = ${days} * 86400000;
     globalThis.Date = class extends Real { constructor(...a) { a.length ? super(...a) : super(Real.now() + off); } static now() { return Real.now() + off; } };`,
  );
  web.on(
    '/clock',
    whole(`<rss version="2.0"><channel><title>T</title><item><title>Undated news</title></item>
    <item><title>Dated news</title><pubDate>${new Date(Date.now() - 600_000).toUTCString()}</pubDate></item></channel></rss>`),
  );
  web.on('/clock/broken', status(500));
  configure([feed('/clock'), feed('/clock/broken')]);
  const ended = await world.run('ingest', [], { NODE_OPTIONS: `--import ${patch}` });
  expect(ended).toMatchObject({ code: 0, finished: { made: 2 } });
  expect(said(ended, 'clock is off')).toMatchObject([
    { reason: expect.stringMatching(/clock is 2 days (?:ahead of|behind) the database's/) },
  ]);
  expect(await sql`select from titles where abs(extract(epoch from published_at - now())) < 900`).toHaveLength(2);
  expect(await sql`select published_at_from as source from titles order by title_original`).toEqual([
    { source: 'item' },
    { source: 'fetch' },
  ]);
  expect(await sql`select from feeds where next_fetch_at between now() and now() + interval '3 hours'`).toHaveLength(2);
  expect(await sql`select from feeds where failing_since between now() - interval '1 minute' and now()`).toHaveLength(1);
});

test('a clock that is right is not spoken of', async () => {
  configure([]);
  expect(said(await run(), 'clock is off')).toEqual([]);
});
