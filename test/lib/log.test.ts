// What the journal of systemd hears of a log: the level of each line, as a number before it.
import { spawnSync } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../lib/config.js';
import { makeFolder } from '../support/folder.js';

/** Logs a line of each level into a file; the environment names a stream of the journal. */
function logged(streamOf: (file: { dev: bigint; ino: bigint }) => string): string[] {
  const path = join(makeFolder('log'), 'out');
  const file = openSync(path, 'w');
  const { dev, ino } = fstatSync(file, { bigint: true });
  const script = `
    import { makeLog } from '${projectRoot}/build/lib/log.js';
    const log = makeLog({ level: 'trace', name: 'n', to: 'stdout', journalStream: '${streamOf({ dev, ino })}' });
    for (const level of ['trace', 'debug', 'info', 'warn', 'error']) log[level]({ event: 'said' });`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', file, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(file);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return readFileSync(path, 'utf8').trimEnd().split('\n');
}

test('a line for the journal begins with the number of its level, one at the level it assumes with none', () => {
  const lines = logged(({ dev, ino }) => `${dev}:${ino}`);
  expect(lines.map((line) => line.slice(0, line.indexOf('{')))).toEqual(['<7>', '<7>', '', '<4>', '<3>']);
  expect(lines.map((line) => JSON.parse(line.slice(line.indexOf('{'))).level)).toEqual(['trace', 'debug', 'info', 'warn', 'error']);
});

test('a log that goes elsewhere, though systemd started the process, is JSON lines alone', () => {
  for (const line of logged(({ dev, ino }) => `${dev}:${ino + 1n}`)) expect(JSON.parse(line)).toMatchObject({ event: 'said' });
});
