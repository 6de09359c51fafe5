// Takes out of stored families and narratives what does not stand, and writes down what and why, in one statement each. A row that is no
// longer what was judged is left alone. What a model wrote is told anew by the next run of its phase.
import type { Fragment, Sql } from 'postgres';
import { jsonb } from '../jsonb.js';
import type { Finding } from './finding.js';
import { sentencesIn } from './sentences.js';

interface FamilyTexts {
  title: string;
  summary: string;
  context: string | null;
  why_strategic: string | null;
  timeline: { fact?: string }[];
  status: string;
}

interface NarrativeTexts {
  ef_id: string;
  title: string;
  thesis: string;
  statements: { text?: string }[];
  evidence: { quote?: string }[];
  framing: Record<string, unknown>;
  why_different: string | null;
}

/** Findings that taking out mends; the others need a run or a human. */
export function isTakenOut({ rule }: Finding): boolean {
  return rule === 'claim';
}

/** Mends one family or narrative by its findings, all of one `of`. False where it is no longer what was judged. */
export function takeOut(sql: Sql, findings: readonly Finding[], byWhom: string): Promise<boolean> {
  const [sort, id = ''] = findings[0]?.of.split(':') ?? [];
  return sort === 'ef' ? mendFamily(sql, id, findings, byWhom) : mendNarrative(sql, id, findings, byWhom);
}

async function mendFamily(sql: Sql, id: string, findings: readonly Finding[], byWhom: string): Promise<boolean> {
  const [row] = await sql<FamilyTexts[]>`
    select title, summary, context, why_strategic, timeline, status from event_families where ef_id = ${id} and status in ('seed', 'active')`;
  if (!row || !findings.every((finding) => familyText(row, finding.field) === finding.text)) return false;
  const wrong = new Set(findings.map(({ field }) => field));
  const standing = (name: string, text: string) =>
    sentencesIn(text)
      .filter((_, at) => !wrong.has(`${name}.${at}`))
      .join(' ');
  const timeline = row.timeline.filter((_, at) => !wrong.has(`timeline.${at}`));
  const enrichedWrongly = [...wrong].some((field) => /^(?:context|why_strategic)/.test(field));
  const mended = await sql`
    with mended as (
      update event_families ef
      set title = case when ${wrong.has('title')} then coalesce(left(first.title_display, 120), ef.title) else ef.title end,
          summary = coalesce(nullif(${standing('summary', row.summary)}, ''), first.title_display, ef.title),
          timeline = ${jsonb(sql, timeline)},
          context = ${row.context === null ? null : standing('context', row.context)},
          why_strategic = case when ${wrong.has('why_strategic')} then null else ef.why_strategic end,
          status = case when ${enrichedWrongly} and ef.enriched_by ->> 'engine' <> 'offline' then 'seed' else ef.status end
      from (select 1) one
      left join lateral (
        select title_display from titles where ef_id = ${id} order by published_at, title_id limit 1
      ) first on true
      where ef.ef_id = ${id} and ef.status in ('seed', 'active') and ef.title = ${row.title} and ef.summary = ${row.summary}
        and ef.context is not distinct from ${row.context} and ef.why_strategic is not distinct from ${row.why_strategic}
        and ef.timeline = ${jsonb(sql, row.timeline)}
      returning ef.title, ef.summary, ef.context, ef.why_strategic, ef.timeline
    )
    ${writtenDown(sql, findings, byWhom, sql`${jsonb(sql, row)}, to_jsonb(mended)`)}`;
  return mended.count > 0;
}

function familyText(row: FamilyTexts, field: string): string | null | undefined {
  const [name = '', place = ''] = field.split('.');
  if (name === 'timeline') return row.timeline[Number(place)]?.fact;
  if (name === 'summary' || name === 'context') return sentencesIn(row[name] ?? '')[Number(place)];
  return name === 'title' || name === 'why_strategic' ? row[name] : undefined;
}

/** A narrative whose title or thesis does not stand goes, and its family is told anew. */
async function mendNarrative(sql: Sql, id: string, findings: readonly Finding[], byWhom: string): Promise<boolean> {
  const [row] = await sql<NarrativeTexts[]>`
    select ef_id::text, title, thesis, statements, evidence, framing, why_different from framed_narratives where narrative_id = ${id}`;
  if (!row || !findings.every((finding) => narrativeText(row, finding.field) === finding.text)) return false;
  const wrong = new Set(findings.map(({ field }) => field));
  const stays = (name: string) => (_: unknown, at: number) => !wrong.has(`${name}.${at}`);
  const [statements, evidence] = [row.statements.filter(stays('statements')), row.evidence.filter(stays('evidence'))];
  const framing = Object.fromEntries(Object.entries(row.framing).map(([name, text]) => [name, wrong.has(`framing.${name}`) ? null : text]));
  const same = sql`
    narrative_id = ${id} and title = ${row.title} and thesis = ${row.thesis} and statements = ${jsonb(sql, row.statements)}
    and evidence = ${jsonb(sql, row.evidence)} and framing = ${jsonb(sql, row.framing)}`;
  const was = { statements: row.statements, evidence: row.evidence, framing: row.framing, why_different: row.why_different };
  const goes = wrong.has('title') || wrong.has('thesis') || evidence.length === 0;
  const mended = goes
    ? await sql`
        with mended as (
          delete from framed_narratives where ${same} returning *
        ), again as (
          update event_families ef set narrated_title_set = null from mended where ef.ef_id = mended.ef_id
        )
        ${writtenDown(sql, findings, byWhom, sql`to_jsonb(mended), null::jsonb`)}`
    : await sql`
        with mended as (
          update framed_narratives
          set statements = ${jsonb(sql, statements)}, evidence = ${jsonb(sql, evidence)}, framing = ${jsonb(sql, framing)},
              why_different = case when ${wrong.has('why_different')} then null else why_different end
          where ${same}
          returning statements, evidence, framing, why_different
        )
        ${writtenDown(sql, findings, byWhom, sql`${jsonb(sql, was)}, to_jsonb(mended)`)}`;
  return mended.count > 0;
}

function narrativeText(row: NarrativeTexts, field: string): unknown {
  const [name = '', place = ''] = field.split('.');
  if (name === 'statements') return row.statements[Number(place)]?.text;
  if (name === 'evidence') return row.evidence[Number(place)]?.quote;
  if (name === 'framing') return row.framing[place];
  return name === 'title' || name === 'thesis' || name === 'why_different' ? row[name] : undefined;
}

/** The last part of a statement whose `mended` holds a row where something was taken out; `texts` are those before and after. */
function writtenDown(sql: Sql, findings: readonly Finding[], byWhom: string, texts: Fragment) {
  return sql`
    insert into taken_out (of, field, text, reason, by_whom, before, after)
    select r.of, r.field, r.text, r.reason, ${byWhom}, ${texts}
    from mended, jsonb_to_recordset(${jsonb(sql, findings)}) as r (of text, field text, text text, reason text)`;
}
