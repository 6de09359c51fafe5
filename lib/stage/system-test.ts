// The stage by which an installation tests itself: echo, sleep, and a row created, read, updated and deleted, on one connection or on a
// held one. What was done is the receipt, which `sni verify` asks for.
import { setTimeout as sleep } from 'node:timers/promises';
import type { JSONValue, Sql } from 'postgres';
import type { PhaseName } from '../config/phases.js';
import { systemTest } from '../config/stages.js';
import { reserve } from '../reserve.js';
import { alone, type Phase } from '../run.js';
import type { ItemId } from '../work.js';

interface Test {
  itemId: ItemId;
  kind: 'echo' | 'sleep' | 'crud' | 'held_crud';
  input: { text?: string; ms?: number };
}

type Receipt = Record<string, JSONValue>;

export const systemTests: Phase<Test, Receipt> = {
  name: systemTest as PhaseName,
  madeBy: () => ['system test 1'],

  food: (sql) => sql`select test_id as item_id, 0 as priority from system_tests where receipt is null`,

  load: (itemIds, { sql }) => sql<Test[]>`
    select test_id as "itemId", kind, input from system_tests
    where test_id = any(${itemIds as string[]}::bigint[]) and receipt is null`,

  work: (tests, { sql, signal }) =>
    Promise.all(tests.map(async (test) => ({ itemId: test.itemId, ...(await alone(signal, () => done(test, sql, signal))) }))),

  settle: (sql, results) => sql`
    made as (
      update system_tests t set receipt = r.receipt
      from jsonb_to_recordset(${sql.json(results.map(({ itemId, result }) => ({ id: itemId, receipt: result })))}) as r (id bigint, receipt jsonb)
      join closed on closed.item_id = r.id
      where t.test_id = r.id
      returning t.test_id
    )`,
};

async function done(test: Test, sql: Sql, signal: AbortSignal): Promise<Receipt> {
  const startedAt = performance.now();
  const receipt = await does[test.kind](test, sql, signal);
  return { ...receipt, ms: Math.round(performance.now() - startedAt) };
}

const does: Record<Test['kind'], (test: Test, sql: Sql, signal: AbortSignal) => Promise<Receipt>> = {
  echo: async ({ input }) => ({ said: input.text ?? '' }),
  sleep: async ({ input }, _sql, signal) => {
    await sleep(input.ms ?? 0, undefined, { signal });
    return { slept: input.ms ?? 0 };
  },
  crud: ({ itemId }, sql) => crud(itemId, sql),
  held_crud: async ({ itemId }, sql) => {
    const held = await reserve(sql);
    try {
      const [before] = await held<{ pid: number }[]>`select pg_backend_pid() as pid`;
      const receipt = await crud(itemId, held);
      const [after] = await held<{ pid: number }[]>`select pg_backend_pid() as pid`;
      if (before?.pid !== after?.pid) throw new Error('The held connection was another one at its end.');
      return { ...receipt, held: true };
    } finally {
      held.release();
    }
  },
};

/** What a test that died half-way left is deleted first. */
async function crud(testId: ItemId, sql: Sql): Promise<Receipt> {
  await sql`delete from system_test_rows where test_id = ${testId}`;
  const [created] = await sql<{ row_id: string }[]>`
    insert into system_test_rows (test_id, said) values (${testId}, 'created') returning row_id`;
  const [read] = await sql`select from system_test_rows where row_id = ${created?.row_id ?? null} and said = 'created'`;
  const updated = await sql`update system_test_rows set said = 'updated' where row_id = ${created?.row_id ?? null} and said = 'created'`;
  const deleted = await sql`delete from system_test_rows where row_id = ${created?.row_id ?? null} and said = 'updated'`;
  const receipt = { created: created !== undefined, read: read !== undefined, updated: updated.count === 1, deleted: deleted.count === 1 };
  if (Object.values(receipt).includes(false))
    throw new Error(`The row was not created, read, updated and deleted: ${JSON.stringify(receipt)}.`);
  return receipt;
}
