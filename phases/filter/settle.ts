// Writes the gate's decisions with their records, as part of the one statement that closes the work. A title that is no longer pending is
// left as it is.
import type { Fragment, Sql } from 'postgres';
import type { ItemId } from '../../lib/run.js';
import type { GateRecord } from './gate.js';

/** A decision as the row it is written as, in JSON: a fifth of what the record takes in memory until its group is settled. */
export type DecisionJson = string;

/** The decision and its record; canonical actors and mechanisms once each, in order of appearance. */
export function jsonOf(
  itemId: ItemId,
  { decision, tier, score, actors, mechanisms, contexts, arithmetic }: GateRecord,
  version: string,
): DecisionJson {
  return JSON.stringify({
    title_id: itemId,
    status: decision,
    strategic_tier: tier,
    gate_score: score,
    actors: [...new Set(actors.map((hit) => hit.id))],
    mechanisms: [...new Set(mechanisms.map((hit) => hit.id))],
    gate: { vocabulary: version, actors, mechanisms, contexts, arithmetic },
  });
}

/** The CTE after `closed (item_id)`: `made`, the titles decided. By way of text, because the driver would encode a string for jsonb once more. */
export function settleDecisions(sql: Sql, results: readonly { result: DecisionJson }[]): Fragment {
  return sql`
    made as (
      update titles t
      set status = r.status, strategic_tier = r.strategic_tier, gate_score = r.gate_score, gate = r.gate,
          actors = r.actors, mechanisms = r.mechanisms, gated_at = now()
      from jsonb_to_recordset(${`[${results.map(({ result }) => result).join(',')}]`}::text::jsonb) as r (
        title_id bigint, status text, strategic_tier smallint, gate_score real, actors text[], mechanisms text[], gate jsonb)
      join closed on closed.item_id = r.title_id
      where t.title_id = r.title_id and t.status = 'pending'
      returning t.title_id
    )`;
}
