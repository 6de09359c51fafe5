// How the driver reads and writes arrays. It asks each new pool of connections for the array types of the server; those of Postgres itself are
// the same everywhere, so that a process that opens many pools asks once.
import type { Sql } from 'postgres';

/** From this number on a type is one that somebody made, another in each database. https://www.postgresql.org/docs/current/system-catalog-initial-data.html */
const firstMade = 16_384;

let known: Pick<Sql['options'], 'parsers' | 'serializers'> | null = null;

/** Before its first query: the pool asks nothing where that is known already. */
export function giveArrayTypes(sql: Sql): void {
  if (known === null) return;
  Object.assign(sql.options.parsers, known.parsers);
  Object.assign(sql.options.serializers, known.serializers);
  sql.options.fetch_types = false;
}

/**
 * After its first query: the array types are known to all its connections, and to later pools. The driver would ask for them on each connection
 * anew, and a server that ends one under that question ends the process: nobody awaits the answer.
 */
export function keepArrayTypes(sql: Sql): void {
  sql.options.fetch_types = false;
  known ??= { parsers: ofPostgres(sql.options.parsers), serializers: ofPostgres(sql.options.serializers) };
}

function ofPostgres<T>(byType: Record<number, T>): Record<number, T> {
  return Object.fromEntries(Object.entries(byType).filter(([type]) => Number(type) < firstMade));
}
