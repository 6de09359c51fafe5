import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../../lib/config.js';

/** Makes garbage of which much lives on for a while, and tells how much room for new things there is in the end, in MiB. */
const program = `
  import { getHeapSpaceStatistics } from 'node:v8';
  import { collectIfLarge } from '${join(projectRoot, 'build/phases/ingest/heap.js')}';
  const kept = [];
  for (let at = 0; at < 1_500_000; at++) {
    kept[at % 200_000] = { at, of: [at] };
    if (at % 1000 === 0) collectIfLarge();
  }
  const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
  console.log(Math.round((young.space_used_size + young.space_available_size) / 1024 / 1024));`;

test('what is new is given the same room by every engine', () => {
  const told = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  expect(Number(told)).toBe(16);
});
