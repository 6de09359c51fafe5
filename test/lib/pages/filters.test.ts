// The form that narrows, as each reader gets it.
import { beforeAll, expect, test } from 'vitest';
import { makeTestWorld } from '../../support/in-test.js';
import { furnish } from '../desk/fixture.js';
import { servePages } from './site.js';

const world = await makeTestWorld();
const { get } = await servePages(world);

beforeAll(async () => {
  await furnish(world.sql);
});

test('what one reader narrows by is not in the form of the next', async () => {
  const chosen = async (path: string) =>
    [...(await get(path)).text.matchAll(/<option value="([^"]+)" selected>/g)].map(([, value]) => value);
  expect(await chosen('/families')).toEqual(['time']);
  expect(await chosen('/families?theater=UKRAINE&tier=2')).toEqual(['time', 'UKRAINE', '2']);
  expect(await chosen('/families?sort=size')).toEqual(['size']);
  expect((await get('/families?lang=ru')).text).toMatch(/<details class="filters" open>/);
  expect(await chosen('/families?act=attack&min-titles=2')).toEqual(['time', 'attack']);
  expect((await get('/families?min-titles=2')).text).toContain('name="min-titles" value="2"');
  expect((await get('/search')).text).toMatch(/<details class="filters"><summary>/);
});

test('families and headlines are narrowed by what is done, and by how many headlines there are', async () => {
  await world.sql`update event_families set acts = '[{"action": "attack"}]' where ef_id = 2`;
  await world.sql`update titles set reading = '{"version": "abc", "acts": [{"action": "attack"}]}' where title_id = 1`;
  const idsOf = async (path: string) => JSON.parse((await get(`${path}&format=json`)).text);
  expect((await idsOf('/families?act=attack')).hits.map(({ id }: { id: number }) => id)).toEqual([2]);
  expect((await idsOf('/families?act=expel')).hits).toEqual([]);
  expect((await idsOf('/search?q=odesa&act=attack')).titles.hits.map(({ id }: { id: number }) => id)).toEqual([1]);
  expect((await idsOf('/search?q=odesa&act=expel')).titles.hits).toEqual([]);
  expect((await idsOf('/families?min-titles=999')).hits).toEqual([]);
  const { status, text } = await get('/families?act=shout');
  expect([status, text]).toEqual([400, expect.stringContaining('allowed are attack, threaten')]);
});
