// One quick start at a time in a database: a second waits for the first and then finds nothing new. The lock is one of a session, so
// Postgres frees it when its holder ends or dies.
import type { Sql } from 'postgres';
import { reserve } from '../../reserve.js';

/** Any two numbers no other lock of the database has: "SNI" and the quick start's. */
const key = { sni: 0x534e49, quickstart: 2 };

/** Does `work` when no other quick start is under way; `waits` is called once where one is. */
export async function underLock<T>(sql: Sql, waits: () => void, work: () => Promise<T>): Promise<T> {
  const session = await reserve(sql);
  try {
    const [taken] = await session<{ now: boolean }[]>`
      select pg_try_advisory_lock(${key.sni}::integer, ${key.quickstart}::integer) as now`;
    if (!taken?.now) {
      waits();
      await session`set statement_timeout = 0`;
      await session`select pg_advisory_lock(${key.sni}::integer, ${key.quickstart}::integer)`;
    }
    return await work();
  } finally {
    session.release();
  }
}
