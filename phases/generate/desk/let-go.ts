// Lets go of titles whose gate has changed its mind: of those that another version of the gate decided than its newest, of those that another P3 placed, of some by id, or of all. Their
// families are left with a count, a title set and a timeline that are those of the titles they keep.
import type { Fragment, Sql } from 'postgres';
import type { ItemId } from '../../../lib/run.js';

/** Families a statement changes at most: well under a second, and no long locks for the phases beside it. */
const batchSize = 1000;

interface LetGo {
  /** Titles that are in no family now. */
  titles: number;
  /** Families that keep others, and are `seed` again. */
  changed: number;
  /** Families that keep none. */
  recycled: number;
}

/** Which titles are let go of: those that meet all of it. */
interface Which {
  /** Whose version tells what is stale: the gate's, or that of P3 itself. */
  by: 'filter' | 'generate';
  /** Fresh ones too. */
  all: boolean;
  /** Null: whatever their ids. */
  ids: readonly ItemId[] | null;
  /** Came into their family since then; null: whenever. */
  since: Date | null;
}

/** How many titles of families that is. */
export async function countToLetGo(sql: Sql, which: Which): Promise<number> {
  const [row] = await sql<{ titles: number }[]>`
    select count(*)::float8 as titles
    from titles t
    cross join (select version from phases where name = ${which.by}) gate
    left join work w on w.phase = ${which.by} and w.item_id = t.title_id
    where t.ef_id is not null and ${isChosen(sql, which)}`;
  return row?.titles ?? 0;
}

/** A condition over a title `t`, its work row `w` and the newest version `gate`. */
function isChosen(sql: Sql, { all, ids, since }: Which): Fragment {
  return sql`
    (${all} or w.version is distinct from gate.version)
    and (${ids as string[] | null}::bigint[] is null or t.title_id = any(${ids as string[] | null}::bigint[]))
    and (${since?.toISOString() ?? null}::timestamptz is null or t.generated_at >= ${since?.toISOString() ?? null})`;
}

/**
 * Takes titles out of their families. A family that keeps titles is `seed` again, with count, set, span, tier and timeline of what it keeps
 * (the set's hash is that of `titleSetOf`); one that keeps none is `recycled`. A family that a run changes meanwhile is passed over. Locks
 * families before titles, in the order a run does.
 */
export async function letGo(sql: Sql, which: Which): Promise<LetGo> {
  const taken = { titles: 0, changed: 0, recycled: 0 };
  for (let after: ItemId | null = '0'; after !== null; ) {
    const rows: (LetGo & { last: ItemId | null })[] = await sql<(LetGo & { last: ItemId | null })[]>`
      with gate as materialized (
        select version from phases where name = ${which.by}
      ), families as materialized (
        select e.ef_id, e.title_set
        from event_families e
        where e.ef_id > ${after} and e.title_count > 0 and exists (
          select from titles t
          cross join gate
          left join work w on w.phase = ${which.by} and w.item_id = t.title_id
          where t.ef_id = e.ef_id and t.status <> 'pending' and ${isChosen(sql, which)})
        order by e.ef_id
        limit ${batchSize}
      ), held as materialized (
        select e.ef_id, e.timeline
        from event_families e
        join families f on f.ef_id = e.ef_id and f.title_set = e.title_set
        order by e.ef_id
        for update of e
      ), members as materialized (
        select t.title_id, t.ef_id, t.published_at, t.strategic_tier, ${isChosen(sql, which)} as stale
        from held
        cross join gate
        join titles t on t.ef_id = held.ef_id
        left join work w on w.phase = ${which.by} and w.item_id = t.title_id
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
      ), freed as (
        update titles t
        set ef_id = null, generated_at = null
        from members m
        join shrunk on shrunk.ef_id = m.ef_id
        where t.title_id = m.title_id and m.stale and t.ef_id = m.ef_id
        returning t.title_id
      )
      select (select count(*) from freed)::float8 as titles, (select max(ef_id) from families) as last,
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
