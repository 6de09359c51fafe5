// The ledger of model calls on a real Postgres: every call is written once, whatever it carries and however long the database is away.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { type LedgerEntry, makeLedger, spentToday } from '../../../lib/spending/ledger.js';
import { makeDatabase } from '../../support/database.js';
import type { Scratch } from '../../support/scratch.js';

let scratch: Scratch;
beforeAll(async () => {
  scratch = await makeDatabase();
});
afterEach(() => scratch.sql`truncate model_calls`);

const of = { runId: randomUUID(), phase: 'enrich' };
const call = (changes: Partial<LedgerEntry> = {}): LedgerEntry => ({
  madeBy: { engine: 'gemini', model: 'm', task: 'enrich', promptVersion: '1', shapeVersion: '2', inputSha256: 'abc' },
  outcome: 'answered',
  problems: [],
  tokensIn: 10,
  tokensOut: 5,
  costUsd: 0.5,
  latencyMs: 900,
  ...changes,
});
const written = async () => (await scratch.sql`select * from model_calls order by task`) as Record<string, unknown>[];
/** A database that is away: each statement fails. */
const gone = Object.assign(() => Promise.reject(new Error('gone')), { json: (value: unknown) => value }) as unknown as Scratch['sql'];

test('all that is told of a call is written, under its own id', async () => {
  const ledger = makeLedger();
  const callId = randomUUID();
  const told = { tokensCached: 4, tokensThinking: 7, loadMs: 1200, waitedMs: 34, error: 'It was cut.', raw: '{"facts": [' };
  expect(ledger.record(call({ callId, outcome: 'refused', problems: [{ field: 'facts', reason: 'none' }], ...told }))).toBe(callId);
  expect(await ledger.write(scratch.sql, of)).toBe(0);
  expect(await written()).toMatchObject([
    {
      call_id: callId,
      run_id: of.runId,
      phase: 'enrich',
      engine: 'gemini',
      outcome: 'refused',
      problems: [{ field: 'facts', reason: 'none' }],
      tokens_in: 10,
      tokens_cached: 4,
      tokens_out: 5,
      tokens_thinking: 7,
      cost_usd: '0.500000',
      latency_ms: 900,
      load_ms: 1200,
      waited_ms: 34,
      error: 'It was cut.',
      raw: '{"facts": [',
    },
  ]);
});

test('what is left out is none: no raw answer, no error, no cached tokens', async () => {
  const ledger = makeLedger();
  ledger.record(call());
  await ledger.write(scratch.sql, of);
  expect(await written()).toMatchObject([{ tokens_cached: 0, tokens_thinking: 0, load_ms: 0, waited_ms: 0, error: null, raw: null }]);
});

test('text and numbers that Postgres refuses are made such that it takes them, and do not keep back the others', async () => {
  const ledger = makeLedger();
  const half = '\ud83d';
  ledger.record(
    call({
      raw: `a\u0000b${half}c${'x'.repeat(200_000)}`,
      error: `no${half}\u0000ne`,
      problems: [{ field: '\u0000', reason: half }],
      tokensIn: 1e12,
      tokensOut: Number.NaN,
      tokensThinking: -3,
      costUsd: Number.POSITIVE_INFINITY,
    }),
  );
  ledger.record(call({ madeBy: { ...call().madeBy, task: 'narrate' } }));
  await ledger.write(scratch.sql, of);
  const [first, second] = await written();
  expect(first).toMatchObject({
    error: 'none',
    tokens_in: 2_147_483_647,
    tokens_out: 0,
    tokens_thinking: 0,
    problems: [{ field: '', reason: '' }],
  });
  expect(String(first?.['raw']).slice(0, 4)).toBe('abcx');
  expect(String(first?.['raw']).length).toBeLessThanOrEqual(100_000);
  expect(second).toMatchObject({ task: 'narrate', tokens_in: 10 });
});

test('a raw answer that is cut inside a character loses the half', async () => {
  const ledger = makeLedger();
  ledger.record(call({ raw: `${'x'.repeat(99_999)}😀` }));
  await ledger.write(scratch.sql, of);
  expect(String((await written())[0]?.['raw'])).toBe('x'.repeat(99_999));
});

test('what could not be written waits for the next time, and what had arrived is not written twice', async () => {
  const ledger = makeLedger();
  const callId = randomUUID();
  ledger.record(call({ callId }));
  await expect(ledger.write(gone, of)).rejects.toThrow('gone');
  ledger.record(call());
  await expect(ledger.write(gone, of)).rejects.toThrow('gone');
  await scratch.sql`
    insert into model_calls (call_id, task, engine, model, prompt_version, shape_version, input_sha256, outcome, latency_ms)
    values (${callId}, 'arrived', 'gemini', 'm', '1', '2', 'abc', 'answered', 1)`;
  expect(await ledger.write(scratch.sql, of)).toBe(0);
  expect((await written()).map(({ task }) => task)).toEqual(['arrived', 'enrich']);
  await ledger.write(scratch.sql, of);
  expect(await written()).toHaveLength(2);
});

test('a database that is away for long costs the oldest calls, and it is told how many', async () => {
  const ledger = makeLedger();
  for (let made = 0; made < 10_300; made++) ledger.record(call({ madeBy: { ...call().madeBy, task: String(made).padStart(5, '0') } }));
  await expect(ledger.write(gone, of)).rejects.toThrow('gone');
  expect(await ledger.write(scratch.sql, of)).toBe(300);
  expect(await ledger.write(scratch.sql, of)).toBe(0);
  const tasks = (await written()).map(({ task }) => task);
  expect([tasks.length, tasks[0], tasks.at(-1)]).toEqual([10_000, '00300', '10299']);
});

test('raw answers that wait are bounded too: the older calls are written without theirs', async () => {
  const ledger = makeLedger();
  for (let made = 0; made < 250; made++)
    ledger.record(call({ madeBy: { ...call().madeBy, task: String(made).padStart(5, '0') }, raw: 'y'.repeat(100_000) }));
  await expect(ledger.write(gone, of)).rejects.toThrow('gone');
  await ledger.write(scratch.sql, of);
  const kept = (await written()).map(({ raw }) => raw !== null);
  expect(kept.filter(Boolean)).toHaveLength(200);
  expect(kept.at(-1)).toBe(true);
});

test('a call counts at the time it ended, not when the database came back', async () => {
  const ledger = makeLedger();
  ledger.record(call());
  await new Promise((resolve) => setTimeout(resolve, 300));
  await ledger.write(scratch.sql, of);
  const [row] = await scratch.sql<{ age: number }[]>`select extract(epoch from now() - at)::float8 as age from model_calls`;
  expect(row?.age).toBeGreaterThan(0.29);
});

test('spent today is what the phases spent since midnight', async () => {
  const ledger = makeLedger();
  ledger.record(call());
  ledger.record(call({ costUsd: 0.25 }));
  await ledger.write(scratch.sql, of);
  await ledger.write(scratch.sql, { ...of, phase: 'narrate' });
  await scratch.sql`update model_calls set at = at - interval '2 days' where cost_usd = 0.25`;
  expect(await spentToday(scratch.sql, 'UTC')).toEqual(new Map([['enrich', 0.5]]));
});
