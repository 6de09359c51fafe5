// Claims of a serial phase go one behind the other; who waits for an earlier one uses the time.
import { beforeEach, expect, test } from 'vitest';
import { waitForEarlier } from '../../../../lib/run/group/in-order.js';
import { claim, type Lease, release } from '../../../../lib/work.js';
import { makeDatabase } from '../../../support/database.js';

const { sql } = await makeDatabase();
const signal = new AbortController().signal;
const take = async (): Promise<Lease> => {
  const lease = await claim(sql, 'generate', { worker: 'a', limit: 2, leaseSeconds: 60 });
  if (lease === null) throw new Error('Nothing was claimed.');
  return lease;
};

beforeEach(async () => {
  await sql`truncate work`;
  await sql`insert into work (phase, item_id) select 'generate', id from generate_series(1, 4) id`;
});

test('the first claim waits for none and reads nothing ahead', async () => {
  const first = await take();
  await take();
  await waitForEarlier(sql, first, signal, () => Promise.reject(new Error('There was nothing to wait for.')));
});

test('a later one reads ahead once, and goes on when the earlier has ended', async () => {
  const [first, second] = [await take(), await take()];
  const done: string[] = [];
  const waiting = waitForEarlier(sql, second, signal, async () => done.push('read ahead')).then(() => done.push('went on'));
  await expect.poll(() => done).toEqual(['read ahead']);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(done).toEqual(['read ahead']);
  await release(sql, first);
  await waiting;
  expect(done).toEqual(['read ahead', 'went on']);
});

test('what fails in reading ahead is told to who waits', async () => {
  await take();
  const second = await take();
  await expect(waitForEarlier(sql, second, signal, () => Promise.reject(new Error('No titles.')))).rejects.toThrow('No titles.');
});
