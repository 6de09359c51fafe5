// The command as an operator and his scripts meet it: real processes over a real database.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { makeTestWorld } from '../../support/in-test.js';
import type { World } from '../../support/world.js';
import { type Answer, furnish, sni } from './fixture.js';

let world: World;
let ask: (...args: string[]) => Promise<Answer>;
const json = async (...args: string[]) => JSON.parse((await ask(...args, '--json')).stdout);

beforeAll(async () => {
  world = await makeTestWorld();
  await furnish(world.sql);
  ask = (...args) => sni(['--config', world.settings, ...args], { SNI_HOME: world.home });
});

describe('sni status', () => {
  test('--json is one object with the counts of every phase, in the order food flows', async () => {
    const status = await json('status');
    expect(Object.keys(status)).toEqual(['at', 'phases']);
    expect(Date.parse(status.at)).not.toBeNaN();
    expect(status.phases.map(({ name }: { name: string }) => name)).toEqual(['ingest', 'filter', 'generate', 'enrich', 'narrate']);
    expect(status.phases[0]).toEqual({
      name: 'ingest',
      ready: 0,
      leased: 0,
      done: 0,
      failed: 0,
      stale: 0,
      perMinute: 0,
      etaMinutes: 0,
      paused: null,
      spentTodayUsd: 0,
    });
  });

  test('done by another version, or by none that is known, is stale; where nothing has a version nothing is', async () => {
    const { phases } = await json('status');
    expect(phases[1]).toMatchObject({ name: 'filter', ready: 0, leased: 1, done: 3, failed: 1, stale: 2 });
    expect(phases[2]).toMatchObject({ name: 'generate', ready: 2, done: 1, stale: 0 });
  });

  test('the rate is that of the last hour, runs side by side counting their time once, idle runs not at all', async () => {
    const { phases } = await json('status', 'generate');
    expect(phases).toHaveLength(1);
    expect(phases[0]).toMatchObject({ perMinute: 1, etaMinutes: 2 });
  });

  test('a pause that is over is no pause', async () => {
    const { phases } = await json('status');
    expect(phases[3].paused).toBe('the model is down');
    expect(phases[4].paused).toBeNull();
  });

  test('for people: a table, the pause, the last run, what the tables hold', async () => {
    const { stdout, code } = await ask('status');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^phase +ready +leased +done +failed +stale +per min +ETA +today +last run$/m);
    expect(stdout).toMatch(/enrich is paused until .*: the model is down/);
    expect(stdout).toMatch(/^generate .* 3 min ago, nothing$/m);
    expect(stdout).toMatch(/^Titles +5: 1 pending, 3 kept \(3 in families, 0 waiting\), 1 dropped$/m);
    expect(stdout).toMatch(/^Families +3: 2 active, 1 seed \(beside them 1 merged\)$/m);
  });
});

describe('sni list', () => {
  test('titles: the newest first, as one JSON array, limited and by status', async () => {
    expect((await json('list', 'titles')).map(({ id }: { id: number }) => id)).toEqual([5, 4, 3, 2, 1]);
    expect((await json('list', 'titles', '--limit', '2')).map(({ id }: { id: number }) => id)).toEqual([5, 4]);
    expect((await json('list', 'titles', '--status', 'gate_drop')).map(({ title }: { title: string }) => title)).toEqual([
      'Cup final moved',
    ]);
  });

  test('families: the newest day first, the largest first within it; merged ones when asked for', async () => {
    expect((await json('list', 'families')).map(({ key }: { key: string }) => key)).toEqual(['large', 'small', 'older']);
    expect((await json('list', 'families', '--status', 'merged')).map(({ key }: { key: string }) => key)).toEqual(['gone']);
    expect((await json('list', 'families'))[0]).toMatchObject({
      id: 2,
      titles: 3,
      outlets: 2,
      narratives: 1,
      actors: ['Russia', 'Ukraine'],
    });
  });

  test('narratives, and a sentence where there are none', async () => {
    expect(await json('list', 'narratives')).toMatchObject([{ id: 1, familyId: 2, title: 'An attack on food', outlets: ['Novy Bereg'] }]);
    expect((await ask('list', 'narratives', '--status', 'recycled')).stdout).toMatch(/^There are no such narratives\. .*\n$/);
    expect(await json('list', 'narratives', '--status', 'recycled')).toEqual([]);
  });
});

describe('sni show', () => {
  test('a family: roles by name, cited titles, frames with quotes and outlets, titles by outlet', async () => {
    const { stdout } = await ask('show', '2');
    for (const part of [
      'Russia (initiator), Ukraine',
      'Grain routes are at stake.',
      'The context.',
      '“terminal burns” Novy Bereg [3]',
      '3 titles of 2 outlets',
    ]) {
      expect(stdout).toContain(part);
    }
    expect(stdout).toMatch(/02:14 {2}Drones hit the port\.\n +- Harbour Post: Russian drones hit Odesa port \[1\]/);
    expect(await json('show', 'ef:2')).toMatchObject({
      id: 2,
      frames: [{ title: 'An attack on food' }],
      titles: [{ id: 1 }, { id: 2 }, { id: 3 }],
    });
  });

  test('a title: why the gate kept it, its family, what troubles it', async () => {
    const { stdout } = await ask('show', 'title:1');
    for (const part of ['Why it was kept: score 5.5', '+3  actor RU', '-1.5  context sport', 'Vocabulary  abc', 'ef:2'])
      expect(stdout).toContain(part);
    expect(stdout).toMatch(/actor +RU +Russian +russian/);
    expect((await ask('show', 'title:5')).stdout).toMatch(/Failed +filter, attempt 0: It broke\./);
  });

  test('a narrative with its family and the titles it quotes', async () => {
    const { stdout } = await ask('show', 'narrative:1');
    for (const part of ['An attack on food', 'ef:2', 'roles: villain: Russia', 'Grain terminal burns [3]']) expect(stdout).toContain(part);
  });

  test('what is not there is a sentence that says where to look, exit code 1, nothing on standard output', async () => {
    const { code, stdout, stderr } = await ask('show', '999', '--json');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe('There is no event family 999. "sni list families" shows which there are.\n');
  });
});

test('nothing a feed carries reaches the terminal as an escape, and a pipe is plain even where colour is forced', async () => {
  for (const args of [
    ['list', 'titles'],
    ['list', 'families'],
    ['show', '2'],
    ['show', 'title:2'],
    ['show', '2', '--json'],
  ]) {
    const { stdout } = await sni(['--config', world.settings, ...args], { SNI_HOME: world.home, FORCE_COLOR: '1', CI: '1' });
    expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Bidi_Control}/u);
    expect(stdout).toContain('Odesa');
  }
});

describe('what is wrong', () => {
  test('flags and names: exit code 78 and what was meant', async () => {
    expect(await ask('stauts')).toMatchObject({ code: 78, stderr: expect.stringContaining('Did you mean status?') });
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
    expect(await json('db', 'status')).toMatchObject({ used: true, state: 'running', url: expect.stringContaining(world.name) });
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
    expect(await ask('run', 'filter', '--batch', 'x')).toMatchObject({ code: 78, stderr: expect.stringContaining('--batch') });
    expect((await ask('run', 'filter', '--help')).stdout).toContain('Usage: sni run filter');
    expect(await ask('run', 'fliter')).toMatchObject({ code: 78, stderr: expect.stringContaining('did you mean "filter"?') });
  });

  test('passes a signal on once and waits for the phase to end as it does on that signal', async () => {
    const { port } = silent.address() as AddressInfo;
    const slow = await makeTestWorld({
      settings: {
        phases: { ingest: { grace: '1s' } },
        sources: [{ feed: `http://127.0.0.1:${port}/`, publisher: 'Silent', lang: 'en' }],
      },
    });
    const running = sni(['run', 'ingest'], { SNI_HOME: slow.home, SNI_CONFIG: slow.settings }, (pid) => {
      silent.once('request', () => process.kill(pid, 'SIGTERM'));
    });
    const { code, stdout } = await running;
    expect(code).toBe(0);
    expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({ event: 'finished', exit: 'stopped', released: 1 });
  });
});
