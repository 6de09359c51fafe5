// A value as a jsonb parameter of a statement. The driver's own `sql.json` takes only types that the compiler knows to be JSON, which no
// interface ever is; what is written here is read back by a list of columns and their types, and Postgres holds it to that.
import type { Fragment, Sql } from 'postgres';

/**
 * Takes what JSON.stringify takes: a Date becomes its ISO text, what is undefined is left out. By way of text, because the driver would
 * encode a string for jsonb once more.
 */
export function jsonb(sql: Sql, value: object): Fragment {
  return sql`${JSON.stringify(value)}::text::jsonb`;
}
