// What can be wrong with what comes in: a feed that is dead, all of them out of reach, no new title for hours.
import type { AlertScene, Trouble } from './condition.js';

const deadDays = 7;
const quietHours = 6;
/** Told of one by one; of more at once in one sentence. */
const mostFeeds = 20;

/** Feeds that have failed for a week, each by itself; where they are many, one trouble for all. Empty where none is. */
export async function dead({ sql }: AlertScene): Promise<Trouble[]> {
  const rows = await sql<{ feedId: string; publisher: string; since: Date; problem: string; dead: number }[]>`
    select feed_id::text as "feedId", publisher_name as publisher, failing_since as since, coalesce(last_problem, last_error, 'no reason noted') as problem,
      count(*) over ()::float8 as dead
    from feeds
    where listed and failing_since < now() - make_interval(days => ${deadDays})
    order by failing_since, feed_id
    limit ${mostFeeds + 1}`;
  if (rows.length > mostFeeds)
    return [
      {
        subject: 'many',
        since: null,
        what: `${rows[0]?.dead.toLocaleString('en')} feeds have been dead for a week or longer.`,
        todo: '"sni feeds --broken" names them.',
      },
    ];
  return rows.map(({ feedId, publisher, since, problem }) => ({
    subject: `feed:${feedId}`,
    since,
    what: `The feed of ${publisher} has been dead since ${since.toISOString().slice(0, 10)}: ${problem}`,
    todo: '"sni feeds --broken" says what to do; take it out of the settings where it is gone.',
  }));
}

/** The newest run of P1 reached none, or every feed that was ever read fails. */
export async function unreachable({ sql }: AlertScene): Promise<Trouble[]> {
  const [row] = await sql<{ reason: string | null; since: Date | null }[]>`
    with last as (
      select exit, reason, finished_at from runs where phase = 'ingest' and finished_at is not null and exit <> 'busy' order by started_at desc limit 1
    ), feeds_read as (
      select count(*) as all_of, count(*) filter (where errors_in_row > 0) as failing, max(failing_since) as since
      from feeds where listed and kind not in ('hand', 'folder') and fetched_at is not null
    )
    select last.reason, coalesce(f.since, last.finished_at) as since
    from feeds_read f left join last on true
    where coalesce(last.exit = 'outage', false) or (f.all_of > 1 and f.failing = f.all_of)`;
  if (!row) return [];
  return [
    {
      subject: '',
      since: row.since,
      what: `No feed can be reached${row.reason ? `: ${row.reason}` : '.'}`,
      todo: 'See to this machine’s network, name servers and proxy; "sni feeds" shows what each says.',
    },
  ];
}

/** Where feeds are read at all: a P1 that nobody starts is told of too. */
export async function noTitles({ sql }: AlertScene): Promise<Trouble[]> {
  const [row] = await sql<{ since: Date; hours: number }[]>`
    select t.ingested_at as since, floor(extract(epoch from now() - t.ingested_at) / 3600)::float8 as hours
    from (select ingested_at from titles order by title_id desc limit 1) t
    where t.ingested_at < now() - make_interval(hours => ${quietHours}) and exists (select from feeds where listed and kind <> 'hand')
      and exists (select from runs where phase = 'ingest' and started_at > now() - interval '30 days')`;
  if (!row) return [];
  return [
    {
      subject: '',
      since: row.since,
      what: `No new title has come for ${row.hours} h.`,
      todo: '"sni status ingest" says when P1 ran last, "sni feeds" what the feeds say.',
    },
  ];
}
