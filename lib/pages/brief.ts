// The first screen: the brief as it is now, of the last day or of any span that the address names, in the words of `sni brief`.

import type { Sql } from 'postgres';
import { footerBlocks, gapBlocks, sections } from '../desk/brief/brief.js';
import { bodyOf } from '../desk/brief/html.js';
import { momentOf } from '../desk/brief/moment.js';
import { counted } from '../desk/words.js';
import type { Edition } from '../edition/edition.js';
import { readEdition } from '../edition/read.js';
import { href, theaterOf, wholeNumberOf } from './address.js';
import { storySection } from './brief/story.js';
import { theaterField } from './fields.js';
import { type Html, html, raw } from './html.js';
import { type Asked, NotUnderstood, page } from './page.js';
import { theaterLink, time } from './words.js';

const dayMs = 24 * 3_600_000;
const mostStories = { usual: 20, at: 100 };

interface Brief extends Edition {
  /** Nothing was told of in the last day, so that this is the day up to the latest headline. */
  isOld: boolean;
}

export const brief = page<Brief>({
  path: '/',
  read: readBrief,
  title: () => 'SNI',
  body: briefBody,
});

async function readBrief(asked: Asked): Promise<Brief> {
  const { sql, config, word } = asked;
  const theater = theaterOf(asked);
  const { since, until, isOld } = await spanOf(asked, theater);
  const { timeZone, theaters } = config;
  const most = wholeNumberOf(word('most'), 'most', mostStories.at) ?? mostStories.usual;
  return { ...(await readEdition(sql, { since, until, theater, timeZone, theaters, most })), isOld };
}

/** Whole minutes, so that the same page is the same bytes for a while. */
async function spanOf(
  { sql, config, word, now: at }: Asked,
  theater: string | null,
): Promise<{ since: Date; until: Date; isOld: boolean }> {
  const now = new Date(Math.floor(at.getTime() / 60_000) * 60_000 + 60_000);
  const [from, to] = [word('since'), word('until')];
  const timeOf = (text: string): Date => {
    const time = momentOf(text, now, config.timeZone);
    if (time) return time;
    throw new NotUnderstood(`"${text}" is no time: allowed are 24h, yesterday, today, 2026-11-27 and 2026-11-27 14:30.`);
  };
  const until = to === undefined ? now : timeOf(to);
  if (from === undefined && to === undefined) {
    const last = await lastTold(sql, now, theater);
    const isOld = last !== null && now.getTime() - last.getTime() > dayMs;
    const end = isOld ? new Date(last.getTime() + 60_000) : now;
    return { since: new Date(end.getTime() - dayMs), until: end, isOld };
  }
  const since = from === undefined ? new Date(until.getTime() - dayMs) : timeOf(from);
  if (since >= until) throw new NotUnderstood('"since" is not before "until": there is no time between them.');
  return { since, until, isOld: false };
}

/** Null where no family was told of yet. */
async function lastTold(sql: Sql, now: Date, theater: string | null): Promise<Date | null> {
  const [row] = await sql<{ at: Date }[]>`
    select date_trunc('minute', last_at) as at from event_families
    where status in ('seed', 'active') and last_at < ${now} and (${theater}::text is null or theater = ${theater})
    order by last_at desc limit 1`;
  return row?.at ?? null;
}

function briefBody(edition: Brief, asked: Asked): Html {
  const { config, word } = asked;
  const { since, until, timeZone, theater, stories, more, isOld } = edition;
  const places = { family: (ef: string) => href('/families', ef) };
  const about = html`${time(since, asked)} to ${time(until, asked)} (${timeZone})${theater === null ? '' : html`, ${theaterLink(theater, asked)} alone`}`;
  return html`<h1>What the headlines tell</h1>
<p class="quiet">${about}</p>
${isOld ? html`<p><strong>Nothing came in during the last 24 hours: this is the day up to the latest headline.</strong></p>` : ''}
<p class="live" role="status" data-live="/live"></p>
${stories.length === 0 ? html`<p>No event family was told of in this time.</p>` : ''}
${sections.map(({ state, title }) => {
  const own = stories.filter((story) => story.state === state);
  return own.length === 0
    ? ''
    : html`<h2>${title} (${own.length})</h2>
${own.map((story) => storySection(story, asked))}`;
})}
${more > 0 ? html`<p>${counted(more, 'further family')} of less weight: <a href="${href('/families', undefined, { theater })}">the list of families</a> has all.</p>` : ''}
${raw(bodyOf([...gapBlocks(edition, places), ...footerBlocks(edition)]))}
<h2>Another time or theater</h2>
<form action="/">
<div><label for="since">From</label><input id="since" name="since" placeholder="24h, yesterday, 2026-11-27" value="${word('since') ?? ''}"></div>
<div><label for="until">Until</label><input id="until" name="until" placeholder="now" value="${word('until') ?? ''}"></div>
${theaterField(config.theaters, theater)}
<button>Show</button>
</form>`;
}
