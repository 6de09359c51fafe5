// Whether words are so frequent that the newest rows have enough of them: to fetch all that have them, for twenty, would be to fetch thousands. As
// Postgres counted when it analysed the table; nothing is frequent before.
import type { Sql } from 'postgres';

type Table = 'family_search' | 'title_search';
type Shares = ReadonlyMap<string, number>;

/** A word in so large a share of the rows is frequent: a million titles are walked through as fast as they are fetched by the index. */
const frequentShare: Record<Table, number> = { family_search: 1 / 300, title_search: 1 / 1000 };
const keptMs = 600_000;
const known = new WeakMap<Sql, Map<Table, { shares: Promise<Shares>; atMs: number }>>();

/** The share of rows that may have all the words, where each of them is frequent; else null. `query` as `queryOf` leaves it. */
export async function shareOfFrequent(sql: Sql, table: Table, query: string): Promise<number | null> {
  const words = wordsIn(query);
  const shares = await sharesIn(sql, table);
  const least = Math.min(...words.map((word) => shareOf(word, shares)));
  return words.length > 0 && least >= frequentShare[table] ? least : null;
}

interface Word {
  text: string;
  isBeginning: boolean;
}

/** Without those that must not be there. */
function wordsIn(query: string): Word[] {
  const wanted = query.replace(/!\((?:[^')]|'(?:[^']|'')*')*\)/g, '');
  return [...wanted.matchAll(/'((?:[^']|'')*)'(:\*)?/g)].map(([, text = '', beginning]) => ({
    text: text.replaceAll("''", "'"),
    isBeginning: beginning !== undefined,
  }));
}

function shareOf({ text, isBeginning }: Word, shares: Shares): number {
  if (!isBeginning) return shares.get(text) ?? 0;
  let most = 0;
  for (const [word, share] of shares) if (word.startsWith(text) && share > most) most = share;
  return most;
}

function sharesIn(sql: Sql, table: Table): Promise<Shares> {
  const tables = known.get(sql) ?? new Map<Table, { shares: Promise<Shares>; atMs: number }>();
  known.set(sql, tables);
  const kept = tables.get(table);
  if (kept !== undefined && performance.now() - kept.atMs < keptMs) return kept.shares;
  const shares = readShares(sql, table);
  shares.catch(() => tables.delete(table));
  tables.set(table, { shares, atMs: performance.now() });
  return shares;
}

async function readShares(sql: Sql, table: Table): Promise<Shares> {
  const [row] = await sql<{ words: string[] | null; shares: number[] | null }[]>`
    select most_common_elems::text::text[] as words, most_common_elem_freqs::float8[] as shares
    from pg_stats where schemaname = current_schema() and tablename = ${table} and attname = 'words'`;
  return new Map((row?.words ?? []).map((word, at) => [word, row?.shares?.[at] ?? 0]));
}
