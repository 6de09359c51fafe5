// What went wrong with feeds and items of the sample, in few sentences.
import type { Sql } from 'postgres';

export interface SampleTrouble {
  phase: string;
  items: number;
  error: string;
}

/** At most three, the one that hit most items first; none when every item is fine. */
export function readTroubles(sql: Sql): Promise<SampleTrouble[]> {
  return sql<SampleTrouble[]>`
    select phase, count(*)::float8 as items, error
    from (
      select phase, error from work where error is not null and state <> 'done'
      union all
      select 'ingest', url || ': ' || last_error from feeds where listed and last_error is not null
    ) t
    group by phase, error
    order by items desc, phase
    limit 3`;
}
