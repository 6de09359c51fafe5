// A trie for many words in little memory: what few words share is a node with its next letters beside one another, what only one word has left
// is a row of letters. It is walked for every title, and a large one would be fetched from slow memory letter by letter: all of a node
// lies in one place, and nodes that follow one another lie near.

/** `step` gives the node after a letter, 0 where no word goes on so; the walk begins at 0. */
export interface Trie {
  step(node: number, unit: number): number;
  /** The word that ends at a node, by its place among the words in order; -1 for none. */
  wordAt(node: number): number;
}

/** Beyond so many next letters they are searched by halves. */
const few = 8;
/** From here on a node is a place in the row of single letters. */
const tailOffset = 2 ** 24;

/** `words` in the order of their letters, each once and none empty. */
export function makeTrie(words: readonly string[]): Trie {
  /** Of a node: its word + 1 (0 for none), how many letters follow, then each letter with the node after it. */
  const cells: number[] = [];
  /** Letters left of a word, a 0, the word's place in two units. */
  const tails: number[] = [];

  const add = (from: number, to: number, depth: number): number => {
    const first = words[from] ?? '';
    if (to - from === 1 && depth > 0) return addTail(first, depth, from);
    const node = cells.length;
    const ends = first.length === depth && to > from;
    const starts = startsOf(words, ends ? from + 1 : from, to, depth);
    cells.push(ends ? from + 1 : 0, starts.length);
    for (const start of starts) cells.push((words[start] ?? '').charCodeAt(depth), 0);
    starts.forEach((start, i) => {
      cells[node + 3 + 2 * i] = add(start, starts[i + 1] ?? to, depth + 1);
    });
    return node;
  };
  const addTail = (word: string, depth: number, place: number): number => {
    const position = tails.length;
    for (let at = depth; at < word.length; at++) tails.push(word.charCodeAt(at));
    tails.push(0, place >>> 16, place & 0xffff);
    return tailOffset + position;
  };
  add(0, words.length, 0);
  return trieOf(Int32Array.from(cells), Uint16Array.from(tails));
}

function trieOf(cells: Int32Array, tails: Uint16Array): Trie {
  const first = new Int32Array(0x10000);
  for (let i = 0; i < (cells[1] ?? 0); i++) first[cells[2 + 2 * i] ?? 0] = cells[3 + 2 * i] ?? 0;
  return {
    step(node, unit) {
      if (node === 0) return first[unit] ?? 0;
      if (node >= tailOffset) return unit !== 0 && tails[node - tailOffset] === unit ? node + 1 : 0;
      let from = node + 2;
      let to = from + 2 * (cells[node + 1] ?? 0);
      while (to - from > 2 * few) {
        const middle = from + ((to - from) >>> 2) * 2;
        if ((cells[middle] ?? 0) <= unit) from = middle;
        else to = middle;
      }
      for (; from < to; from += 2) if (cells[from] === unit) return cells[from + 1] ?? 0;
      return 0;
    },
    wordAt(node) {
      if (node < tailOffset) return (cells[node] ?? 0) - 1;
      const at = node - tailOffset;
      return tails[at] === 0 ? ((tails[at + 1] ?? 0) << 16) | (tails[at + 2] ?? 0) : -1;
    },
  };
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
