// Titles in the order of their ids, oldest first: what their feeds said of them, the text of those that were dropped, and those that never
// came into a family. Each rule remembers how far it came, so that a table of ten years costs a night no more than one of ten days.
import type { Sql, TransactionSql } from 'postgres';
import { type Archive, type ArchivedTitle, archivedColumns, cutoff, type KeepingRule, type KeepingStep, stepRows } from './rule.js';

interface TitleRule extends Pick<KeepingRule, 'kind' | 'what'> {
  /** Which titles it changes, as a condition over `titles t`. */
  concerns: (sql: Sql | TransactionSql) => ReturnType<Sql>;
  /** Changes those of `ids` that it concerns; returns how many. */
  change: (sql: TransactionSql, ids: readonly string[], archive: Archive) => Promise<number>;
}

/** The item as the feed gave it. */
const raw: TitleRule = {
  kind: 'raw',
  what: 'items as feeds gave them',
  concerns: (sql) => sql`t.raw <> '{}'::jsonb`,
  change: async (sql, ids) => {
    const { count } = await sql`update titles t set raw = '{}' where t.title_id = any(${ids}::bigint[]) and ${raw.concerns(sql)}`;
    return count;
  },
};

/** What is left is what a feed that still carries it is known by: hash, GUID, link, publisher. */
const drops: TitleRule = {
  kind: 'drops',
  what: 'texts of dropped titles',
  concerns: (sql) => sql`t.status = 'gate_drop'`,
  change: async (sql, ids, archive) => {
    const there = sql`titles t where t.title_id = any(${ids}::bigint[]) and ${drops.concerns(sql)}`;
    await archive(await sql`select ${archivedColumns(sql)} from ${there} order by title_id for update`);
    const { count } = await sql`
      update titles t
      set status = 'forgotten', title_original = '', title_display = '', title_norm = '', description = null, raw = '{}', gate = null,
          gate_score = null, actors = null, mechanisms = null, reading = null
      where t.title_id = any(${ids}::bigint[]) and ${drops.concerns(sql)}`;
    await sql`delete from work where phase = 'filter' and item_id = any(${ids}::bigint[]) and state = 'done'`;
    return count;
  },
};

/** Those of families go with their families. What is at work now stays, and so does what still waits for the gate. */
const loose: TitleRule = {
  kind: 'titles',
  what: 'titles of no family',
  concerns: (sql) => sql`t.ef_id is null and t.status <> 'pending' and not exists (
    select from work w where w.phase in ('filter', 'generate') and w.item_id = t.title_id and w.state = 'leased')`,
  change: async (sql, ids, archive) => {
    const going = await sql<(ArchivedTitle & { id: string; status: string })[]>`
      select title_id as id, status, ${archivedColumns(sql)} from titles t
      where t.title_id = any(${ids}::bigint[]) and ${loose.concerns(sql)}
      order by title_id
      for update`;
    await archive(going.filter(({ status }) => status !== 'forgotten'));
    return deleteTitles(
      sql,
      going.map(({ id }) => id),
    );
  },
};

/** Deletes titles that are locked, with their work. Returns how many. */
export async function deleteTitles(sql: TransactionSql, ids: readonly string[]): Promise<number> {
  await sql`delete from work where phase in ('filter', 'generate') and item_id = any(${ids}::bigint[])`;
  const { count } = await sql`delete from titles where title_id = any(${ids}::bigint[])`;
  return count;
}

/** The rules over titles one by one. */
export const titleRules: readonly KeepingRule[] = [raw, drops, loose].map(({ kind, what, concerns, change }) => ({
  kind,
  what,
  waiting: async (sql, days) => {
    const [row] = await sql<{ waiting: number }[]>`
      select count(*)::int as waiting from titles t
      where t.title_id > coalesce((select up_to from pruned where rule = ${what}), 0) and t.ingested_at < ${cutoff(sql, days)}
        and ${concerns(sql)}`;
    return row?.waiting ?? 0;
  },
  step: (sql, days, _after, archive) => sql.begin((tx) => walk(tx, what, days, (ids) => change(tx, ids, archive))),
}));

async function walk(
  sql: TransactionSql,
  rule: string,
  days: number,
  change: (ids: readonly string[]) => Promise<number>,
): Promise<KeepingStep> {
  const range = await sql<{ id: string; old: boolean }[]>`
    select title_id as id, ingested_at < ${cutoff(sql, days)} as old from titles
    where title_id > coalesce((select up_to from pruned where rule = ${rule}), 0)
    order by title_id
    limit ${stepRows}`;
  const young = range.findIndex(({ old }) => !old);
  const ids = range.slice(0, young === -1 ? range.length : young).map(({ id }) => id);
  const last = ids.at(-1);
  if (last === undefined) return { gone: 0, next: null };
  const gone = await change(ids);
  await sql`
    insert into pruned (rule, up_to) values (${rule}, ${last})
    on conflict (rule) do update set up_to = greatest(pruned.up_to, excluded.up_to), at = now()`;
  return { gone, next: ids.length === stepRows ? last : null };
}
