// Which of many lists of words may know a word: a bit for each list, found by one look at the word for all of them. Most words of a title
// stand in no list, and most lists are asked for every word.
import { hashOf, type Token } from './tokens.js';

/** What three letters begin or end with takes no more places. */
const mostHeads = 1 << 12;

export class WordLook {
  private lists = 0;
  /** By the hashes of whole words, and of three letters. */
  private readonly words: Int32Array;
  private readonly ends: Int32Array;
  private readonly heads: Int32Array;
  private readonly tails: Int32Array;
  private anyEnd = 0;
  /** What was found for the words of these tokens. */
  private tokens: readonly Token[] | null = null;
  private begins = new Int32Array(64);
  private endings = new Int32Array(64);

  /** `places` is a power of two, well above the number of words in all the lists. */
  constructor(places: number) {
    this.words = new Int32Array(places);
    this.ends = new Int32Array(places);
    this.heads = new Int32Array(Math.min(places, mostHeads));
    this.tails = new Int32Array(Math.min(places, mostHeads));
  }

  /** Beyond 32 lists two share a bit, and are asked in vain now and then. */
  newBit(): number {
    return 1 << (this.lists++ % 32);
  }

  markWord(hash: number, bit: number): void {
    mark(this.words, hash, bit);
    this.tokens = null;
  }

  markEnd(hash: number, bit: number): void {
    mark(this.ends, hash, bit);
  }

  markHead(hash: number, bit: number): void {
    mark(this.heads, hash, bit);
    this.tokens = null;
  }

  markTail(hash: number, bit: number): void {
    mark(this.tails, hash, bit);
    this.tokens = null;
  }

  markAnyEnd(bit: number): void {
    this.anyEnd |= bit;
    this.tokens = null;
  }

  /** The lists of which a term may begin at the token. */
  beginsAt(tokens: readonly Token[], index: number): number {
    if (tokens !== this.tokens) this.lookAt(tokens);
    return index < tokens.length && index >= 0 ? (this.begins[index] ?? 0) : 0;
  }

  /** The lists of which a term may end with the token. */
  endsAt(tokens: readonly Token[], index: number): number {
    if (tokens !== this.tokens) this.lookAt(tokens);
    return this.endings[index] ?? 0;
  }

  private lookAt(tokens: readonly Token[]): void {
    this.tokens = tokens;
    if (this.begins.length < tokens.length)
      [this.begins, this.endings] = [new Int32Array(tokens.length * 2), new Int32Array(tokens.length * 2)];
    const { begins, endings, words, ends, heads, tails } = this;
    const [ofWord, ofHead] = [words.length - 1, heads.length - 1];
    for (let at = 0; at < tokens.length; at++) {
      const { hash, head, tail, bare } = tokens[at] as Token;
      const place = hash & ofWord;
      let begin = (words[place] ?? 0) | (heads[head & ofHead] ?? 0) | (tails[tail & ofHead] ?? 0);
      let end = (ends[place] ?? 0) | this.anyEnd;
      for (const form of bare) {
        const other = hashOf(form) & ofWord;
        begin |= words[other] ?? 0;
        end |= ends[other] ?? 0;
      }
      begins[at] = begin;
      endings[at] = end;
    }
  }
}

function mark(places: Int32Array, hash: number, bit: number): void {
  const place = hash & (places.length - 1);
  places[place] = (places[place] ?? 0) | bit;
}
