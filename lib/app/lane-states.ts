// How lanes stand, over all processes: what one learned the hard way (a rate limit, a quota used up), the next need not learn again.
import type { Sql } from 'postgres';
import type { LaneState } from '../llm/conductor/lane/troubles.js';

/** A lane that some process was told to leave alone until then; in the past where it only failed, or the pause is over. */
interface Pause {
  engine: string;
  /** '' for all models of the server. */
  model: string;
  until: Date;
  reason: string;
}

/** Lanes and models that some process has paused or found down, with when that ends. Empty where all is well. */
export async function readPauses(sql: Sql): Promise<Pause[]> {
  return sql<Pause[]>`
    select engine, model, coalesce(case when state = 'paused' then paused_until end, changed_at) as until,
      coalesce(reason, 'no reason given') as reason
    from lanes
    where state <> 'closed'`;
}

/** Writes how a lane stands now over what was known of it. */
export async function writeLaneState(sql: Sql, { engine, model, state, until, reason }: LaneState): Promise<void> {
  await sql`
    insert into lanes (engine, model, state, paused_until, reason)
    values (${engine}, ${model}, ${state}, ${until?.toISOString() ?? null}, ${reason})
    on conflict (engine, model) do update
    set state = excluded.state, paused_until = excluded.paused_until, reason = excluded.reason, changed_at = now()`;
}

/** What waits and is under way at one lane, in one process. */
interface Load {
  engine: string;
  waiting: number;
  underWay: number;
  atOnce: number;
}

/** Writes what waits and is under way into the run's row; nothing where the run has ended. */
export async function writeLoads(sql: Sql, runId: string, loads: readonly Load[]): Promise<void> {
  await sql`update runs set lanes = ${sql.json(loads.map((load) => ({ ...load })))} where run_id = ${runId} and finished_at is null`;
}
