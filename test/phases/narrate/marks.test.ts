// Which loaded words are a headline's own, which somebody's, which only talked about; and which quoted words are names of things.
import { expect, it } from 'vitest';
import { marksOf } from '../../../phases/narrate/marks.js';
import { familyOf } from './family-of.js';

const marks = (title: string, lang = 'en') => {
  const [member] = familyOf([['Wire', title, { lang }]]).members;
  if (member === undefined) throw new Error('familyOf gave no member');
  return marksOf(member);
};

it.each([
  'Israel commits genocide in Gaza: International Association of Genocide Scholars',
  'Israel committing genocide in Gaza, world’s top scholars on the crime say',
  'Iran under cyber attacks since Israeli aggression: Official',
])('somebody says it: %s', (title) => {
  const { loaded, ascribed } = marks(title);
  expect(loaded).toEqual([]);
  expect(ascribed).toHaveLength(1);
});

it.each([
  'Critics accused of rewriting the meaning of genocide',
  'Genocide scholar criticises association',
])('talked about: %s', (title) => {
  const { loaded, ascribed } = marks(title);
  expect([...loaded, ...ascribed]).toEqual([]);
});

it('is the headline’s own where nobody else can be saying it', () => {
  expect(marks('Israel ventures deeper as genocide toll rises').loaded).toEqual(['genocide']);
  expect(marks('Islamic State massacres in eastern Congo: who are the insurgents').loaded).toEqual(['massacres']);
});

it.each<[title: string, quoted: string[], lang?: string]>([
  ['Ukraine upgrades ‘Palianytsia’ drone missile', []],
  ['Egypt sends 28th “Zad Al-Ezz” aid convoy to Gaza', []],
  ['China to build ‘Suez Canal’ railroad', []],
  ['Réunion de la « coalition des volontaires » à Paris', []],
  ['‘Intolerable’: memorial vandalised', ['Intolerable']],
  ['West ‘root cause’ of war, Putin says', ['root cause']],
  ['Trump To Make ‘Exciting’ Announcement', ['Exciting']],
  ['«Росатом» построит станцию в Турции', [], 'ru'],
])('quoted in %s: %j', (title, quoted, lang = 'en') => {
  expect(marks(title, lang).quoted).toEqual(quoted);
});
