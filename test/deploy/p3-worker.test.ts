// deploy/p3-worker.sh as the real process it is: its loop, its rests, its signals. Most tests give it a phase and a sleep that do what
// the test plans; the last runs the real ones.
import { type ChildProcess, spawn } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  existsSync,
  fstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectRoot } from '../../lib/config.js';
import { makeTestWorld } from '../support/in-test.js';
import { patience } from '../support/patience.js';
import { desk, phase } from '../support/planned-phase.js';
import { fakeSystemd } from '../support/systemd.js';

let root: string;
let worker: ChildProcess;
let output: string;
let ended: Promise<{ code: number | null; signal: string | null }>;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sni-worker-'));
  for (const folder of ['deploy', 'dist/phases', 'dist/lib/desk']) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  writeFileSync(join(root, 'dist/phases/generate.js'), phase);
  writeFileSync(join(root, 'dist/lib/desk/sni.js'), desk);
  copyFileSync(join(projectRoot, 'deploy/p3-worker.sh'), join(root, 'deploy/p3-worker.sh'));
});
afterEach(async () => {
  if (worker.exitCode === null && worker.signalCode === null) worker.kill('SIGKILL');
  await ended;
  rmSync(root, { recursive: true, force: true });
});

function start(plan: readonly string[], flags: readonly string[] = [], env: Record<string, string> = {}, of = root): void {
  writeFileSync(join(root, 'plan'), plan.join('\n'));
  output = '';
  worker = spawn('bash', [join(of, 'deploy/p3-worker.sh'), ...flags], {
    env: { PATH: `${dirname(process.execPath)}:${process.env['PATH']}`, SNI_CHECKPOINTS: join(root, 'checkpoints'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [worker.stdout, worker.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  ended = new Promise((resolve) => worker.once('close', (code, signal) => resolve({ code, signal })));
}

function said(): string[] {
  const file = join(root, 'said');
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(20);
}

describe('the loop', () => {
  test('runs bounded batches with a breather between, a longer one when there is nothing, or the phase is paused', async () => {
    start(['done', 'nothing', 'paused', 'done', 'code 78']);
    expect(await ended).toEqual({ code: 78, signal: null });
    const flags = `--batch 100 --resume --max-inflight 8 in ${join(root, 'checkpoints')}`;
    expect(said()).toEqual([
      `batch 1 ${flags}`,
      'wait generate --for 60s --saying batch 1: 63 titles in 1 s',
      `batch 2 ${flags}`,
      'wait generate --for 300s --saying batch 2: nothing to do',
      `batch 3 ${flags}`,
      'wait generate --for 300s --saying batch 3: not run, paused or busy',
      `batch 4 ${flags}`,
      'wait generate --for 60s --saying batch 4: 63 titles in 1 s',
      `batch 5 ${flags}`,
    ]);
    expect(output).toContain('"event":"worker ends","batch":5,"reason":"the configuration is wrong');
  });

  test('reports a batch that ran too long, or was killed, or failed, and rests longer each time until one succeeds', async () => {
    start(['code 124', 'die', 'code 1', 'code 1', 'done', 'code 1', 'code 78'], ['--longest-rest', '200']);
    expect(await ended).toMatchObject({ code: 78 });
    expect(said().flatMap((line) => line.match(/--for (\d+)s/)?.[1] ?? [])).toEqual(['60', '120', '200', '200', '60', '60']);
    const reports = output.split('\n').filter((line) => line.includes('"batch ended"'));
    expect(reports.map((line) => JSON.parse(line).reason)).toEqual([
      'exit code 124: its 25m were over; what it had begun is resumed. The next one begins in 60 s.',
      'exit code 137: killed: it did not end 30 s after it was told to, or memory ran out. The next one begins in 120 s.',
      'exit code 1: failed with exit code 1. The next one begins in 200 s.',
      'exit code 1: failed with exit code 1. The next one begins in 200 s.',
      'exit code 1: failed with exit code 1. The next one begins in 60 s.',
    ]);
  });

  test('ends a batch that takes longer than its cap', async () => {
    const cap = `${Math.ceil(patience(2))}s`;
    start(['slow', 'code 78'], ['--cap', cap]);
    expect(await ended).toMatchObject({ code: 78 });
    expect(said().slice(1, 4)).toEqual(['works', 'TERM', 'ended']);
    expect(output).toContain(`exit code 124: its ${cap} were over`);
  });

  test('rests also when the sleep itself fails, so that it never spins', async () => {
    writeFileSync(join(root, 'broken'), '');
    const began = performance.now();
    start(['done', 'code 78'], ['--rest', '2']);
    expect(await ended).toMatchObject({ code: 78 });
    expect(performance.now() - began).toBeGreaterThan(2000);
  });

  test('gives a named worker checkpoints of its own, and works through a link', async () => {
    symlinkSync(root, join(root, 'current'));
    start(['code 78'], ['--name', 'second'], {}, join(root, 'current'));
    expect(await ended).toMatchObject({ code: 78 });
    expect(said()[0]).toContain(`in ${join(root, 'checkpoints', 'second')}`);
    expect(existsSync(join(root, 'checkpoints', 'second'))).toBe(true);
  });

  test('refuses wrong flags with a sentence and exit code 78', async () => {
    for (const [flags, sentence] of [
      [['--bach', '3'], '--bach is no flag'],
      [['--batch'], '--batch needs a value'],
      [['--rest', '0'], 'whole seconds'],
      [['--name', '../up'], 'a name is letters'],
    ] as const) {
      start([], flags);
      expect(await ended).toMatchObject({ code: 78 });
      expect(output).toContain(sentence);
    }
  });
});

describe('SIGTERM', () => {
  test('is passed on to the batch, whose grace is kept, and ends the loop with 0', async () => {
    start(['slow']);
    await until(() => said().includes('works'));
    worker.kill('SIGTERM');
    expect(await ended).toEqual({ code: 0, signal: null });
    expect(said().slice(1)).toEqual(['works', 'TERM', 'ended']);
    expect(output).toContain('"exit":"stopped"');
  });

  test('ends a breather at once', async () => {
    writeFileSync(join(root, 'deep'), '');
    start(['done']);
    await until(() => said().length === 2);
    await sleep(100);
    const stoppedAt = performance.now();
    worker.kill('SIGTERM');
    expect(await ended).toEqual({ code: 0, signal: null });
    expect(performance.now() - stoppedAt).toBeLessThan(patience(3) * 1000);
  });
});

test('the journal of systemd hears the level of each line', async () => {
  start(['code 1', 'code 78']);
  await ended;
  const path = join(root, 'journal');
  const file = openSync(path, 'w');
  const { dev, ino } = fstatSync(file, { bigint: true });
  worker = spawn('bash', [join(root, 'deploy/p3-worker.sh')], {
    env: {
      PATH: `${dirname(process.execPath)}:${process.env['PATH']}`,
      SNI_CHECKPOINTS: join(root, 'checkpoints'),
      JOURNAL_STREAM: `${dev}:${ino}`,
    },
    stdio: ['ignore', file, 'inherit'],
  });
  ended = new Promise((resolve) => worker.once('close', (code, signal) => resolve({ code, signal })));
  expect(await ended).toMatchObject({ code: 78 });
  closeSync(file);
  expect(readFileSync(path, 'utf8').match(/^.*("event":"(batch ended|worker ends)"|sentence)/gm)).toEqual([
    '<3>a sentence',
    expect.stringMatching(/^<4>\{"level":"warn"/),
    '<3>a sentence',
    expect.stringMatching(/^<3>\{"level":"error"/),
  ]);
  expect(output).toMatch(/^a sentence\n\{"level":"warn"/);
});

test('systemd hears of its readiness, of each batch and of its end', async () => {
  const systemd = fakeSystemd(mkdtempSync(join(root, 'systemd-')));
  start(['done', 'slow'], [], systemd.env);
  await until(() => said().includes('works'));
  worker.kill('SIGTERM');
  await ended;
  expect(systemd.heard()).toEqual([
    'READY=1 STATUS=starts',
    'STATUS=batch 1 begins WATCHDOG=1',
    'STATUS=batch 2 begins WATCHDOG=1',
    'STOPPING=1 STATUS=stopped',
  ]);
});

test('with the real phase and the real sleep: a batch, a breather, woken at once by sni wake, stopped', async () => {
  const world = await makeTestWorld();
  const env = { SNI_HOME: world.home, SNI_CONFIG: world.settings };
  start([], [], env, projectRoot);
  const batches = (): number => output.split('\n').filter((line) => line.includes('"event":"finished"')).length;
  await until(() => batches() === 1);
  await sleep(1500);
  const waker = spawn(process.execPath, [join(projectRoot, 'dist/lib/desk/sni.js'), 'wake', 'generate'], { env, stdio: 'ignore' });
  await new Promise((resolve) => waker.once('close', resolve));
  await until(() => batches() === 2);
  worker.kill('SIGTERM');
  expect(await ended).toEqual({ code: 0, signal: null });
});
