import { expect, test } from 'vitest';
import { Cluster } from '../../../lib/matching/cluster.js';
import { Doubts } from '../../../lib/matching/doubts.js';
import type { NewsTitle } from '../../../lib/matching/features.js';
import { groupTitles, makeMatcher } from '../../../lib/matching/group.js';
import { marginOfJoin, marginOfMerge } from '../../../lib/matching/margins.js';
import type { Pair } from '../../../lib/matching/pairs.js';
import { meanings } from '../../support/meanings.js';
import { otherNews, title } from './titles.js';

const told: NewsTitle[] = [
  title('Russia hits Ukrainian capital with drones, nine dead', 'RU UA | strike casualties'),
  title('Explosions rock Kyiv as air defences fire through the night', 'UA | strike', { at: 1 }),
  title('Ukrainian capital counts its dead after the drones', 'UA | casualties', { at: 2 }),
];

test('what the models are not sure of is asked, at most five others at once, and each but once', () => {
  const matcher = makeMatcher(meanings, true, 9);
  groupTitles(matcher, [...told, ...otherNews()]);
  const asked = new Set<string>();
  for (let doubts = matcher.nextDoubts(); doubts.length > 0; doubts = matcher.nextDoubts()) {
    for (const doubt of doubts) {
      expect(doubt.others.length).toBeGreaterThan(0);
      expect(doubt.others.length).toBeLessThanOrEqual(5);
      for (const { position } of doubt.others) {
        const pair = [doubt.cluster.position, position].sort().join(' ');
        expect(asked.has(pair)).toBe(false);
        asked.add(pair);
      }
      matcher.settleDoubt(doubt, { same: [], distinct: doubt.others });
    }
  }
  expect(asked.size).toBeGreaterThan(3);
});

test('those that are judged to be one are merged, with the pair that was asked about', () => {
  const matcher = makeMatcher(meanings, true, 9);
  groupTitles(matcher, [...told, ...otherNews()]);
  const mine = new Set(told.map(({ titleId }) => titleId));
  const isMine = ({ headlines }: { headlines: readonly { title: NewsTitle }[] }) => headlines.every((one) => mine.has(one.title.titleId));
  for (let doubts = matcher.nextDoubts(); doubts.length > 0; doubts = matcher.nextDoubts())
    for (const doubt of doubts) {
      const same = isMine(doubt.cluster) ? doubt.others.filter(isMine) : [];
      matcher.settleDoubt(doubt, { same, distinct: doubt.others.filter((other) => !same.includes(other)), by: 'a judge' });
    }
  const home = matcher.clusters.find((cluster) => cluster.headlines.some((one) => one.title === told[0]));
  expect(home?.size).toBe(3);
  expect(home?.steps).toContainEqual(expect.objectContaining({ act: 'merge', judgedBy: 'a judge' }));
});

test('an opinion joins the one report of what it is about if that is judged so, and not where nobody says anything', () => {
  const report = title('Norway must close the Bergen harbour bridge, ministry says', 'NO | policy', { at: 1 });
  const view = title('Opinion: Norway must not close the Bergen harbour bridge', 'NO | policy', { at: 2 });
  const togetherIf = (isJudged: boolean): boolean => {
    const matcher = makeMatcher(meanings, true, 9);
    groupTitles(matcher, [report, view, ...otherNews()]);
    const isBoth = ({ headlines }: { headlines: readonly { title: NewsTitle }[] }) =>
      headlines.every((one) => one.title === report || one.title === view);
    for (let doubts = matcher.nextDoubts(); doubts.length > 0; doubts = matcher.nextDoubts())
      for (const doubt of doubts) {
        const both = isBoth(doubt.cluster) ? doubt.others.filter(isBoth) : [];
        matcher.settleDoubt(doubt, { same: isJudged ? both : [], distinct: doubt.others.filter((other) => !both.includes(other)) });
      }
    return matcher.clusters.some((cluster) => cluster.size === 2 && isBoth(cluster));
  };
  expect(togetherIf(true)).toBe(true);
  expect(togetherIf(false)).toBe(false);
});

test('where nobody judges, nothing is asked', () => {
  const matcher = makeMatcher(meanings);
  groupTitles(matcher, [...told, ...otherNews()]);
  expect(matcher.nextDoubts()).toEqual([]);
});

test('questions of one round have no cluster in common, so that they can be asked at once', () => {
  const matcher = makeMatcher(meanings, true, 9);
  groupTitles(matcher, [...told, ...otherNews()]);
  const round = matcher.nextDoubts();
  expect(round.length).toBeGreaterThan(1);
  const clusters = round.flatMap(({ cluster, others }) => [cluster, ...others]);
  expect(new Set(clusters).size).toBe(clusters.length);
  expect(makeMatcher(meanings, true, 9).nextDoubts()).toEqual([]);
});

test('of what nobody says anything about, that is one which is more likely so than not, and nothing else', () => {
  const [plain, judged] = [makeMatcher(meanings, true, 9), makeMatcher(meanings, true, 9)];
  for (const matcher of [plain, judged]) groupTitles(matcher, [...told, ...otherNews()]);
  for (let doubts = judged.nextDoubts(); doubts.length > 0; doubts = judged.nextDoubts())
    for (const doubt of doubts) {
      const likely = doubt.pairs.filter(({ surplus }) => surplus > 0).length;
      const before = judged.clusters.length;
      judged.settleDoubt(doubt, { same: [], distinct: [] });
      expect(before - judged.clusters.length).toBeLessThanOrEqual(likely);
    }
  expect(judged.clusters.flatMap(({ distinctions }) => distinctions)).toEqual([]);
});

test('what was judged to be another is not asked about again by who reads it anew, until the two have doubled', () => {
  const first = makeMatcher(meanings, true, 9);
  const news = [...told, ...otherNews()];
  groupTitles(first, news);
  const asked = first.nextDoubts();
  for (const doubt of asked) first.settleDoubt(doubt, { same: [], distinct: doubt.others });
  const distinctions = first.clusters.flatMap((cluster) => cluster.distinctions);
  expect(distinctions.length).toBe(asked.flatMap(({ others }) => others).length);

  const second = makeMatcher(meanings, true, 9);
  second.remember(distinctions);
  groupTitles(second, news);
  const pairs = (doubts: typeof asked) =>
    doubts.flatMap(({ cluster, others }) =>
      others.map((other) =>
        [cluster, other]
          .map(({ headlines }) => headlines[0]?.title.text)
          .sort()
          .join(' / '),
      ),
    );
  const before = new Set(pairs(asked));
  const again: string[] = [];
  for (let doubts = second.nextDoubts(); doubts.length > 0; doubts = second.nextDoubts()) {
    again.push(...pairs(doubts));
    for (const doubt of doubts) second.settleDoubt(doubt, { same: [], distinct: doubt.others });
  }
  expect(again.filter((pair) => before.has(pair))).toEqual([]);
});

test('what would be one if nobody could be asked is asked about whenever it shows, other doubts when a cluster has doubled', () => {
  const [one, other] = [clusterOf(4), clusterOf(4)];
  const doubts = new Doubts();
  const askedAt = (surplus: number): number => doubts.next([one], { unsure: () => [pairOf(one, other, surplus)] }, 2, 9).length;
  expect(askedAt(-1.9)).toBe(1);
  one.size += 1;
  one.version += 1;
  expect(askedAt(-1)).toBe(0);
  expect(askedAt(0.1)).toBe(0);
  one.version += 1;
  expect(askedAt(0.1)).toBe(1);
  one.size = 10;
  one.version += 1;
  expect(askedAt(-1.9)).toBe(1);
});

test('between large clusters what is a little less likely is asked about too', () => {
  const isAsked = (size: number): boolean => {
    const [one, other] = [clusterOf(size), clusterOf(size)];
    return new Doubts().next([one], { unsure: () => [pairOf(one, other, -2.9)] }, 2, 9).length > 0;
  };
  expect([1, 2, 4, 8, 16].map(isAsked)).toEqual([false, false, false, true, true]);
});

test('where somebody can be asked, large clusters become one only if that is surer, and a headline joins a large one more easily', () => {
  const rising = [1, 2, 20, 300].map((headlines) => marginOfMerge(headlines, headlines));
  expect(rising[0]).toBe(1.8);
  expect(rising).toEqual([...new Set(rising)].sort((a, b) => a - b));
  const falling = [1, 5, 50, 500].flatMap((headlines) => [marginOfJoin(headlines), marginOfMerge(headlines, 1)]);
  for (const which of [0, 1]) {
    const margins = falling.filter((_, at) => at % 2 === which);
    expect(margins).toEqual([...new Set(margins)].sort((a, b) => b - a));
    expect(Math.min(...margins)).toBeGreaterThan(0.5);
  }
  expect(marginOfMerge(3, 40)).toBe(marginOfMerge(40, 3));
});

function clusterOf(size: number): Cluster {
  const cluster = new Cluster(size, [], String(size));
  cluster.size = size;
  return cluster;
}

function pairOf(one: Cluster, other: Cluster, surplus: number): Pair {
  return { one, other, surplus, isLoose: false, model: 'merge', features: {}, versions: [one.version, other.version] };
}
