// Takes a version of the gate's decisions, leaves titles that others made pending again, in batches along the key. Guards P3: a title
// that joins a family meanwhile is not taken, and a family keeps a count, a title set and a timeline that are those of its titles.
import type { Sql } from 'postgres';

export interface Wanted {
  /** Decisions of this version are fresh. */
  version: string;
  /** Fresh ones too. */
  all: boolean;
}

/** Titles a statement changes at most: well under a second, and no long locks for the phases beside it. */
const batchSize = 20_000;

/** How many decisions are stale, of free titles and of titles in families. A decision without a work row was made by nobody knows what. */
export async function countStale(sql: Sql, { version, all }: Wanted): Promise<{ free: number; inFamilies: number }> {
  const [row] = await sql<{ free: number; inFamilies: number }[]>`
    select (count(*) filter (where t.ef_id is null))::float8 as free, count(t.ef_id)::float8 as "inFamilies"
    from titles t
    left join work w on w.phase = 'filter' and w.item_id = t.title_id
    where t.status <> 'pending' and (${all} or w.version is distinct from ${version})`;
  return row ?? { free: 0, inFamilies: 0 };
}

/** Makes the titles of no family pending; returns how many. What P3 holds at the moment is no longer its food when it settles. */
export async function reopenFree(sql: Sql, { version, all }: Wanted): Promise<number> {
  let reopened = 0;
  for (let after: string | null = '0'; after !== null; ) {
    const rows: { titles: number; last: string | null }[] = await sql<{ titles: number; last: string | null }[]>`
      with stale as materialized (
        select t.title_id
        from titles t
        left join work w on w.phase = 'filter' and w.item_id = t.title_id
        where t.title_id > ${after} and t.status <> 'pending' and t.ef_id is null and (${all} or w.version is distinct from ${version})
        order by t.title_id
        limit ${batchSize}
      ), reopened as (
        update titles t
        set status = 'pending', strategic_tier = null, gate_score = null, gate = null, actors = null, mechanisms = null, gated_at = null
        from stale
        where t.title_id = stale.title_id and t.status <> 'pending' and t.ef_id is null
        returning t.title_id
      )
      select (select count(*) from reopened)::float8 as titles, (select max(title_id) from stale) as last`;
    reopened += rows[0]?.titles ?? 0;
    after = rows[0]?.last ?? null;
  }
  return reopened;
}

/**
 * Takes titles out of their families and makes them pending. A family that keeps titles is `seed` again, with count, set, span,
 * tier and timeline of what it keeps (the set's hash is that of P3); one that keeps none is `recycled`. A family that P3 changes
 * meanwhile is passed over. Locks families before titles, in the order P3 does.
 */
export async function reopenFromFamilies(
  sql: Sql,
  { version, all }: Wanted,
): Promise<{ titles: number; changed: number; recycled: number }> {
  const taken = { titles: 0, changed: 0, recycled: 0 };
  for (let after: string | null = '0'; after !== null; ) {
    const rows: { titles: number; changed: number; recycled: number; last: string | null }[] = await sql<
      { titles: number; changed: number; recycled: number; last: string | null }[]
    >`
      with families as materialized (
        select e.ef_id, e.title_set
        from event_families e
        where e.ef_id > ${after} and e.title_count > 0 and exists (
          select from titles t
          left join work w on w.phase = 'filter' and w.item_id = t.title_id
          where t.ef_id = e.ef_id and t.status <> 'pending' and (${all} or w.version is distinct from ${version}))
        order by e.ef_id
        limit ${batchSize / 20}
      ), held as materialized (
        select e.ef_id, e.timeline
        from event_families e
        join families f on f.ef_id = e.ef_id and f.title_set = e.title_set
        order by e.ef_id
        for update of e
      ), members as materialized (
        select t.title_id, t.ef_id, t.published_at, t.strategic_tier, ${all} or w.version is distinct from ${version} as stale
        from held
        join titles t on t.ef_id = held.ef_id
        left join work w on w.phase = 'filter' and w.item_id = t.title_id
      ), kept as (
        select held.ef_id, count(m.title_id)::integer as titles, min(m.published_at) as first_at, max(m.published_at) as last_at,
          min(m.strategic_tier) as tier,
          left(encode(sha256(convert_to(coalesce(string_agg(m.title_id::text, ' ' order by m.title_id), ''), 'utf8')), 'hex'), 16) as title_set,
          coalesce((
            select jsonb_agg(entry || jsonb_build_object('cites', cites) order by place)
            from jsonb_array_elements(held.timeline) with ordinality as line (entry, place)
            cross join lateral (
              select jsonb_agg(cited) as cites
              from jsonb_array_elements(entry -> 'cites') cited
              where cited #>> '{}' in (select o.title_id::text from members o where o.ef_id = held.ef_id and not o.stale)
            ) left_over
            where cites is not null
          ), '[]') as timeline
        from held
        left join members m on m.ef_id = held.ef_id and not m.stale
        group by held.ef_id, held.timeline
      ), shrunk as (
        update event_families e
        set status = case when k.titles > 0 then 'seed' else 'recycled' end, title_count = k.titles, title_set = k.title_set,
          first_at = coalesce(k.first_at, e.first_at), last_at = coalesce(k.last_at, e.last_at),
          strategic_tier = coalesce(k.tier, e.strategic_tier), timeline = k.timeline
        from kept k
        where e.ef_id = k.ef_id
        returning e.ef_id, e.status
      ), reopened as (
        update titles t
        set status = 'pending', strategic_tier = null, gate_score = null, gate = null, actors = null, mechanisms = null, gated_at = null,
          ef_id = null, generated_at = null
        from members m
        join shrunk on shrunk.ef_id = m.ef_id
        where t.title_id = m.title_id and m.stale and t.ef_id = m.ef_id
        returning t.title_id
      )
      select (select count(*) from reopened)::float8 as titles, (select max(ef_id) from families) as last,
        (select count(*) from shrunk where status = 'seed')::float8 as changed,
        (select count(*) from shrunk where status = 'recycled')::float8 as recycled`;
    const [row] = rows;
    taken.titles += row?.titles ?? 0;
    taken.changed += row?.changed ?? 0;
    taken.recycled += row?.recycled ?? 0;
    after = row?.last ?? null;
  }
  return taken;
}
