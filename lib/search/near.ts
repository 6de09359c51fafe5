// What is only near the words, where nothing has them all: families with one of them, or, where no family has any, what is like them by the trigrams
// that their letters share, where Postgres has pg_trgm.
import type { Fragment, Sql } from 'postgres';
import { expectedOf } from './frequent.js';
import { queryWordsOf } from './query.js';

export interface Near {
  /** some: they have one of the words, the latest first; like: their title has something like the words, the most alike first. */
  how: 'some' | 'like';
  hits: { id: number; title: string; lastAt: Date }[];
  /** False: nothing has one of the words, and this Postgres has no pg_trgm, so that nothing like them was looked for. */
  isPossible: boolean;
}

const mostHits = 10;
/** Weighed at most: a word that is like thousands of titles is like none in particular. */
const mostWeighed = 300;
/** To fetch a family by the index of words costs ten times what it costs to walk past one. */
const [timesDearer, mostWalked] = [10, 20_000];

/** Families with some of the words, else with words like them. `isPossible` is false where Postgres lacks what that needs. */
export async function nearFamilies(sql: Sql, words: string): Promise<Near> {
  const some = await withSome(sql, words);
  if (some.length > 0) return { how: 'some', hits: some, isPossible: true };
  const [there] = await sql`select from pg_extension where extname = 'pg_trgm'`;
  if (!there) return { how: 'some', hits: [], isPossible: false };
  const text = words.toWellFormed().replaceAll('\0', ' ').slice(0, 200);
  const hits = await sql<Near['hits']>`
    select id, title, "lastAt" from (
      select ef_id::float8 as id, title, last_at as "lastAt" from event_families
      where status in ('seed', 'active') and ${text} <% title
      limit ${mostWeighed}
    ) alike
    order by word_similarity(${text}, title) desc, "lastAt" desc, id desc
    limit ${mostHits}`;
  return { how: 'like', hits: [...hits], isPossible: true };
}

/** Of a word that many have the latest are walked through, as long as that is cheaper; else all that have one are found before they are put in order. */
async function withSome(sql: Sql, words: string): Promise<Near['hits']> {
  const each = await queryWordsOf(sql, words);
  if (each.length < 2) return [];
  const expected = await Promise.all(each.map((one) => expectedOf(sql, 'family_search', one)));
  const share = Math.max(...expected.map((one) => one.share ?? 0));
  const walk = Math.min(mostWalked, Math.floor(timesDearer * share * (expected[0]?.rows ?? 0)));
  const any = each.join(' | ');
  if (walk * share > 4 * mostHits) {
    const walked = await latestOf(
      sql,
      sql`
      select * from (
        select ef_id, last_at, words from family_search where status in ('seed', 'active')
        order by last_at desc, ef_id desc limit ${walk}
      ) l where words @@ to_tsquery('simple', ${any})`,
    );
    if (walked.length === mostHits) return walked;
  }
  return await latestOf(
    sql,
    sql`
    select ef_id, last_at from family_search where status in ('seed', 'active') and words @@ to_tsquery('simple', ${any}) offset 0`,
  );
}

/** The latest of families that were found as `ef_id` and `last_at`. */
async function latestOf(sql: Sql, found: Fragment): Promise<Near['hits']> {
  const hits = await sql<Near['hits']>`
    select f.ef_id::float8 as id, f.title, f.last_at as "lastAt"
    from (select ef_id, last_at from (${found}) m order by last_at desc, ef_id desc limit ${mostHits}) s
    join event_families f using (ef_id)
    order by s.last_at desc, s.ef_id desc`;
  return [...hits];
}
