// Places and things that a headline names, by ids that are the same in every language, and which words named them.
import { places, things } from './lexicon.js';

/** Ids found, each with its kind before it: `l` a place, `c` a thing. `spent[i]` is true where word i named one. */
interface Concepts {
  ids: string[];
  spent: boolean[];
}

interface Entry {
  id: string;
  parts: readonly string[];
  /** It is this only where it is written as a name: "Газе" is Gaza, "газе" gas. */
  isName: boolean;
}

const han = /^\p{Script=Han}+$/u;
/** What no word without a Han character has: most words are not asked for the hundred entries in Han. */
const mayHoldHan = /[\u2e80-\uffff]/;
const hanEntries: Entry[] = [];
const byBeginning = new Map<string, Entry[]>();
for (const [kind, lines] of [
  ['l', places],
  ['c', things],
] as const) {
  for (const line of lines.trim().split('\n')) {
    const [id = '', spellings = ''] = line.split(': ');
    for (const spelling of spellings.split(' ')) {
      const isName = spelling.startsWith('^');
      const entry = { id: `${kind}${id}`, parts: spelling.slice(isName ? 1 : 0).split('+'), isName };
      if (han.test(spelling)) hanEntries.push(entry);
      else addBeginning(entry);
    }
  }
}

function addBeginning(entry: Entry): void {
  const beginning = (entry.parts[0] ?? '').slice(0, 2);
  byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), entry]);
}

/**
 * Finds places and things among the words of a headline, given in lower case and in their order, and as they are `written`: without that what
 * is something else where it is no name may be either.
 */
export function conceptsIn(words: readonly string[], written?: readonly string[]): Concepts {
  const ids = new Set<string>();
  const spent = words.map(() => false);
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    const entries = byBeginning.get(word.slice(0, 2));
    if (entries !== undefined) {
      const isCapital = written === undefined ? undefined : /^\p{Lu}/u.test(written[at] ?? '');
      for (const { id, parts, isName } of entries) {
        if ((isName && isCapital === false) || !beginAt(words, at, parts)) continue;
        ids.add(id);
        spent.fill(true, at, at + parts.length);
        if (isName && isCapital) break;
      }
    }
    if (mayHoldHan.test(word)) for (const { id, parts } of hanEntries) if (word.includes(parts[0] ?? '')) ids.add(id);
  }
  return { ids: [...ids].sort(), spent };
}

/** Whether the words from there on begin as the parts, one by one. */
function beginAt(words: readonly string[], from: number, parts: readonly string[]): boolean {
  for (let at = 0; at < parts.length; at++) if (!begins(words[from + at] ?? '', parts[at] as string)) return false;
  return true;
}

/** A beginning under five letters must be the word but for an inflection: one letter, in Cyrillic two. */
function begins(word: string, beginning: string): boolean {
  if (!word.startsWith(beginning)) return false;
  if (beginning.length >= 5) return true;
  const more = word.length - beginning.length;
  return more === 0 || (/\p{Script=Cyrillic}/u.test(word) ? more <= 2 : more === 1 && /[sen]$/.test(word));
}
