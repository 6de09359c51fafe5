// Two outlets beside each other: how each words, what both tell of in which words, and what one tells of and the other does not.
import { readingOf } from '../reading/stored.js';
import { listOutlets } from '../search/outlets.js';
import { href } from './address.js';
import { type Compared, readCompared, type Shared, type SharedTitle } from './compare/read.js';
import { familyTable } from './families.js';
import { textField } from './fields.js';
import { type Html, html } from './html.js';
import { marked } from './marked.js';
import { sharesInWords } from './outlet.js';
import { type Asked, page } from './page.js';
import { daysField, lastDays, type Span } from './span.js';
import { familyLink, outletLink, time, told } from './words.js';

interface Compare {
  span: Span;
  /** Null until two are named. */
  compared: Compared | null;
  /** To choose from; empty where two are named. */
  outlets: string[];
}

const mostOffered = 300;

export const compare = page<Compare>({
  path: '/compare',
  about: 'Two outlets beside each other; outlets to choose from until two are named.',
  words: ['a', 'b', 'days'],
  read: async (asked) => {
    const { sql, word } = asked;
    const [a, b] = [word('a'), word('b')];
    const span = await lastDays(asked, 30);
    const compared = a === undefined || b === undefined ? null : await readCompared(sql, a, b, span);
    const outlets = compared === null ? await listOutlets(sql, span.until, { limit: mostOffered }) : [];
    return { span, compared, outlets: outlets.map(({ outlet }) => outlet) };
  },
  title: ({ compared }) => (compared === null ? 'Compare' : `${compared.a.outlet} and ${compared.b.outlet}`),
  body: compareBody,
});

function compareBody({ span, compared, outlets }: Compare, asked: Asked): Html {
  const { word } = asked;
  return html`<h1>${compared === null ? 'Compare two outlets' : html`${outletLink(compared.a.outlet)} and ${outletLink(compared.b.outlet)}`}</h1>
<form action="/compare">
${textField('a', 'One', word('a'))}
${textField('b', 'The other', word('b'))}
${daysField(span.days)}
<button>Compare</button>
</form>
${compared === null ? offered(outlets, word('a') ?? word('b')) : comparedPart(compared, span, asked)}`;
}

/** With one chosen, each leads on to the comparison. */
function offered(outlets: readonly string[], chosen: string | undefined): Html {
  const items = outlets
    .filter((outlet) => outlet !== chosen)
    .map(
      (outlet) =>
        html`<li><a href="${chosen === undefined ? href('/compare', undefined, { a: outlet }) : href('/compare', undefined, { a: chosen, b: outlet })}">${told(outlet)}</a></li>\n`,
    );
  return html`<h2>${chosen === undefined ? 'Choose one' : html`Choose what ${told(chosen)} is compared with`}</h2>
<ul class="columns">${items}</ul>`;
}

function comparedPart({ a, b, both, onlyA, onlyB }: Compared, span: Span, asked: Asked): Html {
  return html`<p class="quiet">${time(span.since, asked)} to ${time(span.until, asked)}</p>
<div class="aside">
${[a, b].map(({ outlet, shares }) => html`<section class="card"><h2 dir="auto">${outlet}</h2><p>${sharesInWords(shares)}</p></section>`)}
</div>
<h2>What both tell of</h2>
${both.length === 0 ? html`<p>No family of this time has headlines of both.</p>` : sharedTable({ a: a.outlet, b: b.outlet }, both)}
${[[a.outlet, onlyA] as const, [b.outlet, onlyB] as const].map(
  ([outlet, families]) => html`<h2>Told by ${told(outlet)} and not by the other</h2>
${families.length === 0 ? html`<p>None.</p>` : familyTable(families, asked)}`,
)}`;
}

function sharedTable({ a, b }: { a: string; b: string }, both: readonly Shared[]): Html {
  return html`<div class="wide"><table class="cards">
<thead><tr><th scope="col">Family</th><th scope="col">${told(a)}</th><th scope="col">${told(b)}</th></tr></thead>
<tbody>${both.map(({ id, title, titlesA, titlesB }) => html`<tr><td class="text">${familyLink(id, title)}</td><td class="text">${who(a)}${titlesA.map(titleLine)}</td><td class="text">${who(b)}${titlesB.map(titleLine)}</td></tr>\n`)}</tbody>
</table></div>`;
}

/** Where there is no room for the head of a table. */
function who(outlet: string): Html {
  return html`<span class="narrow quiet" aria-hidden="true">${told(outlet)}</span>`;
}

function titleLine({ id, title, reading }: SharedTitle): Html {
  const wording = readingOf(reading)?.wording;
  const words = wording === undefined ? [] : [wording.actWord ?? '', ...wording.loaded, ...wording.quotedLoaded];
  return html`<p><a href="${href('/titles', id)}">${marked(title, words)}</a></p>`;
}
