// Names of persons as the check meets them: a surname that ends as an adjective does, the last of several words, particles between.
import { countryNamesIn } from '../vocabulary/country-names.js';
import type { Hit } from './concepts.js';
import { once, type Told } from './told.js';
import type { FoldedWord } from './words.js';

/** "Bashar al-Assad", "Ursula von der Leyen". */
export const particles: ReadonlySet<string> = new Set('al el bin ibn ben abu von van der den de la le da do dos du di del'.split(' '));

const alike = 3;
const beginnings = once(() => new Set([...countryNamesIn('en')].map((name) => name.slice(0, alike))));

/** "Pezeshkian", "Pashinyan": a name that ends as "Iranian" does, and is of no country. */
export function isSurname(name: string): boolean {
  return /^\p{Lu}\p{Ll}{3,}[iy]an$/u.test(name) && !beginnings().has(name.slice(0, alike).toLowerCase());
}

/** "Le Pen": titles have the last word of a name, which no table knows for anything else. */
export function endsName(titles: readonly Told[], plain: string): boolean {
  return titles.some(({ words, hits }) =>
    words.some((word, at) => word.capital && word.plain === plain && !hits.some(({ from, to }) => from <= at && at < to)),
  );
}

/** A word without capitals, as Arabic has none, that a table knows is no name. */
export function isKnownWord(word: FoldedWord, hits: readonly Hit[], at: number): boolean {
  return !word.capital && hits.some((hit) => hit.from <= at && at < hit.to);
}
