// The commands that run something, and what is said when something is wrong: real processes, sentences, exit codes.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { makeTestWorld } from '../../support/in-test.js';
import type { World } from '../../support/world.js';
import { type Answer, sni, sniProcess } from './fixture.js';

let world: World;
let ask: (...args: string[]) => Promise<Answer>;
/** As the process it is: its child writes to the terminal itself. */
let started: typeof ask;

beforeAll(async () => {
  world = await makeTestWorld();
  ask = (...args) => sni(['--config', world.settings, ...args], { SNI_HOME: world.home });
  started = (...args) => sniProcess(['--config', world.settings, ...args], { SNI_HOME: world.home });
});

describe('what is wrong', () => {
  test('flags and names: exit code 78 and what was meant', async () => {
    expect(await ask('stauts')).toMatchObject({ code: 78, stderr: expect.stringMatching(/Did you mean one of .*\bstatus\?/) });
    expect(await ask('list', 'familes')).toMatchObject({ code: 78, stderr: expect.stringContaining('Did you mean families?') });
    expect(await ask('status', 'fliter')).toMatchObject({ code: 78, stderr: expect.stringContaining('did you mean "filter"?') });
    expect(await ask('show', 'titel:1')).toMatchObject({ code: 78, stderr: expect.stringContaining('title:34') });
    expect(await ask('list', 'titles', '--limit', '0')).toMatchObject({ code: 78 });
    expect(await ask('--sample', 'status')).toMatchObject({ code: 78 });
  });

  test('settings: every problem at once, exit code 78', async () => {
    const { code, stderr, stdout } = await sni(['status', '--json'], {
      SNI_CONFIG: '/no/such.yaml',
      SNI_HOEM: 'x',
      DATABASE_URL: 'mysql://a:geheim@b/c',
    });
    expect({ code, stdout }).toEqual({ code: 78, stdout: '' });
    for (const part of ['/no/such.yaml', 'SNI_HOEM', 'did you mean "SNI_HOME"', 'DATABASE_URL']) expect(stderr).toContain(part);
    expect(stderr).not.toContain('geheim');
  });

  test('a database without tables: exit code 78 and the command that makes them, which then does', async () => {
    const bare = await makeTestWorld({ source: 'template0' });
    const env = { SNI_HOME: bare.home, SNI_CONFIG: bare.settings };
    expect(await sni(['status'], env)).toMatchObject({ code: 78, stderr: expect.stringContaining('Run "sni migrate" first') });
    expect(JSON.parse((await sni(['migrate', '--status', '--json'], env)).stdout)[0]).toMatchObject({
      name: '001_news.sql',
      state: 'pending',
    });
    expect((await sni(['migrate'], env)).stdout).toContain('Applied 001_news.sql');
    expect(JSON.parse((await sni(['migrate', '--json'], env)).stdout)).toEqual({ applied: [] });
    expect((await sni(['status'], env)).code).toBe(0);
  });

  test('a database that cannot be reached: a sentence without its password, exit code 1', async () => {
    const { code, stderr } = await sni(['--sample', 'status'], { DATABASE_URL: 'postgres://sni:geheim@127.0.0.1:1/sni' });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The database at 127\.0\.0\.1:1\/sni cannot be reached: .*\n$/);
    expect(stderr).not.toContain('geheim');
  });
});

describe('sni db', () => {
  test('says where the embedded Postgres is, as text and as one JSON object', async () => {
    expect((await ask('db', 'status')).stdout).toMatch(/^State +running$/m);
    expect(JSON.parse((await ask('db', 'status', '--json')).stdout)).toMatchObject({
      used: true,
      state: 'running',
      url: expect.stringContaining(world.name),
    });
    expect((await ask('db', 'url')).stdout).toMatch(/^postgres:\/\/sni@localhost\/.*\n$/);
  });

  test('with DATABASE_URL it says that the embedded one is not used, and prints no password', async () => {
    const env = { SNI_HOME: inject('home'), SNI_CONFIG: world.settings, DATABASE_URL: 'postgres://sni:geheim@db.example/sni' };
    expect(await sni(['db', 'url'], env)).toMatchObject({ code: 0, stdout: 'postgres://sni@db.example/sni\n' });
    expect(await sni(['db', 'start'], env)).toMatchObject({ code: 78, stderr: expect.stringContaining('is not used') });
    expect((await sni(['db', 'status'], env)).stdout).toContain('the embedded Postgres is not used');
  });
});

describe('sni run', () => {
  const silent = createServer(() => undefined);
  beforeAll(() => new Promise<void>((resolve) => void silent.listen(0, '127.0.0.1', resolve)));
  afterAll(() => void silent.close());

  test('hands flags and exit code through', async () => {
    expect(await started('run', 'filter', '--batch', 'x')).toMatchObject({ code: 78, stderr: expect.stringContaining('--batch') });
    expect((await started('run', 'filter', '--help')).stdout).toContain('Usage: sni run filter');
    expect(await ask('run', 'fliter')).toMatchObject({ code: 78, stderr: expect.stringContaining('did you mean "filter"?') });
  });

  test('shows its own help before a phase is named, and asks for the phase first where flags come before it', async () => {
    for (const flag of ['--help', '-h']) {
      expect(await ask('run', flag)).toMatchObject({
        code: 0,
        stderr: '',
        stdout: expect.stringContaining('Usage: sni run <phase> [flags...]'),
      });
    }
    expect(await ask('run', '--batch', '5', 'filter')).toMatchObject({
      code: 78,
      stderr: expect.stringContaining('Name the phase first: sni run <phase> --batch ...'),
    });
  });

  test('passes a signal on once and waits for the phase to end as it does on that signal', async () => {
    const { port } = silent.address() as AddressInfo;
    const slow = await makeTestWorld({
      settings: {
        phases: { ingest: { grace: '1s' } },
        sources: [{ feed: `http://127.0.0.1:${port}/`, publisher: 'Silent', lang: 'en', allowPrivate: true }],
      },
    });
    const running = sniProcess(['run', 'ingest'], { SNI_HOME: slow.home, SNI_CONFIG: slow.settings }, (pid) => {
      silent.once('request', () => process.kill(pid, 'SIGTERM'));
    });
    const { code, stdout } = await running;
    expect(code).toBe(0);
    expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({ event: 'finished', exit: 'stopped', released: 1 });
  });
});
