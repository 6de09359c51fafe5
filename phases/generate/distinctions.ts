// What models have judged of families before, as far as it touches some titles.
import type { Sql } from 'postgres';
import type { Distinction } from '../../lib/matching/steps.js';

/** The distinctions of which one side is known by one of these titles. */
export async function readDistinctions(sql: Sql, titleIds: readonly string[]): Promise<Distinction[]> {
  if (titleIds.length === 0) return [];
  const rows = await sql<{ one: string; other: string; titles: number }[]>`
    select one_title as one, other_title as other, titles from distinctions where one_title = any(${titleIds as string[]}::bigint[])
    union
    select one_title, other_title, titles from distinctions where other_title = any(${titleIds as string[]}::bigint[])`;
  return rows.map(({ one, other, titles }) => ({ one, other, titles }));
}
