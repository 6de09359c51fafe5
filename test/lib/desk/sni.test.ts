// The command as an operator and his scripts meet it: real processes over a real database.
import { beforeAll, describe, expect, test } from 'vitest';
import { phaseNames } from '../../../lib/config/phases.js';
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
    expect(Object.keys(status)).toEqual(['at', 'phases', 'totals', 'sources']);
    expect(Date.parse(status.at)).not.toBeNaN();
    expect(status.phases.map(({ name }: { name: string }) => name)).toEqual(phaseNames);
    expect(status.phases[0]).toEqual({
      name: 'ingest',
      waiting: 1,
      waitingMore: false,
      ready: 0,
      leased: 0,
      done: 0,
      failed: 0,
      stale: 0,
      perMinute: 0,
      etaMinutes: null,
      paused: null,
      spentTodayUsd: 0,
    });
  });

  test('done by another version, or by none that is known, is stale; where nothing has a version nothing is', async () => {
    const { phases } = await json('status');
    expect(phases[1]).toMatchObject({ name: 'filter', ready: 0, leased: 1, done: 3, failed: 1, stale: 2 });
    expect(phases[2]).toMatchObject({ name: 'generate', ready: 2, done: 1, stale: 0 });
  });

  test('what the tables hold for a phase and its backlog does not know yet waits; --json says how many feeds were never read', async () => {
    const { phases, totals, sources } = await json('status');
    const waiting = phases.map((phase: { name: string; waiting: number }) => [phase.name, phase.waiting]);
    expect(Object.fromEntries(waiting)).toMatchObject({ ingest: 1, filter: 0, generate: 0, enrich: 1, narrate: 2 });
    expect(totals).toMatchObject({ feeds: 1, feedsUnread: 1, titles: 5 });
    expect(sources).toBe(0);
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
    expect(stdout).toMatch(/^phase +waiting +ready +leased +done +failed +stale +per min +ETA +today +last run$/m);
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
