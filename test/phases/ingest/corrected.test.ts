// What an operator corrects is read at once: a source of sni.yaml, a feed that waits, a folder. And what a list may not do.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sni } from '../../lib/desk/fixture.js';
import { status, whole } from '../../support/web/faults.js';
import { feedOf } from '../../support/web/fetching.js';
import { makeIngestWorld, said } from '../../support/web/ingest-world.js';

const { web, world, sql, feed, configure, run, due, titles, row } = await makeIngestWorld();
const desk = (...args: string[]) => sni(['--config', world.settings, 'feeds', ...args], { SNI_HOME: world.home });

test('a source corrected in sni.yaml is due at once, and its body is read again though it be the same', async () => {
  web.on('/api', whole('{"data": [{"headline": "Port reopens"}]}', { 'content-type': 'application/json' }));
  const api = (title: string) => ({ json: { url: web.url('/api', '127.0.0.1'), items: 'data', title }, lang: 'en' });
  configure([api('title')]);
  await run();
  await run();
  expect(web.asked('/api')).toHaveLength(1);
  configure([api('headline')]);
  await run();
  expect(await titles()).toEqual(['Port reopens']);
});

test('sni feeds retry makes one feed due, or all that were not read, without their waits', async () => {
  for (const path of ['/ill', '/worse']) web.on(path, status(500));
  web.on('/fine', whole(feedOf(['A fine day'])));
  configure([feed('/ill'), feed('/worse'), feed('/fine')]);
  await run();
  expect((await run()).finished).toMatchObject({ exit: 'nothing' });
  const url = web.url('/ill', '127.0.0.1');
  expect(await desk('retry', url)).toMatchObject({ code: 0, stdout: `${url} is due now. "sni run ingest" reads it.\n` });
  expect((await run()).finished).toMatchObject({ claimed: 1 });
  expect(await row('/ill')).toMatchObject({ errors_in_row: 1 });
  expect((await desk('retry', '--all')).stdout).toContain('2 feeds due now');
  expect((await run()).finished).toMatchObject({ claimed: 2 });
  expect(web.asked('/fine')).toHaveLength(1);
  expect(await desk('retry', 'https://nowhere.example/')).toMatchObject({
    code: 78,
    stderr: expect.stringContaining('no feed that P1 reads'),
  });
  expect(await desk('retry')).toMatchObject({ code: 78, stderr: expect.stringContaining('--all') });
});

test('a folder is looked at by every run', async () => {
  mkdirSync(join(world.folder, 'desk'), { recursive: true });
  configure([{ folder: 'desk', publisher: 'Desk', lang: 'en' }]);
  for (const title of ['First dropped', 'Then another']) {
    writeFileSync(join(world.folder, `desk/${title}.jsonl`), JSON.stringify({ title }));
    await run();
  }
  expect(await titles()).toEqual(['First dropped', 'Then another']);
  expect(JSON.parse((await desk('--json')).stdout)).toMatchObject([{ kind: 'folder' }]);
});

test('a remote list adds 10,000 feeds at most, over all its readings, and never the right to ask private machines', async () => {
  const list = (from: number, count: number) =>
    `<opml version="2.0"><body>${Array.from({ length: count }, (_, at) => `<outline text="F" xmlUrl="http://f${from + at}.invalid/"/>`).join('')}</body></opml>`;
  web.on('/endless-list', whole(list(0, 9_990)));
  configure([{ opml: web.url('/endless-list', '127.0.0.1'), allowPrivate: true, every: '2h' }], { fetch: { host_spacing: '0ms' } });
  await run();
  web.on('/endless-list', whole(list(0, 12_000)));
  await sql`update feeds set next_fetch_at = now() + interval '1 day' where origin = 'list'`;
  await sql`update feeds set next_fetch_at = now() where kind = 'opml'`;
  const ended = await run();
  expect(said(ended, 'list too long')[0]?.['reason']).toMatch('names 12,000 feeds; a remote list may add 10,000');
  expect(await sql`select count(*)::int as n, max(substring(url from 'f(\\d+)')::int) as last from feeds where origin = 'list'`).toEqual([
    { n: 10_000, last: 9_999 },
  ]);
  expect(await sql`select distinct settings from feeds where origin = 'list'`).toEqual([{ settings: { everySeconds: 7200 } }]);
  writeFileSync(join(world.folder, 'local.opml'), `<opml><body><outline xmlUrl="${web.url('/inner', '127.0.0.1')}"/></body></opml>`);
  configure([{ opml: 'local.opml', allowPrivate: true }], { fetch: { host_spacing: '0ms' } });
  await due();
  await sql`update feeds set listed = false where origin = 'list'`;
  await run();
  expect(web.asked('/inner')).toHaveLength(0);
  expect(await row('/inner')).toMatchObject({ last_problem: 'private address' });
});
