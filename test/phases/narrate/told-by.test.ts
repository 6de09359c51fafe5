// Of whom it is said that they tell an act, where others may tell it in words that were not read.
import { expect, it } from 'vitest';
import { narrateByRules } from '../../../phases/narrate/offline.js';
import { familyOf } from './family-of.js';

const told = {
  acts: [{ source: 'RU', action: 'visit_or_meet', target: 'IR', mode: 'done', saidBy: null, start: 0, end: 6 }],
  actors: ['RU', 'IR'],
} as const;
const other = { ...told, acts: told.acts.map((act) => ({ ...act, action: 'condemn' as const })) };
const third = { ...told, acts: told.acts.map((act) => ({ ...act, action: 'demand' as const })) };
const unread = { acts: [], actors: ['RU', 'IR'] };

/** What is said of who tells of a visit; each headline is of the outlet its letter names. */
const said = (...headlines: [outlet: string, reading: object][]): string[] =>
  narrateByRules(familyOf(headlines.map(([outlet, reading], i) => [outlet, `Visits Iran ${i} ‘at last’ again`, reading] as const)))
    .flatMap(({ statements }) => statements.map(({ text }) => text))
    .filter((text) => text.includes('a visit'));

it('is said of two among others only where an act was read in each of these', () => {
  expect(said(['A', told], ['B', told], ['C', unread], ['D', unread])).toEqual([]);
  expect(said(['A', told], ['B', told], ['C', other], ['D', third])).toHaveLength(1);
});

it('is said of most outlets whatever a few others tell', () => {
  expect(said(['A', told], ['B', told], ['C', told], ['D', unread])).toHaveLength(1);
});
