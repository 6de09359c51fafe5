// How the figures of a family went, with the outlets that gave them.
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../phases/enrich/findings.js';
import { familyOf, memberOf } from './family-of.js';

const at = (hour: number): { publishedAt: string } => ({ publishedAt: `2026-03-10T${String(hour).padStart(2, '0')}:00:00.000Z` });

describe('figures', () => {
  it('keep their course, the latest first, each with the outlets that gave it', () => {
    const { courses } = findingsOf(
      familyOf([
        memberOf('Russian strike kills three in Odesa', 0, at(6)),
        memberOf('Three dead in Odesa', 1, at(8)),
        memberOf('Death toll in Odesa rises to five dead', 2, at(20)),
      ]),
    );
    const [killed] = courses;
    expect(killed).toMatchObject({ what: 'killed', unit: 'people', basis: 'said by 3 outlets' });
    expect(killed?.course.map(({ value, outlets }) => [value, outlets])).toEqual([
      [5, ['Outlet C']],
      [3, ['Outlet A', 'Outlet B']],
    ]);
  });

  it('are one number where some give it exactly and others with caution', () => {
    const { courses } = findingsOf(
      familyOf([memberOf('At least 11 arrested in Sanaa', 0, at(6)), memberOf('11 arrested in Sanaa', 1, at(8))]),
    );
    expect(courses).toMatchObject([
      { basis: 'said by 2 outlets', course: [{ value: 11, qualifier: 'at_least', outlets: ['Outlet A'], cites: ['1', '2'] }] },
    ]);
  });

  it('are told exactly where more outlets have them so, and credited to these alone', () => {
    const { courses } = findingsOf(familyOf(['At least 11 arrested in Sanaa', '11 arrested in Sanaa', 'Sanaa: 11 arrested']));
    expect(courses).toMatchObject([
      {
        basis: 'said by 3 outlets',
        course: [{ value: 11, qualifier: 'exact', outlets: ['Outlet B', 'Outlet C'], cites: ['2', '3', '1'] }],
      },
    ]);
  });

  it('are two counts where they cannot be one that went on: the toll of a war and of a day, drones of two nights', () => {
    const numbers = (...titles: string[]) =>
      findingsOf(familyOf(titles.map((title, i) => memberOf(title, i, at(6 + i))))).courses.map(({ course }) =>
        course.map(({ value }) => value),
      );
    expect(numbers('63,500 dead in Gaza since the war began', '78 dead in Gaza')).toEqual([[78], [63_500]]);
    expect(numbers('Russia launches 150 drones', 'Russia launches 500 drones')).toEqual([[150], [500]]);
    expect(numbers('Strike kills 105 in Gaza, 13 more dead of hunger')).toEqual([[13], [105]]);
  });

  it('say in the words of the last headline which people are counted where no kind of them is known', () => {
    const { courses } = findingsOf(
      familyOf([memberOf('Missile hits freighter, 22 sailors rescued'), memberOf('Strike kills 12 in Kharkiv', 1)]),
    );
    expect(courses.map(({ what, words }) => [what, words])).toEqual([
      ['people', '22 sailors'],
      ['killed', undefined],
    ]);
  });

  it('are two counts where fewer dead are counted long after more', () => {
    const [bomb, blast] = [
      memberOf('Truck bomb kills 78 in Mogadishu', 0, at(1)),
      memberOf('Blast by school in Mogadishu kills 8', 1, at(20)),
    ];
    const { courses } = findingsOf(familyOf([bomb, blast]));
    expect(courses.map(({ course }) => course)).toEqual([
      [expect.objectContaining({ value: 8, outlets: ['Outlet B'] })],
      [expect.not.objectContaining({ first: expect.anything() })],
    ]);
  });
});
