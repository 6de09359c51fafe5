// Places that a text names, as the grouping of headlines knows them.
import { conceptsIn } from '../matching/concepts.js';
import type { Told } from './told.js';
import type { FoldedWord } from './words.js';

const places = new WeakMap<Told, readonly string[]>();

/** Ids of the places of a title, found once. */
export function placesOf(title: Told): readonly string[] {
  const found = places.get(title) ?? placeIdsOf(title.words);
  places.set(title, found);
  return found;
}

/** Ids of places; `first` where the first word must be of one: of "missile in Sumy" it is not. */
export function placeIdsOf(words: readonly FoldedWord[], first = false): string[] {
  const { ids } = conceptsIn(words.map(({ text }) => text.toLowerCase()));
  const places = ids.filter((id) => id.startsWith('l'));
  if (!first || places.length === 0 || words[0]?.han) return places;
  const behind = new Set(placeIdsOf(words.slice(1)));
  return places.filter((id) => !behind.has(id));
}
