// Narratives for `sni list narratives`: those of the newest and largest families first, in their own order within a family.
import type { Sql } from 'postgres';
import { type Column, headlineLeast } from '../table.js';
import type { Listed, ListWanted } from './wanted.js';

interface NarrativeRow {
  id: number;
  familyId: number;
  family: string;
  position: number;
  title: string;
  thesis: string;
  outlets: string[];
  prevalence: number;
  madeAt: Date;
}

/** At most so many narratives; `status` is that of their families, which are in use where none is asked for. */
export async function readNarratives(sql: Sql, { limit, status }: ListWanted): Promise<Listed<NarrativeRow>> {
  const rows = await sql<NarrativeRow[]>`
    select n.narrative_id::float8 as id, n.ef_id::float8 as "familyId", f.title as family, n.position, n.title, n.thesis, n.outlets,
      n.prevalence, n.made_at as "madeAt"
    from framed_narratives n join event_families f using (ef_id)
    where f.status = any(${status === undefined ? ['seed', 'active'] : [status]})
    order by date_trunc('day', f.last_at, 'UTC') desc, f.title_count desc, n.ef_id, n.position
    limit ${limit}`;
  return { rows, next: null };
}

export const narrativeColumns: readonly Column[] = [
  { title: 'id', align: 'right' },
  { title: 'family', align: 'right' },
  { title: 'share', align: 'right', spare: 2 },
  { title: 'outlets', least: 10, spare: 1, paint: (cell, _, colors) => colors.cyan(cell) },
  { title: 'narrative', least: headlineLeast },
];

/** The cells of a narrative, in the order of `narrativeColumns`. */
export function narrativeRow(row: NarrativeRow): string[] {
  return [String(row.id), String(row.familyId), `${Math.round(row.prevalence * 100)} %`, row.outlets.join(', '), row.title];
}
