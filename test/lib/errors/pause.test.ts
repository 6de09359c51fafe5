import { beforeEach, expect, test } from 'vitest';
import type { DiagnosedError } from '../../../lib/errors/diagnoses.js';
import { callHuman, pauseForAWhile, pauseUntil } from '../../../lib/errors/pause.js';
import { makeDatabase } from '../../support/database.js';

const { sql } = await makeDatabase({ connections: 6 });
const run = (last: number) => ({ runId: `00000000-0000-0000-0000-00000000000${last}`, phase: 'enrich' });
const seen: DiagnosedError = {
  signature: 'Odd',
  sentence: 'It is odd.',
  errorClass: 'item_specific',
  decidedBy: 'default',
  retry: true,
  scope: 'item',
  known: false,
  why: '',
};
const hours = (count: number) => new Date(Date.now() + count * 3600_000);

beforeEach(async () => {
  await sql`truncate doctor_actions`;
  await sql`update phases set paused_at = null, paused_until = null, pause_reason = null`;
});
const pause = async () =>
  (await sql`select paused_at is not null as paused, paused_until as until, pause_reason as reason from phases where name = 'enrich'`)[0];

test('two processes that see the same trouble pause once', async () => {
  const ends = await Promise.all([1, 2, 3].map((last) => pauseForAWhile(sql, run(last), seen, 5, `by ${last}`)));
  expect(new Set(ends.map(String)).size).toBe(1);
  expect(await sql`select from doctor_actions`).toHaveLength(1);
});

test('an operator’s pause without end is not given one', async () => {
  await sql`update phases set paused_at = now(), pause_reason = 'the models are being moved' where name = 'enrich'`;
  expect(await pauseForAWhile(sql, run(1), seen, 5, 'x')).toBeNull();
  expect(await pauseUntil(sql, run(1), seen, hours(1), 'x')).toBeNull();
  await callHuman(sql, run(1), seen, 3, 'x');
  expect(await pause()).toEqual({ paused: true, until: null, reason: 'the models are being moved' });
  expect(await sql`select from doctor_actions`).toHaveLength(0);
});

test('a pause is made longer, never shorter; a human ends what needs one', async () => {
  const long = await pauseUntil(sql, run(1), seen, hours(5), 'long');
  expect(await pauseUntil(sql, run(2), seen, hours(1), 'short')).toEqual(long);
  expect(await pauseForAWhile(sql, run(2), seen, 5, 'short')).toEqual(long);
  expect(await pause()).toMatchObject({ until: long, reason: 'long' });
  expect((await pauseUntil(sql, run(3), seen, hours(6), 'longer'))?.getTime()).toBeGreaterThan(long?.getTime() ?? 0);
  await callHuman(sql, run(4), seen, 3, 'a human');
  expect(await pause()).toEqual({ paused: true, until: null, reason: 'a human' });
});

test('a time that an error names is believed for a day', async () => {
  const until = await pauseUntil(sql, run(1), seen, hours(24 * 365), 'x');
  expect(Math.round(((until?.getTime() ?? 0) - Date.now()) / 3600_000)).toBe(24);
});

test('a pause until a time makes the next pause for a while no longer', async () => {
  await pauseUntil(sql, run(1), seen, hours(1), 'x');
  await sql`update phases set paused_until = now() where name = 'enrich'`;
  const until = await pauseForAWhile(sql, run(2), seen, 5, 'x');
  expect(Math.round(((until?.getTime() ?? 0) - Date.now()) / 60_000)).toBe(15);
});
