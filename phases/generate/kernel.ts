// Takes lists of titles, leaves how much each list has in common with each other: the sum of the similarity of all pairs of titles
// between them. Sums add up when lists are joined, so grouping never looks at a title again. Pure.
import type { Vectors } from './features.js';

/**
 * `kernel[i][j]` for lists i and j, symmetric. Titles of one language compare by their `own` vectors, of two languages by their `shared` ones. An inverted index keeps the
 * cost at the terms they really share.
 */
export function kernelOf(lists: readonly (readonly Vectors[])[]): Float64Array[] {
  const kernel = lists.map(() => new Float64Array(lists.length));
  for (const [space, postings] of indexOf(lists)) {
    const sign = space.startsWith(sameLanguage) ? -1 : 1;
    for (let one = 0; one < postings.length; one += 2) {
      const [i = 0, weight = 0] = [postings[one], postings[one + 1]];
      const row = kernel[i];
      if (row === undefined) continue;
      for (let other = 0; other < postings.length; other += 2) {
        const j = postings[other] ?? 0;
        row[j] = (row[j] ?? 0) + sign * weight * (postings[other + 1] ?? 0);
      }
    }
  }
  return kernel;
}

const ownSpace = 'o';
const sharedSpace = 's';
/** What `shared` vectors have in common within a language is taken off again: there `own` vectors count. */
const sameLanguage = 'd';

/** For each space and term, the lists that hold it and their summed weight, by turns. */
function indexOf(lists: readonly (readonly Vectors[])[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  lists.forEach((list, at) => {
    const sums = new Map<string, number>();
    const add = (term: string, weight: number) => sums.set(term, (sums.get(term) ?? 0) + weight);
    for (const { lang, own, shared } of list) {
      for (const [term, weight] of own) add(`${ownSpace}${lang} ${term}`, weight);
      for (const [term, weight] of shared) {
        add(`${sharedSpace}${term}`, weight);
        add(`${sameLanguage}${lang} ${term}`, weight);
      }
    }
    for (const [term, weight] of sums) {
      const postings = index.get(term);
      if (postings === undefined) index.set(term, [at, weight]);
      else postings.push(at, weight);
    }
  });
  return index;
}
