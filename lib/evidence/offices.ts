// Whether a sentence tells of an office-holder what its titles tell of his deputy or of one who held the office before: "Malawi's president
// dies" of a vice president.
import type { Hit } from './concepts.js';
import { otherTitle } from './person-titles.js';
import type { Told } from './told.js';

/** Rows of concepts-*.tsv for offices, and for what makes another of them. */
const offices: ReadonlySet<string> = new Set(['president', 'prime minister', 'minister', 'mayor', 'governor', 'king', 'general']);
const lesser: ReadonlySet<string> = new Set(['deputy', 'secretary', 'former', 'former president', 'acting', 'interim', 'vice president']);
const lesserWord =
  /(?:\b(?:vice|deputy|former|ex|acting|interim|late|first)[\s-]|vice-?|ex-?|vize|stellvertret\p{L}*\s|früher\p{L}*\s|ehemalig\p{L}*\s|exvice|anci(?:en|enne)\s|вице|экс-?|бывш\p{L}*\s|заместител\p{L}*\s|副|前|نائب\s)$/iu;
const lesserBehind = /^\s?(?:elect|designate|candidate|hopeful|السابق|الاسبق|الأسبق|السابقة)/iu;

function isLesser({ text, hits }: Told, { start, end }: Hit): boolean {
  return (
    lesserWord.test(text.slice(0, start)) ||
    lesserBehind.test(text.slice(end)) ||
    hits.some((hit) => lesser.has(hit.row) && hit.start < end && start < hit.end + 2)
  );
}

/** The first office given to another than who holds it, or person given another office, told as a reason; null where there is none. */
export function otherOffice(own: Told, titles: readonly Told[]): string | null {
  for (const hit of own.hits) {
    if (!offices.has(hit.row) || hit.wider || hit.narrower || isLesser(own, hit)) continue;
    const held = titles.flatMap((title) => title.hits.filter(({ row }) => row === hit.row).map((other) => isLesser(title, other)));
    if (held.length > 0 && held.every(Boolean) && !own.hits.some(({ row }) => lesser.has(row)))
      return `tells of ${own.text.slice(hit.start, hit.end)} what the cited titles tell of a deputy or a former one`;
  }
  return otherTitle(own, titles);
}
