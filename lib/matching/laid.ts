// One vector laid out so that it is multiplied with many: each word of the others is looked for in one place of a small table, which takes a
// third of the time of going through both. Gives what `product` gives, to the bit.
import type { Packed } from './cluster.js';
import { product } from './vectors.js';

const places = 4096;
const mask = places - 1;
/** A vector of more words would fill too many places. */
const mostWords = 256;

/** By the last bits of a word, where it stands in the vector that is laid out, and 1; 0 for none. */
const table = new Int16Array(places);
let laid: Packed = [];
/** Two of its words wanted one place: then it is multiplied as ever. */
let collides = false;

/** Lays out a vector in place of the one before, unless it is that one. */
export function lay(vector: Packed): void {
  if (vector === laid) return;
  for (let at = 0, size = Math.min(laid.length / 2, mostWords); at < size; at++) table[(laid[at] as number) & mask] = 0;
  laid = vector;
  const size = vector.length / 2;
  collides = size > mostWords;
  for (let at = 0; at < size && !collides; at++) {
    const place = (vector[at] as number) & mask;
    collides = table[place] !== 0;
    if (!collides) table[place] = at + 1;
  }
}

/** The product of the vector that is laid out and another. */
export function timesLaid(other: Packed): number {
  if (collides) return product(laid, other);
  const [size, sizeOfLaid] = [other.length / 2, laid.length / 2];
  let sum = 0;
  for (let at = 0; at < size; at++) {
    const word = other[at] as number;
    const there = table[word & mask] as number;
    if (there !== 0 && laid[there - 1] === word) sum += (other[size + at] as number) * (laid[sizeOfLaid + there - 1] as number);
  }
  return sum;
}
