// What a run writes down of how fast it goes.
import { beforeEach, expect, test } from 'vitest';
import { forgetPaces, keepPace } from '../../../lib/run/pace.js';
import { makeDatabase } from '../../support/database.js';

const { sql } = await makeDatabase();
const sums = () => sql`select sum(done)::int as done, sum(failed)::int as failed, sum(cardinality(seconds))::int as samples from paces`;
beforeEach(() => sql`truncate paces`);

test('what two runs finish adds up, and nothing is written twice', async () => {
  const [one, other] = [keepPace('filter'), keepPace('filter')];
  one.settled(250, 0.4);
  one.failed(2);
  other.settled(10, 3);
  await one.write(sql);
  await other.write(sql);
  await one.write(sql);
  expect(await sums()).toEqual([{ done: 260, failed: 2, samples: 2 }]);
});

test('what could not be written is written the next time', async () => {
  const pace = keepPace('no such phase');
  pace.settled(5, 1);
  await expect(pace.write(sql)).rejects.toThrow();
  pace.settled(6, 1);
  await sql`insert into phases (name, position) values ('no such phase', 99)`;
  await pace.write(sql);
  expect(await sums()).toEqual([{ done: 11, failed: 0, samples: 2 }]);
});

test('a busy minute keeps some samples, not all', async () => {
  const pace = keepPace('filter');
  for (let round = 0; round < 10; round++) {
    for (let settle = 0; settle < 100; settle++) pace.settled(1, settle);
    await pace.write(sql);
  }
  const [{ done, samples } = { done: 0, samples: 0 }] = await sums();
  expect(done).toBe(1000);
  expect(samples).toBeLessThanOrEqual(120);
});

test('what is older than a week is let go of', async () => {
  await sql`insert into paces (phase, minute, done) values ('filter', now() - interval '9 days', 1), ('filter', now() - interval '1 day', 2), ('enrich', now() - interval '9 days', 4)`;
  await forgetPaces(sql, 'filter');
  expect(await sums()).toMatchObject([{ done: 6 }]);
});
