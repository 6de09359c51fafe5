// A list that does not show all says how many there are, and how to see them.
import { beforeAll, expect, test } from 'vitest';
import { restLine } from '../../../lib/desk/list/total.js';
import { makeTestWorld } from '../../support/in-test.js';
import type { World } from '../../support/world.js';
import { furnish, sni } from './fixture.js';

let world: World;
const ask = (...args: string[]) => sni(['--config', world.settings, 'list', ...args], { SNI_HOME: world.home });

beforeAll(async () => {
  world = await makeTestWorld();
  await furnish(world.sql);
});

test.each([
  [['families', '--limit', '2'], '2 of 3 event families; --limit 3 shows all.'],
  [['families', '--limit', '1', '--status', 'active'], '1 of 2 event families; --limit 2 shows all.'],
  [['titles', '-n', '4'], '4 of 5 titles; --limit 5 shows all.'],
  [['titles', '-n', '1', '-s', 'gate_keep'], '1 of 3 titles; --limit 3 shows all.'],
])('sni list %j ends with %j', async (args, line) => {
  const { stdout } = await ask(...args);
  expect(stdout.split('\n').at(-2)).toBe(line);
});

test('a list that shows all says nothing of it', async () => {
  for (const args of [['families'], ['families', '--limit', '3'], ['narratives'], ['narratives', '--limit', '1'], ['titles', '--json']]) {
    const { stdout, stderr } = await ask(...args);
    expect(stdout + stderr).not.toMatch(/--limit/);
  }
});

test('beside JSON it is said on stderr, where one cannot go on behind a place', async () => {
  const { stdout, stderr } = await ask('titles', '--limit', '2', '--json');
  expect(JSON.parse(stdout)).toHaveLength(2);
  expect(stderr).toBe('2 of 5 titles; --limit 5 shows all.\n');
  expect((await ask('families', '--limit', '2', '--json')).stderr).toMatch(/^There are more: --after \S+\n$/);
});

test('what is not counted to its end is told as more', () => {
  expect(restLine(20, 50_001, 'title')).toBe('20 of more than 50,000 titles; --limit 100 shows more.');
  expect(restLine(20, 20, 'title')).toBeNull();
});
