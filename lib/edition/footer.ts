// What an edition says of the record itself: what was read, kept and left out, and what only one side tells.
import type { Fragment, Sql } from 'postgres';
import type { Footer, Gaps } from './edition.js';

interface Span {
  since: Date;
  until: Date;
  /** What the families of the edition fit, of a family `ef`. */
  only: Fragment;
}

const mostOneSided = 20;
/** A feed that brought nothing for so long is silent. */
const silentDays = 7;

/** What only one side tells in the span, how many families one outlet alone tells, and how many strategic titles are in none. */
export async function readGaps(sql: Sql, { since, until, only }: Span): Promise<Gaps> {
  const [oneSided, counts] = await Promise.all([
    sql<Gaps['oneSided']>`
      select ef.ef_id::text as ef, ef.title, min(a.act ->> 'onlyStateMediaOf') as of
      from event_families ef
      cross join lateral jsonb_array_elements(coalesce(ef.acts, '[]')) a (act)
      where ef.status in ('seed', 'active') and ef.last_at >= ${since} and ef.first_at < ${until}
        and ${only} and a.act ->> 'onlyStateMediaOf' is not null
      group by ef.ef_id
      order by ef.importance desc nulls last, ef.ef_id
      limit ${mostOneSided}`,
    sql<{ oneOutlet: number; unplaced: number }[]>`
      select
        (select count(*)::int from event_families ef
         where ef.status in ('seed', 'active') and ef.last_at >= ${since} and ef.first_at < ${until}
           and ${only}
           and (select count(distinct t.publisher_name) from titles t where t.ef_id = ef.ef_id) = 1) as "oneOutlet",
        (select count(*)::int from titles t
         where t.status = 'gate_keep' and t.strategic_tier is not null and t.ef_id is null
           and t.published_at >= ${since} and t.published_at < ${until}) as unplaced`,
  ]);
  return { oneSided: [...oneSided], oneOutlet: counts[0]?.oneOutlet ?? 0, unplaced: counts[0]?.unplaced ?? 0 };
}

/** Counts of the span; zeros where nothing came in. */
export async function readFooter(sql: Sql, { since, until, only }: Span): Promise<Footer> {
  const inSpan = sql`t.published_at >= ${since} and t.published_at < ${until}`;
  const [feeds, titles, langs, countries, hours, makers, stale] = await Promise.all([
    sql<Footer['feeds'][]>`
      select count(*)::int as all, count(*) filter (where succeeded_at >= ${since})::int as read,
        count(*) filter (where next_fetch_at <= ${until})::int as due,
        count(*) filter (where errors_in_row > 0)::int as failing,
        count(*) filter (where coalesce(news_at, '-infinity') < ${until}::timestamptz - ${silentDays} * interval '1 day')::int as silent
      from feeds where listed and kind = 'feed'`,
    sql<Footer['titles'][]>`
      select count(*)::int as taken, count(*) filter (where status = 'gate_keep')::int as kept,
        count(*) filter (where status = 'gate_drop')::int as dropped, count(*) filter (where status = 'pending')::int as pending
      from titles t where ${inSpan}`,
    sql<Footer['langs']>`
      select lang, count(*)::int as titles from titles t where ${inSpan} and status = 'gate_keep' group by lang order by 2 desc, 1`,
    sql<Footer['countries']>`
      select f.country, count(*)::int as titles from titles t join feeds f on f.feed_id = t.feed_id and f.publisher_name = t.publisher_name
      where ${inSpan} and t.status = 'gate_keep' and f.country is not null group by 1 order by 2 desc, 1`,
    sql<{ titles: number }[]>`
      with each as (
        select floor(extract(epoch from t.published_at - ${since}::timestamptz) / 3600)::int as hour, count(*)::int as titles
        from titles t where ${inSpan} and t.status = 'gate_keep' group by 1
      )
      select coalesce(e.titles, 0) as titles
      from generate_series(0, ceil(extract(epoch from ${until}::timestamptz - ${since}::timestamptz) / 3600)::int - 1) h (hour)
      left join each e using (hour)
      order by h.hour`,
    sql<Footer['makers']>`
      select coalesce(described_by ->> 'engine', '?') || ' ' || coalesce(described_by ->> 'model', '') as maker, count(*)::int as families
      from event_families ef
      where ef.status in ('seed', 'active') and ef.last_at >= ${since} and ef.first_at < ${until} and ${only}
      group by 1 order by 2 desc, 1`,
    sql<NonNullable<Footer['stale']>>`
      select p.name as phase, sum(c.items)::float8 as items
      from phases p join work_counts c on c.phase = p.name
      where c.state = 'done' and p.version is not null and c.version is distinct from p.version
      group by p.name, p.position having sum(c.items) > 0 order by p.position`,
  ]);
  return {
    feeds: feeds[0] ?? { all: 0, read: 0, due: 0, failing: 0, silent: 0 },
    titles: titles[0] ?? { taken: 0, kept: 0, dropped: 0, pending: 0 },
    ...{ langs: [...langs], countries: [...countries], makers: [...makers], stale: [...stale] },
    hours: hours.map(({ titles: kept }) => kept),
  };
}
