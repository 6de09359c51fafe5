// Writes the gate's decisions with their records and what was read of the titles kept, as part of the one statement that closes the work. A
// title that is decided already gets a reading where it has none; nothing else of it is changed.
import type { Fragment, Sql } from 'postgres';
import type { ItemId } from '../../lib/run.js';
import { textColumn } from '../../lib/text-column.js';
import type { GateRecord } from './gate.js';
import { idsOf } from './hit-ids.js';

/** The decision as the columns it is written as, its records as JSON: a fifth of what they take in memory until their group is settled. */
export interface Decision {
  /** Null where the title was kept before and is only read anew; all but `reading` is then without meaning. */
  status: GateRecord['decision'] | null;
  tier: GateRecord['tier'];
  score: number;
  /** Ids once each in order of appearance, with a tab between, which no id holds. */
  actors: string;
  mechanisms: string;
  /** JSON. */
  gate: string | null;
  reading: string | null;
}

/** Canonical actors and mechanisms once each, in order of appearance. `reading` as it is stored, in JSON; null for a title that is dropped. */
export function decisionOf(
  { decision, tier, score, actors, mechanisms, contexts, arithmetic, because }: GateRecord,
  version: string,
  reading: string | null,
): Decision {
  return {
    status: decision,
    tier,
    score,
    actors: idsOf(actors).join('\t'),
    mechanisms: idsOf(mechanisms).join('\t'),
    gate: JSON.stringify({ vocabulary: version, actors, mechanisms, contexts, arithmetic, because }),
    reading,
  };
}

/** As `decisionOf`, for a title that was kept before and is only read anew. */
export function readAnew(reading: string): Decision {
  return { status: null, tier: null, score: 0, actors: '', mechanisms: '', gate: null, reading };
}

/**
 * The CTEs after `closed (item_id)`; the last is `made`, the titles decided or read anew. Column by column: of one JSON of all rows each record would
 * be made twice.
 */
export function settleDecisions(sql: Sql, results: readonly { itemId: ItemId; result: Decision }[]): Fragment {
  const column = (of: (result: Decision) => string | null) =>
    textColumn(
      sql,
      results.map(({ result }) => of(result)),
    );
  const titleIds = textColumn(
    sql,
    results.map(({ itemId }) => itemId),
  );
  return sql`
    decisions as materialized (
      select r.title_id::bigint as title_id, r.status, r.strategic_tier::smallint as strategic_tier, r.gate_score::real as gate_score,
        string_to_array(r.actors, E'\\t') as actors, string_to_array(r.mechanisms, E'\\t') as mechanisms, r.gate::jsonb as gate,
        r.reading::jsonb as reading
      from unnest(
        ${titleIds}, ${column(({ status }) => status)}, ${column(({ tier }) => (tier === null ? null : String(tier)))},
        ${column(({ score }) => String(score))}, ${column(({ actors }) => actors)}, ${column(({ mechanisms }) => mechanisms)},
        ${column(({ gate }) => gate)}, ${column(({ reading }) => reading)}
      ) as r (title_id, status, strategic_tier, gate_score, actors, mechanisms, gate, reading)
      join closed on closed.item_id = r.title_id::bigint
    ), decided as (
      update titles t
      set status = r.status, strategic_tier = r.strategic_tier, gate_score = r.gate_score, gate = r.gate,
          actors = r.actors, mechanisms = r.mechanisms, reading = r.reading, gated_at = now()
      from decisions r
      where t.title_id = r.title_id and r.status is not null and t.status = 'pending'
      returning t.title_id
    ), read_anew as (
      update titles t
      set reading = r.reading
      from decisions r
      where t.title_id = r.title_id and r.status is null and t.status = 'gate_keep' and t.reading is null
      returning t.title_id
    ), made as (
      select title_id from decided union all select title_id from read_anew
    )`;
}
