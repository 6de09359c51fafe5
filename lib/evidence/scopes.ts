// Which clause of the titles a clause of a sentence renders: the one it shares most words and names with. And what turns a clause.
import type { Hit } from './concepts.js';
import type { Mark, Told } from './told.js';
import { stemOf } from './words.js';

/** A clause of a text, in UTF-16 units. */
export interface Scope {
  told: Told;
  /** Its place among the clauses. */
  index: number;
  start: number;
  end: number;
}

export function scopesOf(told: Told): Scope[] {
  return told.clauses.map(({ from, to }, index) => ({
    told,
    index,
    start: told.words[from]?.start ?? 0,
    end: told.words[to - 1]?.end ?? 0,
  }));
}

export function within<T extends { start: number; end: number }>({ start, end }: Scope, ones: readonly T[]): T[] {
  return ones.filter((one) => one.start >= start && one.start < end);
}

export function marksIn(scope: Scope, ...marks: readonly Mark[]): Hit[] {
  return within(scope, scope.told.marks).filter(({ row }) => marks.some((mark) => mark === row));
}

/** The clauses of the titles that a clause renders as well as any other does; empty where it shares nothing but names with any. */
export function renderedBy(scope: Scope, titles: readonly Scope[]): Scope[] {
  const scored = titles.map((title) => ({ title, ...likeness(scope, title) })).filter(({ words }) => words > 0);
  const most = Math.max(0, ...scored.map(({ words, names }) => words + names));
  return scored.filter(({ words, names }) => words + names === most).map(({ title }) => title);
}

function likeness(scope: Scope, title: Scope): { words: number; names: number } {
  const rows = new Set(within(title, title.told.hits).map(({ row }) => row));
  const stems = new Set(within(title, title.told.words).map(({ plain }) => stemOf(plain)));
  const ids = new Set(within(title, title.told.actors).flatMap(({ ids }) => ids));
  const numbers = new Set(within(title, title.told.words).flatMap(({ text }) => (/^\d/.test(text) ? [text] : [])));
  let words = 0;
  for (const [at, word] of scope.told.words.entries()) {
    if (word.start < scope.start || word.start >= scope.end) continue;
    const meant = scope.told.hits.some(({ row, from, to }) => from <= at && at < to && rows.has(row));
    if (meant || (word.plain.length > 3 && stems.has(stemOf(word.plain))) || numbers.has(word.text)) words++;
  }
  const names = within(scope, scope.told.actors).filter((mention) => mention.ids.some((id) => ids.has(id))).length;
  return { words, names };
}
