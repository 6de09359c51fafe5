// Words as numbers: stems, figures, and pairs of neighbours. A word has the same number as long as any headline that is counted holds it, in
// whatever matcher of this process; then the number is given to another, so that a worker's memory is that of what is open.
import { rarityInEnglish } from './english.js';
import { PairTable } from './pair-table.js';

const pairWeight = 0.5;
const single = -1;

const singles = new Map<string, number>();
/** A pair's number and 1. */
const pairs = new PairTable();
/** By number: the text of a single word, and of a pair both words. */
const texts: (string | undefined)[] = [];
let parts = new Int32Array(2048);
/** By number: how rare a single word is in English; 0 for a pair and a figure. */
let rarities = new Float32Array(1024);
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
export function textOf(word: number): string {
  const first = parts[2 * word] ?? single;
  return first === single ? (texts[word] ?? '') : `${texts[first] ?? ''} ${texts[parts[2 * word + 1] as number] ?? ''}`;
}

/** What it weighs beside others: a pair half. */
export function weightOf(word: number): number {
  return parts[2 * word] === single ? 1 : pairWeight;
}

/** How rare it is in English, about 0 to 7, whatever is open; 0 for a pair and a figure. */
export function rarityOfWord(word: number): number {
  return rarities[word] as number;
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
    held = enlarged(held);
    parts = enlarged(parts);
    const known = rarities;
    rarities = new Float32Array(held.length);
    rarities.set(known);
  }
  parts[2 * word] = first;
  parts[2 * word + 1] = second;
  held[word] = 0;
  rarities[word] = text === undefined || text.startsWith('#') ? 0 : rarityInEnglish(text);
  return word;
}

function enlarged(from: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * from.length);
  larger.set(from);
  return larger;
}
