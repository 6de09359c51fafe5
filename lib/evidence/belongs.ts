// Whose a town or a company is that the titles name: who tells of Coahuila may tell of the Mexican state of Coahuila, and of the South Korean
// company Samsung. It is asked only for a state that stands beside the name.
import { join } from 'node:path';
import { rowsOf } from '../reading/text/table.js';
import type { Mention } from './actors.js';
import type { Told } from './told.js';
import { type FoldedWord, plainWordsOf } from './words.js';

/** States by the names of what is theirs, and the names of a company that mean one another. */
export interface Belongings {
  statesOf: ReadonlyMap<string, ReadonlySet<string>>;
  alike: ReadonlyMap<string, readonly string[]>;
}

/** Words of a name at most. */
const longest = 4;
/** Words between a state and what is its: "the Mexican border state of Coahuila". */
const mostBetween = 4;

/** Reads towns.tsv and companies.tsv of a folder. Throws which line is malformed. */
export function readBelongings(tables: string): Belongings {
  const statesOf = new Map<string, Set<string>>();
  const alike = new Map<string, readonly string[]>();
  for (const file of ['towns.tsv', 'companies.tsv'])
    for (const { id, names } of rowsOf(join(tables, file), ['id', 'names']))
      for (const group of names.split('|')) {
        const same = group.split('=').map((name) => plainWordsOf(name).join(' '));
        for (const name of same) {
          statesOf.set(name, (statesOf.get(name) ?? new Set()).add(id));
          if (same.length > 1) alike.set(name, same);
        }
      }
  return { statesOf, alike };
}

/** Whether a state of a sentence stands beside a town or a company of it that the titles name; `stands` tells that of a word. */
export function isOwnerOfNamed(own: Told, mention: Mention, { statesOf }: Belongings, stands: (word: FoldedWord) => boolean): boolean {
  const { words, text } = own;
  const isOurs = (from: number): boolean => namesAt(words, from).some(([name]) => mention.ids.some((id) => statesOf.get(name)?.has(id)));
  const isHeld = (from: number): boolean => words[from]?.capital === true && stands(words[from] as FoldedWord) && isOurs(from);
  for (let at = mention.to; at < Math.min(words.length, mention.to + 1 + mostBetween); at++) {
    if (isHeld(at)) return true;
    const word = words[at];
    if (!word || word.capital || /[,;:.]/.test(text.slice(mention.end, word.start)) || preposition.test(word.plain)) break;
  }
  // "Coahuila, Mexico", "Hodeidah in Yemen", "Samsung of South Korea".
  const link = /(?:,|\s\(|\s(?:in|of))\s?(?:the\s)?$/i.exec(text.slice(0, mention.start));
  if (!link) return false;
  const behind = words.findLastIndex(({ end }) => end <= link.index);
  return Array.from({ length: longest }, (_, back) => behind - back).some(
    (from) => from >= 0 && isHeld(from) && namesAt(words, from).some(([name, to]) => statesOf.has(name) && to >= behind),
  );
}

/** Between a state and what is its only "of" may stand: "the Yemeni port of Hodeidah". */
const preposition = /^(?:in|on|at|to|from|by|with|for|over|after|against|into|near|and|or|is|are|was|were|has|have|had|will)$/;

/** The names that begin at a word, each with the last word of it. */
function namesAt(words: readonly FoldedWord[], from: number): [string, number][] {
  return Array.from({ length: longest }, (_, length): [string, number] => [
    words
      .slice(from, from + length + 1)
      .map(({ plain }) => plain)
      .join(' '),
    from + length,
  ]).filter(([, last]) => last < words.length);
}

/** "Volkswagen" of a title that has "VW". */
export function isCalledAlike(word: FoldedWord, { alike }: Belongings, titles: readonly Told[]): boolean {
  const names = alike.get(word.plain);
  return (
    names !== undefined &&
    titles.some(({ words }) => names.some((name) => words.some((_, at) => namesAt(words, at).some(([other]) => other === name))))
  );
}
