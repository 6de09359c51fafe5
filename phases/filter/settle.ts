// Writes the gate's decisions with their records and what was read of the titles kept, as part of the one statement that closes the work. A
// title that is decided already gets a reading where it has none; nothing else of it is changed.
import type { Fragment, Sql } from 'postgres';
import type { ItemId } from '../../lib/run.js';
import type { GateRecord } from './gate.js';
import { idsOf } from './hit-ids.js';

/** The decision as the row it is written as, in JSON: a fifth of what the record takes in memory until its group is settled. */
export type DecisionJson = string;

/** Canonical actors and mechanisms once each, in order of appearance. `reading` as it is stored, in JSON; null for a title that is dropped. */
export function jsonOf(
  itemId: ItemId,
  { decision, tier, score, actors, mechanisms, contexts, arithmetic, because }: GateRecord,
  version: string,
  reading: string | null,
): DecisionJson {
  const row = {
    title_id: itemId,
    status: decision,
    strategic_tier: tier,
    gate_score: score,
    actors: idsOf(actors),
    mechanisms: idsOf(mechanisms),
    gate: { vocabulary: version, actors, mechanisms, contexts, arithmetic, because },
  };
  return withReading(JSON.stringify(row), reading);
}

/** As `jsonOf`, for a title that was kept before and is only read anew. */
export function readAnewJson(itemId: ItemId, reading: string): DecisionJson {
  return withReading(JSON.stringify({ title_id: itemId }), reading);
}

/** A reading is text already, and is not made again. */
function withReading(row: string, reading: string | null): DecisionJson {
  return `${row.slice(0, -1)},"reading":${reading}}`;
}

/**
 * The CTEs after `closed (item_id)`; the last is `made`, the titles decided or read anew. By way of text, because the driver would encode a
 * string for jsonb once more.
 */
export function settleDecisions(sql: Sql, results: readonly { result: DecisionJson }[]): Fragment {
  return sql`
    decisions as materialized (
      select r.*
      from jsonb_to_recordset(${`[${results.map(({ result }) => result).join(',')}]`}::text::jsonb) as r (
        title_id bigint, status text, strategic_tier smallint, gate_score real, actors text[], mechanisms text[], gate jsonb, reading jsonb)
      join closed on closed.item_id = r.title_id
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
