// Observations as rows: claimed one by one, each settled in the one statement that also writes the discrepancy, so that what a model was
// paid for is written once and asked once, also after a kill.
import type { Sql } from 'postgres';
import { jsonb } from '../jsonb.js';
import type { Provenance } from '../llm/prompt.js';
import type { Difference, Lacking, Observation } from './put.js';

/** How long an observation is another's whose process cannot be seen to be dead. */
const claimSeconds = 900;
const mostTries = 3;

/** The next of the day that nobody has; null for none. `dead` are workers that surely live no more, `passed` what this run will not try again. */
export async function claimNext(
  sql: Sql,
  of: { day: string; me: string; dead: readonly string[]; passed: readonly string[] },
): Promise<Observation | null> {
  const [row] = await sql<Observation[]>`
    update observations o
    set claimed_by = ${of.me}, claimed_until = now() + make_interval(secs => ${claimSeconds}), tries = tries + 1
    where observation_id = (
      select observation_id from observations
      where state = 'ready' and day = ${of.day}::date and observation_id <> all(${of.passed}::bigint[])
        and (claimed_by is null or claimed_until < now() or claimed_by = any(${of.dead}))
      order by observation_id
      limit 1
      for update skip locked
    )
    returning observation_id::text as id, kind, subject, put`;
  return row ?? null;
}

/** Who has observations that are not judged yet. */
export async function claimers(sql: Sql): Promise<string[]> {
  const rows = await sql<{ worker: string }[]>`
    select distinct claimed_by as worker from observations where state = 'ready' and claimed_by is not null`;
  return rows.map(({ worker }) => worker);
}

/** False where it is no longer this worker's: another has it, and its answer counts. */
export async function settleJudged(
  sql: Sql,
  of: { id: string; me: string; madeBy: Provenance; difference: (Difference & { lacking: Lacking[] }) | null },
): Promise<boolean> {
  const { id, me, madeBy, difference } = of;
  const rows = await sql`
    with judged as (
      update observations
      set state = 'judged', agreed = ${difference === null}, made_by = ${jsonb(sql, madeBy)}, judged_at = now(), claimed_by = null, claimed_until = null
      where observation_id = ${id} and state = 'ready' and claimed_by = ${me}
      returning observation_id
    ), differs as (
      insert into discrepancies (observation_id, judged, why, lacking)
      select observation_id, ${difference?.judged ?? ''}, ${difference?.why ?? ''}, ${jsonb(sql, difference?.lacking ?? [])}
      from judged
      where ${difference !== null}
    )
    select from judged`;
  return rows.length > 0;
}

/** No answer can be used, now or later. */
export async function settleFailed(sql: Sql, { id, me, error }: { id: string; me: string; error: string }): Promise<void> {
  await sql`
    update observations
    set state = 'failed', error = ${error}, judged_at = now(), claimed_by = null, claimed_until = null
    where observation_id = ${id} and state = 'ready' and claimed_by = ${me}`;
}

/** Gives it back: the next run asks, three times at most; where it was not the question's fault the try is not counted. */
export async function giveBack(sql: Sql, of: { id: string; me: string; error: string; counted: boolean }): Promise<void> {
  const { id, me, error, counted } = of;
  await sql`
    update observations
    set claimed_by = null, claimed_until = null, tries = case when ${counted} then tries else tries - 1 end, error = ${error},
        state = case when ${counted} and tries >= ${mostTries} then 'failed' else 'ready' end
    where observation_id = ${id} and state = 'ready' and claimed_by = ${me}`;
}

export interface DayTally {
  kind: Observation['kind'];
  agreed: number;
  differs: number;
  failed: number;
  ready: number;
}

/** How the day's sample stands, by kind. */
export function tallyOf(sql: Sql, day: string): Promise<DayTally[]> {
  return sql<DayTally[]>`
    select kind, (count(*) filter (where state = 'judged' and agreed))::int as agreed,
      (count(*) filter (where state = 'judged' and not agreed))::int as differs,
      (count(*) filter (where state = 'failed'))::int as failed, (count(*) filter (where state = 'ready'))::int as ready
    from observations where day = ${day}::date group by kind order by min(observation_id)`;
}
