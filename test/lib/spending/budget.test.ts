// The money of paid calls, on a real Postgres: no number of processes together passes a limit.
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { makeBudget, type Refusal, type Reservation, type SpendingLimits } from '../../../lib/spending/budget.js';
import { bundled } from '../../support/bundled.js';
import { makeDatabase } from '../../support/database.js';
import type { Scratch } from '../../support/scratch.js';
import { startScript } from '../../support/world.js';

let scratch: Scratch;
beforeAll(async () => {
  scratch = await makeDatabase({ connections: 10 });
});
afterEach(() => scratch.sql`truncate spending`);

/** From here on to the end of the test a statement that passes the limit fails. */
const within = (usd: number) => scratch.sql.unsafe(`alter table spending add constraint within check (usd <= ${usd})`);
afterEach(() => scratch.sql`alter table spending drop constraint if exists within`);

const limits: SpendingLimits = { phase: 'enrich', timeZone: 'Europe/Berlin', dailyLimitUsd: 1.4 };
const passed = (answers: readonly (Reservation | Refusal)[]) => answers.filter((answer): answer is Reservation => 'usd' in answer);
const reserved = async (answer: Promise<Reservation | Refusal>): Promise<Reservation> => {
  const got = await answer;
  if ('refused' in got) throw new Error(got.refused);
  return got;
};

interface Row {
  day: string;
  usd: string;
  reserved: string;
  by_phase: Record<string, number>;
}
const rows = () => scratch.sql<Row[]>`select day::text, usd, reserved, by_phase from spending order by day`;

test('of fifty calls at once exactly those pass that the limit has room for', async () => {
  await within(1.4);
  const budget = makeBudget(scratch.sql, limits);
  const answers = await Promise.all(Array.from({ length: 50 }, () => budget.reserve(0.07)));
  expect(passed(answers)).toHaveLength(20);
  expect(await rows()).toMatchObject([{ usd: '1.400000', reserved: '1.400000', by_phase: { enrich: 1.4 } }]);
});

test('of several processes too, and what they had set aside when they were killed stays counted', async () => {
  await within(1.4);
  const asked = { database: scratch.name, usd: 0.07, times: 25 };
  const processes = ['enrich', 'narrate', 'enrich'].map((phase) =>
    startScript(bundled('budget-process'), [JSON.stringify({ ...asked, limits: { ...limits, phase } })], { SNI_HOME: scratch.home }),
  );
  try {
    const said = await Promise.all(processes.map((running) => running.said('reserved')));
    expect(said.map(({ passed }) => Number(passed)).reduce((sum, count) => sum + count, 0)).toBe(20);
  } finally {
    for (const running of processes) running.process.kill('SIGKILL');
    await Promise.all(processes.map(({ ended }) => ended));
  }
  const [row] = await rows();
  expect(row).toMatchObject({ usd: '1.400000', reserved: '1.400000' });
  expect(Object.values(row?.by_phase ?? {}).reduce((sum, usd) => sum + usd, 0)).toBeCloseTo(1.4, 9);
  expect(await makeBudget(scratch.sql, limits).reserve(0.07)).toMatchObject({ roomOnceSettled: false });
});

test('settling gives back what the call did not cost, and the room is there for the next', async () => {
  const budget = makeBudget(scratch.sql, limits);
  for (let call = 0; call < 100; call++) await budget.settle(await reserved(budget.reserve(0.99)), 0.0041);
  expect(await rows()).toMatchObject([{ usd: '0.410000', reserved: '0.000000', by_phase: { enrich: 0.41 } }]);
  expect(await budget.reserve(1)).toHaveProperty('refused');
});

test('calls that end while others begin never bring the sum past the limit, and all that was set aside comes back', async () => {
  await within(1.4);
  const budgets = ['enrich', 'narrate', 'generate', 'enrich'].map((phase) => makeBudget(scratch.sql, { ...limits, phase }));
  const settled = await Promise.all(
    budgets.map(async (budget) => {
      let usd = 0;
      for (let call = 0; call < 60; call++) {
        const answers = passed(await Promise.all([budget.reserve(0.25), budget.reserve(0.31)]));
        await Promise.all(answers.map((reservation) => budget.settle(reservation, 0.001)));
        usd += answers.length * 0.001;
      }
      return usd;
    }),
  );
  const [row] = await rows();
  expect(Number(row?.usd)).toBeCloseTo(
    settled.reduce((sum, usd) => sum + usd, 0),
    6,
  );
  expect(row?.reserved).toBe('0.000000');
});

test('a call may cost more than was set aside: it is counted whole, and nothing more passes', async () => {
  const budget = makeBudget(scratch.sql, limits);
  await budget.settle(await reserved(budget.reserve(0.1)), 2);
  expect(await rows()).toMatchObject([{ usd: '2.000000', reserved: '0.000000' }]);
  expect(await budget.reserve(0.000001)).toHaveProperty('refused');
});

test('a reservation is settled once', async () => {
  const budget = makeBudget(scratch.sql, limits);
  const reservation = await reserved(budget.reserve(0.5));
  await budget.settle(reservation, 0.1);
  await expect(budget.settle(reservation, 0.1)).rejects.toThrow(/settled already/);
  expect(await rows()).toMatchObject([{ usd: '0.100000' }]);
});

describe('a phase with a limit of its own', () => {
  test('stops at it while the others go on to the limit of all', async () => {
    const enrich = makeBudget(scratch.sql, { ...limits, phaseLimitUsd: 0.5 });
    const narrate = makeBudget(scratch.sql, { ...limits, phase: 'narrate' });
    const answers = await Promise.all(Array.from({ length: 10 }, () => [enrich.reserve(0.1), narrate.reserve(0.1)]).flat());
    expect(passed(answers)).toHaveLength(14);
    const [row] = await rows();
    expect(row?.usd).toBe('1.400000');
    expect(row?.by_phase['enrich']).toBeLessThanOrEqual(0.5);
    const refused = await enrich.reserve(0.1);
    expect(refused).toMatchObject({ refused: expect.stringMatching(/all phases together has no room.*models\.daily_cost_limit/) });
  });

  test('is told which limit it is, what is used of it, and when it begins anew', async () => {
    const budget = makeBudget(scratch.sql, { ...limits, phaseLimitUsd: 0.5 });
    const reservation = await reserved(budget.reserve(0.45));
    const answer = (await budget.reserve(0.08)) as Refusal;
    expect(answer.refused).toMatch(
      /^The daily cost limit of enrich has no room for a call that may cost \$0\.08: \$0\.45 of \$0\.50 is used up \(\$0\.45 of all phases’ money is set aside for calls not yet settled\)\. It begins anew at \d{4}-\d\d-\d\d 00:00 \(Europe\/Berlin\); phases\.enrich\.daily_cost_limit in sni\.yaml sets it\.$/,
    );
    expect(answer.roomOnceSettled).toBe(true);
    expect(answer.untilMidnight.getTime() - Date.now()).toBeGreaterThan(0);
    expect(answer.untilMidnight.getTime() - Date.now()).toBeLessThanOrEqual(25 * 3600 * 1000);
    await budget.settle(reservation, 0.45);
    expect(await budget.reserve(0.08)).toMatchObject({ roomOnceSettled: false });
  });

  test('learns that a call fits no day', async () => {
    const budget = makeBudget(scratch.sql, { ...limits, phaseLimitUsd: 0.5 });
    expect(await budget.reserve(0.6)).toMatchObject({
      refused: expect.stringMatching(/on no day: raise phases\.enrich\.daily_cost_limit/),
    });
    expect(await rows()).toEqual([]);
  });
});

test('a limit of 0 lets nothing pass that costs', async () => {
  const budget = makeBudget(scratch.sql, { ...limits, dailyLimitUsd: 0 });
  expect(await budget.reserve(0.000001)).toHaveProperty('refused');
  expect(await budget.reserve(0)).toHaveProperty('usd', 0);
});

test('what is no amount is refused before the database is asked', async () => {
  const budget = makeBudget(scratch.sql, limits);
  for (const usd of [Number.NaN, -1, Number.POSITIVE_INFINITY]) await expect(budget.reserve(usd)).rejects.toThrow(RangeError);
});

describe('a day', () => {
  test('is that of the operator: two ends of the world never share one', async () => {
    const [east, west] = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'].map((timeZone) => makeBudget(scratch.sql, { ...limits, timeZone }));
    await Promise.all([east?.reserve(1), west?.reserve(1)]);
    expect((await rows()).map(({ usd }) => usd)).toEqual(['1.000000', '1.000000']);
  });

  test('that is over leaves the next its whole limit, and a call is counted on the day it began', async () => {
    const budget = makeBudget(scratch.sql, limits);
    const before = await reserved(budget.reserve(1));
    await scratch.sql`update spending set day = day - 1`;
    const [{ day = '' } = {}] = await rows();
    await reserved(budget.reserve(1.4));
    await budget.settle({ ...before, day }, 0.25);
    expect(await rows()).toMatchObject([
      { day, usd: '0.250000', reserved: '0.000000' },
      { day: before.day, usd: '1.400000', reserved: '1.400000' },
    ]);
  });

  test('that an operator empties while calls are under way counts what they cost', async () => {
    const budget = makeBudget(scratch.sql, limits);
    const [first, second] = [await reserved(budget.reserve(0.5)), await reserved(budget.reserve(0.5))];
    await scratch.sql`truncate spending`;
    await budget.settle(first, 0.2);
    expect(await rows()).toMatchObject([{ usd: '0.200000', reserved: '0.000000', by_phase: { enrich: 0.2 } }]);
    await budget.settle(second, 0.1);
    expect(await rows()).toMatchObject([{ usd: '0.300000', reserved: '0.000000', by_phase: { enrich: 0.3 } }]);
  });
});
