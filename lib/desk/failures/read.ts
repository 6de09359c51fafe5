// What failed, by phase and signature, and what was done about it. Only items that are failed or ready are read, never the many that are
// done.
import type { Sql } from 'postgres';
import type { PhaseName } from '../../config/phases.js';
import { isPaused } from '../../errors/paused.js';

export interface Failure {
  phase: PhaseName;
  /** Null for items no doctor saw: their worker died. */
  signature: string | null;
  /** Eight characters that name the signature in commands. */
  key: string | null;
  errorClass: string | null;
  decidedBy: string | null;
  /** In general words, what it is. */
  reason: string | null;
  /** Quarantined: nobody tries them again by himself. */
  failed: number;
  /** Failed at least once and will be tried again. */
  waiting: number;
  nextAt: Date | null;
  /** What one of them said, and which it is. */
  sentence: string;
  itemId: string;
  lastAt: Date | null;
  action: string | null;
}

interface ActionTaken {
  at: Date;
  phase: string | null;
  action: string;
  errorClass: string;
  items: number;
  sentence: string;
}

export interface Failures {
  /** The database's time. */
  at: Date;
  /** Those with most items first, at most as many as wanted. */
  failures: Failure[];
  /** How many there are beyond those. */
  more: number;
  /** The latest first. */
  actions: ActionTaken[];
  paused: { phase: string; until: Date | null; reason: string }[];
  /** Feeds that could not be read the last time, of which their own command tells. */
  feedsFailing: number;
}

/** Of actions, shown beside the failures. */
const latestActions = 8;

/** Of one phase, or of all where `only` is null; at most `limit` kinds of error, those with most items first. */
export async function readFailures(sql: Sql, only: string | null, limit: number): Promise<Failures> {
  const [found, actions, paused, feeds] = await Promise.all([
    readGroups(sql, only, limit),
    sql<ActionTaken[]>`
      select at, coalesce(phase, 'observe') as phase, action, error_class as "errorClass", items, sentence
      from doctor_actions
      where ${only}::text is null or phase = ${only}
      order by at desc, action_id desc
      limit ${latestActions}`,
    sql<Failures['paused']>`
      select name as phase, paused_until as until, coalesce(pause_reason, 'no reason given') as reason
      from phases
      where ${isPaused(sql)} and (${only}::text is null or name = ${only})
      order by position`,
    sql<{ at: Date; failing: number }[]>`
      select now() as at, count(*)::int as failing from feeds where listed and last_error is not null`,
  ]);
  const groups = found.map(({ groups: _, ...failure }) => failure);
  const { at = new Date(), failing = 0 } = feeds[0] ?? {};
  return {
    at,
    failures: groups,
    more: (found[0]?.groups ?? 0) - groups.length,
    actions,
    paused,
    feedsFailing: only === null || only === 'ingest' ? failing : 0,
  };
}

function readGroups(sql: Sql, only: string | null, limit: number): Promise<(Failure & { groups: number })[]> {
  return sql<(Failure & { groups: number })[]>`
    with troubled as (
      select phase, item_id, state, error_signature, error_class, error, not_before
      from work where state = 'failed' and (${only}::text is null or phase = ${only})
      union all
      select phase, item_id, state, error_signature, error_class, error, not_before
      from work where state = 'ready' and error is not null and (${only}::text is null or phase = ${only})
    ), groups as (
      select phase, error_signature as signature, count(*) filter (where state = 'failed')::int as failed,
        count(*) filter (where state = 'ready')::int as waiting, min(not_before) filter (where state = 'ready') as next_at,
        (array_agg(error_class order by not_before desc))[1] as error_class,
        (array_agg(error order by not_before desc))[1] as sentence,
        (array_agg(item_id order by not_before desc))[1] as item_id
      from troubled
      group by phase, error_signature, case when error_signature is null then error_class end
    )
    select g.phase, g.signature, left(encode(sha256(convert_to(g.signature, 'UTF8')), 'hex'), 8) as key,
      coalesce(d.error_class, g.error_class) as "errorClass", d.decided_by as "decidedBy", d.reason,
      g.failed, g.waiting, g.next_at as "nextAt", coalesce(g.sentence, '') as sentence, g.item_id as "itemId",
      coalesce(a.at, d.last_at) as "lastAt", a.action, count(*) over ()::int as groups
    from groups g
    left join diagnoses d on d.signature = g.signature
    left join lateral (
      select a.at, a.action from doctor_actions a
      where a.phase = g.phase and a.signature = g.signature
      order by a.at desc, a.action_id desc
      limit 1
    ) a on true
    order by g.failed desc, g.waiting desc, g.phase, g.signature
    limit ${limit}`;
}

/** The whole signature for what an operator typed, itself or its key; null where no such error is known. */
export async function signatureNamed(sql: Sql, typed: string): Promise<string | null> {
  const rows = await sql<{ signature: string }[]>`
    select signature
    from (
      select signature from diagnoses
      union
      select error_signature from work where state in ('failed', 'ready') and error_signature is not null
    ) s
    where signature = ${typed} or left(encode(sha256(convert_to(signature, 'UTF8')), 'hex'), 8) = lower(${typed})
    limit 1`;
  return rows[0]?.signature ?? null;
}
