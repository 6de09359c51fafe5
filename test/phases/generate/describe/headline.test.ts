// Which headline stands for a family: none whose number others contradict, none that tells as done what most only claim.
import { expect, test } from 'vitest';
import { isContradicted } from '../../../../phases/generate/describe/contradicted.js';
import { rateHeadlines } from '../../../../phases/generate/describe/headline.js';
import { isOvertaken } from '../../../../phases/generate/describe/overtaken.js';
import { title } from '../../../lib/matching/titles.js';

const best = (...members: ReturnType<typeof title>[]): string | undefined => rateHeadlines(members)[0]?.text;

test('a headline whose number two other outlets contradict does not stand for the family', () => {
  const found = best(
    title('Rebels ambush convoy in Mali, 60 soldiers killed', 'ML | attack casualties', { at: 1, publisher: 'A' }),
    title('Thirty soldiers killed in ambush of convoy in Mali', 'ML | attack casualties', { at: 2, publisher: 'B' }),
    title('Mali convoy ambush: 30 soldiers killed by rebels', 'ML | attack casualties', { at: 3, publisher: 'C' }),
  );
  expect(found).not.toContain('60');
});

test('a number that is true of what others count too is not contradicted', () => {
  const found = best(
    title('Rebels ambush convoy in Mali, at least 25 soldiers killed', 'ML | attack casualties', { at: 1, publisher: 'A' }),
    title('Thirty soldiers dead: convoy', 'ML | attack casualties', { at: 2, publisher: 'B' }),
    title('Mali: 30 soldiers dead', 'ML | attack casualties', { at: 3, publisher: 'C' }),
  );
  expect(found).toContain('at least 25');
});

test('a number that is given long after another is a later one, and not contradicted', () => {
  const three = [1, 2].map((at) => title('Three dead in strike on Odesa port', '|', { at, publisher: `Outlet ${at}` }));
  const five = (at: number) => title('Death toll from Odesa port strike rises to five', '|', { at, publisher: 'C' });
  expect([five(1), five(24)].map((one) => isContradicted(one, [...three, one]))).toEqual([true, false]);
});

test('a least number that two outlets have told much more of since is an earlier one', () => {
  const first = title('More than 800 dead after earthquake hits Nepal', '|', { at: 1, publisher: 'A' });
  const later = (...headlines: string[]) => headlines.map((text, i) => title(text, '|', { at: 9 + i, publisher: `Outlet ${i}` }));
  const risen = later('Nepal earthquake toll tops 1,400 dead', 'Death toll from Nepal earthquake passes 1,400');
  const alike = later('Nepal earthquake: 850 dead', 'At least 900 dead in Nepal earthquake');
  const alone = later('Nepal earthquake toll tops 1,400 dead');
  expect([risen, alike, alone].map((others) => isContradicted(first, [first, ...others]))).toEqual([true, false, false]);
});

test('a headline that tells as done what most give as a claim does not stand for the family', () => {
  const found = best(
    title('Israel kills Hamas commander in Gaza strike', 'IL HAMAS | strike', { at: 1, publisher: 'A' }),
    title('Israel says it killed Hamas commander in Gaza strike', 'IL HAMAS | strike', { at: 2, publisher: 'B' }),
    title('Israel claims it killed Hamas commander in Gaza', 'IL HAMAS | strike', { at: 3, publisher: 'C' }),
  );
  expect(found).toBe('Israel says it killed Hamas commander in Gaza strike');
});

test.each([
  [['N. Korean leader likely to depart for China on Monday', 'N. Korean leader departs for China by train', 'N. Korean leader in China']],
  [['Gipfel: Minister sollen nach Rom reisen', 'Minister treffen in Rom zum Gipfel ein', 'Gipfel in Rom: Minister einig']],
  [['Le président doit se rendre à Rome', 'Le président arrive à Rome', 'Le président à Rome pour un sommet']],
  [['Президент готовится к визиту в Рим', 'Президент прибыл в Рим', 'Президент в Риме: визит начался']],
])('a headline that only awaits what others have told since does not stand for the family: %j', (headlines) => {
  const told = (at: number[]) => headlines.map((text, i) => title(text, '|', { at: at[i] ?? 0, publisher: `Outlet ${i}` }));
  const [later, atOnce] = [told([1, 12, 24]), told([1, 1, 1])];
  expect([later, atOnce].map((members) => members.map((one) => isOvertaken(one, members)))).toEqual([
    [true, false, false],
    [false, false, false],
  ]);
  expect(best(...later)).not.toBe(headlines[0]);
});

test('what most await still, or one outlet alone tells since, is not overtaken', () => {
  const awaited = [1, 2, 3].map((at) => title('Belgium set to recognise Palestine at summit', '|', { at, publisher: `Outlet ${at}` }));
  const since = [30, 31].map((at) => title('Belgium recognises Palestine', '|', { at, publisher: 'Outlet 9' }));
  const members = [...awaited, ...since];
  expect(members.some((one) => isOvertaken(one, members))).toBe(false);
});

test('a word that is quoted or ascribed is not the outlet’s own, so that a headline in English still stands for the family', () => {
  const quoted = title('Beijing condemns US chip-tool ban as ‘naked technological bullying’', '|', { at: 1, publisher: 'A' });
  const russian = title('Пекин осудил запрет США на оборудование для чипов', '|', { at: 2, publisher: 'B', lang: 'ru' });
  expect(best(quoted, russian)).toContain('Beijing');
  const claims = title('Pro-EU party wins in Moldova despite claims of Russian meddling', '|', { at: 1, publisher: 'A' });
  const wins = title('В Молдавии победила проевропейская партия', '|', { at: 2, publisher: 'B', lang: 'ru' });
  expect(best({ ...claims, ascribed: ['meddling'] }, wins)).toContain('Moldova');
  const own = title('Beijing condemns naked bullying and shameful US chip-tool ban', '|', { at: 1, publisher: 'A' });
  expect(best(own, russian)).toContain('Пекин');
});
