// What waits for stages of the operator's own, by their food; a food that cannot be read is told of and stops nothing else.
import type { Sql } from 'postgres';
import type { Stage } from '../../config/stages.js';
import { sentenceOf } from '../../errors/doctor.js';
import { unanswered } from '../../stage/food.js';
import { mostWaitingCounted, type Waiting } from './waiting.js';

interface OfStages {
  waiting: Map<string, Waiting>;
  /** A sentence for each whose food cannot be read. */
  troubles: string[];
}

/** Of all stages, or the one named. What is in the backlog already is not counted. */
export async function readStages(sql: Sql, stages: readonly Stage[], only: string | null): Promise<OfStages> {
  const found: OfStages = { waiting: new Map(), troubles: [] };
  for (const stage of stages.filter(({ name }) => only === null || name === only)) {
    try {
      const named = await unanswered(sql, stage, mostWaitingCounted + 1);
      const [row] = await sql<{ count: number }[]>`
        select count(*)::float8 as count from unnest(${named.map(({ itemId }) => itemId)}::bigint[]) as f (item_id)
        where not exists (select from work w where w.phase = ${stage.name} and w.item_id = f.item_id and w.state <> 'done')`;
      const count = row?.count ?? 0;
      found.waiting.set(stage.name, { count: Math.min(count, mostWaitingCounted), more: count > mostWaitingCounted });
    } catch (error) {
      found.troubles.push(sentenceOf(error));
    }
  }
  return found;
}
