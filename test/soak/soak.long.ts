// The soaks as the processes they are: kills at random moments over all of the sample, items that kill, models in a weather of faults.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { phaseNames } from '../../lib/config/phases.js';
import { projectRoot } from '../../lib/config.js';
import { startScript } from '../support/world.js';

const soak = (...args: string[]) => startScript(join(projectRoot, 'build/test/soak/soak.js'), args, {}).ended;

test('kills at random moments of each phase, as many in a row, and items that kill: nothing is lost, and the soak says so and exits 0', async () => {
  const ended = await soak('--kills', '2', '--seed', '3', '--at-once', '3');
  const text = ended.lines.map((line) => line['text']).join('\n');
  expect(ended.stderr).toBe('');
  for (const phase of phaseNames)
    for (const did of ['2 tries', 'on three machines at once']) expect(text).toMatch(new RegExp(`^${phase}\\s+${did}`, 'm'));
  for (const did of [/^in a row\s+1\d kills/m, /3 among 300 items/, /no item lost or done twice/]) expect(text).toMatch(did);
  expect(ended.code).toBe(0);
}, 900_000);

test('questions in a weather of faults are all answered, none twice, and the soak exits 0', async () => {
  const ended = await soak('--calls', '1000', '--seed', '3');
  const text = ended.lines.map((line) => line['text']).join('\n');
  expect(ended.stderr).toBe('');
  expect(text).toMatch(/\d+ answered, \d+ answers refused, [1-9]\d* faults met[\s\S]*no question lost/);
  expect(ended.code).toBe(0);
});
