// `sni stats` and `sni inspect` on an empty, a normal and a damaged database.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../support/folder.js';
import { makeTestWorld } from '../../support/in-test.js';
import { furnish, hostile, sni } from './fixture.js';

const world = await makeTestWorld();
const empty = await makeTestWorld();
const { sql } = world;
await furnish(sql);
await sql`insert into spending (day, usd) values ((now() at time zone 'UTC')::date, 1.25)`;
const ask = (...args: string[]) => sni(['--config', world.settings, ...args], { SNI_HOME: world.home });
const askEmpty = (...args: string[]) => sni(['--config', empty.settings, ...args], { SNI_HOME: empty.home });

test('stats counts by day, and an empty day has zeros', async () => {
  const days = JSON.parse((await ask('stats', '--days', '3', '--json')).stdout);
  expect(days.map(({ day: _, ...rest }: { day: string }) => rest)).toEqual([
    { in: 0, kept: 0, families: 0, narratives: 0, costUsd: 0 },
    { in: 0, kept: 0, families: 0, narratives: 0, costUsd: 0 },
    { in: 5, kept: 3, families: 4, narratives: 1, costUsd: 1.25 },
  ]);
  expect((await ask('stats', '--days', '2')).stdout).toMatch(/^all +5 +3 +4 +1 +\$1\.25$/m);
  expect((await ask('stats', '--days', '1', '--csv')).stdout).toMatch(
    /^day,in,kept,families,narratives,cost_usd\r\n\d{4}-\d\d-\d\d,5,3,4,1,1\.25\r\n$/,
  );
  expect((await askEmpty('stats')).stdout).toMatch(/^all +0 +0 +0 +0 +\$0\.00$/m);
});

test('stats draws a whole SVG, also of nothing, and says where it cannot', async () => {
  const file = join(makeFolder('stats'), 'days.svg');
  expect((await ask('stats', '--days', '7', '--svg', file)).stdout).toBe(`Drawn in ${file}.\n`);
  const drawn = readFileSync(file, 'utf8');
  expect(drawn.match(/<rect /g)).toHaveLength(35);
  expect(drawn).toContain('Titles that came in: 5, at most 5 a day');
  expect((await askEmpty('stats', '--svg', file)).code).toBe(0);
  expect(readFileSync(file, 'utf8')).not.toContain('NaN');
  expect(await ask('stats', '--svg', '/proc/none/x.svg')).toMatchObject({ code: 1, stderr: expect.stringContaining('cannot be written') });
});

test('inspect tells the life of a title and of a family in the order of time', async () => {
  await ask('reset', 'generate', '2', '--by', 'anna', '--why', 'it hung');
  await sql`update event_families set described_by = '{"engine": "gemini", "inputSha256": "abc"}' where ef_id = 2`;
  await sql`
    insert into model_calls (call_id, phase, task, engine, model, prompt_version, shape_version, input_sha256, outcome, latency_ms, cost_usd)
    values (gen_random_uuid(), 'generate', 'describe', 'gemini', 'm', '1', '1', 'abc', 'answered', 1, 0.5)`;
  const title = JSON.parse((await ask('inspect', 'title:2', '--json')).stdout);
  expect(title.happenings.map(({ what }: { what: string }) => what)).toEqual(
    expect.arrayContaining(['published', 'came in', 'kept', 'reset']),
  );
  expect(title.stages).toMatchObject([
    { phase: 'filter', state: 'done', version: '1.old', fresh: false },
    { phase: 'generate', state: 'ready' },
  ]);
  expect(JSON.parse((await ask('inspect', 'ef:2', '--json')).stdout)).toMatchObject({ costUsd: 0.5, calls: [{ task: 'describe' }] });
  const page = (await ask('inspect', '2')).stdout;
  expect(page).toContain('Models, $0.5000 in all');
  await sql`update event_families set title_count = 1 where ef_id = 1`;
  expect((await ask('inspect', '1')).stdout).toMatch(/first headline +1 title now$/m);
  expect(page).not.toContain(hostile.slice(0, 4));
});

test('inspect of what is not there, and of what has no life, is a sentence', async () => {
  expect(await ask('inspect', 'title:99')).toMatchObject({ code: 1, stderr: 'There is no title 99.\n' });
  expect(await ask('inspect', 'narrative:1')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Only titles, families and items of stages'),
  });
  expect(await askEmpty('inspect', '1')).toMatchObject({ code: 1, stderr: 'There is no event family 1.\n' });
});

test('inspect of what is no id names what it takes, and nothing that it does not', async () => {
  const { code, stderr } = await ask('inspect', 'foo');
  expect(code).toBe(78);
  expect(stderr).toContain('Allowed is a number or ef:12 (event family), title:34, or NAME:7 for an item of a stage of yours.');
  expect(stderr).not.toContain('narrative');
});

test('rows that were edited by hand are shown, and a table that is gone is a sentence', async () => {
  const damaged = await makeTestWorld();
  await furnish(damaged.sql);
  const hurt = (...args: string[]) => sni(['--config', damaged.settings, ...args], { SNI_HOME: damaged.home });
  await damaged.sql`update event_families set described_by = '[1]', enriched_by = '"odd"', narrated_by = 'null', timeline = '{}'`;
  await damaged.sql`update work set version = repeat('x', 500), error = ${hostile}`;
  for (const item of ['ef:1', 'ef:2', 'title:2']) {
    const { code, stdout, stderr } = await hurt('inspect', item);
    expect([item, code, stderr, stdout.includes('\u001b')]).toEqual([item, 0, '', false]);
  }
  await damaged.sql`alter table spending rename to lost`;
  const gone = await hurt('stats');
  expect(gone.code).not.toBe(0);
  expect(gone.stderr).not.toContain('    at ');
});
