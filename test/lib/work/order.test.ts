import { beforeEach, expect, test } from 'vitest';
import { claimsBefore } from '../../../lib/work/order.js';
import { claim, type Lease, release } from '../../../lib/work.js';
import { makeDatabase } from '../../support/database.js';

const { sql } = await makeDatabase();
const take = async (phase = 'generate'): Promise<Lease> => {
  const lease = await claim(sql, phase, { worker: 'a', limit: 2, leaseSeconds: 60 });
  if (lease === null) throw new Error('Nothing was claimed.');
  return lease;
};

beforeEach(async () => {
  await sql`truncate work`;
  // The priority decides before the id.
  await sql`insert into work (phase, item_id, priority) select phase, id, 10 - id from unnest('{generate,filter}'::text[]) phase, generate_series(1, 6) id`;
});

test('a claim comes behind those that hold items of a lower priority, until they are given back', async () => {
  const [first, second, third] = [await take(), await take(), await take()];
  expect(first.itemIds.sort()).toEqual(['5', '6']);
  expect(await claimsBefore(sql, first)).toEqual([]);
  expect(await claimsBefore(sql, second)).toEqual([first.token]);
  expect((await claimsBefore(sql, third)).sort()).toEqual([first.token, second.token].sort());
  await release(sql, first);
  expect(await claimsBefore(sql, second)).toEqual([]);
});

test('claims of another phase, and those that ran out, are before nothing', async () => {
  const [first, second] = [await take(), await take()];
  await take('filter');
  await sql`update work set lease_expires_at = now() - interval '1 second' where lease_token = ${first.token}`;
  expect(await claimsBefore(sql, second)).toEqual([]);
});
