// What a run does about failures, seen from outside: runs of a phase whose items fail as the test says, the first a real process.
import { describe, expect, test } from 'vitest';
import type { Fate } from '../../support/fated-phase.js';
import { bug, lineOf, makeFatedWorld, odd, times } from '../../support/fated-world.js';

const one = await makeFatedWorld(1);
const refused: Fate = { name: 'AnswerRefused', message: 'The answer has no shape.' };

describe('five items in a row that fail alike', () => {
  test('pause the phase and are given back; the run exits 75 and says in one line what, where, until when and what to do', async () => {
    await one.setFates(times(8, odd));
    const ended = await one.run();
    expect(ended).toMatchObject({ code: 75, finished: { exit: 'paused', claimed: 5, failed: 4, released: 1 } });
    expect(await one.items()).toEqual([...times(4, null).map(() => 'ready 1'), ...times(4, null).map(() => 'ready 0')]);
    expect(await one.pauseMinutes()).toBe(15);
    expect(ended.lines.filter(({ event }) => event === 'paused' || event === 'run failed')).toHaveLength(1);
    expect(lineOf(ended, 'paused')?.['reason']).toMatch(
      /^5 items failed alike: The flux is inverted\. .*phase enrich is paused until .*sni failures enrich.*sni resume enrich/,
    );
    expect(await one.actions()).toEqual([
      { action: 'pause_phase', errorClass: 'systemic', items: 5 },
      { action: 'retry_later', errorClass: 'item_specific', items: 4 },
    ]);
    expect(await one.sql`select exit from runs`).toEqual([{ exit: 'paused' }]);
    expect(await one.here()).toMatchObject({ code: 75, finished: { exit: 'paused', claimed: 0 } });
  });

  test('pause it for twice as long each time, six hours at most, until a run has ended well', async () => {
    await one.setFates(times(8, odd));
    const again = async () => {
      await one.sql`update phases set paused_until = now() - interval '1 second' where name = 'enrich' and paused_at is not null`;
      await one.sql`update work set not_before = now(), attempts = 0`;
      await one.here();
      return one.pauseMinutes();
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
    expect(await one.here()).toMatchObject({ code: 0, finished: { done: 3 } });
    expect(await again()).toBe(15);
  });

  test('are no row when one succeeds between', async () => {
    await one.setFates([...times(4, odd), null, ...times(4, odd), null]);
    expect(await one.here()).toMatchObject({ code: 0, finished: { exit: 'done', done: 2, failed: 8 } });
    expect(await one.pauseMinutes()).toBeUndefined();
    expect(await one.actions()).toEqual([{ action: 'retry_later', errorClass: 'item_specific', items: 8 }]);
  });

  test('get back from quarantine what tries they have left, and those at fault are quarantined in the end', async () => {
    await one.setFates([...times(5, refused), null]);
    expect(await one.here()).toMatchObject({ code: 75 });
    expect(await one.items()).toEqual(['ready 1', 'ready 1', 'ready 1', 'ready 1', 'ready 0', 'ready 0']);
    for (let round = 0; round < 2; round++) {
      await one.sql`update phases set paused_until = now() where name = 'enrich'`;
      expect(await one.here()).toMatchObject({ code: 75 });
    }
    expect((await one.items()).slice(0, 4)).toEqual(['failed 3', 'failed 3', 'failed 3', 'failed 3']);
    await one.sql`update phases set paused_until = now() where name = 'enrich'`;
    expect(await one.here()).toMatchObject({ code: 0, finished: { done: 1, failed: 1 } });
  });
});

test('an item whose tries are used up is quarantined, alone', async () => {
  await one.setFates([odd, null]);
  await one.here();
  await one.sql`update work set attempts = 2, not_before = now() where item_id = 1`;
  expect(await one.here()).toMatchObject({ code: 0, finished: { failed: 1 } });
  expect(await one.items()).toEqual(['failed 3', 'done 1']);
  expect(await one.sql`select error, error_class, error_signature from work where item_id = 1`).toEqual([
    { error: 'The flux is inverted.', error_class: 'item_specific', error_signature: 'Error: the flux is inverted.' },
  ]);
});

describe('a mistake in the code', () => {
  test('that meets one item fails it alone', async () => {
    await one.setFates([null, bug, null]);
    expect(await one.here()).toMatchObject({ code: 0, finished: { exit: 'done', done: 2, failed: 1 } });
    expect(await one.items()).toEqual(['done 1', 'failed 1', 'done 1']);
    expect(await one.actions()).toEqual([{ action: 'fail_item', errorClass: 'code_bug', items: 1 }]);
  });

  test('that meets three in a row pauses the phase until a human resumes it, and says so', async () => {
    await one.setFates(times(6, bug));
    const ended = await one.here();
    expect(ended).toMatchObject({ code: 75, finished: { exit: 'paused', claimed: 3 } });
    expect(await one.pauseMinutes()).toBeNull();
    expect(lineOf(ended, 'paused')).toMatchObject({
      until: null,
      reason: expect.stringMatching(/mistake in the code.*until an operator resumes it/),
    });
    expect((await one.actions()).map(({ action }) => action)).toContain('call_human');
    expect(await one.items()).toEqual(['ready 1', 'ready 1', 'ready 0', 'ready 0', 'ready 0', 'ready 0']);
  });

  test('that ends the run fails it, and calls a human at the third run in a row', async () => {
    await one.setFates([{ name: 'PostgresError', code: '42P01', message: 'relation "x" does not exist' }, null]);
    for (let round = 0; round < 2; round++) {
      expect(await one.here()).toMatchObject({ code: 1, finished: { exit: 'failed', released: 1 } });
      expect(await one.pauseMinutes()).toBeUndefined();
    }
    expect(await one.here()).toMatchObject({ code: 75, finished: { exit: 'paused' } });
    expect(await one.pauseMinutes()).toBeNull();
    expect((await one.items())[0]).toBe('ready 0');
  });
});
