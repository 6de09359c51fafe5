// The rows of `turns`: one for each process that has the turn or waits for it. One statement each, fenced by the row's id: a process whose
// row was deleted changes nothing. Only Postgres's now() counts.
import type { Sql } from 'postgres';
import type { ProcessAhead } from '../../llm/conductor/turn/ahead.js';

/** Who asks, and for which lane. `phase` is null for the desk. */
export interface LaneAsker {
  lane: string;
  worker: string;
  phase: string | null;
}

/** A row before another: its process is ahead of the asker's. */
export interface RowAhead extends ProcessAhead {
  turnId: string;
}

/** Into the line; at once to its head where nobody stands in it. */
export async function enterLine(sql: Sql, { lane, worker, phase }: LaneAsker): Promise<{ turnId: string; taken: boolean }> {
  const [first] = await sql<{ turnId: string; taken: boolean }[]>`
    insert into turns (lane, worker, phase, taken_at)
    select ${lane}::text, ${worker}::text, ${phase}::text, case when not exists (select from turns where lane = ${lane}) then now() end
    on conflict do nothing
    returning turn_id as "turnId", taken_at is not null as taken`;
  if (first) return first;
  // Another came at the same moment and has it.
  const [next] = await sql<[{ turnId: string }]>`
    insert into turns (lane, worker, phase) values (${lane}, ${worker}, ${phase}) returning turn_id as "turnId"`;
  return { turnId: next.turnId, taken: false };
}

/** Who stands before the row, the holder first; null where the row is gone. */
export async function readAhead(sql: Sql, turnId: string): Promise<RowAhead[] | null> {
  const rows = await sql<RowAhead[]>`
    select turn_id as "turnId", worker, phase, taken_at is not null as holds, coalesce(taken_at, asked_at) as since,
      extract(epoch from now() - seen_at)::float8 as "silentSeconds",
      extract(epoch from now() - greatest(asked_at, taken_at, answered_at))::float8 as "idleSeconds"
    from turns
    where lane = (select lane from turns where turn_id = ${turnId})
    order by taken_at is null, turn_id`;
  const mine = rows.findIndex((row) => row.turnId === turnId);
  return mine < 0 ? null : rows.slice(0, mine);
}

/** False where another has it, or the row is gone. */
export async function take(sql: Sql, turnId: string): Promise<boolean> {
  try {
    const rows = await sql`update turns set taken_at = now(), seen_at = now() where turn_id = ${turnId} returning 1`;
    return rows.count === 1;
  } catch (error) {
    // One row of a lane may hold: the index of the table says so, whatever two processes read at the same moment.
    if (error instanceof Error && 'constraint_name' in error && error.constraint_name === 'turns_holder') return false;
    throw error;
  }
}

/** Says that its process lives, and whether it was answered since the last time; false where the row is gone. Does not wait for the disk. */
export async function beat(sql: Sql, turnId: string, answered: boolean): Promise<boolean> {
  const rows = await sql`
    update turns set seen_at = now(), answered_at = case when ${answered} then now() else answered_at end
    where turn_id = ${turnId} and set_config('synchronous_commit', 'off', true) = 'off'
    returning 1`;
  return rows.count === 1;
}

/** Frees the turn or the place of a process that is surely dead, or of which nothing was heard for `leaseSeconds` up to now. */
export async function deleteGone(sql: Sql, turnId: string, dead: boolean, leaseSeconds: number): Promise<void> {
  await sql`
    delete from turns
    where turn_id = ${turnId} and (${dead} or seen_at < now() - make_interval(secs => ${leaseSeconds}))`;
}

/** It has or wants nothing any more. */
export async function leave(sql: Sql, turnId: string): Promise<void> {
  await sql`delete from turns where turn_id = ${turnId}`;
}
