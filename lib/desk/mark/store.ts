// Marks in the database, each in one statement: what is marked wrong is taken out at once, and no later run stores it again.
import type { Fragment, Sql } from 'postgres';

/** Fields of a family that can be marked; a narrative is marked by its thesis. */
export const familyFields = ['title', 'summary', 'context', 'why_strategic'] as const;
export type FamilyField = (typeof familyFields)[number];
export type MarkVerdict = 'wrong' | 'right';

interface Said {
  verdict: MarkVerdict;
  why: string;
  byWhom: string;
}

export interface OperatorMark {
  markId: string;
  efId: string;
  field: FamilyField | 'thesis';
  text: string;
  verdict: MarkVerdict;
  why: string;
  byWhom: string;
  at: Date;
  undoneAt: Date | null;
}

/** Null where there is no such narrative. A model's is told anew by the next run, rules have no other. */
export async function markNarrative(sql: Sql, id: string, said: Said): Promise<OperatorMark | null> {
  const [mark] = await sql<OperatorMark[]>`
    with n as materialized (
      select n.* from framed_narratives n where n.narrative_id = ${id}
    ), marked as (
      ${insertMark(sql, said, sql`n.ef_id, 'thesis', n.thesis`, sql`from n join event_families ef using (ef_id)`)}
    ), kept as (
      insert into earlier_narratives (ef_id, position, narrative)
      select n.ef_id, n.position, to_jsonb(n) from n where ${said.verdict} = 'wrong'
    ), gone as (
      delete from framed_narratives f using n where f.narrative_id = n.narrative_id and ${said.verdict} = 'wrong'
    ), again as (
      update event_families ef set narrated_title_set = null
      from n
      where ef.ef_id = n.ef_id and ${said.verdict} = 'wrong' and n.made_by ->> 'engine' <> 'offline'
    )
    ${markFrom(sql)}`;
  return mark ?? null;
}

/** Null where there is no such living family, or the field is empty. What goes is replaced by the headlines' own words, or by nothing. */
export async function markFamily(sql: Sql, id: string, field: FamilyField, said: Said): Promise<OperatorMark | null> {
  const is = (name: FamilyField) => sql`(${said.verdict} = 'wrong' and ${field} = ${name})`;
  const [mark] = await sql<OperatorMark[]>`
    with marked as (
      ${insertMark(
        sql,
        said,
        sql`ef.ef_id, ${field}, ef.${sql(field)}`,
        sql`from event_families ef where ef.ef_id = ${id} and ef.status in ('seed', 'active') and ef.${sql(field)} is not null`,
      )}
    ), gone as (
      update event_families ef
      set title = case when ${is('title')} then coalesce((
            select left(t.title_display, 120) from titles t
            where t.ef_id = ef.ef_id and left(t.title_display, 120) <> ef.title
            order by t.published_at, t.title_id limit 1), ef.title) else ef.title end,
          summary = case when ${is('summary')} then ef.title else ef.summary end,
          context = case when ${is('context')} then null else ef.context end,
          why_strategic = case when ${is('why_strategic')} then null else ef.why_strategic end
      from marked
      where ef.ef_id = marked.ef_id and ${said.verdict} = 'wrong'
    )
    ${markFrom(sql)}`;
  return mark ?? null;
}

function insertMark(sql: Sql, { verdict, why, byWhom }: Said, what: Fragment, from: Fragment): Fragment {
  return sql`
    insert into marks (ef_id, field, text, verdict, why, by_whom, titles)
    select ${what}, ${verdict}, ${why}, ${byWhom}, coalesce((
      select jsonb_agg(jsonb_build_object('id', t.title_id::text, 'text', t.title_display, 'outlet', t.publisher_name, 'lang', t.lang)
                       order by t.published_at, t.title_id)
      from titles t where t.ef_id = ef.ef_id), '[]')
    ${from}
    returning *`;
}

function columns(sql: Sql): Fragment {
  return sql`mark_id::text as "markId", ef_id::text as "efId", field, text, verdict, why, by_whom as "byWhom", at, undone_at as "undoneAt"`;
}

function markFrom(sql: Sql): Fragment {
  return sql`select ${columns(sql)} from marked`;
}

/** The newest first. */
export async function readMarks(sql: Sql, limit: number): Promise<OperatorMark[]> {
  return await sql<OperatorMark[]>`select ${columns(sql)} from marks order by mark_id desc limit ${limit}`;
}

/** Takes a mark back: later runs may store the text again, and the family is told anew. Null where there is none that stands. */
export async function undoMark(sql: Sql, id: string, { byWhom, why }: { byWhom: string; why: string }): Promise<OperatorMark | null> {
  const [mark] = await sql<OperatorMark[]>`
    with marked as (
      update marks set undone_at = now(), undone_by = ${byWhom}, undone_why = nullif(${why}, '') where mark_id = ${id} and undone_at is null returning *
    ), again as (
      update event_families ef
      set narrated_title_set = case when marked.field = 'thesis' then null else ef.narrated_title_set end,
          status = case when marked.field in ('context', 'why_strategic') and ef.status = 'active' then 'seed' else ef.status end,
          title = case when marked.field = 'title' then marked.text else ef.title end,
          summary = case when marked.field = 'summary' then marked.text else ef.summary end
      from marked
      where ef.ef_id = marked.ef_id and marked.verdict = 'wrong'
    )
    ${markFrom(sql)}`;
  return mark ?? null;
}

/** One labelled sentence, as `sni eval evidence` reads them. */
interface Labelled {
  titles: { id: string; text: string; outlet: string; lang: string }[];
  sentence: string;
  supported: boolean;
  kind: string;
  why: string;
}

/** Marks that stand, the oldest first, a thousand at a time. */
export async function* labelled(sql: Sql): AsyncGenerator<Labelled> {
  const rows = sql<Labelled[]>`
    select titles, text as sentence, verdict = 'right' as supported, 'marked ' || field as kind, why
    from marks where undone_at is null order by mark_id`;
  for await (const some of rows.cursor(1000)) yield* some;
}
