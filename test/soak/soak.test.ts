import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../lib/config.js';
import { startScript } from '../support/world.js';

test('the soak runs from nothing, says what it did, and exits 0 when nothing was lost', async () => {
  const ended = await startScript(join(projectRoot, 'build/test/soak/soak.js'), ['--kills', '1', '--phase', 'enrich', '--seed', '3'], {})
    .ended;
  const text = ended.lines.map((line) => line['text']).join('\n');
  expect(ended.stderr).toBe('');
  expect(text).toMatch(/enrich\s+1 tries[\s\S]*no item lost or done twice/);
  expect(ended.code).toBe(0);
}, 180_000);

test('questions in a weather of faults are all answered, none twice, and the soak exits 0', async () => {
  const ended = await startScript(join(projectRoot, 'build/test/soak/soak.js'), ['--calls', '200', '--seed', '3'], {}).ended;
  const text = ended.lines.map((line) => line['text']).join('\n');
  expect(ended.stderr).toBe('');
  expect(text).toMatch(/\d+ answered, \d+ answers refused, [1-9]\d* faults met[\s\S]*no question lost/);
  expect(ended.code).toBe(0);
}, 180_000);
