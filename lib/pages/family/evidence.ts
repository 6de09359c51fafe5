// From what is said of headlines to the headlines themselves: one click, to their place on the page or to their own page.
import { type Html, html } from '../html.js';
import { fewOf, told } from '../words.js';
import type { FamilyTitle } from './read.js';

/** Leads to the headlines of these ids, by the names of their outlets. */
export type EvidenceLinks = (cites: readonly (string | number)[]) => Html;

/** Where the headline stands on the page. */
export function anchor(id: string | number): string {
  return `title-${id}`;
}

/** Links a claim to the headlines it cites: to the one below by its outlet's name, or to its own page where it is not shown here. */
export function evidenceLinks(titles: readonly FamilyTitle[]): EvidenceLinks {
  const shown = new Map(titles.map((title) => [String(title.id), title]));
  return (cites) =>
    fewOf(
      cites.map((id) => {
        const title = shown.get(String(id));
        return title === undefined
          ? html`<a href="/titles/${String(id)}">headline ${String(id)}</a>`
          : html`<a href="#${anchor(id)}">${told(title.publisher)}</a>`;
      }),
    );
}
