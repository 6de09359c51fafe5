// What the page of an outlet shows: short statements by the indexes on publisher and on what families are found by, each with a limit.
import type { Sql } from 'postgres';
import type { ListedFamily } from '../families.js';
import type { Span } from '../span.js';
import { type OutletWording, outletWordingOf, type ReadTitle } from './wording.js';

export interface OutletView {
  outlet: string;
  /** Of its own feed; null where it has none. */
  about: { country: string | null; owner: 'public' | 'private' | 'state' | null; lang: string } | null;
  span: Span;
  kept: number;
  dropped: number;
  /** Kept headlines by day, the first day first. */
  days: { day: string; titles: number }[];
  theaters: { theater: string; families: number }[];
  /** Of the latest that were read. */
  wording: OutletWording;
  actorNames: Record<string, string>;
  latest: (ReadTitle & { familyId: number | null; familyTitle: string | null })[];
  /** What others tell of a family that it tells of, and it does not. */
  leftOut: { id: number; title: string; told: string }[];
  /** Families that others tell of, in its language and the theaters it covers, and it does not. */
  notCarried: ListedFamily[];
}

const most = { counted: 20_000, read: 400, latest: 25, families: 300, leftOut: 12, notCarried: 12 };
/** So many outlets have to tell of what it is said not to carry. */
const leastPeers = 3;

/** Null where no headline of it is stored. */
export async function readOutlet(sql: Sql, outlet: string, span: Span, timeZone: string): Promise<OutletView | null> {
  const [known] = await sql`select from titles where publisher_name = ${outlet} limit 1`;
  if (!known) return null;
  const { since, until } = span;
  const [[about = null], days, theaters, read, leftOut] = await Promise.all([
    sql<NonNullable<OutletView['about']>[]>`
      select country, owner, lang from feeds where publisher_name = ${outlet}
      order by kind = 'feed' desc, listed desc, feed_id limit 1`,
    sql<{ day: string; kept: number; dropped: number }[]>`
      select to_char(published_at at time zone ${timeZone}, 'YYYY-MM-DD') as day, count(*) filter (where status = 'gate_keep')::int as kept,
        count(*) filter (where status = 'gate_drop')::int as dropped
      from (
        select published_at, status from titles
        where publisher_name = ${outlet} and published_at >= ${since} and published_at < ${until}
        order by published_at desc limit ${most.counted}
      ) t
      group by 1 order by 1`,
    sql<OutletView['theaters']>`
      select theater, count(*)::int as families from family_search
      where outlets @> array[${outlet}::text] and status in ('seed', 'active') and last_at >= ${since} and last_at < ${until}
      group by 1 order by 2 desc, 1`,
    readTitles(sql, outlet, span),
    sql<OutletView['leftOut']>`
      select f.ef_id::float8 as id, f.title, o.omission ->> 'told' as told
      from (
        select ef_id, last_at from family_search
        where outlets @> array[${outlet}::text] and status in ('seed', 'active') and last_at >= ${since} and last_at < ${until}
        order by last_at desc limit ${most.families}
      ) s
      join event_families f using (ef_id)
      cross join lateral jsonb_array_elements(coalesce(f.omissions, '[]')) o (omission)
      where o.omission -> 'missing' ? ${outlet}
      order by f.importance desc nulls last, f.ef_id desc
      limit ${most.leftOut}`,
  ]);
  const wording = outletWordingOf(read, span);
  const actors = [...wording.by, ...wording.upon].map(({ actor }) => actor);
  const [names, notCarried] = await Promise.all([
    readNames(sql, actors),
    readNotCarried(sql, { outlet, lang: about?.lang ?? null, theaters: theaters.map(({ theater }) => theater), ...span }),
  ]);
  const sum = (key: 'kept' | 'dropped') => days.reduce((all, day) => all + day[key], 0);
  return {
    ...{ outlet, about, span, kept: sum('kept'), dropped: sum('dropped'), wording, actorNames: names, leftOut: [...leftOut], notCarried },
    ...{ days: days.map(({ day, kept: titles }) => ({ day, titles })), theaters: [...theaters], latest: read.slice(0, most.latest) },
  };
}

/** Kept headlines, the latest first. */
function readTitles(sql: Sql, outlet: string, { since, until }: Span): Promise<OutletView['latest']> {
  return sql<OutletView['latest']>`
    select t.title_id::float8 as id, t.title_display as title, t.published_at as "publishedAt", t.reading, t.ef_id::float8 as "familyId",
      f.title as "familyTitle"
    from titles t left join event_families f using (ef_id)
    where t.publisher_name = ${outlet} and t.published_at >= ${since} and t.published_at < ${until} and t.status = 'gate_keep'
    order by t.published_at desc, t.title_id desc
    limit ${most.read}`;
}

async function readNames(sql: Sql, ids: readonly string[]): Promise<Record<string, string>> {
  const rows = await sql<
    { id: string; name: string }[]
  >`select actor_id as id, name from actors where actor_id = any(${ids as string[]}::text[])`;
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

interface Missing extends Span {
  outlet: string;
  lang: string | null;
  theaters: string[];
}

async function readNotCarried(sql: Sql, { outlet, lang, theaters, since, until }: Missing): Promise<ListedFamily[]> {
  return await sql<ListedFamily[]>`
    select f.ef_id::float8 as id, f.title, f.theater, f.event_type as "eventType", f.title_count as titles, s.outlet_count as outlets, f.importance,
      f.last_at as "lastAt"
    from (
      select ef_id, weight, outlet_count from family_search
      where status in ('seed', 'active') and last_at >= ${since} and last_at < ${until} and outlet_count >= ${leastPeers}
        and theater = any(${theaters}::text[]) and not outlets @> array[${outlet}::text] and (${lang}::text is null or langs @> array[${lang}::text])
      order by weight desc, ef_id desc limit ${most.notCarried}
    ) s
    join event_families f using (ef_id)
    order by s.weight desc, f.ef_id desc`;
}
