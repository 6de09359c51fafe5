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
  /** In the span; more are not counted than `mostActorFamilies`. */
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

export const mostActorFamilies = 300;
const most = { acts: 40, others: 20, listed: 15 };
const parts = 12;

interface Naming {
  id: string;
  lastAt: Date;
  weight: number;
}

/** Null where the vocabulary has no such actor. The families that name it are looked for once: all else is read of these. */
export async function readActor(sql: Sql, id: string, span: Span): Promise<ActorView | null> {
  const [actor] = await sql<
    { id: string; name: string; kind: string }[]
  >`select actor_id as id, name, kind from actors where actor_id = ${id}`;
  if (actor === undefined) return null;
  const naming = await readNaming(sql, id, span);
  const ids = naming.map((family) => family.id);
  const heaviest = [...naming].sort((a, b) => b.weight - a.weight || Number(b.id) - Number(a.id)).slice(0, most.listed);
  const [acts, weightiest] = await Promise.all([
    readActs(sql, id, ids),
    readListed(
      sql,
      heaviest.map((family) => family.id),
    ),
  ]);
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
    ...{ span, families: naming.length, course: courseOf(naming, span), by: of('by'), upon: of('upon') },
    others: [...others.values()].sort((a, b) => b.by + b.upon - a.by - a.upon || (a.id < b.id ? -1 : 1)).slice(0, most.others),
    weightiest: [...weightiest],
  };
}

/** The latest families of the span that name it. */
function readNaming(sql: Sql, id: string, { since, until }: Span): Promise<Naming[]> {
  return sql<Naming[]>`
    select ef_id::text as id, last_at as "lastAt", weight from family_search
    where actors @> array[${id}::text] and status in ('seed', 'active') and last_at >= ${since} and last_at < ${until}
    order by last_at desc limit ${mostActorFamilies}`;
}

function courseOf(naming: readonly Naming[], { since, until }: Span): number[] {
  const course = new Array<number>(parts).fill(0);
  for (const { lastAt } of naming) {
    const part = Math.floor(((lastAt.getTime() - since.getTime()) / (until.getTime() - since.getTime())) * parts);
    course[part] = (course[part] ?? 0) + 1;
  }
  return course;
}

function readActs(sql: Sql, id: string, families: readonly string[]) {
  return sql<(ActorAct & { side: 'by' | 'upon' })[]>`
    select s.side, a.act ->> 'action' as action, a.act ->> 'mode' as mode, a.act ->> s.other as other, o.name as "otherName",
      jsonb_array_length(a.act -> 'outlets') as outlets, f.ef_id::float8 as "familyId", f.title as "familyTitle", f.last_at as at
    from event_families f
    cross join lateral jsonb_array_elements(coalesce(f.acts, '[]')) with ordinality a (act, place)
    cross join (values ('by', 'source', 'target'), ('upon', 'target', 'source')) s (side, own, other)
    left join actors o on o.actor_id = a.act ->> s.other
    where f.ef_id = any(${[...families]}::bigint[]) and a.act ->> s.own = ${id}
    order by f.last_at desc, f.ef_id desc, a.place`;
}

function readListed(sql: Sql, families: readonly string[]) {
  return sql<ListedFamily[]>`
    select f.ef_id::float8 as id, f.title, f.theater, f.event_type as "eventType", f.title_count as titles, s.outlet_count as outlets, f.importance,
      f.last_at as "lastAt"
    from family_search s join event_families f using (ef_id)
    where s.ef_id = any(${[...families]}::bigint[])
    order by s.weight desc, f.ef_id desc`;
}
