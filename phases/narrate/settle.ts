// Writes families' narratives in place of the older ones, as parts of the one statement that closes the work. A family that has other
// titles by then, or is no longer `active`, is left as it is.
import type { Fragment, Sql } from 'postgres';
import { jsonb } from '../../lib/jsonb.js';
import type { ItemId } from '../../lib/run.js';
import type { Narrative } from './offline.js';

/** One narrative as its columns name it. */
export interface NarrativeRow extends Omit<Narrative, 'uses'> {
  position: number;
  /** Display names, in the order of their headlines. */
  outlets: string[];
  /** Share of the family's titles, 0 to 1. */
  prevalence: number;
}

export interface Narrated {
  ef_id: ItemId;
  /** The titles it was made of: a family that has others by now is not written. */
  title_set: string;
  narrated_by: object;
  narratives: NarrativeRow[];
}

/**
 * The CTEs after `closed (item_id)`; the last is `made`, the narratives written. What was told of other titles, or by another maker, is kept
 * in `earlier_narratives` for 90 days. A narrative keeps its row, and its id, by its position; what
 * the new telling no longer has is deleted. Deleting all and inserting anew would meet the unique (ef_id, position), because parts of one
 * statement do not see each other's changes.
 */
export function settleNarratives(sql: Sql, results: readonly { result: Narrated }[]): Fragment {
  const rows = results.map(({ result }) => result);
  return sql`
    told as (
      update event_families ef
      set narrated_by = r.narrated_by, narrated_title_set = r.title_set, narrated_at = now()
      from jsonb_to_recordset(${jsonb(sql, rows)}) as r (
        ef_id bigint, title_set text, narrated_by jsonb, narratives jsonb
      )
      join closed on closed.item_id = r.ef_id
      where ef.ef_id = r.ef_id and ef.status = 'active' and ef.title_set = r.title_set
      returning ef.ef_id, r.title_set, r.narrated_by, r.narratives
    ), kept as (
      insert into earlier_narratives (ef_id, position, narrative)
      select n.ef_id, n.position, to_jsonb(n)
      from framed_narratives n
      join told using (ef_id)
      where n.title_set <> told.title_set or n.made_by <> told.narrated_by
    ), forgotten as (
      delete from earlier_narratives e
      using told
      where e.ef_id = told.ef_id and e.told_until < now() - interval '90 days'
    ), gone as (
      delete from framed_narratives n
      using told
      where n.ef_id = told.ef_id and n.position > jsonb_array_length(told.narratives)
    ), made as (
      insert into framed_narratives (
        ef_id, position, title, thesis, statements, framing, lexicon, outlets, prevalence, evidence, why_different, title_set, made_by
      )
      select told.ef_id, n.position, n.title, n.thesis, n.statements, n.framing, n.lexicon, n.outlets, n.prevalence, n.evidence, n.why_different,
             told.title_set, told.narrated_by
      from told
      cross join lateral jsonb_to_recordset(told.narratives) as n (
        position smallint, title text, thesis text, statements jsonb, framing jsonb, lexicon jsonb, outlets text[], prevalence real, evidence jsonb,
        why_different text
      )
      where not is_marked_wrong(told.ef_id, 'thesis', n.thesis)
      on conflict (ef_id, position) do update
      set title = excluded.title, thesis = excluded.thesis, statements = excluded.statements, framing = excluded.framing, lexicon = excluded.lexicon,
          outlets = excluded.outlets, prevalence = excluded.prevalence, evidence = excluded.evidence,
          why_different = excluded.why_different, title_set = excluded.title_set, made_by = excluded.made_by, made_at = now()
      returning narrative_id
    )`;
}
