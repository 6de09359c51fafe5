// How a run ends that an error, an operator or the doctor ends: runs of a phase whose items fail as the test says, the first as real processes.
import { pino } from 'pino';
import { afterAll, describe, expect, test } from 'vitest';
import { makeDiagnoses } from '../../../lib/errors/diagnoses.js';
import type { Ask } from '../../../lib/llm/prompt.js';
import { makeFailurePolicy } from '../../../lib/run/failure-policy.js';
import type { Fate } from '../../support/fated-phase.js';
import { bug, lineOf, makeFatedWorld, odd, times } from '../../support/fated-world.js';

const one = await makeFatedWorld(1);
const eight = await makeFatedWorld(8);

describe('an error that names the end of the run itself', () => {
  test('75 with a time: the phase is paused until then', async () => {
    const retryAt = new Date(Date.now() + 3 * 3600_000).toISOString();
    await one.setFates([{ message: 'The budget of the day is used up.', exitCode: 75, retryAt }, null]);
    const ended = await one.run();
    expect(ended).toMatchObject({ code: 75, finished: { exit: 'paused', released: 1, failed: 0 } });
    expect(await one.pauseMinutes()).toBe(180);
    expect(lineOf(ended, 'paused')).toMatchObject({
      until: retryAt,
      reason: expect.stringContaining('The budget of the day is used up. The phase'),
    });
    expect(await one.actions()).toEqual([{ action: 'pause_phase', errorClass: 'temporal', items: 0 }]);
    expect(await one.sql`select exit from runs`).toEqual([{ exit: 'paused' }]);
  });

  test('75 without: the run ends as paused, the next one tries', async () => {
    await one.setFates([{ message: 'Ollama at http://127.0.0.1:11434 does not answer.', exitCode: 75 }, null]);
    const ended = await one.here();
    expect(ended).toMatchObject({ code: 75, finished: { exit: 'paused', released: 1 } });
    expect(lineOf(ended, 'paused')?.['reason']).toBe('Ollama at http://127.0.0.1:11434 does not answer.');
    expect(await one.pauseMinutes()).toBeUndefined();
    await one.sql`update fates set fate = null`;
    expect(await one.here()).toMatchObject({ code: 0, finished: { done: 2 } });
  });

  test('78: as wrong configuration', async () => {
    await one.setFates([{ message: 'A setting is wrong.', exitCode: 78 }, null]);
    const ended = await one.run();
    expect(ended).toMatchObject({ code: 78, finished: { exit: 'failed', released: 1 } });
    expect(lineOf(ended, 'run failed')).toMatchObject({ errorClass: 'configuration', error: 'A setting is wrong.' });
    expect(await one.pauseMinutes()).toBeUndefined();
  });

  test('a server that lets nobody in pauses the phase for a while', async () => {
    await one.setFates([{ message: 'No.', status: 401 }, null]);
    expect(await one.here()).toMatchObject({ code: 75, finished: { exit: 'paused', released: 1 } });
    expect(await one.pauseMinutes()).toBe(15);
  });
});

describe('an operator’s word', () => {
  test('that an error is systemic pauses the phase at the first item; that it is transient lets it wait', async () => {
    await one.setFates([bug, null]);
    await one.here();
    await one.sql`update diagnoses set decided_by = 'operator', error_class = 'systemic'`;
    await one.sql`update work set state = 'ready', attempts = 0, not_before = now() where item_id = 1`;
    expect(await one.here()).toMatchObject({ code: 75 });
    expect(await one.pauseMinutes()).toBe(15);
    await one.sql`update diagnoses set error_class = 'transient'`;
    await one.sql`update phases set paused_until = now() where name = 'enrich'`;
    expect(await one.here()).toMatchObject({ code: 0 });
    expect((await one.items())[0]).toBe('ready 1');
  });
});

test('a model’s word of one process is what another acts on', async () => {
  await one.setFates([odd, null]);
  const ask: Ask = async (prompt) => ({
    value: prompt.shape.parse({ errorClass: 'item_specific', reason: 'The flux of one item.' }),
    madeBy: { engine: 'gemini', model: 'm', task: 'diagnose', promptVersion: '1', shapeVersion: '1', inputSha256: 'i' },
    problems: [],
  });
  await makeDiagnoses({ sql: one.sql, log: pino({ level: 'silent' }), phase: 'enrich', ask }).look(new Error('The flux is inverted.'));
  expect(await one.here()).toMatchObject({ code: 0, finished: { done: 1, failed: 1 } });
  expect(await one.items()).toEqual(['failed 1', 'done 1']);
  expect(await one.sql`select decided_by, reason, seen from diagnoses`).toEqual([
    { decided_by: 'model', reason: 'The flux of one item.', seen: 1 },
  ]);
});

describe('a group', () => {
  test('that one item breaks is halved; that item fails alone, and it is one failure', async () => {
    await eight.setFates([null, null, { ...bug, wholeGroup: true }, ...times(13, null)]);
    const ended = await eight.here();
    expect(ended).toMatchObject({ code: 0, finished: { exit: 'done', done: 15, failed: 1 } });
    expect(ended.lines.filter(({ event }) => event === 'group halved')).toHaveLength(3);
    expect(await eight.actions()).toEqual([{ action: 'fail_item', errorClass: 'code_bug', items: 1 }]);
  });

  test('is halved although a model says that it passes: a guess uses up no tries of the others', async () => {
    await eight.setFates([{ ...odd, wholeGroup: true }, ...times(7, null)]);
    await eight.sql`
      insert into diagnoses (signature, example, error_class, decided_by) values ('Error: the flux is inverted.', 'x', 'transient', 'model')`;
    expect(await eight.here()).toMatchObject({ code: 0, finished: { done: 7, failed: 1 } });
    expect(await eight.actions()).toEqual([{ action: 'retry_later', errorClass: 'transient', items: 1 }]);
  });

  test('that fails as a whole of what passes is one failure; five of them are a row', async () => {
    const busy: Fate = { message: 'No.', status: 503, wholeGroup: true };
    await eight.setFates(times(32, busy));
    expect(await eight.here()).toMatchObject({ code: 0, finished: { exit: 'done', failed: 32 } });
    expect(await eight.actions()).toEqual([{ action: 'retry_later', errorClass: 'transient', items: 32 }]);
    await eight.setFates(times(48, busy));
    expect(await eight.here()).toMatchObject({ code: 75, finished: { claimed: 40, failed: 32, released: 8 } });
  });

  test('of which some succeed is no row, however many fail', async () => {
    await eight.setFates([...times(7, odd), null, ...times(7, odd), null]);
    expect(await eight.here()).toMatchObject({ code: 0, finished: { done: 2, failed: 14 } });
    expect(await eight.actions()).toEqual([{ action: 'retry_later', errorClass: 'item_specific', items: 14 }]);
  });

  test('of which none succeeds ends the run at the fifth', async () => {
    await eight.setFates(times(8, odd));
    expect(await eight.here()).toMatchObject({ code: 75, finished: { claimed: 8, failed: 4, released: 4 } });
  });
});

test('once the phase is being paused, what fails beside it, however it fails, is given back, and it is paused once', async () => {
  await one.setFates([]);
  const lines: { event?: string }[] = [];
  const log = pino({}, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const ask: Ask = () => Promise.reject(new Error('No model.'));
  const run = { runId: '00000000-0000-0000-0000-000000000001', phase: 'enrich' };
  const failurePolicy = makeFailurePolicy({ sql: one.sql, log }, run, { ask, maxAttempts: 3 });
  const [seen, other] = [await failurePolicy.look(new Error('It is odd.')), await failurePolicy.look(new Error('It is otherwise odd.'))];
  const weighed = await Promise.allSettled(
    [1, 2, 3, 4, 5, 6, 7].map((item) => failurePolicy.weigh([String(item)], item === 7 ? other : seen, false)),
  );
  expect(weighed.map(({ status }) => status)).toEqual([...Array(4).fill('fulfilled'), ...Array(3).fill('rejected')]);
  expect(new Set(weighed.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))).size).toBe(1);
  expect(lines.filter(({ event }) => event === 'escalated')).toHaveLength(1);
});

describe('the doctor’s own failure', () => {
  afterAll(() => one.sql`alter table doctors_away rename to doctor_actions`);

  test('fails no item and no run', async () => {
    await one.setFates([odd, null, odd]);
    await one.sql`alter table doctor_actions rename to doctors_away`;
    const ended = await one.here();
    expect(ended).toMatchObject({ code: 0, finished: { exit: 'done', done: 1, failed: 2 } });
    expect(lineOf(ended, 'actions not written')?.['error']).toMatch(/doctor_actions/);
  });
});
