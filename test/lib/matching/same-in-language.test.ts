// How much headlines of a language have in common, by how rare words are in it: what the few headlines that are open do not tell.
import { describe, expect, test } from 'vitest';
import { countsOf } from '../../../lib/matching/counts.js';
import { isCounted, rarityIn } from '../../../lib/matching/everyday.js';
import { headlineOf } from '../../../lib/matching/headline.js';
import { Matcher } from '../../../lib/matching/matcher.js';
import { meanRarity, onlyLang, sameInLanguage } from '../../../lib/matching/same-in-language.js';
import { stemsOf } from '../../../lib/matching/stems.js';
import { everydayTable } from '../../../lib/matching/training/everyday.js';
import trained from '../../../lib/matching/weights.json' with { type: 'json' };
import { otherNews, title } from './titles.js';

function areTogether([one = '', other = '']: readonly string[], weights: typeof trained, timed: boolean): boolean {
  const pair = [title(one), title(other)];
  const matcher = new Matcher({ weights, timed });
  matcher.place([...otherNews(), ...pair]);
  const homes = pair.map(({ titleId }) => matcher.clusters.find(({ headlines }) => headlines.some((own) => own.title.titleId === titleId)));
  return homes[0] === homes[1];
}

const without = { ...trained, join: { ...trained.join, rareWords: 0 }, merge: { ...trained.merge, rareWords: 0 } };

describe('two headlines that share only rare words', () => {
  test.each([
    ['Inquest opens into drowning at Trentham Gardens lake', 'Boy, nine, was alone on boat, Trentham Gardens inquest hears'],
    ['Climber Okonjo rescued from Matterhorn ledge', 'Helicopter lifts Okonjo off the Matterhorn after two nights'],
    ['Kestrel biofuel refinery in Grangemouth to close', 'Grangemouth workers march against closure of Kestrel plant'],
  ])('are one happening: %s', (...pair) => {
    expect(areTogether(pair, trained, false)).toBe(true);
    expect(areTogether(pair, without, false)).toBe(false);
  });
});

describe('two headlines that share only the name of a great town or house', () => {
  test.each([
    ['Hong Kong’s oldest ferry line shut over rising costs', 'Hong Kong nurse’s arrest sets off new protest'],
    ['New York’s largest orchestra dissolved over unpaid rent', 'New York teacher’s dismissal stirs fresh anger'],
    ['White House garden closed for repairs', 'White House cook leaves after ten years'],
  ])('are two: %s', (...pair) => {
    expect(areTogether(pair, trained, false)).toBe(false);
  });
});

function sideOf(...texts: string[]) {
  const words = texts.flatMap((text) => [...headlineOf(title(text)).words]);
  const counts = new Map<number, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const flat = [...counts].sort(([a], [b]) => a - b).flat();
  return { words: flat, size: texts.length, said: meanRarity(flat, texts.length, 'en') };
}

const [small, large] = [1, 0];
/** No word is in a tenth of all headlines. */
const none = { rarity: () => 1 };

test('a word that English hardly knows says more for one happening than a word of every day', () => {
  const rare = sameInLanguage('en', sideOf('Grangemouth festival delayed'), sideOf('Grangemouth mayor honoured'), none, {
    timed: 0,
    isSmall: small,
  });
  const everyday = sameInLanguage('en', sideOf('City festival delayed'), sideOf('City mayor honoured'), none, { timed: 0, isSmall: small });
  expect(rare).toBeGreaterThan(everyday);
});

test('what is the same to the word has all in common, what shares no word nothing; what is usual of neighbours says neither', () => {
  const text = 'Grangemouth festival delayed';
  expect(sameInLanguage('en', sideOf(text), sideOf(text), none, { timed: 0, isSmall: small })).toBeCloseTo(0.8);
  expect(sameInLanguage('en', sideOf(text), sideOf('Lisbon mayor honoured'), none, { timed: 0, isSmall: small })).toBeCloseTo(-0.2);
  expect(sameInLanguage('en', sideOf(text), sideOf('Lisbon mayor honoured'), none, { timed: 1, isSmall: large })).toBeCloseTo(-0.25);
});

test('what stands in a tenth of all headlines is nothing that two have in common, however rare it is in English', () => {
  const text = 'Grangemouth festival delayed';
  expect(sameInLanguage('en', sideOf(text), sideOf(text), { rarity: () => 0 }, { timed: 1, isSmall: large })).toBeCloseTo(-0.25);
});

test('of a family of several each headline counts alike', () => {
  const [one, other] = ['Grangemouth festival delayed', 'Lisbon mayor honoured'];
  expect(sameInLanguage('en', sideOf(one), sideOf(one, other), none, { timed: 0, isSmall: small })).toBeLessThan(
    sameInLanguage('en', sideOf(one), sideOf(one), none, { timed: 0, isSmall: small }),
  );
  expect(sameInLanguage('en', sideOf(one), sideOf(one, other), none, { timed: 0, isSmall: small })).toBeGreaterThan(
    sameInLanguage('en', sideOf(one), sideOf(other), none, { timed: 0, isSmall: small }),
  );
});

test('among many headlines without times it says nothing, and neither does a side without a word', () => {
  const text = 'Grangemouth festival delayed';
  expect(sameInLanguage('en', sideOf(text), sideOf(text), none, { timed: 0, isSmall: large })).toBe(0);
  expect(sameInLanguage('en', { words: countsOf([]), size: 1, said: 0 }, sideOf(text), none, { timed: 0, isSmall: small })).toBe(0);
});

test('sides of two languages, and of one that nobody has counted, have nothing in common by it', () => {
  const of = (...langs: string[]) => onlyLang({ langs: new Map(langs.map((lang) => [lang, 1])) });
  expect(of('en')).toBe('en');
  expect(of('ru')).toBe('ru');
  expect(of('en', 'fr')).toBeNull();
  expect(of('zh')).toBeNull();
  const text = 'Grangemouth festival delayed';
  expect(sameInLanguage(null, sideOf(text), sideOf(text), none, { timed: 1, isSmall: large })).toBe(0);
});

test.each([
  ['en', 'government', 'festival', 'Grangemouth'],
  ['ru', 'работа', 'губернатор', 'Урюпинск'],
  ['fr', 'travail', 'gouverneur', 'Quimperlé'],
  ['de', 'Arbeit', 'Gouverneur', 'Grimmelshausen'],
  ['es', 'trabajo', 'gobernador', 'Calahorra'],
  ['it', 'lavoro', 'governatore', 'Campobasso'],
  ['pt', 'trabalho', 'governador', 'Guimarães'],
])('of %s a frequent stem is not rare, one that is unknown is rarest', (lang, frequent, seldom, unknown) => {
  const [most = 0, less = 0, least = 0] = [frequent, seldom, unknown].map((word) => rarityIn(lang, stemsOf(word, lang)[0] ?? ''));
  expect(isCounted(lang)).toBe(true);
  expect(most).toBeLessThan(less);
  expect(less).toBeLessThan(least);
});

test('the table holds each stem once, in order of its most frequent word, and only words of plain letters', () => {
  const { stems } = JSON.parse(everydayTable('en', ['the', ',', 'ships', 'shipped', '1', "it's", 'a', 'café', 'harbours'])) as {
    stems: string;
  };
  expect(stems.split(' ')).toEqual(['the', 'ship', 'harbour']);
});

test('of another language a stop word has its place, and a word of two scripts or with an apostrophe is parted as in headlines', () => {
  const { stems } = JSON.parse(everydayTable('fr', ['les', "l'Elysée", 'ministres', 'ministre'])) as { stems: string };
  expect(stems.split(' ')).toEqual(['les', 'l', 'elis', 'ministr']);
});
