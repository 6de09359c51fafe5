// What a run does about failures, seen from outside: real processes of a phase whose items fail as the test says.
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../../lib/config.js';
import { type Fate, setFates } from '../../support/fated-phase.js';
import { makeTestWorld } from '../../support/in-test.js';
import { type Ended, startScript, type World } from '../../support/world.js';

/** Items are worked one at a time, in their order. */
const one = await makeTestWorld({ settings: { phases: { enrich: { group: 1, max_inflight: 1, attempts: 3 } } } });
/** Eight at a time. */
const eight = await makeTestWorld({ settings: { phases: { enrich: { group: 8, max_inflight: 1, attempts: 3 } } } });

const run = ({ home, settings }: World, ...args: string[]): Promise<Ended> =>
  startScript(join(projectRoot, 'dist/test/support/fated-phase.js'), args, { SNI_HOME: home, SNI_CONFIG: settings }).ended;

const odd: Fate = { message: 'The flux is inverted.' };
const bug: Fate = { name: 'TypeError', message: 'x is not a function' };
const refused: Fate = { name: 'AnswerRefused', message: 'The answer has no shape.' };
const times = (count: number, fate: Fate): Fate[] => Array<Fate>(count).fill(fate);

const items = async ({ sql }: World) =>
  (await sql<{ text: string }[]>`select state || ' ' || attempts as text from work order by item_id`).map(({ text }) => text);
const actions = ({ sql }: World) => sql`select action, error_class as "errorClass", items from doctor_actions order by action`;
/** Minutes until the phase goes on; null until resumed; undefined where it is not paused. */
async function pauseOf({ sql }: World): Promise<number | null | undefined> {
  const [row] = await sql<{ paused: boolean; minutes: number | null }[]>`
    select paused_at is not null as paused, extract(epoch from paused_until - now())::float8 / 60 as minutes
    from phases where name = 'enrich'`;
  return row?.paused ? row.minutes && Math.round(row.minutes) : undefined;
}
const line = (ended: Ended, event: string) => ended.lines.find((one) => one.event === event);

describe('five items in a row that fail alike', () => {
  test('pause the phase and are given back; the run exits 75 and says in one line what, where, until when and what to do', async () => {
    await setFates(one.sql, times(8, odd));
    const ended = await run(one);
    expect(ended).toMatchObject({ code: 75, finished: { exit: 'paused', claimed: 5, failed: 4, released: 1 } });
    expect(await items(one)).toEqual([...times(4, null).map(() => 'ready 1'), ...times(4, null).map(() => 'ready 0')]);
    expect(await pauseOf(one)).toBe(15);
    expect(ended.lines.filter(({ event }) => event === 'paused' || event === 'run failed')).toHaveLength(1);
    expect(line(ended, 'paused')?.['reason']).toMatch(
      /^5 items failed alike: The flux is inverted\. .*phase enrich is paused until .*sni failures enrich.*sni resume enrich/,
    );
    expect(await actions(one)).toEqual([
      { action: 'pause_phase', errorClass: 'systemic', items: 5 },
      { action: 'retry_later', errorClass: 'item_specific', items: 4 },
    ]);
    expect(await one.sql`select exit from runs`).toEqual([{ exit: 'paused' }]);
    expect(await run(one)).toMatchObject({ code: 75, finished: { exit: 'paused', claimed: 0 } });
  });

  test('pause it for twice as long each time, six hours at most, until a run has ended well', async () => {
    await setFates(one.sql, times(8, odd));
    const again = async () => {
      await one.sql`update phases set paused_until = now() - interval '1 second' where name = 'enrich' and paused_at is not null`;
      await one.sql`update work set not_before = now(), attempts = 0`;
      await run(one);
      return pauseOf(one);
    };
    expect([await again(), await again(), await again()]).toEqual([15, 30, 60]);
    await one.sql`
      insert into doctor_actions (run_id, phase, error_class, action, sentence)
      select gen_random_uuid(), 'enrich', 'systemic', 'pause_phase', 'x' from generate_series(1, 40)`;
    expect(await again()).toBe(360);
    await one.sql`update fates set fate = null where item_id = 1`;
    await one.sql`update work set not_before = now() where item_id = 1`;
    await one.sql`insert into fates (item_id) values (100), (101)`;
    await one.sql`update fates set worked = true where item_id between 2 and 8`;
    await one.sql`update work set not_before = now() + interval '1 day' where item_id between 2 and 8`;
    await one.sql`update phases set paused_until = now() where name = 'enrich'`;
    expect(await run(one)).toMatchObject({ code: 0, finished: { done: 3 } });
    expect(await again()).toBe(15);
  });

  test('are no row when one succeeds between', async () => {
    await setFates(one.sql, [...times(4, odd), null, ...times(4, odd), null]);
    expect(await run(one)).toMatchObject({ code: 0, finished: { exit: 'done', done: 2, failed: 8 } });
    expect(await pauseOf(one)).toBeUndefined();
    expect(await actions(one)).toEqual([{ action: 'retry_later', errorClass: 'item_specific', items: 8 }]);
  });

  test('get back from quarantine what tries they have left, and those at fault are quarantined in the end', async () => {
    await setFates(one.sql, [...times(5, refused), null]);
    expect(await run(one)).toMatchObject({ code: 75 });
    expect(await items(one)).toEqual(['ready 1', 'ready 1', 'ready 1', 'ready 1', 'ready 0', 'ready 0']);
    for (let round = 0; round < 2; round++) {
      await one.sql`update phases set paused_until = now() where name = 'enrich'`;
      expect(await run(one)).toMatchObject({ code: 75 });
    }
    expect((await items(one)).slice(0, 4)).toEqual(['failed 3', 'failed 3', 'failed 3', 'failed 3']);
    await one.sql`update phases set paused_until = now() where name = 'enrich'`;
    expect(await run(one)).toMatchObject({ code: 0, finished: { done: 1, failed: 1 } });
  });
});

test('an item whose tries are used up is quarantined, alone', async () => {
  await setFates(one.sql, [odd, null]);
  await run(one);
  await one.sql`update work set attempts = 2, not_before = now() where item_id = 1`;
  expect(await run(one)).toMatchObject({ code: 0, finished: { failed: 1 } });
  expect(await items(one)).toEqual(['failed 3', 'done 1']);
  expect(await one.sql`select error, error_class, error_signature from work where item_id = 1`).toEqual([
    { error: 'The flux is inverted.', error_class: 'item_specific', error_signature: 'Error: the flux is inverted.' },
  ]);
});

describe('a mistake in the code', () => {
  test('that meets one item fails it alone', async () => {
    await setFates(one.sql, [null, bug, null]);
    expect(await run(one)).toMatchObject({ code: 0, finished: { exit: 'done', done: 2, failed: 1 } });
    expect(await items(one)).toEqual(['done 1', 'failed 1', 'done 1']);
    expect(await actions(one)).toEqual([{ action: 'fail_item', errorClass: 'code_bug', items: 1 }]);
  });

  test('that meets three in a row pauses the phase until a human resumes it, and says so', async () => {
    await setFates(one.sql, times(6, bug));
    const ended = await run(one);
    expect(ended).toMatchObject({ code: 75, finished: { exit: 'paused', claimed: 3 } });
    expect(await pauseOf(one)).toBeNull();
    expect(line(ended, 'paused')).toMatchObject({
      until: null,
      reason: expect.stringMatching(/mistake in the code.*until an operator resumes it/),
    });
    expect((await actions(one)).map(({ action }) => action)).toContain('call_human');
    expect(await items(one)).toEqual(['ready 1', 'ready 1', 'ready 0', 'ready 0', 'ready 0', 'ready 0']);
  });

  test('that ends the run fails it, and calls a human at the third run in a row', async () => {
    await setFates(one.sql, [{ name: 'PostgresError', code: '42P01', message: 'relation "x" does not exist' }, null]);
    for (let round = 0; round < 2; round++) {
      expect(await run(one)).toMatchObject({ code: 1, finished: { exit: 'failed', released: 1 } });
      expect(await pauseOf(one)).toBeUndefined();
    }
    expect(await run(one)).toMatchObject({ code: 75, finished: { exit: 'paused' } });
    expect(await pauseOf(one)).toBeNull();
    expect((await items(one))[0]).toBe('ready 0');
  });
});

describe('an error that names the end of the run itself', () => {
  test('75 with a time: the phase is paused until then', async () => {
    const retryAt = new Date(Date.now() + 3 * 3600_000).toISOString();
    await setFates(one.sql, [{ message: 'The budget of the day is used up.', exitCode: 75, retryAt }, null]);
    const ended = await run(one);
    expect(ended).toMatchObject({ code: 75, finished: { exit: 'paused', released: 1, failed: 0 } });
    expect(await pauseOf(one)).toBe(180);
    expect(line(ended, 'paused')).toMatchObject({
      until: retryAt,
      reason: expect.stringContaining('The budget of the day is used up. The phase'),
    });
    expect(await actions(one)).toEqual([{ action: 'pause_phase', errorClass: 'temporal', items: 0 }]);
    expect(await one.sql`select exit from runs`).toEqual([{ exit: 'paused' }]);
  });

  test('75 without: the run ends as paused, the next one tries', async () => {
    await setFates(one.sql, [{ message: 'Ollama at http://127.0.0.1:11434 does not answer.', exitCode: 75 }, null]);
    const ended = await run(one);
    expect(ended).toMatchObject({ code: 75, finished: { exit: 'paused', released: 1 } });
    expect(line(ended, 'paused')?.['reason']).toBe('Ollama at http://127.0.0.1:11434 does not answer.');
    expect(await pauseOf(one)).toBeUndefined();
    await one.sql`update fates set fate = null`;
    expect(await run(one)).toMatchObject({ code: 0, finished: { done: 2 } });
  });

  test('78: as wrong configuration', async () => {
    await setFates(one.sql, [{ message: 'A setting is wrong.', exitCode: 78 }, null]);
    const ended = await run(one);
    expect(ended).toMatchObject({ code: 78, finished: { exit: 'failed', released: 1 } });
    expect(line(ended, 'run failed')).toMatchObject({ errorClass: 'configuration', error: 'A setting is wrong.' });
    expect(await pauseOf(one)).toBeUndefined();
  });

  test('a server that lets nobody in pauses the phase for a while', async () => {
    await setFates(one.sql, [{ message: 'No.', status: 401 }, null]);
    expect(await run(one)).toMatchObject({ code: 75, finished: { exit: 'paused', released: 1 } });
    expect(await pauseOf(one)).toBe(15);
  });
});

describe('an operator’s word', () => {
  test('that an error is systemic pauses the phase at the first item; that it is transient lets it wait', async () => {
    await setFates(one.sql, [bug, null]);
    await run(one);
    await one.sql`update diagnoses set decided_by = 'operator', error_class = 'systemic'`;
    await one.sql`update work set state = 'ready', attempts = 0, not_before = now() where item_id = 1`;
    expect(await run(one)).toMatchObject({ code: 75 });
    expect(await pauseOf(one)).toBe(15);
    await one.sql`update diagnoses set error_class = 'transient'`;
    await one.sql`update phases set paused_until = now() where name = 'enrich'`;
    expect(await run(one)).toMatchObject({ code: 0 });
    expect((await items(one))[0]).toBe('ready 1');
  });
});

describe('a group', () => {
  test('that one item breaks is halved; that item fails alone, and it is one failure', async () => {
    await setFates(eight.sql, [null, null, { ...bug, wholeGroup: true }, ...times(13, null)]);
    const ended = await run(eight);
    expect(ended).toMatchObject({ code: 0, finished: { exit: 'done', done: 15, failed: 1 } });
    expect(ended.lines.filter(({ event }) => event === 'group halved')).toHaveLength(3);
    expect(await actions(eight)).toEqual([{ action: 'fail_item', errorClass: 'code_bug', items: 1 }]);
  });

  test('that fails as a whole of what passes is one failure; five of them are a row', async () => {
    const busy: Fate = { message: 'No.', status: 503, wholeGroup: true };
    await setFates(eight.sql, times(32, busy));
    expect(await run(eight)).toMatchObject({ code: 0, finished: { exit: 'done', failed: 32 } });
    expect(await actions(eight)).toEqual([{ action: 'retry_later', errorClass: 'transient', items: 32 }]);
    await setFates(eight.sql, times(48, busy));
    expect(await run(eight)).toMatchObject({ code: 75, finished: { claimed: 40, failed: 32, released: 8 } });
  });

  test('of which some succeed is no row, however many fail', async () => {
    await setFates(eight.sql, [...times(7, odd), null, ...times(7, odd), null]);
    expect(await run(eight)).toMatchObject({ code: 0, finished: { done: 2, failed: 14 } });
    expect(await actions(eight)).toEqual([{ action: 'retry_later', errorClass: 'item_specific', items: 14 }]);
  });

  test('of which none succeeds ends the run at the fifth', async () => {
    await setFates(eight.sql, times(8, odd));
    expect(await run(eight)).toMatchObject({ code: 75, finished: { claimed: 8, failed: 4, released: 4 } });
  });
});

describe('the doctor’s own failure', () => {
  afterAll(() => one.sql`alter table doctors_away rename to doctor_actions`);

  test('fails no item and no run', async () => {
    await setFates(one.sql, [odd, null, odd]);
    await one.sql`alter table doctor_actions rename to doctors_away`;
    const ended = await run(one);
    expect(ended).toMatchObject({ code: 0, finished: { exit: 'done', done: 1, failed: 2 } });
    expect(line(ended, 'actions not written')?.['error']).toMatch(/doctor_actions/);
  });
});
