// How frequent words are, as Postgres counted when it analysed the table; nothing is frequent before. To fetch all rows that have a frequent word, for
// twenty, would be to fetch thousands; to walk through the newest for a rare one would be to walk through all.
import type { Sql } from 'postgres';

type Table = 'family_search' | 'title_search';

interface Counted {
  /** By word; what is rarer than the rarest of these is missing. */
  shares: ReadonlyMap<string, number>;
  /** The same words in order. */
  words: readonly string[];
  rows: number;
  /** Lately. All rows where nothing is known of their times. */
  rowsPerDay: number;
}

export interface Expected {
  /** The share of rows that may have all the words, at most; null where one of them is rare. */
  share: number | null;
  /** Rows that have them all if one word says nothing of the other; 0 where one of them is rare. */
  matches: number;
  rows: number;
  rowsPerDay: number;
}

/** Families are walked through as fast as they are fetched by the index from this share on. */
export const frequentShare = 1 / 300;
const keptMs = 600_000;
const known = new WeakMap<Sql, Map<Table, { counted: Promise<Counted>; atMs: number }>>();

/** `query` as `queryOf` leaves it. */
export async function expectedOf(sql: Sql, table: Table, query: string): Promise<Expected> {
  const counted = await countedIn(sql, table);
  const { rows, rowsPerDay } = counted;
  const each = wordsIn(query).map((word) => shareOf(word, counted));
  const all = each.length === 0 ? 0 : each.reduce((product, share) => product * share, 1);
  return { share: all === 0 ? null : Math.min(...each), matches: rows * all, rows, rowsPerDay };
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

function shareOf({ text, isBeginning }: Word, { shares, words }: Counted): number {
  if (!isBeginning) return shares.get(text) ?? 0;
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  let most = 0;
  for (let at = low; words[at]?.startsWith(text); at++) most = Math.max(most, shares.get(words[at] ?? '') ?? 0);
  return most;
}

function countedIn(sql: Sql, table: Table): Promise<Counted> {
  const tables = known.get(sql) ?? new Map<Table, { counted: Promise<Counted>; atMs: number }>();
  known.set(sql, tables);
  const kept = tables.get(table);
  if (kept !== undefined && performance.now() - kept.atMs < keptMs) return kept.counted;
  const counted = readCounted(sql, table);
  counted.catch(() => tables.delete(table));
  tables.set(table, { counted, atMs: performance.now() });
  return counted;
}

async function readCounted(sql: Sql, table: Table): Promise<Counted> {
  const [row] = await sql<{ words: string[] | null; shares: number[] | null; rows: number; days: number | null }[]>`
    select w.most_common_elems::text::text[] as words, w.most_common_elem_freqs::float8[] as shares,
      (select greatest(reltuples, 0)::float8 from pg_class where oid = ${table}::regclass) as rows,
      (select extract(epoch from bounds[cardinality(bounds)] - bounds[greatest(1, cardinality(bounds) * 9 / 10)])::float8 / 86400
       from (select t.histogram_bounds::text::timestamptz[] as bounds from pg_stats t
         where t.schemaname = current_schema() and t.tablename = ${table} and t.attname in ('published_at', 'last_at')) h) as days
    from (select) one left join pg_stats w on w.schemaname = current_schema() and w.tablename = ${table} and w.attname = 'words'`;
  const { words, shares, rows = 0, days } = row ?? {};
  return {
    shares: new Map((words ?? []).map((word, at) => [word, shares?.[at] ?? 0])),
    words: (words ?? []).toSorted((a, b) => (a < b ? -1 : 1)),
    ...{ rows, rowsPerDay: rows / 10 / Math.max(days ?? 0, 0.1) },
  };
}
