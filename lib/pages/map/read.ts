// What the map shows: of the latest families of a time the states that their acts name, and who does what to whom among them.
import type { Sql } from 'postgres';
import type { Span } from '../span.js';

export interface StateOnMap {
  id: string;
  name: string;
  /** Families that tell an act upon it, or by it; what is only threatened, planned, demanded or denied does not count. */
  upon: number;
  by: number;
  /** Families with either. */
  families: number;
}

export const mostMapFamilies = 3000;

/** Those upon which most is told first. */
export async function readStatesOnMap(
  sql: Sql,
  { since, until }: Pick<Span, 'since' | 'until'>,
  theater: string | null,
): Promise<StateOnMap[]> {
  const states = await sql<StateOnMap[]>`
    with acts as materialized (
      select n.ef_id, a.act ->> 'source' as source, a.act ->> 'target' as target
      from (
        select ef_id from family_search
        where status in ('seed', 'active') and last_at >= ${since} and last_at < ${until} and (${theater}::text is null or theater = ${theater})
        order by last_at desc, ef_id desc limit ${mostMapFamilies}
      ) n
      join event_families f using (ef_id)
      cross join lateral jsonb_array_elements(coalesce(f.acts, '[]')) a (act)
      where a.act ->> 'mode' in ('done', 'claimed')
    ), sides as (
      select ef_id, target as id, 'upon' as side from acts where target is not null
      union
      select ef_id, source, 'by' from acts where source is not null
    )
    select s.id, a.name, count(*) filter (where side = 'upon')::int as upon, count(*) filter (where side = 'by')::int as by,
      count(distinct ef_id)::int as families
    from sides s join actors a on a.actor_id = s.id and a.kind = 'state'
    group by s.id, a.name
    order by upon desc, families desc, s.id`;
  return [...states];
}
