// Writes families' strategic contexts, as parts of the one statement that closes the work. A family that has other titles by then, or is
// no longer `seed`, is left as it is.
import type { Fragment, Sql } from 'postgres';
import { jsonb } from '../../lib/jsonb.js';
import type { ItemId } from '../../lib/run.js';
import type { Comparable } from './family.js';
import type { Magnitude } from './magnitudes.js';
import type { Enrichment } from './prompt.js';

/** One family's strategic context as its columns name it. */
export interface Enriched extends Omit<Enrichment, 'context'> {
  ef_id: ItemId;
  /** The titles it was made of: a family that has others by now is not written. */
  title_set: string;
  context: string;
  magnitudes: Magnitude[];
  official_sources: string[];
  comparables: Comparable[];
  enriched_by: object;
}

/** The CTE after `closed (item_id)`: `made`, the families that are active now. */
export function settleContexts(sql: Sql, results: readonly { result: Enriched }[]): Fragment {
  const rows = results.map(({ result }) => result);
  return sql`
    made as (
      update event_families ef
      set status = 'active', canonical_actors = r.canonical_actors, policy_status = r.policy_status, magnitudes = r.magnitudes,
          official_sources = r.official_sources, why_strategic = r.why_strategic, comparables = r.comparables, tags = r.tags,
          context = r.context, enriched_by = r.enriched_by, enriched_title_set = r.title_set, enriched_at = now()
      from jsonb_to_recordset(${jsonb(sql, rows)}) as r (
        ef_id bigint, title_set text, canonical_actors jsonb, policy_status text, magnitudes jsonb, official_sources text[],
        why_strategic text, comparables jsonb, tags text[], context text, enriched_by jsonb
      )
      join closed on closed.item_id = r.ef_id
      where ef.ef_id = r.ef_id and ef.status = 'seed' and ef.title_set = r.title_set
      returning ef.ef_id
    )`;
}
