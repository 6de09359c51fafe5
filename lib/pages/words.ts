// Names and times as pieces of a page: what comes of headlines is cleaned, isolated from the script around it, and leads to its own page.

import { moment } from '../desk/words.js';
import { href } from './address.js';
import { type Html, html } from './html.js';
import type { Asked } from './page.js';

/** A text from outside, in the direction of its own script. */
export function told(text: string): Html {
  return html`<bdi>${text}</bdi>`;
}

/** In the desk's time zone for people, in UTC for programs. Throws where `at` is no time. */
export function time(at: Date | string, { config: { timeZone } }: Pick<Asked, 'config'>): Html {
  const date = new Date(at);
  return html`<time datetime="${date.toISOString()}">${moment(date, timeZone)}</time>`;
}

/** The title, leading to the page of the family. */
export function familyLink(id: number | string, title: string): Html {
  return html`<a href="${href('/families', id)}">${told(title)}</a>`;
}

/** The name, leading to the page of the outlet. */
export function outletLink(name: string): Html {
  return html`<a href="${href('/outlets', name)}">${told(name)}</a>`;
}

/** The name, leading to the page of the actor. */
export function actorLink(id: string, name: string): Html {
  return html`<a href="${href('/actors', id)}">${told(name)}</a>`;
}

/** The name that the settings give a theater, else its id, leading to its page. */
export function theaterLink(id: string, { config: { theaters } }: Pick<Asked, 'config'>): Html {
  return html`<a href="${href('/theaters', id)}">${theaters[id]?.name ?? id}</a>`;
}

/** The name, leading to the page of the watchlist. */
export function watchlistLink(name: string): Html {
  return html`<a href="${href('/watchlists', name)}">${told(name)}</a>`;
}

/** The watchlists it is on; nothing where it is on none. */
export function watchMark(names: readonly string[]): Html | '' {
  return names.length === 0 ? '' : html`<span class="watched">watched: ${fewOf(names.map(watchlistLink))}</span> `;
}

/** The text to the letter, in quotation marks. */
export function quoted(text: string): Html {
  return html`“${told(text)}”`;
}

/** The weight of a family, 0 to 100; nothing until it was enriched. */
export function badge(importance: number | null): Html | '' {
  return importance === null ? '' : html`<span class="badge"><span class="unseen">weight </span>${importance}</span>`;
}

/** "A, B and 3 more". */
export function fewOf(parts: readonly Html[], most = 12): Html {
  const rest = parts.length - most;
  return html`${parts.slice(0, most).map((part, at) => html`${at === 0 ? '' : ', '}${part}`)}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** Nothing where there is nothing to list. */
export function section(heading: string, items: readonly Html[]): Html | '' {
  return items.length === 0
    ? ''
    : html`<h2>${heading}</h2>
<ul>${items.map((item) => html`<li>${item}</li>\n`)}</ul>`;
}
