// Puts back what `sni audit --fix` took out of a family or a narrative, all that it took out of it at once; only where nothing of it has changed.
import type { Sql } from 'postgres';

/** False where its texts are no longer as they were left, its narrative was told anew, or it was put back already. `id` is of one of the texts. */
export async function putBack(sql: Sql, id: string, byWhom: string): Promise<boolean> {
  const { count } = await sql`
    with taken as materialized (
      select of, at, before, after, split_part(of, ':', 2)::bigint as number
      from taken_out where taken_out_id = ${id} and before is not null and put_back_at is null
    ), family as (
      update event_families ef
      set title = t.before ->> 'title', summary = t.before ->> 'summary', context = t.before ->> 'context',
          why_strategic = t.before ->> 'why_strategic', timeline = t.before -> 'timeline', status = t.before ->> 'status'
      from taken t
      where t.of like 'ef:%' and ef.ef_id = t.number and ef.status in ('seed', 'active')
        and jsonb_build_object('title', ef.title, 'summary', ef.summary, 'context', ef.context, 'why_strategic', ef.why_strategic,
          'timeline', ef.timeline) = t.after
      returning ef.ef_id
    ), narrative as (
      update framed_narratives n
      set statements = t.before -> 'statements', evidence = t.before -> 'evidence', framing = t.before -> 'framing',
          why_different = t.before ->> 'why_different'
      from taken t
      where t.of like 'narrative:%' and n.narrative_id = t.number
        and jsonb_build_object('statements', n.statements, 'evidence', n.evidence, 'framing', n.framing, 'why_different', n.why_different)
          = t.after
      returning n.narrative_id
    ), whole as (
      insert into framed_narratives overriding system value
      select r.*
      from taken t, jsonb_populate_record(null::framed_narratives, t.before) r
      join event_families ef on ef.ef_id = r.ef_id and ef.status in ('seed', 'active') and ef.narrated_title_set is null
      where t.of like 'narrative:%' and t.after is null
        and not exists (select from framed_narratives n where n.ef_id = r.ef_id and n.position = r.position)
      returning ef_id, title_set
    ), told as (
      update event_families ef set narrated_title_set = w.title_set from whole w where ef.ef_id = w.ef_id
    )
    update taken_out o set put_back_at = now(), put_back_by = ${byWhom}
    from taken t
    where o.of = t.of and o.at = t.at and (exists (select from family) or exists (select from narrative) or exists (select from whole))`;
  return count > 0;
}
