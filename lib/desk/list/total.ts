// How many there are of what `sni list` shows, and the line that says so where it did not show all.
import type { Sql } from 'postgres';
import { countFamilies } from '../../search/families.js';
import { counted } from '../words.js';
import type { ListWanted } from './wanted.js';

/** Counted no further than this: the line need not wait for a million titles. */
const mostCounted = 50_000;

/** How many there are of what is wanted, without a status those in use; `mostCounted` + 1 for more than that. */
export type Total = (sql: Sql, wanted: Pick<ListWanted, 'status' | 'filter'>) => Promise<number>;

export const totalTitles: Total = async (sql, { status }) =>
  only(
    await sql<Count[]>`
      select count(*)::int as all
      from (select from titles ${status === undefined ? sql`` : sql`where status = ${status}`} limit ${mostCounted + 1}) t`,
  );

export const totalFamilies: Total = (sql, { filter }) => countFamilies(sql, filter, mostCounted + 1);

export const totalNarratives: Total = async (sql, { status }) =>
  only(
    await sql<Count[]>`
      select count(*)::int as all
      from (
        select from framed_narratives join event_families using (ef_id) where status = any(${inUse(status)}) limit ${mostCounted + 1}
      ) n`,
  );

export const totalCalls: Total = async (sql, { status }) =>
  only(
    await sql<Count[]>`
      select count(*)::int as all
      from (select from model_calls ${status === undefined ? sql`` : sql`where outcome = ${status}`} limit ${mostCounted + 1}) c`,
  );

interface Count {
  all: number;
}

function only(rows: readonly Count[]): number {
  return rows[0]?.all ?? 0;
}

/** The statuses of families that are listed where none is asked for. */
function inUse(status: string | undefined): string[] {
  return status === undefined ? ['seed', 'active'] : [status];
}

/** `20 of 49 event families; --limit 49 shows all.` Null where all were shown. */
export function restLine(shown: number, all: number, one: string): string | null {
  if (all <= shown) return null;
  if (all > mostCounted) return `${shown.toLocaleString('en')} of more than ${counted(mostCounted, one)}; --limit ${shown * 5} shows more.`;
  return `${shown.toLocaleString('en')} of ${counted(all, one)}; --limit ${all} shows all.`;
}
