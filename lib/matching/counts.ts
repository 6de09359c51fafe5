// How often each word stands in a cluster, as rows of numbers: a word, how often, the next word, how often, by ascending words. Rows are gone
// through in step, and hold a third of what maps of the same would.

export type Counts = readonly number[];

/** Of what stands in a headline once each. */
export function countsOf(words: readonly number[]): Counts {
  const counts: number[] = [];
  for (const word of [...words].sort((a, b) => a - b)) counts.push(word, 1);
  return counts.slice();
}

/** Both together; the one itself where the other is empty. */
export function countsOfBoth(one: Counts, other: Counts): Counts {
  if (one.length === 0) return other;
  const both: number[] = [];
  let [at, there] = [0, 0];
  while (at < one.length && there < other.length) {
    const [word, another] = [one[at] as number, other[there] as number];
    const least = Math.min(word, another);
    let count = 0;
    if (word === least) {
      count += one[at + 1] as number;
      at += 2;
    }
    if (another === least) {
      count += other[there + 1] as number;
      there += 2;
    }
    both.push(least, count);
  }
  for (; at < one.length; at++) both.push(one[at] as number);
  for (; there < other.length; there++) both.push(other[there] as number);
  // A row that has grown holds room for more.
  return both.slice();
}

/** How often a word is counted; 0 where it is not. */
export function countIn(counts: Counts, word: number): number {
  const at = seek(counts, word, 0);
  return counts[at] === word ? (counts[at + 1] as number) : 0;
}

/** Each word once, ascending. */
export function wordsIn(counts: Counts): number[] {
  return counts.filter((_, at) => at % 2 === 0);
}

/** Whether any word stands in both. */
export function shareWord(one: Counts, other: Counts): boolean {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  for (let at = 0, there = 0; at < few.length; at += 2) {
    there = seek(many, few[at] as number, there);
    if (many[there] === few[at]) return true;
  }
  return false;
}

/** So many steps are taken one by one before what is left is halved again and again. */
const steps = 8;

/** From the place `from` on, the place of the first word that is not before `word`; behind the end where there is none. */
export function seek(counts: Counts, word: number, from: number): number {
  let at = from;
  for (let step = 0; step < steps; step++, at += 2) if (at >= counts.length || (counts[at] as number) >= word) return at;
  let [low, high] = [at / 2, counts.length / 2];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((counts[2 * middle] as number) < word) low = middle + 1;
    else high = middle;
  }
  return 2 * low;
}
