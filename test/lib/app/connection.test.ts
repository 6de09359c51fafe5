// What a process asks of its database before it asks for itself.
import pino from 'pino';
import { expect, inject, onTestFinished, test } from 'vitest';
import { open } from '../../../lib/app.js';
import { ensureRunning } from '../../../lib/db/embedded.js';
import { makeDatabase } from '../../support/database.js';
import { startEndingProxy } from '../../support/ending-proxy.js';
import { doorConfig } from '../../support/models/door.js';
import { makeScratch, template } from '../../support/scratch.js';

const scratch = await makeDatabase();

test('arrays go in and come out, though only the first pool of a process asks the server for the types of arrays', async () => {
  let asked = 0;
  const proxy = await startEndingProxy(await ensureRunning({ home: inject('home') }), scratch.name, (sent) => {
    if (sent.includes('pg_catalog.pg_type')) asked++;
    return false;
  });
  onTestFinished(proxy.close);
  const config = doorConfig(scratch, {}, {}, { DATABASE_URL: proxy.url });
  const times = ['2026-03-10T08:00:00.000Z', '2026-03-11T08:00:00.000Z'];
  const throughOne = async () => {
    const app = await open(config, pino({ level: 'silent' }), 'sni-test');
    const { sql } = app;
    const rows = sql`
      select ${['a "b", c', '{}', 'ж']}::text[] as words, ${[1, 2]}::int[] as numbers, array[true, false] as flags,
        ${times}::timestamptz[] as times, ${[[1, 2], [3, 4]]}::int[][] as square, ${[]}::bigint[] as none`;
    return [...(await rows.finally(app.close))];
  };
  const first = await throughOne();
  expect(first).toEqual([
    {
      words: ['a "b", c', '{}', 'ж'],
      numbers: [1, 2],
      flags: [true, false],
      times: times.map((time) => new Date(time)),
      square: [
        [1, 2],
        [3, 4],
      ],
      none: [],
    },
  ]);
  asked = 0;
  expect(await throughOne()).toEqual(first);
  expect(asked).toBe(0);
});

test('a pool of the tests lends a connection for itself, also after another pool has learned the types: the driver never gives one out that asks nothing', async () => {
  const app = await open(doorConfig(scratch, {}), pino({ level: 'silent' }), 'sni-test');
  await app.close();
  const { sql, drop } = await makeScratch({ home: scratch.home, source: template });
  onTestFinished(drop);
  const held = await sql.reserve();
  expect([...(await held`select 1 as one`.finally(held.release))]).toEqual([{ one: 1 }]);
});
