import { expect, test } from 'vitest';
import type { NewsTitle } from '../../../lib/matching/features.js';
import { groupTitles, makeMatcher } from '../../../lib/matching/group.js';
import { otherNews, title } from './titles.js';

const told: NewsTitle[] = [
  title('Russia hits Ukrainian capital with drones, nine dead', 'RU UA | strike casualties'),
  title('Explosions rock Kyiv as air defences fire through the night', 'UA | strike', { at: 1 }),
  title('Ukrainian capital counts its dead after the drones', 'UA | casualties', { at: 2 }),
];

test('what the models are not sure of is asked, at most five others at once, and each but once', () => {
  const matcher = makeMatcher(true, 9);
  groupTitles(matcher, [...told, ...otherNews()]);
  const asked = new Set<string>();
  for (let doubt = matcher.nextDoubt(); doubt !== undefined; doubt = matcher.nextDoubt()) {
    expect(doubt.others.length).toBeGreaterThan(0);
    expect(doubt.others.length).toBeLessThanOrEqual(5);
    for (const { position } of doubt.others) {
      const pair = [doubt.cluster.position, position].sort().join(' ');
      expect(asked.has(pair)).toBe(false);
      asked.add(pair);
    }
    matcher.settleDoubt(doubt, []);
  }
  expect(asked.size).toBeGreaterThan(3);
});

test('those that are judged to be one are merged, with the pair that was asked about', () => {
  const matcher = makeMatcher(true, 9);
  groupTitles(matcher, [...told, ...otherNews()]);
  const mine = new Set(told.map(({ titleId }) => titleId));
  const isMine = ({ headlines }: { headlines: readonly { title: NewsTitle }[] }) => headlines.every((one) => mine.has(one.title.titleId));
  for (let doubt = matcher.nextDoubt(); doubt !== undefined; doubt = matcher.nextDoubt())
    matcher.settleDoubt(doubt, isMine(doubt.cluster) ? doubt.others.filter(isMine) : []);
  const home = matcher.clusters.find((cluster) => cluster.headlines.some((one) => one.title === told[0]));
  expect(home?.size).toBe(3);
  expect(home?.steps.some(({ act }) => act === 'merge')).toBe(true);
});

test('where nobody judges, nothing is asked', () => {
  const matcher = makeMatcher();
  groupTitles(matcher, [...told, ...otherNews()]);
  expect(matcher.nextDoubt()).toBeUndefined();
});
