// The room for what is new, as this engine gives it. The engine is asked: its flags are no promise.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../lib/config.js';

/** Runs a program that may say `room()`, in whole MiB, and `make(count)`, of which much lives on for a while. */
function told(lines: string): unknown {
  const program = `
    import { getHeapSpaceStatistics } from 'node:v8';
    import { Worker } from 'node:worker_threads';
    import { fixYoungSpace } from '${join(projectRoot, 'build/lib/young-space.js')}';
    ${room}
    const kept = [];
    const make = (count) => { for (let at = 0; at < count; at++) kept[at % 200_000] = { at, of: [at] }; };
    ${lines}`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }));
}

const room = `
  const room = () => {
    const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
    return Math.round((young.space_used_size + young.space_available_size) / 1024 / 1024);
  };`;

test('room that is fixed is there at once and does not grow', () => {
  const rooms = told(`
    fixYoungSpace(8);
    const first = room();
    make(1_500_000);
    console.log(JSON.stringify({ first, last: room() }));`);
  expect(rooms).toEqual({ first: 8, last: 8 });
});

test('a thread that starts later has its room at once', () => {
  const rooms = told(`
    fixYoungSpace(8, 4);
    const thread = \`
      const { getHeapSpaceStatistics } = require('node:v8');
      ${room.replaceAll('\n', ' ')}
      console.log(room());\`;
    new Worker(thread, { eval: true, execArgv: [], resourceLimits: { maxYoungGenerationSizeMb: 16 } });`);
  expect(rooms).toBe(4);
});
