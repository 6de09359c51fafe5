// What no likeness outweighs: disasters of different kinds, and attacks with a day and a half of silence between them.
import { expect, test } from 'vitest';
import { contradict } from '../../../lib/matching/contradiction.js';
import { companyOf, groupTitles, ids } from './grouped.js';
import { otherNews, title } from './titles.js';

const told = (...gate: string[]) => ({ acts: [], places: [], gate, serials: [] });
const hours = (count: number) => count * 3_600_000;

test('an earthquake is no flood, but floods come with landslides', () => {
  expect(contradict(told('aPK', 'cearthquake'), told('aPK', 'cflood'), 0)).toBe(true);
  expect(contradict(told('aPK', 'clandslide', 'cflood'), told('aPK', 'cflood'), 0)).toBe(false);
  expect(contradict(told('aPK', 'cearthquake'), told('aPK', 'mdisaster'), 0)).toBe(false);
});

test('a movement and the state where it is at home are no two parties', () => {
  const warrant = (against: string) => ({ acts: [`ICC arrest_or_try ${against}`], places: [], gate: [], serials: [] });
  expect(contradict(warrant('SD'), warrant('RSF'), 0)).toBe(false);
  expect(contradict(warrant('RSF'), warrant('SD'), 0)).toBe(false);
  expect(contradict(warrant('RU'), warrant('RSF'), 0)).toBe(true);
});

test('a strike two days after the last is another; within a day and a half it may be the same, and so may what is no attack', () => {
  expect(contradict(told('mstrike'), told('mattack'), hours(48))).toBe(true);
  expect(contradict(told('mstrike'), told('mattack'), hours(36))).toBe(false);
  expect(contradict(told('mstrike'), told('mcourt-ruling'), hours(48))).toBe(false);
});

test('the raid of two days later founds a family of its own, however alike both are told', () => {
  const raid = (at: number) => title('Raiders storm depot near Kharadova, burn six lorries', 'VE US | attack', { at });
  const [first, soon, later] = [raid(0), raid(5), raid(48)];
  const groups = groupTitles([...otherNews(), first, soon, later], []);
  expect(companyOf(first, groups)).toEqual(ids(first, soon));
  expect(companyOf(later, groups)).toEqual(ids(later));
});

test('a quake and a flood in one country are two families', () => {
  const [quake, flood] = [
    title('Pakistan counts its dead after earthquake strikes northern valleys', 'PK | disaster casualties', { at: 3 }),
    title('Pakistan counts its dead after flood strikes northern valleys', 'PK | disaster casualties', { at: 5 }),
  ];
  expect(companyOf(quake, groupTitles([...otherNews(), quake, flood], []))).toEqual(ids(quake));
});
