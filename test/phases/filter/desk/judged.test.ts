// `sni eval families --judge labels`: what a perfect judge would make of what the models are not sure of.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sni } from '../../../lib/desk/fixture.js';
import { makeFolder } from '../../../support/folder.js';

const file = join(makeFolder('judged'), 'labelled.jsonl');
const stories: Record<string, string[]> = {
  kyiv: [
    'Russia hits Ukrainian capital with drones, nine dead',
    'Explosions rock Kyiv as air defences fire',
    'Kyiv counts its dead after drone night',
  ],
  belarus: [
    'EU sanctions Belarus over balloons',
    'Brussels punishes Minsk for balloon flights',
    'Lithuania welcomes EU steps against Belarus',
  ],
  chad: ['Chad and Libya hold talks in Tripoli', 'Libya hosts Chad’s president for border talks'],
  peru: ['Peru congress censures defence minister'],
  fiji: ['Fiji recalls envoy from Canberra'],
};
writeFileSync(
  file,
  Object.entries(stories)
    .flatMap(([story, titles]) => titles.map((title) => JSON.stringify({ id: title, title, lang: 'en', story })))
    .join('\n'),
);
const jsonOf = async (...args: string[]) => JSON.parse((await sni(['eval', 'families', file, '--json', ...args], {})).stdout);

test('answers by the labels what is asked, counts the questions, and is better for it', async () => {
  const [alone, judged] = [await jsonOf(), await jsonOf('--judge', 'labels', '--unsure', '9')];
  expect(alone.modelCalls).toBe(0);
  expect(judged.modelCalls).toBeGreaterThan(0);
  expect(judged.bcubed.f1).toBeGreaterThan(alone.bcubed.f1);
  expect(judged.bcubed.precision).toBe(1);
});

test('the less is taken for unsure, the fewer questions there are', async () => {
  const [few, many] = [await jsonOf('--judge', 'labels', '--unsure', '0'), await jsonOf('--judge', 'labels', '--unsure', '9')];
  expect(few.modelCalls).toBeLessThan(many.modelCalls);
});

test('nobody else judges, and unsure is a number', async () => {
  expect((await sni(['eval', 'families', file, '--judge', 'me'], {})).code).toBe(78);
  expect((await sni(['eval', 'families', file, '--judge', 'labels', '--unsure', 'very'], {})).code).toBe(78);
});
