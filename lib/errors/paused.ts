// Whether a phase is paused: by the doctor or an operator, for a while that is not over or until it is resumed.
import type { Fragment, Sql } from 'postgres';

/** A condition, true or false, over a row of `phases` in the statement it stands in. */
export function isPaused(sql: Sql): Fragment {
  return sql`(paused_at is not null and (paused_until is null or paused_until > now()))`;
}
