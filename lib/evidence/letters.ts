// Takes the sentences of an answer and the texts they must stand on; leaves what does not stand and why. Guards what is stored
// as fact: cited ids exist, quotes stand to the letter, numbers and proper names occur in the cited texts.
import { holds, namesOf, type Words, wordsOf } from './evidence/names.js';
import { numbersOf } from './evidence/numbers.js';
import { fold, plain } from './evidence/plain.js';
import type { Claim, Problem, Source } from './prompt.js';

/** A source, read once for all claims. */
interface Ground {
  text: string;
  words: Words;
  /** Keys of its numbers. */
  numbers: ReadonlySet<string>;
  /** Its words and digits alone, for passages a claim puts into quotation marks of its own. */
  bare: string;
}

/**
 * Checks each claim against the sources it cites (all sources where it cites none). `known` are names that need no source; a number
 * in one stands only as part of the whole name.
 * Returns one problem for each claim that does not stand, with the first reason found; empty when all stand.
 */
export function checkClaims(claims: readonly Claim[], sources: readonly Source[], known: readonly string[] = []): Problem[] {
  const grounds = new Map(sources.map(({ id, text }) => [id, groundOf(text)]));
  const names = {
    words: wordsOf(plain(known.join(' \n '))),
    bare: known.map(bare),
    numbered: known.filter((name) => /\d/.test(plain(name))),
  };
  const problems: Problem[] = [];
  for (const claim of claims) {
    const reason = refusal(claim, grounds, names);
    if (reason) problems.push({ field: claim.field, reason });
  }
  return problems;
}

interface Known {
  words: Words;
  bare: readonly string[];
  numbered: readonly string[];
}

function groundOf(text: string): Ground {
  const read = plain(text);
  const numbers = numbersOf(read, false).flatMap(({ keys, implies = [] }) => [...keys, ...implies]);
  return { text, words: wordsOf(read), numbers: new Set(numbers), bare: bare(text) };
}

function refusal(claim: Claim, grounds: ReadonlyMap<string, Ground>, known: Known): string | null {
  for (const id of claim.cites ?? []) if (!grounds.has(id)) return `cites ${id}, which is not among the titles`;
  for (const quote of claim.quotes ?? []) {
    const text = grounds.get(quote.id)?.text;
    if (text === undefined) return `quotes ${quote.id}, which is not among the titles`;
    if (!standsIn(text, quote.text)) return `quotes "${quote.text}", which does not stand in title ${quote.id}`;
  }
  const cited = [...grounds].filter(([id]) => !claim.cites?.length || claim.cites.includes(id)).map(([, ground]) => ground);
  for (const passage of passagesOf(claim.text)) {
    const stands = cited.some((ground) => standsIn(ground.bare, passage)) || known.bare.includes(passage);
    if (!stands) return `quotes "${passage}", which stands in no cited title`;
  }
  const text = plain(claim.text);
  for (const { shown, keys } of numbersOf(without(text, known.numbered), true)) {
    if (!cited.some(({ numbers }) => keys.some((key) => numbers.has(key)))) return `the number ${shown} stands in no cited title`;
  }
  for (const name of namesOf(text)) {
    if (!holds(known.words, name) && !cited.some(({ words }) => holds(words, name))) return `the name ${name} stands in no cited title`;
  }
  return null;
}

/** From here on a passage is no word that another may happen to hold ("rain" in "Ukraine"), but may be cut inside an endless one. */
const longestWord = 60;

/** Whether a text holds a passage to the letter, from one end of a word to another; scripts without spaces know no such ends. */
function standsIn(text: string, passage: string): boolean {
  if (passage.trim() === '') return false;
  if (passage.length > longestWord) return text.includes(passage);
  const torn = (a: string | undefined, b: string | undefined): boolean => spaced.test(a ?? '') && spaced.test(b ?? '');
  for (let at = text.indexOf(passage); at >= 0; at = text.indexOf(passage, at + 1)) {
    const end = at + passage.length;
    if (!torn(text[at - 1], passage[0]) && !torn(passage.at(-1), text[end])) return true;
  }
  return false;
}

const spaced = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{N}]/u;

/** What a claim puts into quotation marks, each piece between ellipses by itself. */
function passagesOf(text: string): string[] {
  const quoted = [...text.matchAll(/[“„]([^“”„]+)[”“]|«([^«»]+)»|»([^«»]+)«|"([^"“”„«»]+)"/gu)].map(
    (found) => found.slice(1).find(Boolean) ?? '',
  );
  return quoted
    .flatMap((one) => one.split(/\[?(?:…|\.\.\.)\]?/u))
    .map(bare)
    .filter((one) => /[\p{L}\p{N}]/u.test(one));
}

/** Its words and digits alone. */
function bare(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The text with these names taken out. */
function without(text: string, names: readonly string[]): string {
  return names.reduce((left, name) => {
    const literal = plain(name)
      .trim()
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return left.replace(new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'giu'), ' ');
  }, text);
}
