import { expect, test } from 'vitest';
import type { NewsTitle } from '../../../lib/matching/features.js';
import { Matcher } from '../../../lib/matching/matcher.js';
import { askedOfLoose, askedOfUndated, isLoose, mustHoldTogether } from '../../../lib/matching/tightness.js';
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

test('two headlines must have more in common than families, and that nothing else is as close is no help', () => {
  const five = [1, 2, 3, 4, 5];
  expect(isLoose(side(1, five), side(1, [1, 7, 8, 9, 10, 11]), () => 0.6)).toBe(true);
  expect(isLoose(side(1, five), side(1, [1, 2, 8, 9, 10]), never)).toBe(false);
  expect(isLoose(side(2, five), side(1, [1, 7, 8, 9, 10, 11]), never)).toBe(false);
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

test('the loose must be surer where most headlines are alone, and need not where stories are large', () => {
  expect([200, 160, 100, 50].map((families) => askedOfLoose(200, families))).toEqual([15, 11.25, 0, 0]);
});

test('as much is asked of the loose among ten headlines as among a hundred', () => {
  expect([10, 100].map((headlines) => askedOfLoose(headlines, headlines / 2))).toEqual([0, 0]);
  expect([10, 100].map((headlines) => askedOfLoose(headlines, headlines))).toEqual([15, 15]);
});

test('among thousands of headlines the loose must be surer, however large stories are', () => {
  expect([250, 500, 2500].map((headlines) => askedOfLoose(headlines, 10))).toEqual([0, 1, 9]);
});

test('without times as much is asked among few, and ever less among many, where stories may be of hundreds of headlines', () => {
  expect([10, 500, 5000].map((headlines) => Math.round(100 * askedOfUndated(headlines, headlines)))).toEqual([1470, 552, 0]);
  expect(askedOfUndated(100, 50)).toBe(0);
});

test.each([
  ['fr', 'fr', false, true],
  ['de', 'es', false, true],
  ['it', 'pt', false, true],
  ['en', 'en', false, false],
  ['fr', 'en', false, false],
  ['ru', 'ru', false, false],
  ['xx', 'xx', false, false],
  ['ru', 'en', true, true],
])('words of %s and %s must hold together, with times (%3$s) or without', (one, other, timed, expected) => {
  const dated = (lang: string) => ({ langs: new Map([[lang, 2]]), first: timed ? 0 : Number.POSITIVE_INFINITY });
  expect(mustHoldTogether(dated(one), dated(other))).toBe(expected);
});

/** Takes all for one that is not loose. */
const trusting = (() => {
  const bent = (own: Record<string, number>) => Object.fromEntries(Object.keys(own).map((name) => [name, name === 'bias' ? 3 : 0]));
  return { ...trained, join: bent(trained.join), merge: bent(trained.merge) };
})();
const family = (efId: string, ...texts: string[]) => ({ efId, titleSet: efId, members: texts.map((text) => title(text)) });
const bridge = family('1', 'Veldoria reopens northern railway bridge following eleven months of costly repairs');
const harvest = family('2', 'Drought halves olive harvest across southern Veldoria while growers plead for relief');

/** The families that a headline joins among these two and so many others of so many headlines each. */
function joined(text: string, others: { families: number; headlines: number }, timed = true): string[] {
  const matcher = new Matcher({ weights: trusting, timed });
  const told = (at: number) => Array.from({ length: others.headlines }, () => `Alpha${at} bravo${at} charlie${at}`);
  matcher.open([bridge, harvest, ...Array.from({ length: others.families }, (_, at) => family(`9${at}`, ...told(at)))]);
  return matcher.place([title(text)]).flatMap(({ cluster }) => cluster.known.map(({ efId }) => efId));
}

const museum = 'Veldoria museum returns stolen bronze masks after lengthy talks';

test('whatever the models say, a headline joins neither of two families with which it shares one word of many', () => {
  const others = { families: 600, headlines: 1 };
  expect(joined(museum, others)).toEqual([]);
  expect(joined(museum, others, false)).not.toEqual([]);
  expect(joined('Northern railway bridge in Veldoria open again following repairs', others)).toContain('1');
});

test('nor where two hundred headlines are open and each is alone; where families are of ten, one word of many may be enough', () => {
  expect(joined(museum, { families: 200, headlines: 1 })).toEqual([]);
  expect(joined(museum, { families: 40, headlines: 10 })).not.toEqual([]);
});

test('what hardly holds together waits until all else is merged, for then it shows whether stories are large', () => {
  const stories = Array.from({ length: 130 }, (_, at) => `${'abcdefghij'[at % 10]}${'klmnopqrstuvw'[Math.floor(at / 10)]}`);
  const told = stories.flatMap((name) => Array.from({ length: 3 }, () => title(`Alpha${name} bravo${name} charlie${name}`)));
  const three = [...bridge.members, ...harvest.members, title(museum)].map(({ text }) => title(text, 'VE | economy'));
  const familiesOfThree = (others: NewsTitle[]): number => {
    const placed = new Matcher({ weights: trusting }).place([...three, ...others]);
    return placed.filter(({ cluster }) => cluster.headlines.some((headline) => three.includes(headline.title))).length;
  };
  expect(familiesOfThree(told)).toBeLessThan(3);
  expect(familiesOfThree(told.filter((_, at) => at % 3 === 0))).toBe(3);
});

/** How many families three headlines of one actor and topic make where nothing has a time and other stories have so many headlines. */
function familiesOf(three: readonly string[], lang: string, headlines: number): number {
  const stories = Array.from({ length: 40 }, (_, at) => `${'abcdefghij'[at % 10]}${'klmn'[Math.floor(at / 10)]}`);
  const others = stories.flatMap((name) =>
    Array.from({ length: headlines }, () => title(`Alpha${name} bravo${name} charlie${name}`, '|', { lang })),
  );
  const titles = three.map((text) => title(text, 'VE | economy', { lang }));
  const merging = { ...trusting, join: { ...trusting.join, bias: -9 } };
  const matcher = new Matcher({ weights: merging, timed: false });
  matcher.place([...titles, ...others]);
  return matcher.clusters.filter((cluster) => cluster.headlines.some((headline) => titles.includes(headline.title))).length;
}

test('French headlines without times that share one word of many stay apart where most are alone', () => {
  const told = [
    'La Veldorie rouvre le pont ferroviaire du nord après onze mois de travaux',
    'La sécheresse divise par deux la récolte des olives en Veldorie',
    'Un musée de Veldorie rend des masques de bronze volés au siècle dernier',
  ];
  expect(familiesOf(told, 'fr', 1)).toBe(3);
  expect(familiesOf(told, 'fr', 3)).toBeLessThan(3);
});

test('Russian ones, whose words take many forms, need not hold together so', () => {
  const told = [
    'В Велдории открыли северный железнодорожный мост после долгого ремонта',
    'Засуха вдвое сократила урожай оливок на юге Велдории',
    'Музей Велдории вернул похищенные бронзовые маски после переговоров',
  ];
  expect(familiesOf(told, 'ru', 1)).toBeLessThan(3);
});
