// Decides about many titles language by language, some at once: first the gate is asked for all of them, then those are read that are worth it.
// So the words of a language are at hand for each part that needs them; one title after another takes nearly twice as long.
import type { GateRecord } from './gate.js';
import { idsOf } from './hit-ids.js';

export interface GatedTitle {
  title: string;
  lang: string;
  record: Pick<GateRecord, 'actors' | 'mechanisms'>;
}

/** Reads headlines whose gate has been asked: one reading for each, in their order. */
export type ReadAll<Read> = (asked: readonly GatedTitle[]) => Promise<readonly Read[]>;

interface Title {
  title: string;
  /** '' where unknown. */
  lang: string;
  /** It was kept before and is read whatever the gate says now. */
  kept?: boolean;
}

/** So many are held with all that was found in them; more gain nothing. */
const atOnce = 1000;

/** What `settle` makes of each title, of what the gate says when it is asked and, where that is to keep it, of its reading; in the order of the titles. */
export async function decideAll<T extends Title, Read, Result>(
  titles: readonly T[],
  ask: (title: T) => GateRecord,
  readAll: ReadAll<Read>,
  settle: (title: T, record: GateRecord, reading: Read | null) => Result,
): Promise<Result[]> {
  const results = new Array<Result>(titles.length);
  const places = byLanguage(titles);
  for (let from = 0; from < places.length; from += atOnce) {
    const some = places.slice(from, from + atOnce).map((at) => {
      const title = titles[at] as T;
      const record = ask(title);
      return { at, title, record, isWorthReading: title.kept === true || record.decision === 'gate_keep' };
    });
    const asked = some.flatMap(({ title: { title, lang }, record, isWorthReading }) => (isWorthReading ? { title, lang, record } : []));
    const readings = await readAll(asked);
    let next = 0;
    for (const { at, title, record, isWorthReading } of some)
      results[at] = settle(title, record, isWorthReading ? (readings[next++] as Read) : null);
  }
  return results;
}

/** The title as its reader takes it. */
export function headlineToRead({ title, lang, record }: GatedTitle) {
  return { title, lang, hits: { actors: idsOf(record.actors), mechanisms: idsOf(record.mechanisms) } };
}

/** The places of the titles language by language, those of each in their order. */
function byLanguage(titles: readonly Title[]): number[] {
  const placesOf = new Map<string, number[]>();
  titles.forEach(({ lang }, at) => {
    const places = placesOf.get(lang);
    if (places === undefined) placesOf.set(lang, [at]);
    else places.push(at);
  });
  return [...placesOf.keys()].sort().flatMap((lang) => placesOf.get(lang) ?? []);
}
