// Event families as lines of a table: found by lib/search, in the words of the desk.
import type { Sql } from 'postgres';
import { type FamilyHit, findFamilies } from '../../search/families.js';
import { type Column, headlineLeast } from '../table.js';
import { moment } from '../words.js';
import type { Listed, ListWanted } from './wanted.js';

/** Without a status: those in use, seed and active. */
export async function readFamilies(sql: Sql, { limit, filter, sort, after }: ListWanted): Promise<Listed<FamilyHit>> {
  const { hits, next } = await findFamilies(sql, filter, { limit, sort, after });
  return { rows: hits, next };
}

export const familyColumns: readonly Column[] = [
  { title: 'id', align: 'right' },
  { title: 'last title', least: 'whole' },
  { title: 'titles', align: 'right', spare: 6 },
  { title: 'outlets', align: 'right', spare: 2 },
  { title: 'frames', align: 'right', spare: 3 },
  { title: 'tier', align: 'right', spare: 1 },
  {
    title: 'status',
    least: 'whole',
    spare: 4,
    paint: (cell, text, colors) => (text === 'active' ? colors.green(cell) : text === 'seed' ? colors.yellow(cell) : colors.dim(cell)),
  },
  { title: 'theater', least: 15, spare: 5, paint: (cell, _, colors) => colors.cyan(cell) },
  { title: 'title', least: headlineLeast },
];

/** The cells of a family, in the order of `familyColumns`. */
export function familyCells(row: FamilyHit, timeZone: string): string[] {
  const counts = [row.titles, row.outlets, row.narratives, row.strategicTier].map(String);
  return [String(row.id), moment(row.lastAt, timeZone), ...counts, row.status, row.theater, row.title];
}
