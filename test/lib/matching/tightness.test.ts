import { expect, test } from 'vitest';
import { Matcher } from '../../../lib/matching/matcher.js';
import { askedOfLoose, isLoose } from '../../../lib/matching/tightness.js';
import trained from '../../../lib/matching/weights.json' with { type: 'json' };
import { title } from './titles.js';

const none = new Map<string, number>();

/** A side whose headlines are alike: each has these words, all of one weight. */
function side(size: number, words: readonly number[], more: { lang?: string; acts?: string; numbers?: string } = {}) {
  const weight = 1 / Math.sqrt(words.length);
  const counted = (key: string | undefined): ReadonlyMap<string, number> => (key === undefined ? none : new Map([[key, size]]));
  const peculiar = [...words, ...words.map(() => size * weight)];
  const langs = new Map([[more.lang ?? 'en', size]]);
  return { size, peculiar, peculiarCohesion: 1, langs, acts: counted(more.acts), numbers: counted(more.numbers) };
}

const close = (): number => 0.1;
const never = (): number => {
  throw new Error('was asked');
};

test('one word of ten in common is too little where others are nearly as close', () => {
  expect(isLoose(side(5, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), side(1, [1, 12, 13, 14, 15, 16, 17, 18, 19, 20]), close)).toBe(true);
});

test('three words of ten are enough, and nobody is asked for rivals then', () => {
  expect(isLoose(side(5, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), side(1, [1, 2, 3, 14, 15, 16, 17, 18, 19, 20]), never)).toBe(false);
});

test('what is far closer than anything else may be as unlike', () => {
  expect(isLoose(side(5, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), side(1, [1, 12, 13, 14, 15, 16, 17, 18, 19, 20]), () => 0.6)).toBe(false);
});

test.each(['acts', 'numbers'] as const)('%s that both sides tell make up for words', (what) => {
  const [one, other] = [side(5, [1, 2, 3], { [what]: 'RU strike UA' }), side(2, [4, 5, 6], { [what]: 'RU strike UA' })];
  expect(isLoose(one, other, close)).toBe(false);
  expect(isLoose(one, side(2, [4, 5, 6], { [what]: 'UA strike RU' }), close)).toBe(true);
});

test('an act that one of many headlines tells speaks for none of the others', () => {
  const many = { ...side(9, [1, 2, 3]), acts: new Map([['RU strike UA', 1]]) };
  expect(isLoose(many, side(1, [4, 5, 6], { acts: 'RU strike UA' }), close)).toBe(true);
});

test('words say nothing between languages', () => {
  expect(isLoose(side(1, [1, 2, 3]), side(1, [4, 5, 6], { lang: 'ru' }), never)).toBe(false);
});

test('the more headlines are open, the surer must be what is loose; among a hundred nothing more is asked', () => {
  expect([0, 100, 300, 1100].map(askedOfLoose)).toEqual([0, 0, 2, 10]);
});

test('whatever the models say, a headline joins neither of two families with which it shares one word of many', () => {
  const bent = (own: Record<string, number>) => Object.fromEntries(Object.keys(own).map((name) => [name, name === 'bias' ? 3 : 0]));
  const weights = { ...trained, join: bent(trained.join), merge: bent(trained.merge) };
  const family = (efId: string, ...texts: string[]) => ({ efId, titleSet: efId, members: texts.map((text) => title(text)) });
  const others = Array.from({ length: 600 }, (_, at) => family(`9${at}`, `Alpha${at} bravo${at} charlie${at}`));
  const bridge = family('1', 'Veldoria reopens northern railway bridge following eleven months of costly repairs');
  const harvest = family('2', 'Drought halves olive harvest across southern Veldoria while growers plead for relief');
  const joined = (text: string, timed: boolean): string[] => {
    const matcher = new Matcher({ weights, timed });
    matcher.open([bridge, harvest, ...others]);
    return matcher.place([title(text)]).flatMap(({ cluster }) => cluster.known.map(({ efId }) => efId));
  };
  expect(joined('Veldoria museum returns stolen bronze masks after lengthy talks', true)).toEqual([]);
  expect(joined('Veldoria museum returns stolen bronze masks after lengthy talks', false)).not.toEqual([]);
  expect(joined('Northern railway bridge in Veldoria open again following repairs', true)).toContain('1');
});
