// What operators have corrected, of whatever kind, as one list: marks on texts, moves of titles between families, texts taken out,
// words on errors, closed discrepancies.
import type { Sql } from 'postgres';

/**
 * `mark` is a word on a text, `move` an entry of the log of families, `fix` what `sni audit --fix` took out, `class` a word on an error,
 * `close` the closing of a discrepancy.
 */
export const correctionSorts = ['mark', 'move', 'fix', 'class', 'close'] as const;
export type CorrectionSort = (typeof correctionSorts)[number];

export interface Correction {
  /** `mark:3`, `move:7`. */
  id: string;
  sort: CorrectionSort;
  number: string;
  at: Date;
  /** What was done: "wrong", "right", "split", "merge", "drop", "fix", "class", "close". */
  act: string;
  /** Of what: "ef:12 context", "ef:12 and ef:15". */
  of: string;
  byWhom: string;
  why: string;
}

/** Those that stand and can be undone, the newest first; undoings are none. */
export function readCorrections(sql: Sql, limit: number): Promise<Correction[]> {
  return sql<Correction[]>`${all(sql)} order by at desc, sort, number::bigint desc limit ${limit}`;
}

/** Null where it is not there, or does not stand. */
export async function readCorrection(sql: Sql, sort: CorrectionSort, number: string): Promise<Correction | null> {
  const [found] = await sql<Correction[]>`${all(sql)} and sort = ${sort} and number = ${number}`;
  return found ?? null;
}

function all(sql: Sql) {
  return sql`
    select sort || ':' || number as id, c.*
    from (
      select 'mark' as sort, mark_id::text as number, at, verdict as act, 'ef:' || ef_id || ' ' || replace(field, '_', ' ') as of,
        by_whom as "byWhom", why
      from marks where undone_at is null
      union all
      select 'move', l.log_id::text, l.at, l.act,
        'ef:' || l.ef_id || case when l.other_ef_id is null then '' else ' and ef:' || l.other_ef_id end
          || ', ' || cardinality(l.title_ids) || case when cardinality(l.title_ids) = 1 then ' title' else ' titles' end,
        l.by_whom, coalesce(l.why ->> 'said', '')
      from family_log l
      where l.by_whom <> 'generate' and l.act in ('merge', 'split', 'drop') and not exists (select from family_log u where u.undoes = l.log_id)
      union all
      select 'fix', min(taken_out_id)::text, at, 'fix', of || ', ' || count(*) || case when count(*) = 1 then ' text' else ' texts' end,
        by_whom, min(reason)
      from taken_out where put_back_at is null and before is not null group by of, at, by_whom
      union all
      select 'class', log_id::text, at, act, said, by_whom, why from operator_log where act = 'class' and before is not null and undone_at is null
      union all
      select 'close', d.discrepancy_id::text, d.closed_at, 'close', 'discrepancy ' || d.discrepancy_id || ', ' || o.kind,
        coalesce(d.closed_by, ''), coalesce(d.closed_why, '')
      from discrepancies d join observations o using (observation_id) where d.closed_at is not null
    ) c
    where true`;
}
