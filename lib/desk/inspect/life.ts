// The whole life of a title or an event family, as far as any table tells: what happened when and by whom, how each phase stands with it,
// and what models were asked for it.
import type { Fragment, Sql } from 'postgres';
import { phaseNames, phases, type ShownAs } from '../../config/phases.js';

export interface Happening {
  at: Date;
  what: string;
  said: string;
  byWhom: string;
}

interface Stage {
  phase: string;
  state: string;
  attempts: number;
  deaths: number;
  priority: number;
  version: string | null;
  /** Made as the newest run makes it; null while it is not done. */
  fresh: boolean | null;
  discoveredAt: Date;
  notBefore: Date;
  finishedAt: Date | null;
  worker: string | null;
  error: string | null;
}

interface Call {
  callId: string;
  at: Date;
  task: string;
  model: string;
  outcome: string;
  costUsd: number;
  tokens: number;
  latencyMs: number;
}

export interface Life {
  id: string;
  title: string;
  status: string;
  /** The oldest first. */
  happenings: Happening[];
  stages: Stage[];
  calls: Call[];
  costUsd: number;
}

/** Null where there is no such thing. */
export async function readLife(sql: Sql, sort: ShownAs, id: string): Promise<Life | null> {
  const [head] = await (sort === 'title'
    ? sql<{ title: string; status: string }[]>`select title_display as title, status from titles where title_id = ${id}`
    : sql<{ title: string; status: string }[]>`select title, status from event_families where ef_id = ${id}`);
  if (!head) return null;
  const [happenings, stages, calls] = await Promise.all([
    sort === 'title' ? ofTitle(sql, id) : ofFamily(sql, id),
    readItemStages(sql, workedBy(sort), id),
    sort === 'title' ? [] : readCalls(sql, id),
  ]);
  return { id: `${sort}:${id}`, ...head, happenings, stages, calls, costUsd: calls.reduce((sum, call) => sum + call.costUsd, 0) };
}

function ofTitle(sql: Sql, id: string): Promise<Happening[]> {
  return sql<Happening[]>`
    with t as materialized (select * from titles where title_id = ${id})
    select at, what, said, by_whom as "byWhom"
    from (
      select published_at as at, 'published' as what, 'by ' || publisher_name as said, '' as by_whom from t
      union all select ingested_at, 'came in', 'from feed ' || feed_id, '' from t
      union all select w.seen_at, 'came again', w.title_original, '' from title_wordings w where w.title_id = ${id}
      union all select gated_at, case status when 'gate_drop' then 'dropped' else 'kept' end,
        'score ' || coalesce(gate_score::text, 'unknown') || coalesce(', tier ' || strategic_tier, ''), '' from t where gated_at is not null
      union all select l.at, l.act, 'ef:' || l.ef_id || coalesce(' and ef:' || l.other_ef_id, '') || coalesce(': ' || (l.why ->> 'said'), ''), l.by_whom
        from family_log l where l.title_ids @> array[${id}::bigint]
      union all ${observed(sql, `title:${id}`)}
      union all ${ordered(sql, 'title', id)}
    ) happened
    order by at, what`;
}

function ofFamily(sql: Sql, id: string): Promise<Happening[]> {
  return sql<Happening[]>`
    with f as materialized (select * from event_families where ef_id = ${id})
    select at, what, said, by_whom as "byWhom"
    from (
      select first_at as at, 'first headline' as what, ${titlesOf(sql, sql`title_count`)} || ' now' as said, '' as by_whom from f
      union all select generated_at, 'founded', 'as ' || ef_key, '' from f
      union all select l.at, l.act, ${titlesOf(sql, sql`cardinality(l.title_ids)`)} || ', ef:' || l.ef_id || coalesce(' and ef:' || l.other_ef_id, '')
          || coalesce(': ' || (l.why ->> 'said'), ''), l.by_whom
        from family_log l where l.ef_id = ${id} or l.other_ef_id = ${id}
      union all select enriched_at, 'enriched', coalesce(enriched_by ->> 'engine', 'unknown') || ' ' || coalesce(enriched_by ->> 'model', ''), ''
        from f where enriched_at is not null
      union all select narrated_at, 'narrated', coalesce(narrated_by ->> 'engine', 'unknown') || ' ' || coalesce(narrated_by ->> 'model', ''), ''
        from f where narrated_at is not null
      union all select m.at, 'marked ' || m.verdict, m.field || coalesce(': ' || nullif(m.why, ''), ''), m.by_whom from marks m where m.ef_id = ${id}
      union all select m.undone_at, 'mark undone', 'mark:' || m.mark_id, coalesce(m.undone_by, 'unknown') from marks m where m.ef_id = ${id} and m.undone_at is not null
      union all ${observed(sql, `ef:${id}`)}
      union all ${ordered(sql, 'ef', id)}
    ) happened
    order by at, what`;
}

/** "1 title", "2 titles". */
function titlesOf(sql: Sql, count: Fragment) {
  return sql`(${count} || case ${count} when 1 then ' title' else ' titles' end)`;
}

function observed(sql: Sql, subject: string) {
  return sql`
    select o.judged_at, case when o.agreed then 'observer agreed' else 'observer differed' end, o.kind, 'observe'
    from observations o where o.subject = ${subject} and o.judged_at is not null`;
}

/** What operators did to it by its number. */
function ordered(sql: Sql, sort: ShownAs, id: string) {
  return sql`
    select g.at, g.act, g.phase || case when g.why = '' then '' else ': ' || g.why end, g.by_whom
    from operator_log g where g.phase = any(${workedBy(sort)}::text[]) and g.item_ids @> array[${id}::bigint]`;
}

/** How the phases named stand with the item. */
export function readItemStages(sql: Sql, names: readonly string[], id: string): Promise<Stage[]> {
  return sql<Stage[]>`
    select w.phase, w.state, w.attempts, w.deaths, w.priority, w.version, w.discovered_at as "discoveredAt", w.not_before as "notBefore",
      w.finished_at as "finishedAt", w.worker, w.error, case when w.state = 'done' then w.version is not distinct from p.version end as fresh
    from work w join phases p on p.name = w.phase
    where w.phase = any(${names as string[]}::text[]) and w.item_id = ${id}
    order by p.position`;
}

/** A family's texts name the question they answer, and the ledger has what each question cost. */
function readCalls(sql: Sql, id: string): Promise<Call[]> {
  return sql<Call[]>`
    select c.call_id::text as "callId", c.at, c.task, c.engine || '/' || c.model as model, c.outcome, c.cost_usd::float8 as "costUsd",
      c.tokens_in + c.tokens_out as tokens, c.latency_ms as "latencyMs"
    from model_calls c
    where c.input_sha256 in (
      select made ->> 'inputSha256' from event_families f, unnest(array[f.described_by, f.enriched_by, f.narrated_by]) made where f.ef_id = ${id}
    )
    order by c.at
    limit 200`;
}

function workedBy(sort: ShownAs): string[] {
  return phaseNames.filter((name) => phases[name].shownAs === sort);
}
