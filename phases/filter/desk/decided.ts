// How many of the titles gated last were kept and dropped, by language, feed and term. Two passes in Postgres read a bounded number of
// rows backwards along the key: ten million titles cost no more than the bound.
import type { Sql } from 'postgres';
import type { ItemId } from '../../../lib/run.js';
import type { VocabularySort } from '../../../lib/vocabulary/vocabulary-file.js';

export interface Decided {
  titles: number;
  kept: number;
  dropped: number;
}

interface ByLanguage extends Decided {
  lang: string;
  tier1: number;
  tier2: number;
  tier3: number;
}

interface ByFeed extends Decided {
  feed: string;
  publisher: string;
}

/** A term as the vocabulary writes it; `titles` in which it hit at least once. */
export interface ByTerm extends Decided {
  sort: VocabularySort;
  id: string;
  term: string;
}

interface Cell extends ByLanguage, ByFeed {
  feedId: ItemId;
  stale: number;
}

/** Most titles first. `stale`: decided by another vocabulary. All empty where nothing is gated. */
export async function readDecided(sql: Sql, last: number, vocabulary: string) {
  const [cells, terms] = await Promise.all([readCells(sql, last, vocabulary), readTerms(sql, last)]);
  const languages = new Map<string, ByLanguage>();
  const feeds = new Map<string, ByFeed>();
  let stale = 0;
  for (const { lang, feedId, feed, publisher, titles, kept, dropped, tier1, tier2, tier3, stale: others } of cells) {
    const language = entry(languages, lang, { lang, titles: 0, kept: 0, dropped: 0, tier1: 0, tier2: 0, tier3: 0 });
    add(language, { titles, kept, dropped });
    language.tier1 += tier1;
    language.tier2 += tier2;
    language.tier3 += tier3;
    add(entry(feeds, feedId, { feed, publisher, titles: 0, kept: 0, dropped: 0 }), { titles, kept, dropped });
    stale += others;
  }
  return { stale, languages: mostFirst(languages), feeds: mostFirst(feeds), terms };
}

/** `float8` so that counts arrive as numbers. */
function readCells(sql: Sql, last: number, vocabulary: string): Promise<Cell[]> {
  return sql<Cell[]>`
    select g.*, f.url as feed, f.publisher_name as publisher
    from (
      select feed_id as "feedId", lang, count(*)::float8 as titles,
        (count(*) filter (where status = 'gate_keep'))::float8 as kept, (count(*) filter (where status = 'gate_drop'))::float8 as dropped,
        (count(*) filter (where strategic_tier = 1))::float8 as tier1, (count(*) filter (where strategic_tier = 2))::float8 as tier2,
        (count(*) filter (where strategic_tier = 3))::float8 as tier3,
        (count(*) filter (where vocabulary is distinct from ${vocabulary}))::float8 as stale
      from (
        select feed_id, lang, status, strategic_tier, gate ->> 'vocabulary' as vocabulary
        from titles where status <> 'pending' order by title_id desc limit ${last}
      ) recent
      group by feed_id, lang
    ) g
    join feeds f on f.feed_id = g."feedId"`;
}

function readTerms(sql: Sql, last: number): Promise<ByTerm[]> {
  return sql<ByTerm[]>`
    select hit.sort, hit.id, hit.term, count(*)::float8 as titles,
      (count(*) filter (where status = 'gate_keep'))::float8 as kept, (count(*) filter (where status = 'gate_drop'))::float8 as dropped
    from (select status, gate from titles where status <> 'pending' order by title_id desc limit ${last}) recent
    cross join lateral (
      select distinct sort, found ->> 'id' as id, found ->> 'term' as term
      from (
        select 'actors' as sort, jsonb_path_query(gate, '$.actors[*]') as found
        union all
        select 'mechanisms', jsonb_path_query(gate, '$.mechanisms[*]')
        union all
        select 'contexts', jsonb_path_query(gate, '$.contexts[*]')
      ) found
    ) hit
    group by hit.sort, hit.id, hit.term
    order by titles desc, hit.sort, hit.id, hit.term`;
}

function entry<Value>(all: Map<string, Value>, key: string, empty: Value): Value {
  const known = all.get(key);
  if (known !== undefined) return known;
  all.set(key, empty);
  return empty;
}

function add(to: Decided, { titles, kept, dropped }: Decided): void {
  to.titles += titles;
  to.kept += kept;
  to.dropped += dropped;
}

function mostFirst<Value extends Decided>(all: ReadonlyMap<string, Value>): Value[] {
  return [...all.values()].sort((a, b) => b.titles - a.titles);
}
