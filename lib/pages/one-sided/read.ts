// What one side alone tells, of the latest families of a time. An outlet whose country is not known is of no side: a family that one tells is of none.
import type { Fragment, Sql } from 'postgres';
import { type ActParts, seenActInWords } from '../../family/act-words.js';
import type { ListedFamily } from '../families.js';
import type { Span } from '../span.js';

export interface SoleAct {
  family: number;
  title: string;
  /** "an attack by Russia". */
  what: string;
  /** Whose state media tell it, as ISO 3166. */
  country: string;
}

export interface OneSidedView {
  span: Span;
  theater: string | null;
  acts: SoleAct[];
  /** Told by two outlets and more, all of one country. */
  countries: (ListedFamily & { country: string })[];
  outlets: ListedFamily[];
}

const most = { families: 5000, acts: 30, listed: 20 };

/**
 * What one country’s or one outlet’s headlines alone tell, among the latest families of the span, of all theaters where `theater` is null;
 * empty lists where there is nothing.
 */
export async function readOneSided(
  sql: Sql,
  span: Span,
  theater: string | null,
): Promise<Pick<OneSidedView, 'acts' | 'countries' | 'outlets'>> {
  const latest = sql`(
    select ef_id, weight, outlet_count, outlets, countries from family_search
    where status in ('seed', 'active') and last_at >= ${span.since} and last_at < ${span.until} and (${theater}::text is null or theater = ${theater})
    order by last_at desc, ef_id desc limit ${most.families})`;
  const [acts, countries, outlets] = await Promise.all([
    readSoleActs(sql, latest),
    sql<OneSidedView['countries']>`
      select ${columns(sql)}, s.countries[1] as country
      from ${latest} s join event_families f using (ef_id)
      where s.outlet_count > 1 and cardinality(s.countries) = 1 and ${areAllKnown(sql)}
      order by s.weight desc, f.ef_id desc limit ${most.listed}`,
    sql<ListedFamily[]>`
      select ${columns(sql)} from ${latest} s join event_families f using (ef_id)
      where s.outlet_count = 1 order by s.weight desc, f.ef_id desc limit ${most.listed}`,
  ]);
  return { acts, countries: [...countries], outlets: [...outlets] };
}

async function readSoleActs(sql: Sql, latest: Fragment): Promise<SoleAct[]> {
  const rows = await sql<(Omit<SoleAct, 'what'> & { act: ActParts; names: Record<string, string> })[]>`
    select f.ef_id::float8 as family, f.title, a.act, a.act ->> 'onlyStateMediaOf' as country,
      (select coalesce(jsonb_object_agg(n.actor_id, n.name), '{}') from actors n where n.actor_id in (a.act ->> 'source', a.act ->> 'target')) as names
    from ${latest} s join event_families f using (ef_id) cross join lateral jsonb_array_elements(f.acts) with ordinality a (act, place)
    where f.acts @? '$[*].onlyStateMediaOf ? (@ != null)' and a.act ->> 'onlyStateMediaOf' is not null
    order by s.weight desc, f.ef_id desc, a.place limit ${most.acts}`;
  return rows.map(({ act, names, ...row }) => ({ ...row, what: seenActInWords(act, (id) => names[id] ?? id) }));
}

function columns(sql: Sql): Fragment {
  return sql`
    f.ef_id::float8 as id, f.title, f.theater, f.event_type as "eventType", f.title_count as titles, s.outlet_count as outlets, f.importance,
    f.last_at as "lastAt"`;
}

/** That each outlet of a family `s` has a feed of its own that says its country. */
function areAllKnown(sql: Sql): Fragment {
  return sql`
    not exists (select from unnest(s.outlets) o (outlet)
      where not exists (select from feeds d where d.publisher_name = o.outlet and d.country is not null))`;
}
