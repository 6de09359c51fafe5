// Takes lists of titles, leaves how much each list has in common with each other: the sum of the similarity of all pairs of titles
// between them. Sums add up when lists are joined, so grouping never looks at a title again. Pure.
import { isPlace, isSpecific, type Vectors } from './features.js';

const ownSpace = 'o';
const sharedSpace = 's';
/** What `shared` vectors have in common within a language is taken off again: there `own` vectors count. */
const sameLanguage = 'd';

/** What two lists have in common counts so much when each names places and none is the same: two strikes of one war. */
const elsewhereCounts = 0.5;
const none: ReadonlySet<string> = new Set();

interface Postings {
  /** The lists that hold the term. */
  lists: number[];
  /** Its summed weight in each. */
  weights: number[];
}

/** Both symmetric, by the positions of two lists. */
export interface Kernel {
  sums: Float64Array[];
  /** 1 where the two share something specific: a word of one language, a name, a place, an actor, a number. */
  tied: Uint8Array[];
}

/**
 * The kernel of lists of titles. Titles of one language compare by their `own` vectors, of two languages by their `shared` ones. An
 * inverted index keeps the cost at the terms really shared.
 */
export function kernelOf(lists: readonly (readonly Vectors[])[]): Kernel {
  const sums = lists.map(() => new Float64Array(lists.length));
  const tied = lists.map(() => new Uint8Array(lists.length));
  for (const [spaceAndTerm, postings] of indexOf(lists)) {
    const space = spaceAndTerm.slice(0, 1);
    const sign = space === sameLanguage ? -1 : 1;
    const ties = space === ownSpace || (space === sharedSpace && isSpecific(spaceAndTerm.slice(1)));
    postings.lists.forEach((i, one) => {
      const weight = sign * (postings.weights[one] ?? 0);
      const [row, rowTies] = [sums[i], tied[i]];
      if (row === undefined || rowTies === undefined) return;
      postings.lists.forEach((j, other) => {
        row[j] = (row[j] ?? 0) + weight * (postings.weights[other] ?? 0);
        if (ties) rowTies[j] = 1;
      });
    });
  }
  const places = lists.map(placesOf);
  sums.forEach((row, i) => {
    row.forEach((sum, j) => {
      if (i !== j && sum !== 0 && elsewhere(places[i] ?? none, places[j] ?? none)) row[j] = sum * elsewhereCounts;
    });
  });
  return { sums, tied };
}

/** Makes position `into` stand for what `into` and `from` held; `from` is not to be read any more. */
export function joinLists({ sums, tied }: Kernel, into: number, from: number): void {
  const [row, other, ties, otherTies] = [sums[into], sums[from], tied[into], tied[from]];
  if (row === undefined || other === undefined || ties === undefined || otherTies === undefined) return;
  for (let k = 0; k < row.length; k += 1) {
    const [sum, tie] = [(row[k] ?? 0) + (other[k] ?? 0), (ties[k] ?? 0) | (otherTies[k] ?? 0)];
    [row[k], ties[k]] = [sum, tie];
    const [column, columnTies] = [sums[k], tied[k]];
    if (k !== into && column !== undefined && columnTies !== undefined) [column[into], columnTies[into]] = [sum, tie];
  }
}

/** For each space and term, the lists that hold it and its summed weight there. */
function indexOf(lists: readonly (readonly Vectors[])[]): Map<string, Postings> {
  const index = new Map<string, Postings>();
  lists.forEach((list, at) => {
    for (const [term, weight] of sumsOf(list)) {
      const postings = index.get(term) ?? { lists: [], weights: [] };
      postings.lists.push(at);
      postings.weights.push(weight);
      index.set(term, postings);
    }
  });
  return index;
}

function sumsOf(list: readonly Vectors[]): Map<string, number> {
  const sums = new Map<string, number>();
  const add = (term: string, weight: number) => sums.set(term, (sums.get(term) ?? 0) + weight);
  for (const { lang, own, shared } of list) {
    for (const [term, weight] of own) add(`${ownSpace}${lang} ${term}`, weight);
    for (const [term, weight] of shared) {
      add(`${sharedSpace}${term}`, weight);
      add(`${sameLanguage}${lang} ${term}`, weight);
    }
  }
  return sums;
}

/** The places a third of a list's titles or more name. */
function placesOf(list: readonly Vectors[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { own } of list) for (const term of own.keys()) if (isPlace(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count * 3 >= list.length).map(([term]) => term));
}

function elsewhere(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size > 0 && other.size > 0 && ![...one].some((place) => other.has(place));
}
