// How each feed stands, those in trouble first: one statement, however many feeds and titles there are.
import type { Sql } from 'postgres';
import { healthInWords, needsHuman } from '../../../lib/feeds/fetch/health.js';
import { isWeb } from '../sources/text.js';

/** A feed as `sni feeds --json` prints it. */
export interface FeedStanding {
  id: number;
  publisher: string;
  url: string;
  kind: string;
  origin: string;
  lang: string;
  /** Last time it was read and understood; null for never. */
  succeededAt: Date | null;
  /** Titles stored in the last seven days, over seven. */
  titlesPerDay: number;
  errorsInRow: number;
  failingSince: Date | null;
  nextAt: Date;
  /** Last time it had a headline that was new to us; null for never. */
  newsAt: Date | null;
  lastError: string | null;
  /** How it stands, in words. */
  standing: string;
  needsHuman: boolean;
}

interface Row extends Omit<FeedStanding, 'standing' | 'needsHuman'> {
  intervalSeconds: number | null;
  lastProblem: string | null;
  isGone: boolean;
}

/** A feed that is due for so long was never tried: nothing runs P1. */
const untriedDays = 1;

/** All feeds that are read; what was put in by hand is no feed. */
export async function readStandings(sql: Sql, now: Date): Promise<FeedStanding[]> {
  const rows = await sql<Row[]>`
    select f.feed_id::float8 as id, publisher_name as publisher, url, kind, origin, lang, succeeded_at as "succeededAt",
           coalesce(t.stored, 0) / 7.0::float8 as "titlesPerDay", errors_in_row as "errorsInRow", failing_since as "failingSince",
           case when kind = 'folder' then least(next_fetch_at, now()) else next_fetch_at end as "nextAt", news_at as "newsAt", last_error as "lastError", interval_seconds as "intervalSeconds", last_problem as "lastProblem",
           gone as "isGone"
    from feeds f
    left join (
      select feed_id, count(*) as stored from titles where ingested_at > now() - interval '7 days' group by feed_id
    ) t using (feed_id)
    where listed and kind <> 'hand'
    order by gone desc, failing_since nulls last, lower(publisher_name), url`;
  return rows.map(({ intervalSeconds, lastProblem, isGone, ...row }) => {
    const { errorsInRow, failingSince, nextAt } = row;
    const quietSeconds = quietFor(row);
    const never = neverRead(row, now);
    const standing = { errorsInRow, failingSince, nextAt, intervalSeconds, lastProblem, isGone, quietSeconds };
    const needs = needsHuman(standing, now) || never !== null;
    return { ...row, standing: inWords(healthInWords(standing, now), needsHuman(standing, now) ? null : never), needsHuman: needs };
  });
}

/** What is wrong with a feed that was never read, beyond that it is new; null where nothing is. */
function neverRead({ succeededAt, errorsInRow, nextAt }: Pick<Row, 'succeededAt' | 'errorsInRow' | 'nextAt'>, now: Date): string | null {
  if (succeededAt !== null) return null;
  if (errorsInRow > 0) return null;
  const dueDays = (now.getTime() - nextAt.getTime()) / 86_400_000;
  return dueDays >= untriedDays ? `due for ${Math.floor(dueDays)} d and not tried: does P1 run?` : null;
}

/** Kinds of source that are to have news; a list or a folder may rest. */
const restless = new Set(['feed', 'sitemap', 'google_news', 'youtube', 'json']);

function quietFor({ kind, url, succeededAt, newsAt }: Pick<Row, 'kind' | 'url' | 'succeededAt' | 'newsAt'>): number | null {
  if (!restless.has(kind) || !isWeb(url) || succeededAt === null || newsAt === null) return null;
  return (succeededAt.getTime() - newsAt.getTime()) / 1000;
}

function inWords(words: string, never: string | null): string {
  return never === null ? words : `${never}; ${words}`;
}
