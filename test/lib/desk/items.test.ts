// retry, reset, priority, log and clear-errors: what they change, what they leave, who is written down, and what they say where nothing fits.
import { beforeEach, describe, expect, test } from 'vitest';
import { claim, settle } from '../../../lib/work.js';
import { makeTestWorld } from '../../support/in-test.js';
import { type Answer, sni } from './fixture.js';

const world = await makeTestWorld();
const { sql } = world;
const ask = (...args: string[]): Promise<Answer> => sni(['--config', world.settings, ...args], { SNI_HOME: world.home });
const states = async () =>
  Object.fromEntries(
    (
      await sql<{ id: string; state: string; attempts: number; priority: number }[]>`
      select item_id as id, state, attempts, priority from work order by item_id`
    ).map(({ id, ...rest }) => [id, rest]),
  );

/** 1 failed as transient, 2 failed by its own fault, 3 waits for its next try, 4 is new, 5 is done. */
beforeEach(async () => {
  await sql`truncate work, operator_log, marks restart identity cascade`;
  await sql`
    insert into work (phase, item_id, state, attempts, priority, error, error_class, error_signature, not_before)
    values ('enrich', 1, 'failed', 5, 2, 'It timed out.', 'transient', 'timeout', now()),
      ('enrich', 2, 'failed', 5, 2, 'It is bad.', 'item_specific', 'bad', now()),
      ('enrich', 3, 'ready', 2, 2, 'It timed out.', 'transient', 'timeout', now() + interval '1 hour'),
      ('enrich', 4, 'ready', 0, 2, null, null, null, now()), ('enrich', 5, 'done', 1, 2, null, null, null, now())`;
});

describe('sni retry', () => {
  test('takes those of a class, first and with no try counted, and leaves the others', async () => {
    expect(await ask('retry', 'enrich', '--class', 'transient', '--by', 'anna', '--why', 'it is back')).toMatchObject({
      code: 0,
      stdout: '2 items of enrich will be tried at once. "sni run enrich" does so now.\n',
    });
    expect(await states()).toEqual({
      1: { state: 'ready', attempts: 0, priority: -1 },
      2: { state: 'failed', attempts: 5, priority: 2 },
      3: { state: 'ready', attempts: 0, priority: -1 },
      4: { state: 'ready', attempts: 0, priority: 2 },
      5: { state: 'done', attempts: 1, priority: 2 },
    });
    expect(await sql`select from work where item_id = 3 and not_before <= now() and error is null`).toHaveLength(1);
    expect(JSON.parse((await ask('log', '--json')).stdout)).toMatchObject([
      { act: 'retry', phase: 'enrich', of: '2 items', said: 'transient', byWhom: 'anna', why: 'it is back' },
    ]);
  });

  test('takes those of one kind of error, by its eight characters', async () => {
    const { failures } = JSON.parse((await ask('failures', '--json')).stdout);
    const { key } = failures.find((one: { signature: string }) => one.signature === 'timeout');
    expect((await ask('retry', 'enrich', '--signature', key)).stdout).toContain('2 items of enrich will be tried at once.');
    expect(await sql`select item_id from work where state = 'failed'`).toEqual([{ item_id: '2' }]);
    expect(await ask('retry', 'enrich', '--signature', 'none')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('No error is known as none'),
    });
  });

  test('of named items says which were left and why; where none fits nothing is written down', async () => {
    expect((await ask('retry', 'enrich', 'ef:2', '4', '5', '9')).stdout).toBe(
      '1 item of enrich will be tried at once. "sni run enrich" does so now. Left as they are: enrich 4 is ready already, enrich 5 is done ("sni reprocess" does it again) and enrich 9 is not in the backlog.\n',
    );
    expect(await ask('retry', 'enrich', '9')).toMatchObject({
      code: 1,
      stderr: 'Nothing was changed: enrich 9 is not in the backlog.\n',
    });
    expect((await ask('retry', 'narrate', '--all')).stdout).toBe(
      'Nothing to do: no item of narrate has failed or waits for its next try.\n',
    );
    expect(await sql`select from operator_log`).toHaveLength(1);
  });

  test('refuses what names no item and what names nothing', async () => {
    const wrong: [string[], string][] = [
      [['retry', 'enrich'], 'Say what to retry'],
      [['retry', 'enrich', 'title:3'], 'title:3 is no item of enrich: it works on families'],
      [['retry', 'enrich', '0'], '0 is no item'],
      [['retry', 'enrich', '99999999999999999999'], 'is no item'],
      [['retry', 'enirch', '--all'], 'did you mean'],
      [['retry', 'enrich', '--class', 'odd'], 'transient'],
      [['reset', 'enrich'], 'ids'],
      [['priority', 'enrich', 'high', '1'], 'a whole number'],
    ];
    for (const [args, sentence] of wrong) expect(await ask(...args)).toMatchObject({ code: 78, stderr: expect.stringContaining(sentence) });
  });
});

describe('sni reset', () => {
  test('takes an item from the worker that holds it, which then settles nothing', async () => {
    await sql`delete from work where item_id <> 4`;
    const lease = await claim(sql, 'enrich', { worker: 'hangs', limit: 1, leaseSeconds: 3600 });
    expect((await ask('reset', 'enrich', '4')).stdout).toBe('1 item of enrich reset: ready, with no try counted.\n');
    expect(await states()).toEqual({ 4: { state: 'ready', attempts: 0, priority: 2 } });
    if (!lease) throw new Error('Nothing was claimed.');
    const late = await settle(sql, lease, { itemIds: null, version: '1', written: sql`made as (select from closed)` });
    expect(late).toMatchObject({ closed: 0, made: 0 });
    expect(await ask('reset', 'enrich', '4', '--json')).toMatchObject({ code: 0 });
  });

  test('leaves what is done', async () => {
    expect(await ask('reset', 'enrich', '5')).toMatchObject({ code: 1, stderr: expect.stringContaining('enrich 5 is done') });
  });
});

describe('sni priority', () => {
  test('the lowest is claimed first', async () => {
    expect((await ask('priority', 'enrich', '7', '4')).stdout).toBe('1 item of enrich at priority 7.\n');
    await sql`update work set not_before = now()`;
    expect((await ask('priority', 'enrich', '--', '-3', '4')).code).toBe(0);
    expect((await claim(sql, 'enrich', { worker: 'w', limit: 1, leaseSeconds: 60 }))?.itemIds).toEqual(['4']);
  });
});

describe('sni log', () => {
  test('shows pauses, wakes, resumes, cleared errors and marks, the newest first, and is empty at first', async () => {
    expect((await ask('log')).stdout).toBe('No operator has done anything yet that is written down.\n');
    await ask('pause', 'enrich', 'quota', '--by', 'anna');
    await ask('resume', 'enrich', '--by', 'ben', '--why', 'it is back');
    await ask('resume', 'narrate');
    await ask('wake', 'enrich', '--by', 'ben');
    await ask('clear-errors', 'enrich', '--by', 'carl');
    const acts = JSON.parse((await ask('log', 'enrich', '--json')).stdout);
    expect(acts.map((one: Record<string, unknown>) => [one['act'], one['of'], one['byWhom'], one['why']])).toEqual([
      ['clear-errors', '2 items', 'carl', ''],
      ['wake', '', 'ben', ''],
      ['resume', '', 'ben', 'it is back'],
      ['pause', '', 'anna', 'quota'],
    ]);
    expect((await ask('log', '--limit', '1')).stdout).toMatch(/clear-errors +enrich +2 items +carl/);
  });

  test('on a database whose rows were edited by hand it shows what is there', async () => {
    await sql`insert into operator_log (act, phase, items, item_ids, by_whom) values ('\u001b[2Jodd', null, -3, '{}', '')`;
    const { code, stdout } = await ask('log');
    expect({ code, clean: stdout.includes('\u001b') }).toEqual({ code: 0, clean: false });
  });
});
