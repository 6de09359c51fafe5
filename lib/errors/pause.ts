// Pauses that the doctor gives a phase, each written in one statement with the action that tells of it. An operator's pause is never
// shortened, and two processes that see the same trouble pause once.
import type { Sql } from 'postgres';
import type { DiagnosedError } from './diagnoses.js';
import { isPaused } from './paused.js';

/** The first pause; doubles with each, until a run has ended well. */
const firstPauseSeconds = 15 * 60;
const longestPauseSeconds = 6 * 3600;
/** A time that an error names is believed no further than this: a day's quota comes back within one. */
const furthestSeconds = 24 * 3600;
/** Runs in a row that a mistake in the code has ended before a human is called: a deployment under way may end one. */
const runsInARow = 3;

interface Patient {
  runId: string;
  phase: string;
}

/** The phase is paused; the message says what, where and what to do. The run ends with exit code 75. */
export class PhasePaused extends Error {
  override name = 'PhasePaused';
  readonly exitCode = 75;
  constructor(
    message: string,
    /** Null: until an operator resumes it. */
    readonly until: Date | null,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Pauses for a while that grows with each pause. Where the phase is paused already, that pause stays. Returns its end. */
export async function pauseForAWhile(sql: Sql, of: Patient, seen: DiagnosedError, items: number, reason: string): Promise<Date | null> {
  const rows = await sql<{ until: Date | null }[]>`
    with rung as (
      select count(*) as pauses
      from doctor_actions
      where phase = ${of.phase} and action = 'pause_phase' and error_class <> 'temporal'
        and at > coalesce((
          select max(finished_at) from runs where phase = ${of.phase} and exit in ('done', 'stopped') and done > 0
        ), '-infinity')
    ), paused as (
      update phases
      set paused_at = now(), pause_reason = ${reason},
          paused_until = now() + make_interval(secs => least(${longestPauseSeconds}, ${firstPauseSeconds} * power(2, least(rung.pauses, 20))))
      from rung
      where name = ${of.phase} and not ${isPaused(sql)}
      returning paused_until
    ), noted as (
      insert into doctor_actions (run_id, phase, signature, error_class, action, items, sentence)
      select ${of.runId}, ${of.phase}, ${seen.signature}, 'systemic', 'pause_phase', ${items}, ${reason} from paused
      on conflict (run_id, signature, action) do nothing
    )
    select paused_until as until from paused`;
  return rows[0] ? rows[0].until : standingPause(sql, of.phase);
}

/** Pauses until then, at most a day ahead; a longer pause stays. Returns its end. */
export async function pauseUntil(sql: Sql, of: Patient, seen: DiagnosedError, until: Date, reason: string): Promise<Date | null> {
  const rows = await sql<{ until: Date | null }[]>`
    with paused as (
      update phases
      set paused_at = now(), pause_reason = ${reason},
          paused_until = least(${until.toISOString()}::timestamptz, now() + make_interval(secs => ${furthestSeconds}))
      where name = ${of.phase} and (paused_at is null or paused_until < ${until.toISOString()}::timestamptz)
      returning paused_until
    ), noted as (
      insert into doctor_actions (run_id, phase, signature, error_class, action, sentence)
      select ${of.runId}, ${of.phase}, ${seen.signature}, 'temporal', 'pause_phase', ${reason} from paused
      on conflict (run_id, signature, action) do nothing
    )
    select paused_until as until from paused`;
  return rows[0] ? rows[0].until : standingPause(sql, of.phase);
}

/** Pauses until an operator resumes the phase. */
export async function callHuman(
  sql: Sql,
  of: Patient,
  seen: Pick<DiagnosedError, 'signature' | 'errorClass'>,
  items: number,
  reason: string,
): Promise<void> {
  await sql`
    with paused as (
      update phases
      set paused_at = now(), pause_reason = ${reason}, paused_until = null
      where name = ${of.phase} and (paused_at is null or paused_until is not null)
      returning name
    )
    insert into doctor_actions (run_id, phase, signature, error_class, action, items, sentence)
    select ${of.runId}, name, ${seen.signature}, ${seen.errorClass}, 'call_human', ${items}, ${reason} from paused
    on conflict (run_id, signature, action) do nothing`;
}

/** Whether the runs before this one, since the last that got something done, were ended by the same error often enough to call a human. */
export async function isLastStraw(sql: Sql, of: Patient, signature: string): Promise<boolean> {
  const rows = await sql<{ runs: number }[]>`
    select count(distinct run_id)::int as runs
    from doctor_actions
    where phase = ${of.phase} and signature = ${signature} and action = 'end_run' and run_id <> ${of.runId}
      and at > coalesce((select max(finished_at) from runs where phase = ${of.phase} and done > 0), '-infinity')`;
  return (rows[0]?.runs ?? 0) >= runsInARow - 1;
}

async function standingPause(sql: Sql, phase: string): Promise<Date | null> {
  const rows = await sql<{ until: Date | null }[]>`select paused_until as until from phases where name = ${phase}`;
  return rows[0]?.until ?? null;
}
