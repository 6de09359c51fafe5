// What is only like the words, where nothing has them: by the trigrams that their letters share, where Postgres has pg_trgm.
import type { Sql } from 'postgres';

export interface Near {
  /** Families whose title has something like it, the most alike first. */
  hits: { id: number; title: string; lastAt: Date }[];
  /** False: this Postgres has no pg_trgm, so nothing was looked for. */
  isPossible: boolean;
}

const mostHits = 10;

export async function nearFamilies(sql: Sql, words: string): Promise<Near> {
  const [there] = await sql`select from pg_extension where extname = 'pg_trgm'`;
  if (!there) return { hits: [], isPossible: false };
  const text = words.toWellFormed().replaceAll('\0', ' ').slice(0, 200);
  const hits = await sql<Near['hits']>`
    select ef_id::float8 as id, title, last_at as "lastAt" from event_families
    where status in ('seed', 'active') and ${text} <% title
    order by word_similarity(${text}, title) desc, last_at desc, ef_id desc
    limit ${mostHits}`;
  return { hits: [...hits], isPossible: true };
}
