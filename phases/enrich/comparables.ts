// Earlier families that tell the same act between the same actors within two years, and were over three days before: what is nearer may be the
// same happening. Nothing else is comparable by rules.
import type { Sql } from 'postgres';
import type { MainAct } from '../../lib/family/main-act.js';
import { jsonb } from '../../lib/jsonb.js';
import type { ItemId } from '../../lib/run.js';

export interface Comparable {
  ef_id: ItemId;
  title: string;
}

/** At most three of each, the latest first; a family whose main act has no target has none. By the index on acts, whatever the table holds. */
export async function readComparables(
  sql: Sql,
  families: readonly { itemId: ItemId; main: MainAct | null }[],
): Promise<Map<ItemId, Comparable[]>> {
  const asked = families.flatMap(({ itemId, main }) => {
    if (main === null || main.target === null) return [];
    const { source, action, target } = main;
    return [{ ef_id: itemId, act: [{ source, action, target, mode: 'done' }] }];
  });
  if (asked.length === 0) return new Map();
  const rows = await sql<{ ef_id: ItemId; comparables: Comparable[] }[]>`
    select ef.ef_id::text, c.comparables
    from jsonb_to_recordset(${jsonb(sql, asked)}) as asked (ef_id bigint, act jsonb)
    join event_families ef on ef.ef_id = asked.ef_id
    cross join lateral (
      select jsonb_agg(jsonb_build_object('ef_id', e.ef_id::text, 'title', e.title) order by e.last_at desc, e.ef_id desc) as comparables
      from (
        select earlier.ef_id, earlier.title, earlier.last_at
        from event_families earlier
        where earlier.acts @> asked.act and earlier.status in ('seed', 'active') and earlier.ef_id <> ef.ef_id
          and earlier.last_at < ef.first_at - interval '72 hours' and earlier.last_at > ef.first_at - interval '2 years'
        order by earlier.last_at desc, earlier.ef_id desc
        limit 3
      ) e
    ) c
    where c.comparables is not null`;
  return new Map(rows.map(({ ef_id, comparables }) => [ef_id, comparables]));
}
