// What the page of an actor shows: the acts of families that name it, by it and upon it, with whom, and over time.
import type { Sql } from 'postgres';
import type { Action, Mode } from '../../reading/actions.js';
import type { ListedFamily } from '../families.js';
import type { Span } from '../span.js';

export interface ActorAct {
  action: Action;
  mode: Mode;
  /** The other side; null where nobody is named. */
  other: string | null;
  otherName: string | null;
  outlets: number;
  familyId: number;
  familyTitle: string;
  at: Date;
}

export interface ActorView {
  id: string;
  name: string;
  kind: string;
  span: Span;
  /** In the span; more are not counted than `mostFamilies`. */
  families: number;
  /** Families by equal parts of the span, the earliest first. */
  course: number[];
  /** The latest first. */
  by: ActorAct[];
  upon: ActorAct[];
  /** With whom it stands in acts, the most frequent first. */
  others: { id: string; name: string; by: number; upon: number }[];
  weightiest: ListedFamily[];
}

export const mostFamilies = 500;
const most = { acts: 40, others: 20, listed: 15 };
const parts = 12;

/** Null where the vocabulary has no such actor. */
export async function readActor(sql: Sql, id: string, span: Span): Promise<ActorView | null> {
  const [actor] = await sql<
    { id: string; name: string; kind: string }[]
  >`select actor_id as id, name, kind from actors where actor_id = ${id}`;
  if (actor === undefined) return null;
  const [[seen], acts, weightiest] = await Promise.all([readCourse(sql, id, span), readActs(sql, id, span), readWeightiest(sql, id, span)]);
  const others = new Map<string, { id: string; name: string; by: number; upon: number }>();
  for (const { side, other, otherName } of acts) {
    if (other === null || other === id) continue;
    const one = others.get(other) ?? { id: other, name: otherName ?? other, by: 0, upon: 0 };
    one[side]++;
    others.set(other, one);
  }
  const of = (wanted: 'by' | 'upon') =>
    acts
      .filter(({ side }) => side === wanted)
      .slice(0, most.acts)
      .map(({ side: _, ...act }) => act);
  return {
    ...actor,
    ...{ span, families: seen?.families ?? 0, course: seen?.course ?? [], by: of('by'), upon: of('upon') },
    others: [...others.values()].sort((a, b) => b.by + b.upon - a.by - a.upon || (a.id < b.id ? -1 : 1)).slice(0, most.others),
    weightiest: [...weightiest],
  };
}

function readCourse(sql: Sql, id: string, { since, until }: Span) {
  return sql<{ families: number; course: number[] }[]>`
    select coalesce(sum(c.families), 0)::int as families, array_agg(c.families order by c.part) as course
    from (
      select p.part, count(f.last_at)::int as families
      from generate_series(1, ${parts}::int) p (part)
      left join (
        select last_at from family_search
        where actors @> array[${id}::text] and status in ('seed', 'active') and last_at >= ${since} and last_at < ${until}
        order by last_at desc limit ${mostFamilies}
      ) f on width_bucket(extract(epoch from f.last_at), extract(epoch from ${since}::timestamptz), extract(epoch from ${until}::timestamptz), ${parts}::int) = p.part
      group by p.part
    ) c`;
}

function readActs(sql: Sql, id: string, { since, until }: Span) {
  return sql<(ActorAct & { side: 'by' | 'upon' })[]>`
    select s.side, a.act ->> 'action' as action, a.act ->> 'mode' as mode, a.act ->> s.other as other, o.name as "otherName",
      jsonb_array_length(a.act -> 'outlets') as outlets, f.ef_id::float8 as "familyId", f.title as "familyTitle", f.last_at as at
    from (
      select ef_id from family_search
      where actors @> array[${id}::text] and status in ('seed', 'active') and last_at >= ${since} and last_at < ${until}
      order by last_at desc limit ${mostFamilies}
    ) n
    join event_families f using (ef_id)
    cross join lateral jsonb_array_elements(coalesce(f.acts, '[]')) with ordinality a (act, place)
    cross join (values ('by', 'source', 'target'), ('upon', 'target', 'source')) s (side, own, other)
    left join actors o on o.actor_id = a.act ->> s.other
    where a.act ->> s.own = ${id}
    order by f.last_at desc, f.ef_id desc, a.place`;
}

function readWeightiest(sql: Sql, id: string, { since, until }: Span) {
  return sql<ListedFamily[]>`
    select f.ef_id::float8 as id, f.title, f.theater, f.event_type as "eventType", f.title_count as titles, s.outlet_count as outlets, f.importance,
      f.last_at as "lastAt"
    from (
      select ef_id, weight, outlet_count from (
        select ef_id, weight, outlet_count from family_search
        where actors @> array[${id}::text] and status in ('seed', 'active') and last_at >= ${since} and last_at < ${until}
        order by last_at desc limit ${mostFamilies}
      ) n
      order by weight desc, ef_id desc limit ${most.listed}
    ) s
    join event_families f using (ef_id)
    order by s.weight desc, f.ef_id desc`;
}
