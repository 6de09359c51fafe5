// Words as numbers: stems, figures, and pairs of neighbours. A word has the same number as long as any headline that is counted holds it, in
// whatever matcher of this process; then the number is given to another, so that a worker's memory is that of what is open.
import { rarityIn } from './everyday.js';
import { PairTable } from './pair-table.js';

const pairWeight = 0.5;
const single = -1;

const singles = new Map<string, number>();
/** A pair's number and 1. */
const pairs = new PairTable();
/** By number: the text of a single word, and of a pair both words. */
const texts: (string | undefined)[] = [];
let parts = new Int32Array(2048);
/** By language and number: how rare a word is in it; below 0 where nobody has asked. */
const rarities = new Map<string, Float32Array>();
const unasked = -1;
/** In how many counted headlines each stands. */
let held = new Int32Array(1024);
const free: number[] = [];

/** The number of a word, a new one where it has none. */
export function wordOf(text: string): number {
  const known = singles.get(text);
  if (known !== undefined) return known;
  const word = add(text, single, single);
  singles.set(text, word);
  return word;
}

/** The number of two words that stand together. */
export function pairOf(first: number, second: number): number {
  const known = pairs.get(first, second);
  if (known !== 0) return known - 1;
  const word = add(undefined, first, second);
  pairs.set(first, second, word + 1);
  return word;
}

/** The number of a word that is no pair; undefined where no headline has it. */
export function knownWord(text: string): number | undefined {
  return singles.get(text);
}

/** Its text; of a pair both, with a space between; empty for none. */
export function wordText(word: number): string {
  const first = parts[2 * word] ?? single;
  return first === single ? (texts[word] ?? '') : `${texts[first] ?? ''} ${texts[parts[2 * word + 1] as number] ?? ''}`;
}

/** What it weighs beside others: a pair half. */
export function weightOf(word: number): number {
  return parts[2 * word] === single ? 1 : pairWeight;
}

/** How rare it is in a language, about 0 to 7, whatever is open; 0 for a pair and a figure, and for all words of a language without a table. */
export function rarityOfWord(word: number, lang: string): number {
  let own = rarities.get(lang);
  if (own === undefined || own.length < held.length) {
    own = enlarged(own, held.length);
    rarities.set(lang, own);
  }
  const known = own[word] as number;
  if (known !== unasked) return known;
  const text = texts[word];
  const rarity = text === undefined || text.startsWith('#') ? 0 : rarityIn(lang, text);
  own[word] = rarity;
  return rarity;
}

function enlarged(from: Float32Array | undefined, size: number): Float32Array {
  const larger = new Float32Array(size).fill(unasked);
  if (from !== undefined) larger.set(from);
  return larger;
}

/** Headlines that hold these words, each once, are counted, or are not any more: what none holds is forgotten. */
export function hold(words: readonly number[], by: 1 | -1): void {
  for (const word of words) {
    const left = (held[word] as number) + by;
    held[word] = left;
    if (left > 0) continue;
    const [first, second] = [parts[2 * word] as number, parts[2 * word + 1] as number];
    if (first === single) singles.delete(texts[word] as string);
    else pairs.set(first, second, 0);
    texts[word] = undefined;
    free.push(word);
  }
}

function add(text: string | undefined, first: number, second: number): number {
  const word = free.pop() ?? texts.length;
  texts[word] = text;
  if (word >= held.length) {
    held = doubled(held);
    parts = doubled(parts);
  }
  parts[2 * word] = first;
  parts[2 * word + 1] = second;
  held[word] = 0;
  for (const own of rarities.values()) if (word < own.length) own[word] = unasked;
  return word;
}

function doubled(from: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * from.length);
  larger.set(from);
  return larger;
}
