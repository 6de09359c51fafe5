import { describe, expect, test } from 'vitest';
import { claimSuspects, deadHolders, recover, suspectsUpTo } from '../../../lib/work/suspects.js';
import { claim, discover, type Lease, settle } from '../../../lib/work.js';
import { makeDatabase } from '../../support/database.js';

const { sql } = await makeDatabase();
const phase = 'filter';
const options = (limit: number, worker = 'a') => ({ worker, limit, leaseSeconds: 60 });
const take = (limit: number, worker?: string) => claim(sql, phase, options(limit, worker));
const takeSuspects = (limit: number, worker?: string) => claimSuspects(sql, phase, options(limit, worker));
const sorted = (lease: Lease | null) => lease?.itemIds.map(Number).sort((a, b) => a - b);
const die = async (mostDeaths = 5) => {
  await sql`update work set lease_expires_at = now() - interval '1 second' where state = 'leased'`;
  return recover(sql, phase, mostDeaths);
};

async function backlog(items: number): Promise<void> {
  await sql`truncate work`;
  await sql`insert into work (phase, item_id) select ${phase}, generate_series(1, ${items})`;
}

/** So many items that two workers died with. */
async function suspects(items: number): Promise<void> {
  await backlog(items);
  for (const _ of [1, 2]) {
    await take(items);
    await die();
  }
}

const rows = () => sql`select item_id::int as item, state, attempts, company, deaths from work order by item_id`;

describe('recover', () => {
  test('frees expired leases, gives back their tries, and leaves running ones alone', async () => {
    await backlog(2);
    await take(2);
    await sql`update work set lease_expires_at = now() - interval '1 second' where item_id = 1`;
    expect(await recover(sql, phase, 5)).toEqual({ freed: 1, quarantined: [] });
    expect(await rows()).toMatchObject([{ state: 'ready', attempts: 0 }, { state: 'leased' }]);
  });

  test('frees at once what named dead workers hold', async () => {
    await backlog(2);
    await take(1, 'dead');
    await take(1, 'alive');
    expect((await deadHolders(sql, phase, () => true)).sort()).toEqual(['alive', 'dead']);
    expect(await recover(sql, phase, 5, ['dead'])).toEqual({ freed: 1, quarantined: [] });
    expect(await deadHolders(sql, phase, () => true)).toEqual(['alive']);
  });

  test('lets what died once come again in its order; at the second death what a lease still held is suspected, in halves', async () => {
    await backlog(7);
    await take(7);
    await die();
    expect(new Set((await rows()).map(({ company, deaths }) => `${company} ${deaths}`))).toEqual(new Set(['null 1']));
    const lease = await take(7);
    if (!lease) throw new Error('Nothing was claimed.');
    await settle(sql, lease, { itemIds: ['1', '2'], version: 'v', written: sql`made as (select 1 where false)` });
    await die();
    expect((await rows()).map((row) => row['company'])).toEqual([null, null, 3, 3, 3, 3, 3]);
  });

  test('quarantines only what was suspected and alone as often as it may be, with a sentence', async () => {
    await suspects(1);
    await takeSuspects(5);
    expect(await die(2)).toEqual({ freed: 1, quarantined: [] });
    await takeSuspects(5);
    expect(await die(2)).toEqual({ freed: 0, quarantined: ['1'] });
    expect(await sql`select state, error_class, error from work`).toMatchObject([
      { state: 'failed', error_class: 'worker_died', error: expect.stringContaining('2 times') },
    ]);
  });

  test('keeps what an item failed by before its worker died', async () => {
    await backlog(1);
    await sql`update work set error = 'The server answered 503.', error_class = 'transient', error_signature = 's'`;
    await take(1);
    await die();
    expect(await sql`select error, error_class, error_signature from work`).toEqual([
      { error: 'The server answered 503.', error_class: 'transient', error_signature: 's' },
    ]);
  });

  test('by two at once counts a death once', async () => {
    await suspects(1);
    await takeSuspects(1);
    await sql`update work set lease_expires_at = now() - interval '1 second'`;
    const both = await Promise.all([recover(sql, phase, 5), recover(sql, phase, 5)]);
    expect(both.map(({ freed }) => freed).sort()).toEqual([0, 1]);
    expect(await rows()).toMatchObject([{ state: 'ready', deaths: 1, attempts: 0 }]);
  });
});

describe('suspects', () => {
  test('are not claimed with others, and are claimed in halves, the least suspected first', async () => {
    await suspects(6);
    await sql`insert into work (phase, item_id) values (${phase}, 7), (${phase}, 8)`;
    expect(await suspectsUpTo(sql, phase, 100)).toBe(6);
    expect(sorted(await take(8))).toEqual([7, 8]);
    expect(await take(8)).toBeNull();
    expect(sorted(await takeSuspects(8, 'b'))).toEqual([1, 2, 3]);
    await sql`update work set lease_expires_at = now() + interval '1 hour' where item_id in (7, 8)`;
    await sql`update work set lease_expires_at = now() - interval '1 second' where worker = 'b'`;
    await recover(sql, phase, 5);
    expect([sorted(await takeSuspects(8)), sorted(await takeSuspects(8)), sorted(await takeSuspects(8)), await takeSuspects(8)]).toEqual([
      [4, 5, 6],
      [1, 2],
      [3],
      null,
    ]);
  });

  test('that never killed alone come before those that did, and a claim takes no more than its limit', async () => {
    await suspects(3);
    await sql`update work set company = 1`;
    expect(sorted(await takeSuspects(1))).toEqual([1]);
    await die();
    expect([sorted(await takeSuspects(3)), sorted(await takeSuspects(3)), sorted(await takeSuspects(3))]).toEqual([[2], [3], [1]]);
  });

  test('that are done are suspected no more when the food names them again', async () => {
    await suspects(1);
    const lease = await takeSuspects(1);
    if (!lease) throw new Error('Nothing was claimed.');
    await settle(sql, lease, { itemIds: null, version: 'v', written: sql`made as (select 1 where false)` });
    await discover(sql, phase, sql`select 1::bigint as item_id, 0 as priority`);
    expect(await rows()).toMatchObject([{ state: 'ready', company: null, deaths: 0 }]);
  });
});
