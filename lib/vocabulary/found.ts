// The terms that were found in one title, and which of them stay where they overlap: the longest, and of equals the one with the most letters of
// its own; two of one span may both stay.
import { sortNumbers } from './order.js';

/** What terms were found in the title that is read, in rows of numbers that the next title takes over: of each the place of the term in the index. */
export const found = {
  count: 0,
  places: new Int32Array(64),
  froms: new Int32Array(64),
  tos: new Int32Array(64),
  literals: new Int32Array(64),
  order: new Int32Array(64),
  chosen: new Int32Array(64),
};
/** Of each letter which of the chosen has it, counted from 1. */
let taken = new Int32Array(1024);

/** For as few numbers as a title has, `fill` takes longer to begin than this takes. */
function mark(numbers: Int32Array, from: number, to: number, number: number): void {
  for (let at = from; at < to; at++) numbers[at] = number;
}

/** Adds a term that was found: the place of it in the index, from where to where it stands, and how many letters of that are its own. In the order in which they begin. */
export function addFound(place: number, from: number, to: number, literal: number): void {
  if (found.count === found.places.length) grow();
  const at = found.count++;
  found.places[at] = place;
  found.froms[at] = from;
  found.tos[at] = to;
  found.literals[at] = literal;
}

function grow(): void {
  for (const row of ['places', 'froms', 'tos', 'literals'] as const) {
    const more = new Int32Array(found.places.length * 2);
    more.set(found[row]);
    found[row] = more;
  }
  found.order = new Int32Array(found.literals.length);
  found.chosen = new Int32Array(found.literals.length);
}

/** Leaves in `found.chosen` those that stay of a title of so many letters, in its order, and how many they are: none that overlaps a longer one. */
export function longestFirst(length: number): number {
  if (taken.length < length) taken = new Int32Array(length * 2);
  const { count, froms, tos } = found;
  let kept = 0;
  for (let first = 0; first < count; ) {
    const from = froms[first] ?? 0;
    let to = tos[first] ?? 0;
    let next = first + 1;
    for (; next < count && (froms[next] ?? 0) < to; next++) to = Math.max(to, tos[next] ?? 0);
    // Most stand alone.
    if (next === first + 1) found.chosen[kept++] = first;
    else {
      mark(taken, from, to, 0);
      kept = longestOf(first, next, kept);
    }
    first = next;
  }
  return kept;
}

/** The same for those from `first` to before `next`, each of which overlaps another and none of the rest; `kept` are chosen already. */
function longestOf(first: number, next: number, before: number): number {
  const { froms, tos, literals, order, chosen } = found;
  const count = next - first;
  for (let i = 0; i < count; i++) order[i] = first + i;
  sortNumbers(order, 0, count, longer);
  let kept = before;
  for (let i = 0; i < count; i++) {
    const at = order[i] ?? 0;
    const [from, to] = [froms[at] ?? 0, tos[at] ?? 0];
    const [begins, ends] = [taken[from] ?? 0, taken[to - 1] ?? 0];
    const same = begins === 0 ? -1 : (chosen[begins - 1] ?? 0);
    const isFree = begins === 0 && ends === 0;
    if (!isFree && !(begins !== 0 && begins === ends && froms[same] === from && tos[same] === to && literals[same] === literals[at]))
      continue;
    chosen[kept++] = at;
    if (isFree) mark(taken, from, to, kept);
  }
  sortNumbers(chosen, before, kept, earlier);
  return kept;
}

function longer(a: number, b: number): number {
  const { froms, tos, literals } = found;
  const [lengthA, lengthB] = [(tos[a] ?? 0) - (froms[a] ?? 0), (tos[b] ?? 0) - (froms[b] ?? 0)];
  return lengthB - lengthA || (literals[b] ?? 0) - (literals[a] ?? 0) || (froms[a] ?? 0) - (froms[b] ?? 0);
}

function earlier(a: number, b: number): number {
  return (found.froms[a] ?? 0) - (found.froms[b] ?? 0);
}
