// A stage of the operator's own on the desk: a card beside the phases, its items and their life, and all that can be done with a press.
import { beforeAll, expect, test } from 'vitest';
import { makeTestWorld } from '../../../support/in-test.js';
import { sni } from '../../desk/fixture.js';
import { addAnna, loggedIn, openDesk } from './fixture.js';

const measure = {
  about: 'measures words',
  food: { query: 'select word_id as item_id, word from words' },
  do: { command: ['true'] },
};
const lost = { about: 'reads what is not there', food: { view: 'nowhere' }, do: { command: ['true'] } };
const world = await makeTestWorld({ settings: { stages: { measure, lost } } });
const { sql } = world;
const desk = openDesk(world);
const command = (...words: string[]) => sni(['--config', world.settings, ...words], { SNI_HOME: world.home });

beforeAll(async () => {
  await addAnna(sql);
  await sql`create table words (word_id bigint primary key, word text not null)`;
  await sql`insert into words select n, 'w' || n from generate_series(1, 5) n`;
  await sql`insert into phases (name, position) values ('measure', 6), ('lost', 7)`;
  await sql`
    insert into work (phase, item_id, state, attempts, error_class, error, error_signature, finished_at)
    values ('measure', 1, 'failed', 3, 'item_specific', 'no such word', 'kind', now()), ('measure', 2, 'done', 1, null, null, null, now())`;
  await sql`
    insert into stage_answers (stage, item_id, input_sha256, answer, made_by)
    values ('measure', 2, 'sha', '{"length": 2}', '{"command": ["count-letters"]}')`;
});

test('it has a card with what waits, and a page of its own; a food that cannot be read is said', async () => {
  const { text } = await desk.browser().get('/desk');
  expect(text).toContain('<a href="/desk/phases/measure">measure</a>');
  expect(text).toContain('nowhere');
  expect(text).not.toContain('P0');
  const { phases } = JSON.parse((await desk.browser().get('/desk?format=json')).text);
  expect(phases.find(({ name }: { name: string }) => name === 'measure')).toMatchObject({ waiting: 4, failed: 1, done: 1 });
  const page = await desk.browser().get('/desk/phases/measure');
  expect([page.status, page.text.includes('measures words')]).toEqual([200, true]);
  for (const path of ['/desk/items?phase=measure', '/desk/failures?phase=measure', '/desk/log?phase=measure', '/desk/runs', '/desk/models'])
    expect([path, (await desk.browser().get(path)).status]).toEqual([path, 200]);
});

test('an item leads to its life, which the desk tells too', async () => {
  const { text } = await desk.browser().get('/desk/items?phase=measure');
  expect(text).toContain('href="/desk/items/measure%3A1"');
  expect((await desk.browser().get('/desk/items/measure:2')).text).toContain('count-letters');
  expect((await desk.browser().get('/desk/items/measure:3')).status).toBe(404);
  expect((await command('inspect', 'measure:2')).stdout).toMatch(/measure:2, done: {"length":2}[\s\S]*answered[\s\S]*count-letters/);
  expect((await command('inspect', 'measure:1')).stdout).toContain('no such word');
  expect(await command('inspect', 'measure:3')).toMatchObject({ code: 1, stderr: expect.stringContaining('knows no item 3') });
  expect(await command('inspect', 'other:3')).toMatchObject({ code: 78 });
});

test('it is paused, resumed, woken and retried by a press, and its cost is shown before it is done again', async () => {
  const { browser, token } = await loggedIn(desk.browser());
  const press = async (act: string, form: Record<string, string> = {}) =>
    (await browser.post('/desk/act', { act, token, phase: 'measure', back: '/desk', ...form })).status;
  const paused = async () => (await sql`select from phases where name = 'measure' and paused_at is not null`).length;
  expect([await press('pause'), await paused()]).toEqual([303, 1]);
  expect([await press('resume'), await paused()]).toEqual([303, 0]);
  expect(await press('wake')).toBe(303);
  expect(await press('retry', { ids: 'measure:1' })).toBe(303);
  expect(await sql`select state from work where phase = 'measure' and item_id = 1`).toEqual([{ state: 'ready' }]);
  expect((await browser.get('/desk/reprocess?phase=measure&which=all')).text).toContain(
    '1 item would be done again by measure, at no cost.',
  );
  expect((await browser.get('/desk/log')).text).toContain('anna');
});

test('a shell completes its name where a phase is meant; with settings that are wrong the phases alone', async () => {
  expect((await command('completion', 'bash')).stdout).toMatch(/pause\) .*narrate measure lost/);
});
