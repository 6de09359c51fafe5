// When which outlet told of it: a line an outlet, a dot a headline; and the timeline, each entry with its headlines.

import { clean } from '../../desk/clean.js';
import type { FamilyRecord } from '../../desk/show/family.js';
import { moment } from '../../desk/words.js';
import { type Html, html, raw } from '../html.js';
import type { Asked } from '../page.js';
import { time, told } from '../words.js';
import type { EvidenceLinks } from './evidence.js';
import type { FamilyTitle } from './read.js';

const most = { outlets: 15, nameLetters: 20 };
const [left, right, line] = [200, 640, 22];

/** Drawn as dots, one to a headline, where there is more than one; then as a list. A time that cannot be read is left out. */
export function courseSection(family: FamilyRecord, titles: readonly FamilyTitle[], evidence: EvidenceLinks, asked: Asked): Html {
  return html`<h2>How it went on</h2>
${titles.length > 1 ? dots(titles, asked) : ''}
<ol class="plain">${family.timeline.map(({ at, fact, cites }) => html`<li><span class="quiet">${when(at, asked)}</span> ${told(fact)} <span class="quiet">${evidence(cites)}</span></li>\n`)}</ol>`;
}

function when(at: string, asked: Asked): Html | string {
  return Number.isNaN(new Date(at).getTime()) ? '' : time(at, asked);
}

function dots(titles: readonly FamilyTitle[], { config: { timeZone } }: Asked): Html {
  const outlets = [...new Set(titles.map(({ publisher }) => publisher))];
  const shown = outlets.slice(0, most.outlets);
  const times = titles.map(({ publishedAt }) => publishedAt.getTime());
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const x = (at: Date) => left + ((at.getTime() - first) / Math.max(1, last - first)) * (right - left - 10);
  const height = shown.length * line + 22;
  const lines = shown.map((outlet, at) => {
    const y = at * line + 12;
    const own = titles.filter(({ publisher }) => publisher === outlet);
    return html`<text x="0" y="${y + 4}">${cut(outlet)}</text><line x1="${left}" x2="${right}" y1="${y}" y2="${y}"></line>${own.map(
      (title) =>
        html`<circle cx="${x(title.publishedAt).toFixed(1)}" cy="${y}" r="5"><title>${moment(title.publishedAt, timeZone)} ${clean(title.title)}</title></circle>`,
    )}`;
  });
  const said = `${titles.length} headlines of ${outlets.length} outlets from ${moment(new Date(first), timeZone)} to ${moment(new Date(last), timeZone)}`;
  const rest = outlets.length - shown.length;
  return html`<figure><figcaption>${said}${rest > 0 ? `; ${rest} more outlets are in the table above` : ''}</figcaption>
<svg viewBox="0 0 ${right} ${height}" role="img" aria-label="${said}">${lines}
<text x="${left}" y="${height - 2}">${moment(new Date(first), timeZone)}</text>${raw(`<text x="${right}" y="${height - 2}" text-anchor="end">`)}${moment(new Date(last), timeZone)}</text></svg></figure>`;
}

function cut(name: string): string {
  const letters = [...clean(name)];
  return letters.length > most.nameLetters ? `${letters.slice(0, most.nameLetters - 1).join('')}…` : letters.join('');
}
