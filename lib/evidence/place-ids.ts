// Places that a text names, as the grouping of headlines knows them.
import { conceptsIn } from '../matching/concepts.js';
import type { Told } from './told.js';
import type { Word } from './words.js';

const places = new WeakMap<Told, readonly string[]>();

/** Ids of the places of a title, found once. */
export function placesOf(title: Told): readonly string[] {
  const found = places.get(title) ?? placesIn(title.words);
  places.set(title, found);
  return found;
}

/** Ids of places; `first` where the first word must be of one. */
export function placesIn(words: readonly Word[], first = false): string[] {
  const { ids, spent } = conceptsIn(words.map(({ text }) => text.toLowerCase()));
  return first && !spent[0] && !words[0]?.han ? [] : ids.filter((id) => id.startsWith('l'));
}
