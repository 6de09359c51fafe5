// Where the answers of a stage go: always into its record, and into a table of the operator's where the settings name one.
import type { Fragment, Sql } from 'postgres';
import type { Stage } from '../config/stages.js';
import type { ItemId } from '../work.js';

interface Answers {
  itemId: ItemId;
  result: { answer: Record<string, unknown>; inputSha256: string; madeBy: object };
}

const columnTypes = { text: 'text', number: 'float8', whole: 'bigint', boolean: 'boolean', texts: 'text[]' } as const;

/** CTEs behind `closed`, as a phase's settle gives them. */
export function settleAnswers(
  sql: Sql,
  { name, answer, table }: Pick<Stage, 'name' | 'answer' | 'table'>,
  results: readonly Answers[],
): Fragment {
  const rows = results.map(({ itemId, result }) => ({
    item_id: itemId,
    sha: result.inputSha256,
    answer: result.answer,
    made_by: result.madeBy,
  }));
  return sql`
    answers as (
      select a.item_id, a.sha, a.answer, a.made_by
      from jsonb_to_recordset(${sql.json(JSON.parse(JSON.stringify(rows)))}) as a (item_id bigint, sha text, answer jsonb, made_by jsonb)
      join closed on closed.item_id = a.item_id
    ), ${table === undefined || !answer ? sql`` : sql`given as (${intoTable(sql, table, answer)}),`} made as (
      insert into stage_answers (stage, item_id, input_sha256, answer, made_by)
      select ${name}, item_id, sha, answer, made_by from answers
      on conflict (stage, item_id) do update set input_sha256 = excluded.input_sha256, answer = excluded.answer, made_by = excluded.made_by, made_at = now()
      returning item_id
    )`;
}

/** Names come from the settings, which allow small letters, digits and underscores; they are quoted all the same. */
function intoTable(sql: Sql, table: string, answer: NonNullable<Stage['answer']>): Fragment {
  const columns = Object.keys(answer);
  const typed = Object.entries(answer).map(
    ([column, type]) => sql`${sql(column)} ${sql.unsafe(typeof type === 'string' ? columnTypes[type] : 'text')}`,
  );
  const set = columns.map((column) => sql`${sql(column)} = excluded.${sql(column)}`);
  return sql`
    insert into ${sql(table)} (item_id, ${listOf(
      sql,
      columns.map((column) => sql`${sql(column)}`),
    )})
    select a.item_id, ${listOf(
      sql,
      columns.map((column) => sql`v.${sql(column)}`),
    )}
    from answers a, jsonb_to_record(a.answer) as v (${listOf(sql, typed)})
    on conflict (item_id) do update set ${listOf(sql, set)}`;
}

/** With commas between. */
function listOf(sql: Sql, parts: readonly Fragment[]): Fragment {
  return parts.reduce<Fragment>((all, part, index) => (index === 0 ? part : sql`${all}, ${part}`), sql``);
}
