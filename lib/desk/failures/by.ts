// What failed, added up by class of error or by phase.
import type { Sql } from 'postgres';

export const addedUpBy = ['class', 'signature', 'phase'] as const;
export type AddedUpBy = (typeof addedUpBy)[number];

export interface FailedGroup {
  /** The class or the phase; "unknown" for items no doctor saw. */
  name: string;
  /** Quarantined. */
  failed: number;
  /** To be tried again. */
  waiting: number;
  /** Kinds of error among them. */
  kinds: number;
  nextAt: Date | null;
}

/** Those with most items first. */
export function readGroups(sql: Sql, by: Exclude<AddedUpBy, 'signature'>, only: string | null): Promise<FailedGroup[]> {
  return sql<FailedGroup[]>`
    select coalesce(case when ${by} = 'phase' then w.phase else coalesce(d.error_class, w.error_class) end, 'unknown') as name,
      count(*) filter (where w.state = 'failed')::float8 as failed, count(*) filter (where w.state = 'ready')::float8 as waiting,
      count(distinct coalesce(w.error_signature, w.error_class, ''))::float8 as kinds, min(w.not_before) filter (where w.state = 'ready') as "nextAt"
    from (
      select phase, state, error_signature, error_class, not_before from work where state = 'failed'
      union all
      select phase, state, error_signature, error_class, not_before from work where state = 'ready' and error is not null
    ) w
    left join diagnoses d on d.signature = w.error_signature
    where ${only}::text is null or w.phase = ${only}
    group by 1
    order by failed desc, waiting desc, name`;
}
