// Writes described families with their titles, as parts of the one statement that closes the work. A family is written with all its new
// titles or not at all, and only if it and those it absorbs still are as they were read.
import type { Fragment, Sql } from 'postgres';
import { jsonb } from '../../lib/jsonb.js';
import type { FamilyRow } from './family.js';

/**
 * The CTEs after `closed (item_id)`; the last is `made`, the families founded. A founder's key that is taken by then, a family that
 * changed, a title that is no longer free: that family is left out, its titles stay food and come again.
 */
export function settleFamilies(sql: Sql, results: readonly { result: { family: FamilyRow } }[]): Fragment {
  const families = [...new Set(results.map(({ result }) => result.family))];
  return sql`
    planned as (
      select *
      from jsonb_to_recordset(${jsonb(sql, families)}) as f(
        ef_id bigint, title_set_before text, ef_key text, continues bigint, title text, summary text, theater text, event_type text,
        key_actors text[], mechanisms text[], strategic_tier smallint, first_at timestamptz, last_at timestamptz, timeline jsonb,
        title_count integer, title_set text, described_by jsonb, joins bigint[], absorbs bigint[], absorbed_sets text[],
        why jsonb, why_merged jsonb, distinctions jsonb, doubted_at_count integer)
    ),
    free as (
      select title_id
      from titles
      where title_id in (select item_id from closed) and status = 'gate_keep' and ef_id is null
      order by title_id
      for update
    ),
    unchanged as (
      select e.ef_id
      from event_families e
      join (
        select ef_id, title_set_before as title_set from planned where ef_id is not null
        union all
        select a.ef_id, a.title_set from planned f, unnest(f.absorbs, f.absorbed_sets) as a(ef_id, title_set)
      ) as read on read.ef_id = e.ef_id and read.title_set = e.title_set
      where e.status in ('seed', 'active')
      order by e.ef_id
      for update of e
    ),
    whole as (
      select f.*
      from planned f
      where cardinality(f.joins) = (select count(*) from free where title_id = any(f.joins))
        and (f.ef_id is null or f.ef_id in (select ef_id from unchanged))
        and cardinality(f.absorbs) = (select count(*) from unchanged where ef_id = any(f.absorbs))
    ),
    founded as (
      insert into event_families (ef_key, status, continues, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier,
        first_at, last_at, timeline, title_count, title_set, described_by, doubted_at_count)
      select ef_key, 'seed', continues, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier,
        first_at, last_at, timeline, title_count, title_set, described_by, coalesce(doubted_at_count, 0)
      from whole
      where ef_id is null
      order by joins
      on conflict (ef_key) do nothing
      returning ef_id, title_set
    ),
    grown as (
      update event_families e
      set status = 'seed', title = case when is_marked_wrong(e.ef_id, 'title', w.title) then e.title else w.title end,
        summary = case when is_marked_wrong(e.ef_id, 'summary', w.summary) then e.summary else w.summary end, theater = w.theater, event_type = w.event_type, key_actors = w.key_actors,
        mechanisms = w.mechanisms, strategic_tier = w.strategic_tier, first_at = w.first_at, last_at = w.last_at, timeline = w.timeline,
        title_count = w.title_count, title_set = w.title_set, described_by = w.described_by, generated_at = now(),
        doubted_at_count = coalesce(w.doubted_at_count, e.doubted_at_count)
      from whole w
      where e.ef_id = w.ef_id and e.status in ('seed', 'active') and e.title_set = w.title_set_before
      returning e.ef_id, e.title_set
    ),
    homes as (
      select h.ef_id, w.joins, w.absorbs, w.why, w.why_merged, w.distinctions
      from whole w
      join (select ef_id, title_set from founded union all select ef_id, title_set from grown) h on h.title_set = w.title_set
    ),
    absorbed as (
      update event_families e
      set status = 'merged', merged_into = h.ef_id
      from homes h
      where e.ef_id = any(h.absorbs) and e.status in ('seed', 'active')
      returning e.ef_id
    ),
    moved as (
      update titles t
      set ef_id = h.ef_id
      from homes h
      where t.ef_id = any(h.absorbs)
      returning t.title_id
    ),
    joined as (
      update titles t
      set ef_id = h.ef_id, generated_at = now()
      from homes h
      where t.title_id = any(h.joins) and t.status = 'gate_keep' and t.ef_id is null
      returning t.title_id
    ),
    ${logOf(sql)},
    ${distinctionsOf(sql)},
    made as (select ef_id from founded)`;
}

/** The entries of the log, as a CTE after `homes`: who came into each family, and what came over to it. */
function logOf(sql: Sql): Fragment {
  return sql`
    logged as (
      insert into family_log (act, ef_id, other_ef_id, title_ids, why, by_whom)
      select act, ef_id, other_ef_id, title_ids, why, 'generate'
      from (
        select 'merge' as act, h.ef_id, other_ef_id, array(select t.title_id from titles t where t.ef_id = other_ef_id order by t.title_id) as title_ids,
          h.why_merged as why
        from homes h, unnest(h.absorbs) as other_ef_id
        union all
        select 'place', h.ef_id, null, h.joins, h.why from homes h
      ) acts
      order by ef_id, act
      returning log_id
    )`;
}

/** What was judged to be another, as a CTE after `homes`. */
function distinctionsOf(sql: Sql): Fragment {
  return sql`
    told_apart as (
      insert into distinctions (one_title, other_title, titles, said_by)
      select distinct on (d.one_title, d.other_title) d.one_title, d.other_title, d.titles, d.said_by
      from homes h, jsonb_to_recordset(h.distinctions) as d(one_title bigint, other_title bigint, titles integer, said_by text)
      order by d.one_title, d.other_title, d.titles desc
      on conflict (one_title, other_title) do update set titles = excluded.titles, said_by = excluded.said_by, said_at = now()
      returning one_title
    )`;
}
