// What a new user meets first: the sample world from feeds to frames, twice.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { urlOf } from '../../../lib/db/connection.js';
import { status } from '../../../lib/db/embedded.js';
import { makeDatabase } from '../../support/database.js';
import { sni as here, sniProcess as sni } from './fixture.js';

const checkpoints = mkdtempSync(join(tmpdir(), 'sni-quickstart-'));
afterAll(() => rmSync(checkpoints, { recursive: true }));

test('the first run fills an empty database and shows it; the next finds nothing new, makes no duplicate and says so', async () => {
  const scratch = await makeDatabase();
  const { address } = await status({ home: inject('home') });
  if (!address) throw new Error('The tests’ own Postgres does not run.');
  const env = {
    SNI_HOME: inject('home'),
    SNI_CHECKPOINTS: checkpoints,
    DATABASE_URL: databaseUrl(address.socketFolder, address.port, scratch.name),
  };

  // Two at once: one waits for the other, and neither fails.
  const ran = await Promise.all([sni(['quickstart'], env), sni(['quickstart'], env)]);
  const [first, second] = ran.toSorted((a, b) => Number(a.stdout.includes('Nothing new')) - Number(b.stdout.includes('Nothing new')));
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first?.stdout).toMatch(/^phase +took +took in +made +failed +left$/m);
  expect(first?.stdout).toMatch(/^narrate .* \d+ narratives +0 +0$/m);
  expect(first?.stdout).toMatch(
    /^SNI BRIEF\n[\s\S]*^New \(3\)\n[\s\S]*^What this stands on\n[\s\S]*^Try next:\n[\s\S]*http:\/\/127\.0\.0\.1:8787\/$/m,
  );
  const shown = /npx sni --sample show (\d+)/.exec(first?.stdout ?? '')?.[1] ?? '';
  expect(second).toMatchObject({ code: 0, stderr: '' });
  const told = /Nothing new: 309 titles, (\d+) event families and (\d+) framed narratives are already there; no duplicate was made\./;
  const [, families, narratives] = told.exec(second?.stdout ?? '') ?? [];
  expect(
    await scratch.sql`
      select (select count(*) from titles) as titles, (select count(distinct title_hash) from titles) as different,
        (select count(*) from event_families where status in ('seed', 'active')) as families,
        (select count(*) from framed_narratives) as narratives`,
  ).toEqual([{ titles: '309', different: '309', families, narratives }]);

  for (const command of [['status'], ['show', shown], ['list', 'families']]) {
    expect(await here(['--sample', ...command], env)).toMatchObject({ code: 0, stderr: '' });
  }
});

test('a database that holds other feeds is refused and left as it was', async () => {
  const scratch = await makeDatabase();
  await scratch.sql`insert into feeds (url, publisher_name, lang) values ('https://real.example/rss', 'Real', 'en')`;
  const { address } = await status({ home: inject('home') });
  const env = { SNI_CHECKPOINTS: checkpoints, DATABASE_URL: databaseUrl(address?.socketFolder ?? '', address?.port ?? 0, scratch.name) };
  const { code, stderr } = await here(['quickstart'], env);
  expect(code).toBe(78);
  expect(stderr).toMatch(/already holds feeds that are not of the sample, such as https:\/\/real\.example\/rss\./);
  expect(await scratch.sql`select url, listed from feeds`).toEqual([{ url: 'https://real.example/rss', listed: true }]);
});

/** With the socket's folder where the driver looks for it. */
function databaseUrl(socketFolder: string, port: number, name: string): string {
  return urlOf({ socketFolder, port, user: 'sni' }, name);
}
