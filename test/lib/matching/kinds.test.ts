// Only news founds a family that others join: opinions, live pages and the like may join one, as long as they are fewer.
import { expect, test } from 'vitest';
import type { NewsTitle } from '../../../lib/matching/features.js';
import { companyOf, groupTitles, ids } from './grouped.js';
import { otherNews, title } from './titles.js';

const views = [
  title('Opinion: Norway must not close the Bergen harbour bridge', 'NO | policy', { at: 1 }),
  title('Opinion: Norway must never close the Bergen harbour bridge', 'NO | policy', { at: 2 }),
];

test('opinions on one matter are no family, however alike they are', () => {
  expect(views.map(({ kind }) => kind)).toEqual(['opinion', 'opinion']);
  const groups = groupTitles([...views, ...otherNews()], []);
  expect(views.map((view) => companyOf(view, groups))).toEqual(views.map((view) => ids(view)));
});

const told = (at: number) => [
  title('Norway must close the Bergen harbour bridge, ministry says', 'NO | policy', { at }),
  title('Norway to close the Bergen harbour bridge, ministry says', 'NO | policy', { at: at + 1 }),
  title('Norway ministry: the Bergen harbour bridge must close', 'NO | policy', { at: at + 1 }),
];

test('opinions join the news they are about, whichever comes first', () => {
  for (const at of [0, 3]) {
    const news = told(at);
    const groups = groupTitles([...views, ...news, ...otherNews()], []);
    expect(companyOf(news[0] as NewsTitle, groups).sort()).toEqual(ids(...views, ...news).sort());
  }
});

test('they never come to be as many as the news: one of two joins two headlines, none of them one', () => {
  for (const [news, joining] of [
    [2, 1],
    [1, 0],
  ] as const) {
    const some = told(0).slice(0, news);
    const company = companyOf(some[0] as NewsTitle, groupTitles([...some, ...views, ...otherNews()], []));
    expect(company.filter((id) => ids(...views).includes(id))).toHaveLength(joining);
    expect(company).toHaveLength(news + joining);
  }
});

test('an opinion that was stored alone takes in no other, and comes to the news that is told later', () => {
  const [earlier, later] = views;
  if (earlier === undefined || later === undefined) throw new Error('no title');
  const alone = { efId: '4', members: [earlier] };
  expect(groupTitles([later, ...otherNews()], [alone]).find(({ titles }) => titles.includes(later))?.family).toBeUndefined();
  const [one, two] = told(5) as [NewsTitle, NewsTitle];
  expect(groupTitles([one, two, ...otherNews()], [alone]).find(({ titles }) => titles.includes(one))?.family?.efId).toBe('4');
});

test('word for word the same, opinions belong together, though no news tells of it', () => {
  const same = [1, 1, 9].map((at) => title('Opinion: Norway must not close the Bergen harbour bridge', 'NO | policy', { at }));
  const [first] = same as [NewsTitle];
  expect(companyOf(first, groupTitles([...same, ...otherNews()], [])).sort()).toEqual(ids(...same).sort());
});
