// The table of outlet by wording: each headline with the words marked that word what happened, and what its wording does.

import { hrefOf } from '../../desk/brief/document.js';
import { counted } from '../../desk/words.js';
import { readingOf } from '../../reading/stored.js';
import { shownWords } from '../../reading/whole-words.js';
import { type Html, html } from '../html.js';
import { marked } from '../marked.js';
import type { Asked } from '../page.js';
import { outletLink, time, told } from '../words.js';
import { anchor } from './evidence.js';
import type { FamilyTitle } from './read.js';

type Reading = NonNullable<ReturnType<typeof readingOf>>;

type Told = Pick<Reading['acts'][number], 'source' | 'action'>;

interface Members {
  titles: readonly FamilyTitle[];
  /** What the family tells, the most told first. */
  acts: readonly Told[];
  /** Of the whole family. */
  titleCount: number;
  outlets: number;
}

/** The table of headlines; says so where it is cut. */
export function wordingSection({ titles, acts, titleCount, outlets }: Members, asked: Asked): Html {
  const cut = titles.length < titleCount ? html`<p>The first ${titles.length} of ${counted(titleCount, 'headline')}.</p>` : '';
  return html`<h2>Who says it in which words: ${counted(titleCount, 'headline')} of ${counted(outlets, 'outlet')}</h2>
${cut}<div class="wide"><table class="cards">
<thead><tr><th scope="col">Outlet</th><th scope="col">Headline</th><th scope="col">Wording</th></tr></thead>
<tbody>${titles.map((title) => titleRow(title, acts, asked))}</tbody>
</table></div>`;
}

function titleRow(one: FamilyTitle, acts: readonly Told[], asked: Asked): Html {
  const { id, title, publisher, lang, publishedAt, url, country, owner } = one;
  const reading = readingOf(one.reading);
  const actWord = reading === null ? null : wordOf(one, reading, acts);
  const words = reading === null ? [] : [actWord ?? '', ...reading.wording.loaded, ...reading.wording.quotedLoaded];
  const doers = new Set(acts.flatMap(({ source }) => source ?? []));
  const about = [country, owner === null ? 'unreviewed' : owner === 'state' ? 'state media' : owner].filter(Boolean).join(', ');
  return html`<tr id="${anchor(id)}">
<td>${outletLink(publisher)}<br><span class="quiet">${about}</span></td>
<td class="text"><span lang="${lang}">${marked(title, words)}</span><br><span class="quiet">${time(publishedAt, asked)} · ${lang} · ${sourceLink(url)}<a href="/titles/${id}">why it is here</a></span></td>
<td>${reading === null ? html`<span class="quiet">not read</span>` : wordingLines({ ...reading.wording, actWord }, doerOf(reading, one.actors, doers))}</td>
</tr>
`;
}

/** Only what a browser may follow is a link. */
export function sourceLink(url: string | null): Html | '' {
  const { href } = hrefOf(url);
  return href === undefined ? '' : html`<a href="${href}" rel="noopener noreferrer nofollow">read</a> · `;
}

/** The headline's word for the first of the family's acts that it tells: of what else it tells the word says nothing here. */
function wordOf({ title, lang }: FamilyTitle, reading: Reading, acts: readonly Told[]): string | null {
  for (const { source, action } of acts) {
    const own = reading.acts.find((act) => act.source === source && act.action === action);
    const word = own === undefined ? '' : shownWords(title, lang, own);
    if (word !== '') return word;
  }
  return reading.wording.actWord;
}

/** Only where it is certain: an act was read with its doer, or none of those whom others tell it of is in the headline. */
function doerOf({ wording, acts }: Reading, actors: readonly string[], doers: ReadonlySet<string>): string | null {
  const isRead = acts.some(({ source }) => source !== null);
  if (wording.agentNamed) return isRead ? 'names the doer' : null;
  return !isRead && doers.size > 0 && !actors.some((id) => doers.has(id)) ? 'names no doer' : null;
}

function wordingLines({ actWord, loaded, quotedLoaded, hedged }: Reading['wording'], doer: string | null): Html {
  const quoted = (words: readonly string[]) => words.map((word, at) => html`${at === 0 ? '' : ', '}“${told(word)}”`);
  const words = actWord === null ? null : quoted([actWord]);
  const lines = [
    ...(doer !== null ? [html`${doer}${words === null ? '' : html`: ${words}`}`] : words !== null ? [html`${words}`] : []),
    ...(loaded.length > 0 ? [html`takes a side: ${quoted(loaded)}`] : []),
    ...(quotedLoaded.length > 0 ? [html`quotes: ${quoted(quotedLoaded)}`] : []),
    ...(hedged ? [html`hedged`] : []),
  ];
  return html`${lines.map((line, at) => html`${at === 0 ? '' : html`<br>`}${line}`)}`;
}
