// How rare words are in their language, which the few headlines that are open do not tell: in these a word of every day may stand once. The
// stems of everyday/CODE.json are in order of frequency; training/everyday.ts makes them, and everyday/README.md tells of what.
import de from './everyday/de.json' with { type: 'json' };
import en from './everyday/en.json' with { type: 'json' };
import es from './everyday/es.json' with { type: 'json' };
import fr from './everyday/fr.json' with { type: 'json' };
import it from './everyday/it.json' with { type: 'json' };
import pt from './everyday/pt.json' with { type: 'json' };
import ru from './everyday/ru.json' with { type: 'json' };

const tables: ReadonlyMap<string, { stems: string }> = new Map(Object.entries({ de, en, es, fr, it, pt, ru }));

/** Rarity grows by an e-fold of places; of the first dozen of stems hardly. */
const everyday = 12;

const placesIn = new Map<string, ReadonlyMap<string, number>>();

/** Whether there is a table of a language. */
export function isCounted(lang: string): boolean {
  return tables.has(lang);
}

/**
 * About 0 for a stem that stands in every sentence of a language, and most, about 7, for one that is not among those that are known; 0 for all
 * of a language without a table. Of stems as `stemsOf` makes them.
 */
export function rarityIn(lang: string, stem: string): number {
  const places = placesIn.get(lang) ?? remember(lang);
  return Math.log1p((places.get(stem) ?? places.size) / everyday);
}

function remember(lang: string): ReadonlyMap<string, number> {
  const stems = tables.get(lang)?.stems.split(' ') ?? [];
  const places = new Map(stems.map((stem, place) => [stem, place]));
  placesIn.set(lang, places);
  return places;
}
