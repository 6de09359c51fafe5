// The soaks as the processes they are: kills at random moments over all of the sample, items that kill, models in a weather of faults.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../lib/config.js';
import { startScript } from '../support/world.js';

const soak = (...args: string[]) => startScript(join(projectRoot, 'build/test/soak/soak.js'), args, {}).ended;

test('kills at random moments of each phase, as many in a row, and items that kill: nothing is lost, and the soak says so and exits 0', async () => {
  const ended = await soak('--kills', '2', '--seed', '3');
  const text = ended.lines.map((line) => line['text']).join('\n');
  expect(ended.stderr).toBe('');
  expect(text).toMatch(
    /narrate\s+2 tries[\s\S]*narrate\s+on three machines[\s\S]*in a row\s+1\d kills[\s\S]*3 among 300 items[\s\S]*no item lost or done twice/,
  );
  expect(ended.code).toBe(0);
}, 900_000);

test('questions in a weather of faults are all answered, none twice, and the soak exits 0', async () => {
  const ended = await soak('--calls', '1000', '--seed', '3');
  const text = ended.lines.map((line) => line['text']).join('\n');
  expect(ended.stderr).toBe('');
  expect(text).toMatch(/\d+ answered, \d+ answers refused, [1-9]\d* faults met[\s\S]*no question lost/);
  expect(ended.code).toBe(0);
});
