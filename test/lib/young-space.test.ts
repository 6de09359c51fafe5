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
    import { holdYoungSpace, growYoungSpace } from '${join(projectRoot, 'build/lib/young-space.js')}';
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

test('room that is held does not grow, grows in one step when asked and then no more', () => {
  const rooms = told(`
    const before = room();
    holdYoungSpace(4);
    make(500_000);
    const held = room() === before;
    growYoungSpace(8);
    const grown = room();
    make(1_500_000);
    growYoungSpace(8);
    console.log(JSON.stringify({ held, grown, last: room() }));`);
  expect(rooms).toEqual({ held: true, grown: 8, last: 8 });
});

test('a thread that starts later has its room at once', () => {
  const rooms = told(`
    holdYoungSpace(4);
    const thread = \`
      const { getHeapSpaceStatistics } = require('node:v8');
      ${room.replaceAll('\n', ' ')}
      console.log(room());\`;
    new Worker(thread, { eval: true, execArgv: [], resourceLimits: { maxYoungGenerationSizeMb: 16 } });`);
  expect(rooms).toBe(4);
});
