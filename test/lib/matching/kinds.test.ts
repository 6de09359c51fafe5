// Only news founds a family that others join: opinions, live pages and the like may join one.
import { expect, test } from 'vitest';
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

test('an opinion joins the news it is about, whichever comes first', () => {
  for (const at of [0, 3]) {
    const news = title('Norway must close the Bergen harbour bridge, ministry says', 'NO | policy', { at });
    const groups = groupTitles([...views, news, ...otherNews()], []);
    expect(companyOf(news, groups).sort()).toEqual(ids(...views, news).sort());
  }
});

test('an opinion that was stored alone takes in no other, and comes to the news that is told later', () => {
  const [earlier, later] = views;
  if (earlier === undefined || later === undefined) throw new Error('no title');
  const alone = { efId: '4', members: [earlier] };
  expect(groupTitles([later, ...otherNews()], [alone]).find(({ titles }) => titles.includes(later))?.family).toBeUndefined();
  const news = title('Norway must close the Bergen harbour bridge, ministry says', 'NO | policy', { at: 5 });
  expect(groupTitles([news, ...otherNews()], [alone]).find(({ titles }) => titles.includes(news))?.family?.efId).toBe('4');
});
