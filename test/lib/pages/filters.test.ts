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
  expect((await get('/search')).text).toMatch(/<details class="filters"><summary>/);
});
