// Reads an edition: a few statements, however many stories. The families of a span are found by the index on their last headline.
import type { Fragment, Sql } from 'postgres';
import { type ActParts, seenActInWords, withArticle } from '../family/act-words.js';
import { basisOf } from '../family/basis.js';
import { byKey } from '../family/by-key.js';
import { fitsAny } from '../search/families.js';
import { type Watch, watchlistsOf } from '../search/watch.js';
import type { Edition, Story, StoryAct } from './edition.js';
import { readFooter, readGaps } from './footer.js';

interface Asked {
  since: Date;
  until: Date;
  theater: string | null;
  /** Only families on this list. */
  watch?: Watch | undefined;
  /** Only families that this outlet tells of. */
  outlet?: string | undefined;
  timeZone: string;
  theaters: Readonly<Record<string, { name: string }>>;
  /** Stories told at most. */
  most: number;
}

interface Row extends Omit<Story, 'state' | 'theaterName' | 'acts'> {
  before: number;
  /** With names in place of ids. */
  acts: (ActParts & { saidBy: string | null } & Omit<StoryAct, 'text'>)[];
}

/** What was told of in the span before, as long as this one, by so many headlines and more, and is not told of any more: the weightiest. */
const [leastFading, mostFading] = [3, 10];
/** Links shown of a story, one of each outlet before the second of any. */
const mostLinks = 12;
const mostWordings = 30;

/** At most `most` stories, the weightiest; without any where the span has none. */
export async function readEdition(sql: Sql, asked: Asked): Promise<Edition> {
  const { since, until, theater, timeZone, theaters, most, watch } = asked;
  const { only } = await onlyOf(sql, asked);
  const span = { since, until, only };
  const [rows, all, gaps, footer] = await Promise.all([
    readStories(sql, asked, only),
    sql<{ families: number }[]>`
      select count(*)::int as families from event_families ef
      where ef.status in ('seed', 'active') and ef.last_at >= ${since} and ef.first_at < ${until} and ${only}`,
    readGaps(sql, span),
    readFooter(sql, span),
  ]);
  const watched = await watchlistsOf(
    sql,
    rows.map(({ ef }) => ef),
  );
  const stories = rows.map(
    ({ before, acts, ...row }): Story => ({
      ...row,
      ...(watched.has(row.ef) ? { watched: watched.get(row.ef) ?? [] } : {}),
      acts: toldActs(acts, row.outlets.length),
      theaterName: theaters[row.theater]?.name ?? row.theater,
      state: row.inSpan === 0 ? 'fading' : before === 0 ? 'new' : row.inSpan >= before ? 'growing' : 'continuing',
    }),
  );
  const families = all[0]?.families ?? 0;
  return {
    ...{ since: since.toISOString(), until: until.toISOString(), timeZone, theater, stories, gaps, footer },
    ...(watch === undefined ? {} : { watch: watch.name }),
    more: Math.max(0, families - Math.min(most, families)),
  };
}

/** What all families of the edition fit, of a family `ef`. */
async function onlyOf(sql: Sql, { theater, watch, outlet }: Asked): Promise<{ only: Fragment }> {
  const ofTheater = theater === null ? sql`true` : sql`ef.theater = ${theater}`;
  const ofOutlet =
    outlet === undefined ? sql`true` : sql`exists (select from titles o where o.ef_id = ef.ef_id and o.publisher_name = ${outlet})`;
  const ofWatch = watch === undefined ? sql`true` : (await fitsAny(sql, watch.filters)).where;
  return { only: sql`${ofTheater} and ${ofOutlet} and ${ofWatch}` };
}

/** "an attack by Russia on Ukraine, as the word of Ukraine". */
function textOf(act: Row['acts'][number]): string {
  const said = act.mode === 'claimed' ? `, as ${act.saidBy === null ? 'somebody’s word' : `the word of ${withArticle(act.saidBy)}`}` : '';
  return seenActInWords(act, (name) => name) + said;
}

/** Acts that are worded alike are one, told by the outlets of all; state media alone only where that holds of each. */
function toldActs(acts: Row['acts'], outletsOfFamily: number): StoryAct[] {
  return [...byKey(acts, textOf)].map(([text, alike]) => {
    const outlets = [...new Set(alike.flatMap((act) => act.outlets))];
    const sides = new Set(alike.map((act) => act.onlyStateMediaOf ?? null));
    return { text, outlets, basis: basisOf(outlets, outletsOfFamily), onlyStateMediaOf: sides.size === 1 ? ([...sides][0] ?? null) : null };
  });
}

async function readStories(sql: Sql, { since, until, most }: Asked, only: Fragment): Promise<Row[]> {
  const spanBefore = new Date(2 * since.getTime() - until.getTime());
  const among = sql`ef.status in ('seed', 'active') and ${only}`;
  return await sql<Row[]>`
    with told as materialized (
      (select * from event_families ef
       where ${among} and ef.last_at >= ${since} and ef.first_at < ${until}
         and exists (select from titles t where t.ef_id = ef.ef_id and t.published_at >= ${since} and t.published_at < ${until})
       order by ef.importance desc nulls last, ef.title_count desc, ef.ef_id
       limit ${most})
      union all
      (select * from event_families ef
       where ${among} and ef.last_at < ${since} and ef.last_at >= ${spanBefore} and ef.title_count >= ${leastFading}
       order by ef.importance desc nulls last, ef.title_count desc, ef.ef_id
       limit ${mostFading})
    )
    select ef.ef_id::text as ef, ef.title, ef.theater, ef.event_type as "eventType", ef.importance, coalesce(ef.importance_why, '[]') as "importanceWhy",
      to_char(ef.first_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "firstAt",
      to_char(ef.last_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "lastAt",
      ef.title_count as titles, m."inSpan", m.before, m.outlets, m.langs, m.links,
      coalesce((
        select jsonb_agg(a.act || jsonb_build_object('source', s.name, 'target', t.name, 'saidBy', b.name) order by a.place)
        from jsonb_array_elements(ef.acts) with ordinality a (act, place)
        left join actors s on s.actor_id = a.act ->> 'source'
        left join actors t on t.actor_id = a.act ->> 'target'
        left join actors b on b.actor_id = a.act ->> 'saidBy'
      ), '[]') as acts,
      coalesce(ef.figures, '[]') as figures, coalesce(ef.disputed, '[]') as disputed, coalesce(ef.omissions, '[]') as silent,
      coalesce(n.frames, '[]') as frames, coalesce(w.wordings, '[]') as wordings,
      (select jsonb_build_object('ef', c.ef_id::text, 'title', c.title) from event_families c where c.ef_id = ef.continues) as continues,
      array(select distinct made ->> 'engine' || ' ' || coalesce(made ->> 'model', '')
            from unnest(array[ef.described_by, ef.enriched_by, ef.narrated_by]) made where made is not null order by 1) as "madeBy"
    from told ef
    cross join lateral (
      select count(*) filter (where t.published_at >= ${since} and t.published_at < ${until})::int as "inSpan",
        count(*) filter (where t.published_at < ${since})::int as before,
        coalesce(array_agg(distinct t.publisher_name), '{}') as outlets, coalesce(array_agg(distinct t.lang), '{}') as langs,
        coalesce((
          select jsonb_agg(jsonb_build_object('outlet', l.publisher_name, 'lang', l.lang, 'title', l.title_display, 'url', l.url,
                                              'at', l.published_at) order by l.place, l.published_at, l.title_id)
          from (
            select f.*, row_number() over (partition by f.publisher_name order by f.published_at, f.title_id) as place
            from titles f where f.ef_id = ef.ef_id order by place, published_at, title_id limit ${mostLinks}
          ) l
        ), '[]') as links
      from titles t
      where t.ef_id = ef.ef_id
    ) m
    left join lateral (
      select jsonb_agg(jsonb_build_object(
        'title', f.title, 'outlets', f.outlets,
        'statements', case when jsonb_array_length(f.statements) > 0
                           then (select jsonb_agg(s.one ->> 'text' order by s.place) from jsonb_array_elements(f.statements) with ordinality s (one, place))
                           else jsonb_build_array(f.thesis) end,
        'basis', case when f.made_by ->> 'engine' = 'offline' then 'rules' else 'model, checked' end,
        'quotes', coalesce((
          select jsonb_agg(jsonb_build_object('quote', e.one ->> 'quote', 'outlet', q.publisher_name, 'lang', q.lang, 'title', q.title_display,
                                              'url', q.url, 'at', q.published_at) order by e.place)
          from jsonb_array_elements(f.evidence) with ordinality e (one, place)
          join titles q on q.title_id = (e.one ->> 'title_id')::bigint and q.ef_id = ef.ef_id
        ), '[]')
      ) order by f.position) as frames
      from framed_narratives f
      where f.ef_id = ef.ef_id
    ) n on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('word', u.word, 'outlets', u.outlets) order by cardinality(u.outlets) desc, u.word) as wordings
      from (
        select lower(o.word) as word, array_agg(distinct t.publisher_name order by t.publisher_name) as outlets
        from titles t
        cross join lateral jsonb_array_elements_text(t.reading -> 'wording' -> 'loaded') o (word)
        where t.ef_id = ef.ef_id and jsonb_typeof(t.reading -> 'wording' -> 'loaded') = 'array'
        group by 1 order by count(distinct t.publisher_name) desc, 1 limit ${mostWordings}
      ) u
    ) w on true
    order by ef.importance desc nulls last, ef.title_count desc, ef.ef_id`;
}
