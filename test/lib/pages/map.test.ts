// The map of the world: the states it has, what shades them, and the same as a table.
import { beforeAll, expect, test } from 'vitest';
import { makeTestWorld } from '../../support/in-test.js';
import { worldMap } from '../../support/world-map.js';
import { furnishPages } from './fixture.js';
import { servePages } from './site.js';

const world = await makeTestWorld();
const { get } = await servePages(world);

beforeAll(async () => {
  await furnishPages(world.sql);
});

test('the shapes are those that Natural Earth has; "vitest -u" draws them anew', async () => {
  await expect(worldMap()).toMatchFileSnapshot('../../../lib/pages/assets/world.tsv');
});

test('a state is shaded by the families that tell an act upon it, and the table says by whom', async () => {
  const { states, theaters } = JSON.parse((await get('/map?format=json')).text);
  expect(states).toEqual([
    { id: 'UA', name: 'Ukraine', upon: 1, by: 0, families: 1 },
    { id: 'RU', name: 'Russia', upon: 0, by: 1, families: 1 },
  ]);
  expect(theaters).toEqual([{ theater: 'UKRAINE', families: 2, heaviest: 70 }]);
  const { text } = await get('/map');
  expect(text).toMatch(/<a href="\/families\?actor=UA" tabindex="-1" class="s5"><title>Ukraine: 1 family<\/title><path d="M/);
  expect(text).not.toContain('<title>Russia');
  expect(text).toContain('<a href="/families?actor=RU">1<span class="unseen"> family of Russia</span></a>');
});

test('a state too small for a shape is a dot, one that the map has not stands in the table, and what is only threatened is nowhere', async () => {
  const act = (target: string, mode = 'done') => ({
    source: null,
    action: 'attack',
    target,
    mode,
    outlets: ['Harbour Post'],
    cites: ['1'],
  });
  await world.sql`insert into actors (actor_id, name, kind) values ('BH', 'Bahrain', 'state'), ('ZZ', 'Nowhere', 'state'), ('FR', 'France', 'state')`;
  await world.sql`update event_families set acts = ${world.sql.json([act('BH'), act('ZZ'), act('FR', 'threatened')])} where ef_id = 1`;
  const { text } = await get('/map?days=30');
  expect(text).toMatch(/<title>Bahrain: 1 family<\/title><circle cx="\d+" cy="\d+"/);
  expect(text).toContain('1 state of the table the map does not have.');
  expect(text).toContain('>Nowhere<');
  expect(text).not.toContain('France');
});

test('of a theater alone, and empty where nothing is told of', async () => {
  expect((await get('/map?theater=UKRAINE')).text).toContain('class="s5"');
  expect((await get('/map?theater=GAZA')).text).toContain('No act that names a state was told of in this time.');
  expect((await get('/map?theater=NOWHERE')).status).toBe(400);
});
