// What one side alone tells: shown with whose it is, and never where anybody of the others is of a country that is not known.
import { beforeAll, expect, test } from 'vitest';
import { makeTestWorld } from '../../support/in-test.js';
import { type GivenTitle, story } from '../search/fixture.js';
import { servePages } from './site.js';

const world = await makeTestWorld();
const { get } = await servePages(world);
const at = '2026-03-10T01:00:00Z';
const given = (title: string, theater: string, outlets: readonly (readonly [outlet: string, lang: string])[]) => ({
  ...{ title, theater, type: 'Legal/ICC', tier: 1, importance: 50, actors: [] },
  titles: outlets.map(([outlet, lang], place): GivenTitle => [`${title} ${place}`, outlet, lang, at]),
});

beforeAll(async () => {
  await story(world.sql, [
    given('Two of one country', 'UKRAINE', [
      ['a.example', 'zh'],
      ['b.example', 'zh'],
    ]),
    given('One of no country', 'GAZA', [
      ['a.example', 'zh'],
      ['c.example', 'xx'],
    ]),
    given('Two countries', 'GAZA', [
      ['a.example', 'zh'],
      ['d.example', 'en'],
    ]),
    given('One alone', 'GAZA', [['d.example', 'en']]),
  ]);
  await world.sql`insert into actors (actor_id, name, kind) values ('RU', 'Russia', 'state') on conflict do nothing`;
  const act = {
    source: 'RU',
    target: 'UA',
    action: 'attack',
    mode: 'done',
    saidBy: null,
    outlets: ['a.example'],
    cites: ['1'],
    basis: 'one outlet',
  };
  await world.sql`update event_families set acts = ${world.sql.json([act, { ...act, source: null, onlyStateMediaOf: 'CN' }])} where title = 'Two countries'`;
  await world.sql`update event_families set acts = ${world.sql.json([{ ...act, onlyStateMediaOf: null }])} where title = 'One alone'`;
});

const view = async (words = '') => {
  const { acts, countries, outlets } = JSON.parse((await get(`/one-sided?format=json${words}`)).text);
  const titles = (list: { title: string }[]) => list.map(({ title }) => title);
  return { acts, countries: titles(countries), outlets: titles(outlets) };
};

test('acts that only state media of one country tell, families of one country, and of one outlet', async () => {
  expect(await view()).toEqual({
    acts: [{ family: 3, title: 'Two countries', what: 'an attack', country: 'CN' }],
    countries: ['Two of one country'],
    outlets: ['One alone'],
  });
  expect((await get('/one-sided')).text).toMatch(/<strong>an attack<\/strong>, by state media of China: .*Two countries/);
});

test('a theater narrows it, and where nothing is one-sided the page says so', async () => {
  expect(await view('&theater=UKRAINE')).toEqual({ acts: [], countries: ['Two of one country'], outlets: [] });
  const { text } = await get('/one-sided?theater=UKRAINE');
  expect(text).toContain('No act of this time is told by state media of one country alone.');
  expect(text).toContain('No family of this time is told by one outlet alone.');
});
