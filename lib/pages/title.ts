// The why-page of a headline: what the gate added up, what was read in it, and how it came into its family.

import { explainTitle, type How } from '../desk/families/explain.js';
import { howInWords } from '../desk/families/in-words.js';
import { readingRows } from '../desk/reading.js';
import { forgotten, readTitle, reasonOf, type ShownTitle } from '../desk/show/title.js';
import { readingOf } from '../reading/stored.js';
import { sourceLink } from './family/wording.js';
import { type Html, html } from './html.js';
import { unwrapped } from './marked.js';
import { type Asked, page } from './page.js';
import { familyLink, outletLink, section, time, told } from './words.js';

interface WhyView extends ShownTitle {
  /** How it came into its family; empty where it is in none, or came in before reasons were kept. */
  how: How[];
}

export const title = page<WhyView>({
  path: '/titles/:id{[0-9]{1,18}}',
  about: 'Why a headline was kept or dropped, what it says, and how it came into its family.',
  read: async ({ sql, part }) => {
    const view = await readTitle(sql, part('id'));
    if (view === null) return null;
    return { ...view, how: view.family === null ? [] : await explainTitle(sql, String(view.family.id), view.id) };
  },
  missing: ({ part }) => `There is no headline ${part('id')}.`,
  title: ({ title }) => title,
  body: titleBody,
});

function titleBody(view: WhyView, asked: Asked): Html {
  const { title, publisher, publisherDomain, lang, url, publishedAt, publishedAtFrom, description, status, strategicTier, family } = view;
  const words = readingOf(view.reading)?.wording;
  return html`<h1 dir="auto" lang="${lang}">${unwrapped(title, words === undefined ? [] : [words.actWord ?? '', ...words.loaded, ...words.quotedLoaded])}</h1>
<p class="quiet">${outletLink(publisher)}${publisherDomain === null ? '' : ` (${publisherDomain})`} · ${lang} · ${time(publishedAt, asked)}${publishedAtFrom === 'fetch' ? ', when it was read: the feed gives no time' : ''} · ${sourceLink(url)}title:${view.id}, ${status}${strategicTier === null ? '' : `, tier ${strategicTier}`}</p>
${description === null || description === '' ? '' : html`<p>${told(description)}</p>`}
${family === null ? html`<p>It is in no event family.</p>` : html`<p>It is in the family ${familyLink(family.id, family.title)}.</p>`}
${section(
  'How it came into its family',
  view.how.map((how) => html`<span class="quiet">${time(how.at, asked)}, ${told(how.by)}:</span> ${told(howInWords(how))}`),
)}
${gateSection(view)}
${readingSection(view)}`;
}

function gateSection({ gate: stored, gateScore, status, title }: WhyView): Html {
  if (status === 'forgotten') return html`<p>${forgotten}</p>`;
  const gate = reasonOf(stored);
  if (stored === null || gate === null)
    return html`<h2>The gate</h2>
<p>${stored === null ? 'The gate has not seen it yet.' : 'What the gate said of it is of an earlier form and is not shown.'}</p>`;
  const hits = [...gate.actors, ...gate.mechanisms, ...gate.contexts].sort((a, b) => a.start - b.start);
  return html`<h2>Why it was ${status === 'gate_drop' ? 'dropped' : 'kept'}: score ${gateScore ?? 'unknown'}</h2>
${gate.arithmetic.length === 0 ? html`<p>Nothing in it speaks for or against it.</p>` : html`<table><thead><tr><th scope="col" class="number">Points</th><th scope="col">For</th></tr></thead><tbody>${gate.arithmetic.map(({ what, points }) => html`<tr><td class="number">${points > 0 ? `+${points}` : String(points)}</td><td>${what}</td></tr>`)}</tbody></table>`}
${gate.because === undefined ? '' : html`<p>Its tier: ${told(gate.because)}</p>`}
${section(
  'What was found in it',
  hits.map(
    ({ id, term, start, end, reading, beside }) =>
      html`“${told(title.slice(start, end))}” is ${id}, by the term ${told(term.replace(/^[~=_]+/, ''))}${reading === undefined ? '' : html`, read as ${reading} beside “${told(beside ?? '')}”`}`,
  ),
)}`;
}

function readingSection({ status, reading: stored, actorNames }: WhyView): Html | '' {
  if (status !== 'gate_keep') return '';
  const reading = readingOf(stored);
  if (reading === null)
    return html`<h2>What it says</h2>
<p>It has not been read yet; the next run of the filter phase reads it.</p>`;
  const rows = readingRows(reading, (id) => actorNames[id] ?? id);
  return html`<h2>What it says</h2>
<dl>${rows.map(([name, value]) => html`${name === '' ? '' : html`<dt>${name}</dt>`}<dd>${told(value)}</dd>`)}</dl>`;
}
