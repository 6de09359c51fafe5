import { expect, test } from 'vitest';
import { Cluster } from '../../../lib/matching/cluster.js';
import type { NewsTitle } from '../../../lib/matching/features.js';
import { Frequencies } from '../../../lib/matching/frequencies.js';
import { headlineOf } from '../../../lib/matching/headline.js';
import { isHollow } from '../../../lib/matching/hollow.js';
import { mayTakeIn, mayUnite } from '../../../lib/matching/prevailing.js';
import { vectorsOf } from '../../../lib/matching/vectors.js';
import { otherNews, title } from './titles.js';

const aboutOne = [
  'Olsen Brandt opens harvest fair',
  'Olsen Brandt scolds parliament',
  'Olsen Brandt buys racehorse',
  'Olsen Brandt forgets anthem',
  'Olsen Brandt flies to Lima',
  'Olsen Brandt sues cartoonist',
  'Olsen Brandt dismisses butler',
  'Olsen Brandt praises dentist',
].map((text) => title(text));
const ofOneStory = [
  'Olsen Brandt opens bridge over fjord',
  'Olsen Brandt at fjord bridge opening',
  'Fjord bridge opened by Olsen Brandt',
  'Olsen Brandt cuts ribbon of fjord bridge',
  'Fjord gets its bridge, Olsen Brandt opens it',
  'Olsen Brandt walks new bridge over the fjord',
  'Crowds see Olsen Brandt open fjord bridge',
  'Olsen Brandt opens longest fjord bridge',
].map((text) => title(text));

/** Each has a word in common with one or two of the others, and no word is in more than half. */
const ofMany = [
  'Суд в Самаре оштрафовал блогера',
  'Блогер открыл кафе на набережной',
  'На набережной прорвало трубу',
  'Трубу заменят до зимы',
  'К зиме подорожает гречка',
  'Гречка исчезла из магазинов Тулы',
  'В Туле нашли старинный клад',
  'Клад передали музею',
];

function clusterOf(titles: readonly NewsTitle[], timed = true): { cluster: Cluster; frequencies: Frequencies } {
  const frequencies = new Frequencies();
  frequencies.perFamily = 1.5;
  const headlines = titles.map((one) => headlineOf(one, timed));
  for (const headline of [...headlines, ...otherNews().map((one) => headlineOf(one))]) frequencies.note(headline);
  const cluster = new Cluster(0, [], 'key');
  for (const headline of headlines) cluster.add(headline, vectorsOf(headline, frequencies));
  return { cluster, frequencies };
}

test('a family whose headlines have only one name in common is hollow, one of a story is not', () => {
  const [hollow, full] = [clusterOf(aboutOne), clusterOf(ofOneStory)];
  expect(isHollow(hollow.cluster, hollow.frequencies)).toBe(true);
  expect(isHollow(full.cluster, full.frequencies)).toBe(false);
});

test('it does not show of seven headlines, nor where stories are large, and repetitions are not hollow', () => {
  const seven = clusterOf(aboutOne.slice(1));
  expect(isHollow(seven.cluster, seven.frequencies)).toBe(false);
  const { cluster, frequencies } = clusterOf(aboutOne);
  frequencies.perFamily = 30;
  expect(isHollow(cluster, frequencies)).toBe(false);
  const repeated = clusterOf(aboutOne.map(() => title('Olsen Brandt opens harvest fair')));
  expect(isHollow(repeated.cluster, repeated.frequencies)).toBe(false);
});

test('a family that becomes full takes in headlines again', () => {
  const { cluster, frequencies } = clusterOf(aboutOne);
  expect(isHollow(cluster, frequencies)).toBe(true);
  const headlines = ofOneStory.map((one) => headlineOf(one));
  for (const headline of headlines) frequencies.note(headline);
  for (const headline of headlines) cluster.add(headline, vectorsOf(headline, frequencies));
  expect(isHollow(cluster, frequencies)).toBe(false);
});

test('a hollow family takes in what repeats one of its headlines and nothing else', () => {
  const { cluster, frequencies } = clusterOf(aboutOne);
  expect(mayTakeIn(cluster, headlineOf(title('Olsen Brandt visits museum')), frequencies)).toBe(false);
  expect(mayTakeIn(cluster, headlineOf(title('Olsen Brandt buys racehorse')), frequencies)).toBe(true);
  const [other, repeats] = [clusterOf(ofOneStory.slice(0, 1)).cluster, clusterOf(aboutOne.slice(2, 3)).cluster];
  expect(mayUnite(cluster, other, frequencies)).toBe(false);
  expect(mayUnite(cluster, repeats, frequencies)).toBe(true);
});

test('where no time and no English tells, a family whose headlines have only links of a chain in common is hollow', () => {
  const hollow = (titles: readonly NewsTitle[], timed: boolean): boolean => {
    const { cluster, frequencies } = clusterOf(titles, timed);
    return isHollow(cluster, frequencies);
  };
  const inRussian = ofMany.map((text) => title(text, '|', { lang: 'ru' }));
  expect(hollow(inRussian, false)).toBe(true);
  expect(hollow(inRussian, true)).toBe(false);
  expect(hollow([...inRussian, title('Museum shows treasure of Tula')], false)).toBe(false);
});
