// How rare words are in English, which the few headlines that are open do not tell: in these a word of every day may stand once. The stems of
// english.json are in order of frequency; training/english.ts makes it.
import table from './english.json' with { type: 'json' };

/** Rarity grows by an e-fold of places; of the first dozen of stems hardly. */
const everyday = 12;

let places: ReadonlyMap<string, number> | undefined;

/** About 0 for a stem that stands in every sentence, and most, about 7, for one that is not among those that are known. Of stems as `englishStem` makes them. */
export function rarityInEnglish(stem: string): number {
  places ??= new Map(table.stems.split(' ').map((known, place) => [known, place]));
  return Math.log1p((places.get(stem) ?? places.size) / everyday);
}
