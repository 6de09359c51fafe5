// What operators have ruled, as far as it touches a claim: read anew with each.
import type { Sql } from 'postgres';
import type { NewsTitle } from '../../lib/matching/features.js';
import { type Ruling, Rulings } from '../../lib/matching/rulings.js';
import { windowsAround } from './windows.js';

/** The rulings on any title of the claim, or on one that lies as near to it in time as an open family may, the earliest first. */
export async function readRulings(sql: Sql, titles: readonly NewsTitle[]): Promise<Rulings> {
  const rows = await sql<{ log_id: string; rule: Ruling['rule']; one: string[] | null; other: string[] | null }[]>`
    with windows as (
      select * from jsonb_to_recordset(${JSON.stringify(windowsAround(titles, 2))}::text::jsonb) as w ("from" timestamptz, "to" timestamptz)
    )
    select r.log_id, r.rule, array_agg(r.title_id::text) filter (where r.side = 1) as one, array_agg(r.title_id::text) filter (where r.side = 2) as other
    from title_rulings r
    where r.log_id in (
      select own.log_id from title_rulings own join titles t on t.title_id = own.title_id
      where own.title_id = any(${titles.map(({ titleId }) => titleId)}::bigint[])
        or exists (select from windows w where t.published_at >= w."from" and t.published_at <= w."to"))
    group by r.log_id, r.rule
    order by r.log_id`;
  return new Rulings(rows.map(({ rule, one, other }) => ({ rule, one: new Set(one), other: new Set(other) })));
}
