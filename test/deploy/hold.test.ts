// deploy/hold.sh as the real process it is: it ends what cron runs, keeps new runs out, and lets go when who asked is gone.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { projectRoot } from '../../lib/config.js';

const names = ['p1', 'p2', 'p4', 'p5', 'backup'];
let folder: string;
let children: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sni-hold-'));
  mkdirSync(join(folder, 'locks'));
  children = [];
});
afterEach(async () => {
  for (const child of children) {
    child.stdin?.end();
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      spawnSync('kill', ['-KILL', '--', `-${child.pid}`]);
  }
  rmSync(folder, { recursive: true, force: true });
});

const lock = (name: string): string => join(folder, 'locks', `${name}.lock`);
const isFree = (name: string): boolean => spawnSync('flock', ['-n', lock(name), 'true']).status === 0;
const said = (): string => (existsSync(join(folder, 'said')) ? readFileSync(join(folder, 'said'), 'utf8') : '');

function started(command: string, ...words: string[]): ChildProcess {
  const child = spawn(command, words, { detached: true, stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  return child;
}

/** A run of cron's: works until TERM, which it notes each time it comes, and then takes its grace. */
async function run(
  name: string,
  before: readonly string[] = ['flock', '-n', '-o', lock(name), 'timeout', '-k', '30s', '30m'],
): Promise<void> {
  const program = `trap 'echo TERM ${name} >> ${folder}/said; sleep 0.3; echo ended >> ${folder}/said; exit' TERM; echo begins >> ${folder}/said; while :; do sleep 0.05; done`;
  const [command = '', ...words] = [...before, 'bash', '-c', program];
  const begun = said().split('begins').length;
  started(command, ...words);
  while (said().split('begins').length === begun) await sleep(20);
}

/** Starts hold.sh; its first line, and itself. */
async function hold(patience = '60'): Promise<{ line: string; child: ChildProcess }> {
  const child = started('bash', join(projectRoot, 'deploy/hold.sh'), join(folder, 'locks'), patience, ...names);
  const line = await new Promise<string>((resolve) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('\n')) resolve(text.trimEnd());
    });
    child.once('close', () => resolve(text));
  });
  return { line, child };
}

test('where nothing runs it holds all at once, until who asked is gone', async () => {
  const { line, child } = await hold();
  expect(line).toBe('held');
  for (const name of names) expect([name, isFree(name)]).toEqual([name, false]);
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.stdin?.end();
  await ended;
  for (const name of names) expect([name, isFree(name)]).toEqual([name, true]);
});

test('runs of cron are told by TERM, once each, and have their grace', async () => {
  await run('p1');
  await run('p4');
  expect((await hold()).line).toBe('held');
  expect(said().match(/TERM p1/g)).toHaveLength(1);
  expect(said().match(/TERM p4/g)).toHaveLength(1);
  expect(said().match(/ended/g)).toHaveLength(2);
});

test.each([
  ['hands the lock to what it starts', (path: string) => ['flock', path, 'timeout', '30m']],
  ['becomes what it starts', (path: string) => ['flock', '-F', path, 'timeout', '30m']],
  ['has no timeout', (path: string) => ['flock', '-n', '-o', path]],
  ['lowers its priority', (path: string) => ['flock', '-n', '-o', path, 'choom', '-n', '500', '--', 'nice', 'timeout', '30m']],
])('also a line that an operator has edited, whose flock %s', async (_, before) => {
  await run('p2', before(lock('p2')));
  expect((await hold()).line).toBe('held');
  expect(said().match(/TERM p2/g)).toHaveLength(1);
});

test('a run that does not end is named in a sentence, and nothing is held once that was read', async () => {
  writeFileSync(join(folder, 'stubborn'), 'trap \'\' TERM\necho begins >> "$1"/said\nwhile :; do sleep 0.05; done\n');
  const stubborn = started('flock', '-o', lock('p5'), 'bash', join(folder, 'stubborn'), folder);
  while (!said().includes('begins')) await sleep(20);
  const { line, child } = await hold('1');
  expect(line).toMatch(new RegExp(`p5.lock is held by process ${stubborn.pid} for more than 1 s\\. End that run, then start again\\.$`));
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.stdin?.end();
  expect(await ended).toBe(75);
  expect(isFree('p1')).toBe(true);
});

test('a link or a pipe in the place of a lock is taken away and never followed', async () => {
  writeFileSync(join(folder, 'precious'), 'as it was');
  symlinkSync(join(folder, 'precious'), lock('p1'));
  symlinkSync(join(folder, 'not-there'), lock('p2'));
  spawnSync('mkfifo', [lock('p4')]);
  mkdirSync(lock('p5'));
  expect((await hold()).line).toBe('held');
  for (const name of ['p1', 'p2', 'p4', 'p5']) expect(lstatSync(lock(name)).isFile()).toBe(true);
  expect(readFileSync(join(folder, 'precious'), 'utf8')).toBe('as it was');
  expect(existsSync(join(folder, 'not-there'))).toBe(false);
});
