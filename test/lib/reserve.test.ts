// A connection of one's own, also where one must be opened for it.
import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { open } from '../../lib/app.js';
import { reserve } from '../../lib/reserve.js';
import { makeDatabase } from '../support/database.js';
import { doorConfig } from '../support/models/door.js';

const scratch = await makeDatabase();

test('three are had at once of a pool that has opened one, and the pool goes on', async () => {
  const app = await open(doorConfig(scratch, {}), pino({ level: 'silent' }), 'sni-test');
  onTestFinished(app.close);
  const { sql } = app;
  const sessions = await Promise.all([reserve(sql), reserve(sql), reserve(sql)]);
  const pids = await Promise.all(sessions.map(async (session) => (await session`select pg_backend_pid() as pid`)[0]?.['pid'] as number));
  expect(new Set(pids).size).toBe(3);
  for (const session of sessions) session.release();
  expect([...(await sql`select ${['a']}::text[] as words`)]).toEqual([{ words: ['a'] }]);
  expect(sql.options.fetch_types).toBe(false);
});
