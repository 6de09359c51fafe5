// Writes families' strategic contexts, as parts of the one statement that closes the work. A family that has other titles by then, or is
// no longer `seed`, is left as it is.
import type { Fragment, Sql } from 'postgres';
import { jsonb } from '../../lib/jsonb.js';
import type { ItemId } from '../../lib/run.js';
import type { StoredAct } from './acts.js';
import type { Comparable } from './comparables.js';
import type { Course } from './courses.js';
import type { Dispute } from './disputed/answers.js';
import type { Importance } from './importance.js';
import type { Magnitude } from './magnitudes.js';
import type { Omission } from './omissions.js';
import type { Enrichment } from './prompt.js';

/** A role, the headlines that show it, and on what it stands. */
export type BasedRole = Enrichment['canonical_actors'][number] & { cites: string[]; basis: string };

/** One family's strategic context as its columns name it. */
export interface Enriched extends Omit<Enrichment, 'context' | 'canonical_actors'> {
  canonical_actors: BasedRole[];
  ef_id: ItemId;
  /** The titles it was made of: a family that has others by now is not written. */
  title_set: string;
  context: string;
  magnitudes: Magnitude[];
  acts: StoredAct[];
  figures: Course[];
  disputed: Dispute[];
  omissions: Omission[];
  importance: number;
  importance_why: Importance['why'];
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
          acts = r.acts, figures = r.figures, disputed = r.disputed, omissions = r.omissions, importance = r.importance,
          importance_why = r.importance_why, official_sources = r.official_sources, why_strategic = case when not is_marked_wrong(ef.ef_id, 'why_strategic', r.why_strategic) then r.why_strategic end, comparables = r.comparables, tags = r.tags,
          context = case when not is_marked_wrong(ef.ef_id, 'context', r.context) then r.context end, enriched_by = r.enriched_by, enriched_title_set = r.title_set, enriched_at = now()
      from jsonb_to_recordset(${jsonb(sql, rows)}) as r (
        ef_id bigint, title_set text, canonical_actors jsonb, policy_status text, magnitudes jsonb, acts jsonb, figures jsonb, disputed jsonb,
        omissions jsonb, importance smallint, importance_why jsonb, official_sources text[],
        why_strategic text, comparables jsonb, tags text[], context text, enriched_by jsonb
      )
      join closed on closed.item_id = r.ef_id
      where ef.ef_id = r.ef_id and ef.status = 'seed' and ef.title_set = r.title_set
      returning ef.ef_id
    )`;
}
