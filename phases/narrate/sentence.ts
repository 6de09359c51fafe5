// A sentence about headlines, and the headlines it stands on.
import { byKey } from '../../lib/family/by-key.js';
import { listing, outletName } from '../../lib/family/listing.js';
import type { Telling } from './telling.js';

export interface Statement {
  text: string;
  /** Title ids. */
  cites: string[];
}

/** More outlets than these are not named but counted among the others. */
const mostNamed = 6;

/** "Headlines of A and B tell of it: “hit” (A), “pounds” (B)." Each of the headlines is cited. */
export function headlinesSay(tellings: readonly Telling[], [one, more]: readonly [string, string], behind = ''): Statement {
  const who =
    tellings.length > 1 ? `Headlines of ${outletsInWords(tellings)} ${more}` : `The headline of ${outletsInWords(tellings)} ${one}`;
  return { text: `${who}${behind}`.replace(/\.?$/u, '.'), cites: tellings.map(({ member }) => member.titleId) };
}

/** Up to six outlets by name, each once; of more the first five and others. */
export function outletsInWords(tellings: readonly Telling[]): string {
  const outlets = [...new Set(tellings.map(({ member }) => outletName(member)))];
  return listing(outlets.length > mostNamed ? [...outlets.slice(0, mostNamed - 1), 'others'] : outlets);
}

const mostWords = 4;

/** ": “hit” (A), “pounds” (B)": words of headlines, each with an outlet that writes it; where all write one word, or one outlet speaks, only the words. */
export function eachWithOutlet(tellings: readonly Telling[], wordOf: (telling: Telling) => string): string {
  const words = bySpelling(tellings, wordOf);
  const isOfOne = words.size === 1 || new Set(tellings.map(({ member }) => member.publisher)).size === 1;
  words.delete('');
  const named = [...words]
    .slice(0, mostWords)
    .map(([word, those]) => `“${word}”${isOfOne ? '' : ` (${outletsInWords(those.slice(0, 1))})`}`);
  return named.length === 0 ? '' : `: ${named.join(', ')}`;
}

/** Tellings by their words, as the first of them spells these: a headline in capitals tells nothing else. */
export function bySpelling(tellings: readonly Telling[], wordOf: (telling: Telling) => string): Map<string, Telling[]> {
  const alike = byKey(tellings, (telling) => wordOf(telling).toLowerCase());
  return new Map([...alike.values()].flatMap((those) => those.slice(0, 1).map((first) => [wordOf(first), those] as const)));
}

/** A sentence about headlines where there are any. */
export function some(tellings: readonly Telling[], say: (those: readonly Telling[]) => Statement): Statement[] {
  return tellings.length === 0 ? [] : [say(tellings)];
}
