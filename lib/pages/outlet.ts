// An outlet: what it covers, how it words acts by and upon whom over time, and what others tell that it does not.
import { counted } from '../desk/words.js';
import { readingOf } from '../reading/stored.js';
import { href } from './address.js';
import { bars, spark } from './charts.js';
import { familyTable } from './families.js';
import { type Html, html } from './html.js';
import { marked } from './marked.js';
import { type OutletView, readOutlet } from './outlet/read.js';
import type { ActorWording, Shares } from './outlet/wording.js';
import { type Asked, page } from './page.js';
import { daysField, lastDays } from './span.js';
import { actorLink, familyLink, quoted, section, theaterLink, time, told } from './words.js';

export const outlet = page<OutletView>({
  path: '/outlets/:name',
  about: 'What an outlet covers, how it words acts by and upon whom, and what others tell that it does not.',
  words: ['days'],
  read: async (asked) => readOutlet(asked.sql, asked.part('name'), await lastDays(asked, 30), asked.config.timeZone),
  missing: ({ part }) => `There is no headline of an outlet called ${part('name')}.`,
  title: ({ outlet }) => outlet,
  body: outletBody,
});

function outletBody(view: OutletView, asked: Asked): Html {
  const { outlet, about, span, kept, dropped, days, theaters, wording, actorNames, latest, leftOut, notCarried } = view;
  const known =
    about === null
      ? 'unreviewed: it has no source of its own here'
      : [about.country, about.owner === 'state' ? 'state media' : (about.owner ?? 'unreviewed'), about.lang].filter(Boolean).join(', ');
  return html`<h1 dir="auto">${outlet}</h1>
<p class="quiet">${known} · ${time(span.since, asked)} to ${time(span.until, asked)} · ${counted(kept, 'strategic headline')}, ${counted(dropped, 'other')}</p>
<form>${daysField(span.days)}<button>Show</button> <a href="${href('/compare', undefined, { a: outlet })}">Compare it with another</a></form>
${bars(
  'Strategic headlines by day',
  days.map(({ day, titles }) => ({ label: day.slice(5), value: titles })),
)}
${section(
  'What it covers',
  theaters.map(({ theater, families }) => html`${theaterLink(theater, asked)}: ${counted(families, 'family')}`),
)}
<h2>How it words</h2>
<p>${sharesInWords(wording)}</p>
${actorTable('Acts by', wording.by, actorNames)}
${actorTable('Acts upon', wording.upon, actorNames)}
${section(
  'Told by others of the same, and not by it',
  leftOut.map(({ id, title, told: what }) => html`${told(what)} <span class="quiet">in ${familyLink(id, title)}</span>`),
)}
${
  notCarried.length === 0
    ? ''
    : html`<h2>Told by others, and not by it</h2>
<p class="quiet">Families of its language and its theaters that three outlets or more tell of, and of which no headline of it is stored.</p>
${familyTable(notCarried, asked)}`
}
${section(
  'Its latest headlines',
  latest.map((title) => latestItem(title, asked)),
)}`;
}

/** "In 30 (75 %) of 40 headlines read an act was found, in 28 of these who does it; 4 (10 %) take a side in words of their own, 3 (8 %) hedge." */
export function sharesInWords({ read, acting, named, loaded, hedged }: Shares): string {
  if (read === 0) return 'None of its headlines was read in this time.';
  const share = (part: number) => `${part} (${Math.round((part / read) * 100)} %)`;
  const doers = acting === 0 ? '' : `, in ${named} of these who does it`;
  return `In ${share(acting)} of ${counted(read, 'headline')} read an act was found${doers}; ${share(loaded)} take a side in words of their own, ${share(hedged)} hedge.`;
}

function actorTable(heading: string, rows: readonly ActorWording[], names: Readonly<Record<string, string>>): Html | '' {
  if (rows.length === 0) return '';
  return html`<h3>${heading}</h3>
<div class="wide"><table class="cards">
<thead><tr><th scope="col">Actor</th><th scope="col">Headlines</th><th scope="col">What is done</th><th scope="col">Words that take a side</th><th scope="col">Latest</th></tr></thead>
<tbody>${rows.map(
    ({ actor, headlines, actions, named, hedged, loaded, course, example }) => html`<tr>
<td>${actorLink(actor, names[actor] ?? actor)}</td>
<td>${counted(headlines, 'headline')} ${spark(course)}<br><span class="quiet">${[named < headlines ? `${named} with the doer named` : '', hedged > 0 ? `${hedged} hedged` : ''].filter(Boolean).join(', ')}</span></td>
<td>${actions.map(({ action, headlines: times }, at) => `${at === 0 ? '' : ', '}${action.replaceAll('_', ' ')}${times > 1 ? ` ×${times}` : ''}`)}</td>
<td>${loaded.length === 0 ? html`<span class="quiet">none</span>` : loaded.map((word, at) => html`${at === 0 ? '' : ', '}${quoted(word)}`)}</td>
<td class="text"><a href="${href('/titles', example.id)}">${told(example.title)}</a></td>
</tr>
`,
  )}</tbody>
</table></div>`;
}

function latestItem({ id, title, publishedAt, reading, familyId, familyTitle }: OutletView['latest'][number], asked: Asked): Html {
  const wording = readingOf(reading)?.wording;
  const words = wording === undefined ? [] : [wording.actWord ?? '', ...wording.loaded, ...wording.quotedLoaded];
  return html`<a href="${href('/titles', id)}">${marked(title, words)}</a> <span class="quiet">${time(publishedAt, asked)}${familyId === null || familyTitle === null ? '' : html` · in ${familyLink(familyId, familyTitle)}`}</span>`;
}
