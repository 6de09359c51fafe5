// What the program has written down of its own work: answers of models, runs with their calls and deeds, earlier wordings, work that is done.
import type { Sql } from 'postgres';
import { cutoff, type KeepingRule, stepRows } from './rule.js';

type Fragment = ReturnType<Sql>;

/** A part of a table that goes: which rows, and how they are named. */
interface Part {
  table: string;
  /** A condition over `r`. */
  gone: (sql: Sql, days: number) => Fragment;
}

/** A rule that deletes parts of tables, some rows of each in a step. */
function deleting(kind: KeepingRule['kind'], what: string, parts: readonly Part[]): KeepingRule {
  return {
    kind,
    what,
    waiting: async (sql, days) => {
      const counts = await Promise.all(
        parts.map(({ table, gone }) => sql<{ n: number }[]>`select count(*)::int as n from ${sql(table)} r where ${gone(sql, days)}`),
      );
      return counts.reduce((sum, [row]) => sum + (row?.n ?? 0), 0);
    },
    step: async (sql, days) => {
      const counts = await Promise.all(
        parts.map(
          ({ table, gone }) => sql`
            delete from ${sql(table)} where ctid = any(array(
              select r.ctid from ${sql(table)} r where ${gone(sql, days)} limit ${stepRows} for update skip locked))`,
        ),
      );
      return {
        gone: counts.reduce((sum, { count }) => sum + count, 0),
        next: counts.some(({ count }) => count === stepRows) ? 'more' : null,
      };
    },
  };
}

const modelAnswers: KeepingRule = {
  kind: 'model_answers',
  what: 'answers of models, word for word',
  waiting: async (sql, days) => {
    const [row] = await sql<{ n: number }[]>`
      select count(*)::int as n from model_calls where raw is not null and at < ${cutoff(sql, days)}`;
    return row?.n ?? 0;
  },
  step: async (sql, days) => {
    const { count } = await sql`
      update model_calls set raw = null
      where call_id in (select call_id from model_calls where raw is not null and at < ${cutoff(sql, days)} order by at limit ${stepRows})`;
    return { gone: count, next: count === stepRows ? 'more' : null };
  },
};

/** The last row of each kind stays: "never ran" is not "ran long ago". */
const runs = deleting('runs', 'runs, calls of models, deeds of the doctor', [
  {
    table: 'runs',
    gone: (sql, days) => sql`r.started_at < ${cutoff(sql, days)} and r.finished_at is not null
      and exists (select from runs l where l.phase = r.phase and l.started_at > r.started_at)`,
  },
  { table: 'model_calls', gone: (sql, days) => sql`r.at < ${cutoff(sql, days)}` },
  { table: 'doctor_actions', gone: (sql, days) => sql`r.at < ${cutoff(sql, days)}` },
  { table: 'dispatched', gone: (sql, days) => sql`r.at < ${cutoff(sql, days)}` },
  { table: 'system_tests', gone: (sql, days) => sql`r.at < ${cutoff(sql, days)} and r.receipt is not null` },
  {
    table: 'observations',
    gone: (sql, days) => sql`r.day < (${cutoff(sql, days)})::date and not exists (
      select from discrepancies d where d.observation_id = r.observation_id and d.closed_at is null)`,
  },
]);

const wordings = deleting('wordings', 'earlier wordings of titles and narratives, and what was taken out', [
  { table: 'title_wordings', gone: (sql, days) => sql`r.seen_at < ${cutoff(sql, days)}` },
  { table: 'earlier_narratives', gone: (sql, days) => sql`r.told_until < ${cutoff(sql, days)}` },
  { table: 'taken_out', gone: (sql, days) => sql`r.at < ${cutoff(sql, days)}` },
]);

/**
 * Feeds are few and come again, and a decision of the gate is stale where no record says what made it: both stay and are not looked at. The rest
 * is walked phase by phase in the table's own order: no index by time is worth its price at each settle.
 */
const work: KeepingRule = {
  kind: 'work',
  what: 'records of work that is done',
  waiting: async (sql, days) => {
    const [row] = await sql<{ n: number }[]>`
      select count(*)::int as n from work where phase not in ('ingest', 'filter') and state = 'done' and finished_at < ${cutoff(sql, days)}`;
    return row?.n ?? 0;
  },
  step: async (sql, days, after) => {
    const [phase = await phaseBehind(sql, ''), item = '0'] = after?.split(' ') ?? [];
    if (phase === null) return { gone: 0, next: null };
    const [row] = await sql<{ gone: number; looked: number; last: string | null }[]>`
      with range as materialized (
        select item_id from work where phase = ${phase} and item_id > ${item}::bigint order by item_id limit ${stepRows}
      ), gone as (
        delete from work w using range r
        where w.phase = ${phase} and w.item_id = r.item_id and w.state = 'done' and w.finished_at < ${cutoff(sql, days)}
        returning 1
      )
      select (select count(*)::int from gone) as gone, count(*)::int as looked, max(item_id) as last from range`;
    const gone = row?.gone ?? 0;
    if (row?.looked === stepRows) return { gone, next: `${phase} ${row.last}` };
    const behind = await phaseBehind(sql, phase);
    return { gone, next: behind === null ? null : `${behind} 0` };
  },
};

/** The phase by name whose records go, behind that one. */
async function phaseBehind(sql: Sql, phase: string): Promise<string | null> {
  const [row] = await sql<{ name: string | null }[]>`
    select min(name) as name from phases where name > ${phase} and name not in ('ingest', 'filter')`;
  return row?.name ?? null;
}

export const recordRules: readonly KeepingRule[] = [modelAnswers, runs, wordings, work];
