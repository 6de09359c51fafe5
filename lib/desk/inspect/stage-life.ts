// The whole life of an item of a stage of the operator's own: when it was found, worked and answered, what was answered, and what operators did.
import type { Sql } from 'postgres';
import { type Happening, type Life, readItemStages } from './life.js';

/** Null where the stage has nothing of it, in its backlog or among its answers. */
export async function readStageLife(sql: Sql, stage: string, id: string): Promise<Life | null> {
  const [happenings, stages, answers] = await Promise.all([
    ofItem(sql, stage, id),
    readItemStages(sql, [stage], id),
    sql<{ answer: unknown }[]>`select answer from stage_answers where stage = ${stage} and item_id = ${id}`,
  ]);
  const [answered] = answers;
  const [work] = stages;
  if (!work && !answered) return null;
  const title = answered ? JSON.stringify(answered.answer) : 'not answered yet';
  return { id: `${stage}:${id}`, title, status: work?.state ?? 'done', happenings: [...happenings], stages, calls: [], costUsd: 0 };
}

function ofItem(sql: Sql, stage: string, id: string): Promise<Happening[]> {
  return sql<Happening[]>`
    select at, what, said, by_whom as "byWhom"
    from (
      select w.discovered_at as at, 'found' as what, '' as said, '' as by_whom from work w where w.phase = ${stage} and w.item_id = ${id}
      union all select w.finished_at, case w.state when 'failed' then 'set aside' else 'worked' end, coalesce(w.error, ''), coalesce(w.worker, '')
        from work w where w.phase = ${stage} and w.item_id = ${id} and w.finished_at is not null
      union all select a.made_at, 'answered', a.answer::text, coalesce(a.made_by ->> 'model', a.made_by -> 'command' ->> 0, '')
        from stage_answers a where a.stage = ${stage} and a.item_id = ${id}
      union all select d.at, 'dispatched', d.manifest, '' from dispatched d where d.phase = ${stage} and d.item_id = ${id}
      union all select g.at, g.act, g.why, g.by_whom from operator_log g where g.phase = ${stage} and g.item_ids @> array[${id}::bigint]
    ) happened
    order by at, what`;
}
