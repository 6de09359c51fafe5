// A headline with words of it marked where they stand, to the letter.

import { clean } from '../desk/clean.js';
import { type Html, html } from './html.js';

/** Words that do not stand in the headline mark nothing; of those that overlap, the longest is marked. */
export function marked(headline: string, words: readonly string[]): Html {
  return html`<bdi>${unwrapped(headline, words)}</bdi>`;
}

/** The same where it is all that stands in an element, which takes its direction. */
export function unwrapped(headline: string, words: readonly string[]): Html {
  const title = clean(headline);
  const places: { start: number; end: number }[] = [];
  for (const word of [...new Set(words.map(clean))].sort((a, b) => b.length - a.length)) {
    const start = word === '' ? -1 : wordStart(title, word);
    const end = start + word.length;
    if (start !== -1 && places.every((place) => end <= place.start || start >= place.end)) places.push({ start, end });
  }
  places.sort((a, b) => a.start - b.start);
  const parts = places.map(({ start, end }, at) => {
    const before = title.slice(places[at - 1]?.end ?? 0, start);
    return html`${before}<mark>${title.slice(start, end)}</mark>`;
  });
  return html`${parts}${title.slice(places.at(-1)?.end ?? 0)}`;
}

/** Where it stands as a word; else where it stands at all: not every script parts its words. */
function wordStart(title: string, word: string): number {
  for (let at = title.indexOf(word); at !== -1; at = title.indexOf(word, at + 1)) {
    const [before, after] = [title.slice(0, at), title.slice(at + word.length)];
    if (!/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after)) return at;
  }
  return title.indexOf(word);
}
