// A trie for many words in little memory: what few words share is a node with its next letters beside one another, what only one word has left
// is a row of letters. It is walked for every title, and a large one would be fetched from slow memory letter by letter: all of a node
// lies in one place, and nodes that follow one another lie near. Words may be added while it is used.

/** Beyond so many next letters they are searched by halves. */
const few = 8;
/** From here on a node is a place in the row of single letters. */
const tailOffset = 2 ** 24;

/** A trie as rows of numbers, from which it can be had again without its words. */
export interface TrieRows {
  cells: Int32Array;
  tails: Uint16Array;
}

export class Trie {
  /** Of a node: its word + 1 (0 for none), how many letters follow, then each letter with the node after it. 0 is no node. */
  private cells: Int32Array;
  private cellsUsed: number;
  /** Letters left of a word, a 0, the word's number in two units. */
  private tails: Uint16Array;
  private tailsUsed: number;

  /** Empty, or with the words of `rows`, to which none may be added. */
  constructor(rows?: TrieRows) {
    this.cells = rows?.cells ?? new Int32Array(256);
    this.cellsUsed = rows?.cells.length ?? 1;
    this.tails = rows?.tails ?? new Uint16Array(256);
    this.tailsUsed = rows?.tails.length ?? 0;
  }

  /** What was added so far. */
  rows(): TrieRows {
    return { cells: this.cells.subarray(0, this.cellsUsed), tails: this.tails.subarray(0, this.tailsUsed) };
  }

  /**
   * Adds words that have their first `depth` letters in common, in the order of their letters, each once; leaves the node that they go on
   * from. They are numbered from `first` on.
   */
  add(words: readonly string[], depth: number, first: number): number {
    return this.addRange(words, 0, words.length, depth, first);
  }

  private addRange(words: readonly string[], from: number, to: number, depth: number, numbered: number): number {
    const first = words[from] ?? '';
    if (to - from === 1) return this.addTail(first, depth, numbered + from);
    const ends = from < to && first.length === depth;
    const starts = startsOf(words, ends ? from + 1 : from, to, depth);
    const node = this.room(2 + 2 * starts.length);
    this.cells[node] = ends ? numbered + from + 1 : 0;
    this.cells[node + 1] = starts.length;
    for (let i = 0; i < starts.length; i++) {
      const start = starts[i] ?? 0;
      this.cells[node + 2 + 2 * i] = (words[start] ?? '').charCodeAt(depth);
      const next = this.addRange(words, start, starts[i + 1] ?? to, depth + 1, numbered);
      this.cells[node + 3 + 2 * i] = next;
    }
    return node;
  }

  private room(wanted: number): number {
    const node = this.cellsUsed;
    this.cellsUsed += wanted;
    if (this.cellsUsed > this.cells.length) {
      const more = new Int32Array(Math.max(this.cellsUsed, this.cells.length * 2));
      more.set(this.cells);
      this.cells = more;
    }
    return node;
  }

  private addTail(word: string, depth: number, number: number): number {
    const from = this.tailsUsed;
    this.tailsUsed += Math.max(0, word.length - depth) + 3;
    if (this.tailsUsed > this.tails.length) {
      const more = new Uint16Array(Math.max(this.tailsUsed, this.tails.length * 2));
      more.set(this.tails);
      this.tails = more;
    }
    let at = from;
    for (let letter = depth; letter < word.length; letter++) this.tails[at++] = word.charCodeAt(letter);
    this.tails[at + 1] = number >>> 16;
    this.tails[at + 2] = number & 0xffff;
    return tailOffset + from;
  }

  /** The node after a letter, 0 where no word goes on so. */
  step(node: number, unit: number): number {
    if (node >= tailOffset) return unit !== 0 && this.tails[node - tailOffset] === unit ? node + 1 : 0;
    const { cells } = this;
    let from = node + 2;
    let to = from + 2 * (cells[node + 1] ?? 0);
    while (to - from > 2 * few) {
      const middle = from + ((to - from) >>> 2) * 2;
      if ((cells[middle] ?? 0) <= unit) from = middle;
      else to = middle;
    }
    for (; from < to; from += 2) if (cells[from] === unit) return cells[from + 1] ?? 0;
    return 0;
  }

  /** The number of the word that ends at a node; -1 for none. */
  wordAt(node: number): number {
    if (node < tailOffset) return (this.cells[node] ?? 0) - 1;
    const at = node - tailOffset;
    return this.tails[at] === 0 ? ((this.tails[at + 1] ?? 0) << 16) | (this.tails[at + 2] ?? 0) : -1;
  }
}

/** Where the words of the range begin to have another letter at that place. */
function startsOf(words: readonly string[], from: number, to: number, depth: number): number[] {
  const starts: number[] = [];
  for (let at = from, before = -1; at < to; at++) {
    const unit = words[at]?.charCodeAt(depth) ?? 0;
    if (unit !== before) starts.push(at);
    before = unit;
  }
  return starts;
}
