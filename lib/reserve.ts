// A connection of one's own for a while: what belongs to a session (a lock, its process) stays with it.
import type { ReservedSql, Sql } from 'postgres';

const waiting = new WeakMap<Sql, number>();

/**
 * To be released by whoever has it. Waits where all are in use. The driver never answers this where it has to open a connection for it and
 * asks for no array types on it; so it may ask while somebody waits.
 */
export async function reserve(sql: Sql): Promise<ReservedSql> {
  waiting.set(sql, (waiting.get(sql) ?? 0) + 1);
  sql.options.fetch_types = true;
  try {
    return await sql.reserve();
  } finally {
    const left = (waiting.get(sql) ?? 1) - 1;
    waiting.set(sql, left);
    if (left === 0) sql.options.fetch_types = false;
  }
}
