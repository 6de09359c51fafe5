// Discrepancies as they are read and closed.
import type { Sql } from 'postgres';
import type { Lacking, ObservedHeadline, ObservedKind } from './put.js';

export interface Discrepancy {
  number: number;
  at: Date;
  kind: ObservedKind;
  subject: string;
  decided: string;
  judged: string;
  /** The model's reason, an opinion. */
  why: string;
  lacking: Lacking[];
  headlines: ObservedHeadline[];
  statements: string[];
  /** `engine/model`. */
  model: string;
  closedAt: Date | null;
  closedBy: string | null;
  closedWhy: string | null;
}

/** The newest first. */
export function readDiscrepancies(sql: Sql, { kind, all, limit }: { kind: ObservedKind | null; all: boolean; limit: number }) {
  return sql<Discrepancy[]>`
    ${selected(sql)}
    where (${all} or d.closed_at is null) and (${kind}::text is null or o.kind = ${kind})
    order by d.discrepancy_id desc
    limit ${limit}`;
}

/** Null where there is none of that id. */
export async function readDiscrepancy(sql: Sql, id: string): Promise<Discrepancy | null> {
  const [found] = await sql<Discrepancy[]>`${selected(sql)} where d.discrepancy_id = ${id}`;
  return found ?? null;
}

function selected(sql: Sql) {
  return sql`
    select d.discrepancy_id::float8 as number, d.at, o.kind, o.subject, o.put ->> 'decided' as decided, d.judged, d.why, d.lacking,
      o.put -> 'headlines' as headlines, o.put -> 'statements' as statements,
      concat_ws('/', o.made_by ->> 'engine', o.made_by ->> 'model') as model,
      d.closed_at as "closedAt", d.closed_by as "closedBy", d.closed_why as "closedWhy"
    from discrepancies d
    join observations o using (observation_id)`;
}

/** False where it is closed already, or not there. */
export async function closeDiscrepancy(sql: Sql, { id, why, byWhom }: { id: string; why: string; byWhom: string }): Promise<boolean> {
  const { count } = await sql`
    update discrepancies set closed_at = now(), closed_by = ${byWhom}, closed_why = ${why}
    where discrepancy_id = ${id} and closed_at is null`;
  return count > 0;
}
