// `sni gate second-look`: dropped titles that tell what kept ones tell, and the words that would have kept them.
import { beforeAll, expect, test } from 'vitest';
import type { Figure } from '../../../../lib/reading/figures/figure.js';
import type { Act } from '../../../../lib/reading/reading.js';
import { type ComparedTitle, storiesOf } from '../../../../phases/filter/desk/same-story.js';
import { sni } from '../../../lib/desk/fixture.js';
import { makeTestWorld } from '../../../support/in-test.js';
import { insertTitles } from '../news.js';

const world = await makeTestWorld();
const { sql } = world;
const look = (...args: string[]) => sni(['--config', world.settings, 'gate', 'second-look', ...args], { SNI_HOME: world.home });
const jsonOf = async (...args: string[]) => JSON.parse((await look(...args, '--json')).stdout);

beforeAll(async () => {
  await insertTitles(sql, ['Merz meets Modi in New Delhi', 'Seven pasta recipes', 'Chad and Libya hold talks']);
  await insertTitles(sql, ['Merz trifft Modi in Neu-Delhi', 'Kochen wie in Italien'], 'de', 'feeds/b.xml');
  expect((await world.here('filter')).code).toBe(0);
});

test('lists a dropped title beside the kept one that tells the same, with what spoke against it and the word that is missing', async () => {
  const { kept, dropped, hours, found, terms } = await jsonOf();
  expect({ kept, dropped, hours }).toEqual({ kept: 2, dropped: 1, hours: 24 });
  expect(found).toMatchObject([
    {
      title: 'Merz trifft Modi in Neu-Delhi',
      act: { source: 'DE', action: 'visit_or_meet', target: 'IN' },
      like: { title: 'Merz meets Modi in New Delhi' },
      against: [{ id: 'sport' }],
    },
  ]);
  expect(terms).toContainEqual({ sort: 'contexts', id: 'sport', word: expect.stringContaining('trifft'), lang: 'de', titles: 1, keeps: 1 });
  const { code, stdout } = await look();
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Found +1 dropped title$/m);
  expect(stdout).toContain('DE visit or meet IN');
});

test('changes nothing, and finds nothing where the titles are too far apart or not looked at', async () => {
  const before = await sql`select * from titles order by title_id`;
  expect(await jsonOf('--last', '2')).toMatchObject({ kept: 0, found: [] });
  await sql`update titles set published_at = published_at + interval '3 days' where lang = 'de'`;
  expect((await jsonOf()).found).toEqual([]);
  expect((await look()).stdout).toMatch(/^No dropped title tells what a kept one tells\. Looked at: 2 kept titles and 1 dropped one/);
  expect((await jsonOf('--hours', '96')).found).toHaveLength(1);
  await sql`update titles set published_at = published_at - interval '3 days' where lang = 'de'`;
  expect(await sql`select * from titles order by title_id`).toEqual(before);
});

test('a kept title whose reading was edited by hand into something else is passed over', async () => {
  await sql`update titles set reading = '{"acts": [7]}' where title_id = 1`;
  expect(await jsonOf()).toMatchObject({ kept: 1, found: [] });
});

const act = (source: string | null, target: string | null): Act => ({
  ...{ source, target, action: 'attack', mode: 'done', saidBy: null, start: 0, end: 1 },
});
const dead = (value: number): Figure => ({ value, unit: 'people', what: 'killed', qualifier: 'exact', start: 0, end: 1 });
const told = (titleId: string, acts: Act[], figures: Figure[] = [], theater = 'UKRAINE'): ComparedTitle => ({
  ...{ titleId, title: titleId, at: new Date(0), acts, figures, theater },
});

test('one story is the same act between the same two, in places and figures that do not contradict each other', () => {
  const storyOf = storiesOf([told('kept', [act('RU', 'UA')], [dead(9)])], 6);
  expect(storyOf(told('same', [act('RU', 'UA')]))?.kept).toHaveLength(1);
  expect(storyOf(told('other count', [act('RU', 'UA')], [dead(4)]))).toBeNull();
  expect(storyOf(told('other place', [act('RU', 'UA')], [], 'GAZA'))).toBeNull();
  expect(storyOf(told('turned round', [act('UA', 'RU')]))).toBeNull();
});

test('where one party is unnamed only the same figure makes it one story, and what nobody does is none', () => {
  const storyOf = storiesOf([told('kept', [act(null, 'UA'), act(null, null)], [dead(9)])], 6);
  expect(storyOf(told('without', [act(null, 'UA')]))).toBeNull();
  expect(storyOf(told('same count', [act(null, 'UA')], [dead(9)]))?.kept).toHaveLength(1);
  expect(storyOf(told('nobody', [act(null, null)], [dead(9)]))).toBeNull();
});
