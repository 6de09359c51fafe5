// Titles of a time into an archive, and nothing else: all stay where they are.
import type { Sql } from 'postgres';
import { type Archive, type ArchivedTitle, archivedColumns, stepRows } from './rule.js';

interface Copying {
  sql: Sql;
  /** Headlines of this moment and later; null for all before `until`. */
  since: Date | null;
  until: Date;
  archive: Archive;
  /** Throws its reason between two steps once it is aborted. */
  signal: AbortSignal;
  /** Told after each step how many there are by then. */
  onStep: (titles: number) => void;
}

/** Oldest headlines first; returns how many. A title that was forgotten has no text to be kept. */
export async function copyTitles({ sql, since, until, archive, signal, onStep }: Copying): Promise<number> {
  let titles = 0;
  let after = { at: since?.toISOString() ?? '-infinity', id: '0' };
  for (;;) {
    signal.throwIfAborted();
    const step = await sql<(ArchivedTitle & { at: string; id: string; status: string })[]>`
      select published_at::text as at, title_id as id, status, ${archivedColumns(sql)} from titles
      where (published_at, title_id) > (${after.at}::text::timestamptz, ${after.id}::bigint) and published_at < ${until.toISOString()}
      order by published_at, title_id
      limit ${stepRows}`;
    const last = step.at(-1);
    if (!last) return titles;
    const told = step.filter(({ status }) => status !== 'forgotten');
    await archive(told);
    titles += told.length;
    onStep(titles);
    after = { at: last.at, id: last.id };
  }
}
