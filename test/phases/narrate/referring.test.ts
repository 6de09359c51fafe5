// Whom headlines surely refer to, whom they may, and whom they surely do not.
import { expect, it } from 'vitest';
import { narrateByRules } from '../../../phases/narrate/offline.js';
import { familyOf } from './family-of.js';

/** What is said of who refers to whom, of two headlines and their actors. */
function said(...headlines: readonly (readonly [title: string, actors: string[]])[]): string[] {
  const family = familyOf(headlines.map(([title, actors], i) => [i === 0 ? 'Wire' : 'Post', title, { acts: [], actors }] as const));
  return narrateByRules(family)
    .flatMap(({ statements }) => statements.map(({ text }) => text))
    .filter((text) => text.includes('refer'));
}

it('says of a headline that it does not refer to whom it surely does not', () => {
  expect(said(['Iran opens port', ['IR']], ['New port opens', []])).toEqual([
    'The headline of Wire refers to Iran; the headline of Post does not.',
  ]);
});

it.each([
  ['a state in short', ['North Korean leader in Beijing', ['KP']], ['N. Korean Leader in Beijing', []]],
  ['its letters', ['Philippine drills near shoal', ['PH']], ['China ships shadow PH, Australian drills', []]],
  ['a body by what it is', ['Stockpile grows: IAEA', ['IAEA']], ['Stockpile grows, agency says', []]],
  ['the body it belongs to', ['Stockpile grows: IAEA', ['IAEA']], ['Stockpile grows, UN says', ['UN']]],
  ['a state by one of its parties', ['Biden slams block on bill', ['US', 'US-PARTIES']], ['Republicans block bill', ['US-PARTIES']]],
  ['a summit by its town', ['SCO leaders meet', ['SCO']], ['Au sommet de Tianjin, un ordre nouveau', []]],
] as [string, [string, string[]], [string, string[]]][])('says nothing where one may name %s', (_, one, other) => {
  expect(said(one, other)).toEqual([]);
});

it('says that a headline refers to nobody only where one of its language does', () => {
  const inTwo = (lang: string): string[] => {
    const family = familyOf([
      ['Wire', 'Beijing hails Pyongyang test', { acts: [], actors: ['KP'] }],
      ['Post', 'Beijing on the new test', { acts: [], actors: [], lang }],
    ]);
    return narrateByRules(family)
      .flatMap(({ statements }) => statements.map(({ text }) => text))
      .filter((text) => text.includes('refer'));
  };
  expect([inTwo('es'), inTwo('en').length]).toEqual([[], 1]);
});

it('takes a sea that is called after a state for no name of it', () => {
  const [sea, other] = ['КНДР запустила ракету в сторону Японского моря', 'КНДР запустила ракету: подробности'];
  const hits = [{ id: 'JP', start: sea.indexOf('Японского'), end: sea.indexOf('Японского') + 'Японского'.length }];
  const family = familyOf([
    ['Wire', 'Tokyo protests over missile of Pyongyang', { acts: [], actors: ['JP', 'KP'] }],
    ['Берег', sea, { acts: [], actors: ['KP'], lang: 'ru', hits }],
    ['Курьер', other, { acts: [], actors: ['KP'], lang: 'ru' }],
  ]);
  const texts = narrateByRules(family).flatMap(({ statements }) => statements.map(({ text }) => text));
  expect(texts.filter((text) => text.includes('JP'))).toEqual([]);
});

it('does not take a word of one name for another that shares it', () => {
  const [south, north] = ['South Korean president meets Kim', 'North Korean officials meet for talks'];
  const family = familyOf([
    ['Wire', south, { acts: [], actors: ['KR'], hits: [{ id: 'KR', start: 0, end: 'South Korean'.length }] }],
    ['Post', north, { acts: [], actors: ['KP'], hits: [{ id: 'KP', start: 0, end: 'North Korean'.length }] }],
    ['Ledger', 'Summit may still happen', { acts: [], actors: [] }],
  ]);
  const texts = narrateByRules(family).flatMap(({ statements }) => statements.map(({ text }) => text));
  expect(texts).toContain('The headline of Wire refers to KR; headlines of Post and Ledger do not.');
});

it('parts headlines by no sort of people', () => {
  expect(said(['Caracas arms rebels', ['REBELS']], ['Caracas arms militia', []])).toEqual([]);
});
