// The first screen: the brief as it is now, of the last day or of any span that the address names, in the words of `sni brief`.

import { footerBlocks, gapBlocks, sections } from '../desk/brief/brief.js';
import { htmlBody } from '../desk/brief/html.js';
import { counted } from '../desk/words.js';
import type { Edition } from '../edition/edition.js';
import { readEdition } from '../edition/read.js';
import { askedTheater, href, wholeNumberOf } from './address.js';
import { storySection } from './brief/story.js';
import { textField, theaterField } from './fields.js';
import { type Html, html, raw } from './html.js';
import { type Asked, NotUnderstood, page } from './page.js';
import { askedMoment, lastDays, nextMinute } from './span.js';
import { theaterLink, time } from './words.js';

const dayMs = 24 * 3_600_000;
const mostStories = { usual: 20, at: 100 };

interface Brief extends Edition {
  /** Nothing was told of in the last day, so that this is the day up to the latest headline. */
  isOld: boolean;
}

export const brief = page<Brief>({
  path: '/',
  about: 'The brief: what the headlines of a time tell, in whose words, and who is silent.',
  words: ['since', 'until', 'theater', 'most'],
  read: readBrief,
  title: () => 'SNI',
  body: briefBody,
});

async function readBrief(asked: Asked): Promise<Brief> {
  const { sql, config, word } = asked;
  const theater = askedTheater(asked);
  const { since, until, isOld } = await spanOf(asked, theater);
  const { timeZone, theaters } = config;
  const most = wholeNumberOf(word('most'), 'most', mostStories.at) ?? mostStories.usual;
  return { ...(await readEdition(sql, { since, until, theater, timeZone, theaters, most })), isOld };
}

async function spanOf(asked: Asked, theater: string | null): Promise<{ since: Date; until: Date; isOld: boolean }> {
  const [from, to] = [askedMoment(asked, 'since'), askedMoment(asked, 'until')];
  if (from === undefined && to === undefined) return await lastDays(asked, 1, theater);
  const until = to ?? nextMinute(asked.now);
  const since = from ?? new Date(until.getTime() - dayMs);
  if (since >= until) throw new NotUnderstood('"since" is not before "until": there is no time between them.');
  return { since, until, isOld: false };
}

function briefBody(edition: Brief, asked: Asked): Html {
  const { config, word } = asked;
  const { since, until, timeZone, theater, stories, more, isOld } = edition;
  const places = { family: (ef: string) => href('/families', ef) };
  const about = html`${time(since, asked)} to ${time(until, asked)} (${timeZone})${theater === null ? '' : html`, ${theaterLink(theater, asked)} alone`}`;
  return html`<h1>What the headlines tell</h1>
<p class="quiet">${about} · <a href="/changes">what is new since the last edition</a></p>
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
${raw(htmlBody([...gapBlocks(edition, places), ...footerBlocks(edition)]))}
<h2 class="screen">Another time or theater</h2>
<form action="/">
${textField('since', 'From', word('since'), '24h, 2026-11-27')}
${textField('until', 'Until', word('until'), 'now')}
${theaterField(config.theaters, theater)}
<button>Show</button>
</form>`;
}
