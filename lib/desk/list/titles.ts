// Titles for `sni list titles`, the newest first. They are sorted by publication among those stored last, which are read backwards along
// the key: as quick at ten million titles as at ten.
import type { Sql } from 'postgres';
import { type Column, headlineLeast } from '../table.js';
import { moment } from '../words.js';
import type { Listed, ListWanted } from './wanted.js';

interface TitleRow {
  id: number;
  title: string;
  publisher: string;
  lang: string;
  status: string;
  strategicTier: number | null;
  gateScore: number | null;
  publishedAt: Date;
  ingestedAt: Date;
  familyId: number | null;
  url: string | null;
}

/** Among so many titles stored last the newest are looked for. */
const window = 1000;

/** The newest by publication. Ids as numbers: they stay far below 2^53. */
export async function readTitles(sql: Sql, { limit, status }: ListWanted): Promise<Listed<TitleRow>> {
  const rows = await sql<TitleRow[]>`
    select title_id::float8 as id, title_display as title, publisher_name as publisher, lang, status, strategic_tier as "strategicTier",
      gate_score as "gateScore", published_at as "publishedAt", ingested_at as "ingestedAt", ef_id::float8 as "familyId", url
    from (
      select * from titles
      ${status === undefined ? sql`` : sql`where status = ${status}`}
      order by title_id desc
      limit ${Math.max(limit, window)}
    ) last
    order by published_at desc, title_id desc
    limit ${limit}`;
  return { rows, next: null };
}

export const titleColumns: readonly Column[] = [
  { title: 'id', align: 'right' },
  { title: 'published', least: 'whole' },
  { title: 'publisher', least: 12, spare: 3, paint: (cell, _, colors) => colors.cyan(cell) },
  {
    title: 'status',
    least: 'whole',
    spare: 4,
    paint: (cell, text, colors) => (text === 'gate_keep' ? colors.green(cell) : text === 'gate_drop' ? colors.dim(cell) : cell),
  },
  { title: 'tier', align: 'right', spare: 1 },
  { title: 'family', align: 'right', spare: 2 },
  { title: 'title', least: headlineLeast },
];

/** The cells of a title, in the order of `titleColumns`. */
export function titleRow(row: TitleRow, timeZone: string): string[] {
  const { id, publishedAt, publisher, status, strategicTier, familyId, title } = row;
  return [String(id), moment(publishedAt, timeZone), publisher, status, String(strategicTier ?? ''), String(familyId ?? ''), title];
}
