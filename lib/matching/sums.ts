// Sums of packed vectors: of all headlines of a family.

/** Words, ascending, and then the sums of their weights in the same order. */
type Sum = readonly number[];

/** The mean likeness over all pairs of so many vectors, each with itself too, of which this is the sum. */
export function meanLikeness(sum: Sum, size: number): number {
  let squares = 0;
  for (let at = sum.length / 2; at < sum.length; at++) squares += (sum[at] as number) * (sum[at] as number);
  return squares / size ** 2;
}

/** Both together; the one itself where the other is empty. */
export function sumOf(one: Sum, other: Sum): Sum {
  if (one.length === 0) return other;
  const [size, sizeOfOther] = [one.length / 2, other.length / 2];
  const [words, weights]: [number[], number[]] = [[], []];
  for (let at = 0, there = 0; at < size || there < sizeOfOther; ) {
    const [word, otherWord] = [at < size ? one[at] : undefined, there < sizeOfOther ? other[there] : undefined];
    const least = Math.min(word ?? Number.POSITIVE_INFINITY, otherWord ?? Number.POSITIVE_INFINITY);
    words.push(least);
    weights.push((word === least ? (one[size + at++] ?? 0) : 0) + (otherWord === least ? (other[sizeOfOther + there++] ?? 0) : 0));
  }
  return words.concat(weights);
}
