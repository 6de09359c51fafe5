// A trie for many words in little memory: what few words share is a node with its next letters beside one another, what only one word has left
// is a row of letters. It is walked for every title, and a large one would be fetched from slow memory letter by letter.

/** `step` gives the node after a letter, 0 where no word goes on so; the walk begins at 0. */
export interface Trie<Value> {
  step(node: number, unit: number): number;
  /** The values of the word that ends at a node. */
  valuesAt(node: number): readonly Value[] | undefined;
}

interface Word<Value> {
  key: string;
  values: Value[];
}

/** Beyond so many next letters they are searched by halves. */
const few = 8;

/** Values of the same key keep their order; empty keys are left out. */
export function makeTrie<Value extends { key: string }>(values: readonly Value[]): Trie<Value> {
  const words = wordsOf(values);
  /** Where a node's edges begin; they end where those of the next begin. */
  const edgesFrom: number[] = [];
  const labels: number[] = [];
  const targets: number[] = [];
  const nodeValues: (readonly Value[] | undefined)[] = [];
  /** Letters left of a word, a 0, the word's place in two units. */
  const tails: number[] = [];
  const tailOffset = 2 ** 24;

  const add = (from: number, to: number, depth: number): number => {
    const [first] = words.slice(from, from + 1);
    if (to - from === 1 && first !== undefined && depth > 0) return addTail(first.key, depth, from);
    const node = edgesFrom.length;
    edgesFrom.push(labels.length);
    const ends = first !== undefined && first.key.length === depth;
    nodeValues.push(ends ? first.values : undefined);
    const starts = startsOf(words, ends ? from + 1 : from, to, depth);
    const block = labels.length;
    for (const start of starts) {
      labels.push(words[start]?.key.charCodeAt(depth) ?? 0);
      targets.push(0);
    }
    starts.forEach((start, i) => {
      targets[block + i] = add(start, starts[i + 1] ?? to, depth + 1);
    });
    return node;
  };
  const addTail = (key: string, depth: number, word: number): number => {
    const position = tails.length;
    for (let at = depth; at < key.length; at++) tails.push(key.charCodeAt(at));
    tails.push(0, word >>> 16, word & 0xffff);
    return tailOffset + position;
  };
  add(0, words.length, 0);
  edgesFrom.push(labels.length);
  return trieOf({ words, nodeValues, tailOffset, edgesFrom, labels, targets, tails });
}

interface Parts<Value> {
  words: readonly Word<Value>[];
  nodeValues: readonly (readonly Value[] | undefined)[];
  tailOffset: number;
  edgesFrom: readonly number[];
  labels: readonly number[];
  targets: readonly number[];
  tails: readonly number[];
}

function trieOf<Value>({ words, nodeValues, tailOffset, ...parts }: Parts<Value>): Trie<Value> {
  const edgesFrom = Int32Array.from(parts.edgesFrom);
  const labels = Uint16Array.from(parts.labels);
  const targets = Int32Array.from(parts.targets);
  const tails = Uint16Array.from(parts.tails);
  const first = new Int32Array(0x10000);
  for (let edge = 0; edge < (edgesFrom[1] ?? 0); edge++) first[labels[edge] ?? 0] = targets[edge] ?? 0;
  return {
    step(node, unit) {
      if (node === 0) return first[unit] ?? 0;
      if (node >= tailOffset) return unit !== 0 && tails[node - tailOffset] === unit ? node + 1 : 0;
      let from = edgesFrom[node] ?? 0;
      let to = edgesFrom[node + 1] ?? 0;
      while (to - from > few) {
        const middle = (from + to) >>> 1;
        if ((labels[middle] ?? 0) <= unit) from = middle;
        else to = middle;
      }
      for (; from < to; from++) if (labels[from] === unit) return targets[from] ?? 0;
      return 0;
    },
    valuesAt(node) {
      if (node < tailOffset) return nodeValues[node];
      const at = node - tailOffset;
      return tails[at] === 0 ? words[((tails[at + 1] ?? 0) << 16) | (tails[at + 2] ?? 0)]?.values : undefined;
    },
  };
}

/** Each key once, in order of its letters. */
function wordsOf<Value extends { key: string }>(values: readonly Value[]): Word<Value>[] {
  const byKey = new Map<string, Value[]>();
  for (const value of values) {
    const { key } = value;
    const known = byKey.get(key);
    if (known !== undefined) known.push(value);
    else if (key !== '') byKey.set(key, [value]);
  }
  return [...byKey].map(([key, values]) => ({ key, values })).sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Where the words of the range begin to have another letter at that place. */
function startsOf<Value>(words: readonly Word<Value>[], from: number, to: number, depth: number): number[] {
  const starts: number[] = [];
  for (let at = from, before = -1; at < to; at++) {
    const unit = words[at]?.key.charCodeAt(depth) ?? 0;
    if (unit !== before) starts.push(at);
    before = unit;
  }
  return starts;
}
