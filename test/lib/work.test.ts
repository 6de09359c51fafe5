import { describe, expect, test } from 'vitest';
import { recover } from '../../lib/work/suspects.js';
import { claim, discover, extend, fail, release, settle } from '../../lib/work.js';
import { makeDatabase } from '../support/database.js';

const { sql } = await makeDatabase({ connections: 8 });
const phase = 'filter';
const take = (limit: number, worker = 'a') => claim(sql, phase, { worker, limit, leaseSeconds: 60 });
const nothing = () => sql`made as (select 1 where false)`;
const close = (lease: NonNullable<Awaited<ReturnType<typeof take>>>, itemIds: string[] | null = null) =>
  settle(sql, lease, { itemIds, version: 'v1', written: nothing() });

async function backlog(...items: { id: number; priority?: number }[]): Promise<void> {
  await sql`truncate work`;
  for (const { id, priority } of items) await sql`insert into work (phase, item_id, priority) values (${phase}, ${id}, ${priority ?? 0})`;
}

async function rowOf(itemId: number) {
  const [row] = await sql`select * from work where phase = ${phase} and item_id = ${itemId}`;
  if (!row) throw new Error(`No work row for ${itemId}.`);
  return row;
}

async function held(items: number) {
  await backlog(...Array.from({ length: items }, (_, index) => ({ id: index + 1 })));
  const lease = await take(items);
  if (!lease) throw new Error('Nothing was claimed.');
  return lease;
}

describe('discover', () => {
  const food = (...ids: number[]) => sql`select unnest(${ids}::bigint[]) as item_id, 3 as priority`;

  test('adds what is not there, with its priority, and leaves alone what waits, is held or has failed', async () => {
    await backlog({ id: 1 }, { id: 2 });
    await take(1);
    expect(await discover(sql, phase, food(1, 2, 3))).toEqual({ found: 1, isCut: false });
    expect(await rowOf(3)).toMatchObject({ state: 'ready', priority: 3, attempts: 0 });
    expect((await rowOf(1))['state']).toBe('leased');
    expect(await discover(sql, phase, food(1, 2, 3))).toEqual({ found: 0, isCut: false });
    expect(await discover(sql, phase, food(4, 5), 2)).toEqual({ found: 2, isCut: true });
  });

  test('reopens a done item that the food names again, with fresh attempts', async () => {
    const lease = await held(1);
    await close(lease);
    expect(await discover(sql, phase, food(1))).toMatchObject({ found: 1 });
    expect(await rowOf(1)).toMatchObject({ state: 'ready', attempts: 0, finished_at: null });
  });

  test('does not reopen an item that another worker settles while the food is read', async () => {
    const lease = await held(1);
    const settling = await sql.reserve();
    await settling`begin`;
    await settle(settling, lease, { itemIds: null, version: 'v1', written: nothing() });
    const discovering = discover(sql, phase, sql`select 1::bigint as item_id, 0 as priority from pg_sleep(0.5)`);
    const asleep = () => sql`
      select from pg_stat_activity
      where datname = current_database() and query like '%pg_sleep(0.5)%' and wait_event = 'PgSleep'`;
    while ((await asleep()).count === 0);
    await settling`commit`;
    settling.release();
    expect(await discovering).toMatchObject({ found: 0 });
    expect((await rowOf(1))['state']).toBe('done');
  });

  test('two that discover at once add each item once', async () => {
    await backlog();
    const found = await Promise.all([discover(sql, phase, food(1, 2, 3)), discover(sql, phase, food(1, 2, 3))]);
    expect(found[0].found + found[1].found).toBe(3);
  });
});

describe('claim', () => {
  test('takes the lowest priority first, then the oldest, and counts the attempt', async () => {
    await backlog({ id: 1, priority: 2 }, { id: 2, priority: 1 }, { id: 3, priority: 1 });
    expect((await take(2))?.itemIds.sort()).toEqual(['2', '3']);
    expect((await rowOf(2))['attempts']).toBe(1);
  });

  test('gives null when nothing is ready, and leaves what must wait', async () => {
    await backlog({ id: 1 });
    await sql`update work set not_before = now() + interval '1 minute'`;
    expect(await take(5)).toBeNull();
  });

  test('gives no item to two workers', async () => {
    await backlog(...Array.from({ length: 200 }, (_, index) => ({ id: index + 1 })));
    const leases = await Promise.all(Array.from({ length: 8 }, (_, index) => take(25, `w${index}`)));
    const items = leases.flatMap((lease) => lease?.itemIds ?? []);
    expect(items.length).toBe(200);
    expect(new Set(items).size).toBe(200);
  });
});

describe('settle', () => {
  test('writes the output and closes the rows together', async () => {
    const lease = await held(2);
    await sql`create table if not exists output (item_id bigint)`;
    const written = sql`made as (insert into output select item_id from closed returning 1)`;
    expect(await settle(sql, lease, { itemIds: ['1'], version: 'v1', written })).toEqual({ closed: 1, made: 1, superseded: false });
    expect(await rowOf(1)).toMatchObject({ state: 'done', version: 'v1', lease_token: null });
    expect((await rowOf(2))['state']).toBe('leased');
  });

  test('by a worker that lost its lease changes nothing, whoever has the item now', async () => {
    const lease = await held(1);
    await sql`update work set lease_expires_at = now() - interval '1 second'`;
    await recover(sql, phase, 5);
    const now = await take(1, 'b');
    await sql`create table if not exists output (item_id bigint)`;
    await sql`truncate output`;
    const written = sql`made as (insert into output select item_id from closed returning 1)`;
    expect(await settle(sql, lease, { itemIds: null, version: 'stale', written })).toMatchObject({ closed: 0, made: 0 });
    expect(await rowOf(1)).toMatchObject({ state: 'leased', lease_token: now?.token, worker: 'b' });
    expect(await sql`select * from output`).toHaveLength(0);
  });

  test('that waits for the row while the lease is taken away closes nothing', async () => {
    const lease = await held(1);
    const thief = await sql.reserve();
    await thief`begin`;
    await thief`update work set lease_token = gen_random_uuid(), worker = 'thief'`;
    let ended = false;
    const settling = close(lease).finally(() => {
      ended = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(ended).toBe(false);
    await thief`commit`;
    thief.release();
    expect((await settling).closed).toBe(0);
    expect((await rowOf(1))['worker']).toBe('thief');
  });

  test('based on a revision that has passed changes nothing and says so', async () => {
    await sql`update phases set revision = 7 where name = ${phase}`;
    const lease = await held(1);
    const settleOn = (basedOn: string) => settle(sql, lease, { itemIds: null, version: 'v1', written: nothing(), basedOn });
    expect(await settleOn('6')).toMatchObject({ closed: 0, superseded: true });
    expect((await rowOf(1))['state']).toBe('leased');
    expect(await settleOn('7')).toMatchObject({ closed: 1, superseded: false });
  });

  test('whose backend is killed in the middle leaves nothing half-done', async () => {
    const lease = await held(3);
    await sql`create table if not exists output (item_id bigint)`;
    await sql`truncate output`;
    const written = sql`made as (insert into output select item_id from closed, pg_sleep(5) returning 1)`;
    const settling = settle(sql, lease, { itemIds: null, version: 'v1', written });
    const killing = sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and query like '%pg_sleep(5)%' and state = 'active'`;
    await expect(Promise.all([settling, new Promise((resolve) => setTimeout(resolve, 300)).then(() => killing)])).rejects.toThrow();
    expect(await sql`select * from output`).toHaveLength(0);
    expect((await sql`select from work where state = 'leased' and lease_token = ${lease.token}`).length).toBe(3);
    expect((await close(lease)).closed).toBe(3);
  });
});

describe('fail', () => {
  const failure = { errorClass: 'transient', error: 'The server answered 503.', retry: true };

  test('makes the item wait with a growing, jittered backoff, and quarantines it when its attempts are used up', async () => {
    const lease = await held(1);
    expect(await fail(sql, lease, ['1'], failure, 2)).toEqual({ failed: 0, retried: 1 });
    const [first] = await sql`select extract(epoch from not_before - now())::float8 as wait, state, error, lease_token from work`;
    expect(first).toMatchObject({ state: 'ready', error: failure.error, lease_token: null });
    expect(first?.['wait']).toBeGreaterThan(20);
    expect(first?.['wait']).toBeLessThan(40);
    await sql`update work set not_before = now()`;
    const again = await take(1);
    if (!again) throw new Error('The item was not claimed again.');
    expect(await fail(sql, again, ['1'], failure, 2)).toEqual({ failed: 1, retried: 0 });
    expect(await rowOf(1)).toMatchObject({ state: 'failed', attempts: 2, error_class: 'transient' });
  });

  test('quarantines at once what a retry cannot help, and nothing of a lost lease', async () => {
    const lease = await held(2);
    await sql`update work set lease_token = gen_random_uuid() where item_id = 2`;
    expect(await fail(sql, lease, ['1', '2'], { ...failure, retry: false }, 5)).toEqual({ failed: 1, retried: 0 });
    expect((await rowOf(2))['state']).toBe('leased');
  });
});

test('extend prolongs what the token holds and says how many items that is', async () => {
  const lease = await held(2);
  await sql`update work set lease_expires_at = now()`;
  expect(await extend(sql, lease, 60)).toBe(2);
  await sql`update work set lease_token = gen_random_uuid() where item_id = 1`;
  expect(await extend(sql, lease, 60)).toBe(1);
  expect((await sql`select from work where lease_expires_at > now()`).length).toBe(2);
});

test('release gives back what is held without counting the attempt', async () => {
  const lease = await held(2);
  expect(await release(sql, lease)).toBe(2);
  expect(await rowOf(1)).toMatchObject({ state: 'ready', attempts: 0, worker: null });
});
