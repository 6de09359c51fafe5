import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type Checkpoint, checkpointFile, readCheckpoint, writeCheckpoint } from '../../lib/checkpoint.js';
import { projectRoot } from '../../lib/config.js';
import { startScript } from '../support/world.js';

const folder = mkdtempSync(join(tmpdir(), 'sni-checkpoint-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'p1.json');
beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
});

const state: Checkpoint = {
  runId: 'r',
  phase: 'ingest',
  worker: 'w',
  pid: 1,
  host: 'h',
  startedAt: 's',
  writtenAt: 'w',
  batch: 5,
  cursor: null,
  done: 1,
  failed: 0,
  total: 2,
  leaseTokens: ['t'],
  answers: [{ key: 'k', value: { deep: [1] }, madeBy: { engine: 'gemini' }, problems: [] }],
};

/** Writes a long checkpoint again and again, counting in `done`, until the process is killed. */
const writing = `
  import { writeCheckpoint } from '${projectRoot}/build/lib/checkpoint.js';
  const state = ${JSON.stringify(state)};
  const answers = Array.from({ length: 200 }, (_, n) => ({ ...state.answers[0], value: 'x'.repeat(n * 5) }));
  console.log('{"event":"writing"}');
  for (let done = 0; ; done++) writeCheckpoint('${file}', { ...state, answers: answers.slice(0, done % 200), done });`;
const startWriter = () => startScript('--input-type=module', ['-e', writing], {});

describe('a checkpoint', () => {
  test('is read as it was written, and replaced whole', () => {
    writeCheckpoint(file, state);
    writeCheckpoint(file, { ...state, done: 2 });
    expect(readCheckpoint(file)).toEqual({ checkpoint: { ...state, done: 2 }, warning: null });
    expect(readdirSync(folder)).toEqual(['p1.json']);
  });

  test('that is missing is none, without a warning', () => {
    expect(readCheckpoint(file)).toEqual({ checkpoint: null, warning: null });
  });

  test('has its folder made where that is missing', () => {
    const deep = checkpointFile(join(folder, 'not/there'), 4);
    writeCheckpoint(deep, state);
    expect(deep).toBe(join(folder, 'not/there/p4.json'));
    expect(readCheckpoint(deep).checkpoint).toEqual(state);
  });

  test.each([
    ['is cut off', JSON.stringify(state).slice(0, 60)],
    ['is empty', ''],
    ['is no JSON', 'p1: done'],
    ['holds zeros, as after a power cut', '\0'.repeat(300)],
    ['is JSON of another shape', '{"runId": "r"}'],
    ['has a word where a number belongs', JSON.stringify({ ...state, done: 'many' })],
    ['is a list', '[]'],
    ['is null', 'null'],
  ])('that %s is set aside with a warning, and the next read finds none', (_, text) => {
    writeFileSync(file, text);
    const { checkpoint, warning } = readCheckpoint(file);
    expect(checkpoint).toBeNull();
    expect(warning).toMatch(/p1\.json is damaged.*set aside as .*p1\.json\.damaged/);
    expect(readFileSync(`${file}.damaged`, 'utf8')).toBe(text);
    expect(readCheckpoint(file)).toEqual({ checkpoint: null, warning: null });
  });
});

describe('a reader in another process', () => {
  test('never sees a cut file, and always a newer one', async () => {
    const writer = startWriter();
    await writer.said('writing');
    let last = -1;
    let reads = 0;
    for (const end = Date.now() + 10_000; Date.now() < end && (reads < 500 || last < 30); reads++) {
      const { checkpoint, warning } = readCheckpoint(file);
      expect(warning).toBeNull();
      expect(checkpoint?.done ?? last).toBeGreaterThanOrEqual(last);
      last = checkpoint?.done ?? last;
    }
    writer.process.kill('SIGKILL');
    await writer.ended;
    expect(last).toBeGreaterThanOrEqual(30);
  });

  test('finds a whole one after each kill -9 of the writer', async () => {
    for (let kill = 0; kill < 4; kill++) {
      const writer = startWriter();
      await writer.said('writing');
      await expect.poll(() => existsSync(file), { timeout: 20_000 }).toBe(true);
      await new Promise((resolve) => setTimeout(resolve, 20 + 14 * kill));
      writer.process.kill('SIGKILL');
      await writer.ended;
      expect(readCheckpoint(file)).toMatchObject({ checkpoint: { runId: 'r' }, warning: null });
    }
  });

  test('finds the one before where the disk had no room for the next', async () => {
    // A limit on the size of files stands for the full disk: writing stops in the middle.
    const limited = spawn('bash', ['-c', 'ulimit -f 16; exec "$0" --input-type=module -e "$1"', process.execPath, writing], {
      stdio: 'ignore',
    });
    await new Promise((resolve) => limited.on('close', resolve));
    expect(readCheckpoint(file)).toMatchObject({ checkpoint: { runId: 'r' }, warning: null });
  });
});
