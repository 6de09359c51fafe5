// Feeds and how they are: those that cannot be read first. Each can be read again at once.
import type { Sql } from 'postgres';
import { withoutSecrets } from '../../addresses.js';
import { spanOf } from '../../desk/words.js';
import { wholeNumberOf } from '../address.js';
import { type Html, html } from '../html.js';
import { time, told } from '../words.js';
import { actButton } from './act/form.js';
import { type DeskAsked, deskPage } from './page.js';
import { deskTable } from './table.js';

interface Feed {
  id: string;
  publisher: string;
  url: string;
  lang: string;
  fetchedAt: Date | null;
  succeededAt: Date | null;
  nextAt: Date;
  intervalSeconds: number | null;
  failingSince: Date | null;
  problem: string | null;
  gone: boolean;
}

interface Feeds {
  all: number;
  failing: number;
  unread: number;
  feeds: Feed[];
}

const mostFeeds = 100;

export const feeds = deskPage<Feeds>({
  path: '/desk/feeds',
  about: 'Feeds and how they are, those that cannot be read first.',
  read: async ({ sql, word }) => {
    const one = wholeNumberOf(word('feed'), 'feed', 999_999_999_999_999);
    const [[counts], feeds] = await Promise.all([readCounts(sql), readFeeds(sql, one === undefined ? null : String(one))]);
    return { ...(counts ?? { all: 0, failing: 0, unread: 0 }), feeds: [...feeds] };
  },
  title: () => 'Feeds',
  body: feedsBody,
});

function readCounts(sql: Sql): Promise<Omit<Feeds, 'feeds'>[]> {
  return sql<Omit<Feeds, 'feeds'>[]>`
    select count(*)::int as "all", count(*) filter (where last_error is not null)::int as failing, count(*) filter (where succeeded_at is null)::int as unread
    from feeds where listed and kind <> 'hand'`;
}

/** Addresses without what may be a password. */
function readFeeds(sql: Sql, one: string | null): Promise<Feed[]> {
  return sql<Feed[]>`
    select feed_id as id, publisher_name as publisher, url, lang, fetched_at as "fetchedAt", succeeded_at as "succeededAt",
      next_fetch_at as "nextAt", interval_seconds as "intervalSeconds", failing_since as "failingSince", case when last_error is not null then coalesce(last_problem, last_error) end as problem, gone
    from feeds
    where listed and kind <> 'hand' and (${one}::bigint is null or feed_id = ${one})
    order by last_error is null, failing_since nulls last, next_fetch_at
    limit ${mostFeeds}`;
}

function feedsBody({ all, failing, unread, feeds }: Feeds, asked: DeskAsked): Html {
  const count = (value: number): string => value.toLocaleString('en');
  return html`<h1>${count(all)} feeds, ${failing === 0 ? 'all can be read' : `${count(failing)} could not be read last time`}${unread === 0 ? '' : `, ${count(unread)} never yet`}</h1>
${deskTable(
  [{ title: 'Feed', kind: 'text' }, 'How it is', 'Read', 'Next'],
  feeds.map((feed) => feedRow(feed, asked)),
)}
${feeds.length < mostFeeds ? '' : html`<p>Those are the first ${mostFeeds}; <code>sni feeds</code> shows all.</p>`}`;
}

function feedRow(
  { id, publisher, url, lang, fetchedAt, succeededAt, nextAt, intervalSeconds, failingSince, problem, gone }: Feed,
  asked: DeskAsked,
): (Html | string)[] {
  const trouble = html`<strong class="state bad">${gone ? 'Gone' : 'Fails'}</strong> ${told((problem ?? '').replace(/\.$/, ''))}${failingSince === null ? '' : html`, since ${time(failingSince, asked)}`}`;
  const again = actButton(asked, {
    act: 'reprocess',
    label: `Read feed ${id} again`,
    fields: { phase: 'ingest', which: 'ids', ids: id, shown: '1' },
    isTerse: asked.visitor === null,
  });
  return [
    html`${told(publisher)} <span class="quiet">${lang}<br>${told(withoutSecrets(url))}</span>`,
    problem === null ? (succeededAt === null ? 'never read' : 'well') : trouble,
    fetchedAt === null ? 'never' : html`${time(fetchedAt, asked)} ${again}`,
    html`${time(nextAt, asked)}${intervalSeconds === null ? '' : html` <span class="quiet">every ${spanOf(intervalSeconds)}</span>`}`,
  ];
}
