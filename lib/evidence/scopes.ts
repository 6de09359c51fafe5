// Which clause of the titles a clause of a sentence renders: the one it shares most words and names with. And what turns a clause.
import type { Hit } from './concepts.js';
import type { ClauseMark, Told } from './told.js';

/** A clause of a text, in UTF-16 units. */
export interface Scope {
  told: Told;
  /** Its place among the clauses. */
  index: number;
  start: number;
  end: number;
  /** What it is compared by. */
  rows: ReadonlySet<string>;
  stems: ReadonlySet<string>;
  ids: ReadonlySet<string>;
  numbers: ReadonlySet<string>;
}

const known = new WeakMap<Told, Scope[]>();

/** The clauses of a text, made once. */
export function scopesOf(told: Told): readonly Scope[] {
  const before = known.get(told);
  if (before) return before;
  const scopes = told.clauses.map(({ from, to }, index): Scope => {
    const span = { start: told.words[from]?.start ?? 0, end: told.words[to - 1]?.end ?? 0 };
    const words = told.words.slice(from, to);
    return {
      ...{ told, index, ...span },
      rows: new Set(within(span, told.hits).map(({ row }) => row)),
      stems: new Set(words.flatMap(({ plain, stem }) => (plain.length > 3 ? [stem] : []))),
      ids: new Set(within(span, told.actors).flatMap(({ ids }) => ids)),
      numbers: new Set(words.flatMap(({ text }) => (/^\d/.test(text) ? [text] : []))),
    };
  });
  known.set(told, scopes);
  return scopes;
}

/** Those that begin inside. */
export function within<T extends { start: number; end: number }>({ start, end }: Pick<Scope, 'start' | 'end'>, ones: readonly T[]): T[] {
  return ones.filter((one) => one.start >= start && one.start < end);
}

/** The words of a clause that turn it in one of these ways; empty for none. */
export function marksIn(scope: Scope, ...marks: readonly ClauseMark[]): Hit[] {
  return within(scope, scope.told.marks).filter(({ row }) => marks.some((mark) => mark === row));
}

/** The clauses of the titles that a clause renders as well as any other does; empty where it shares nothing but names with any. */
export function renderedBy(scope: Scope, titles: readonly Scope[]): Scope[] {
  const scored = titles.map((title) => ({ title, ...likeness(scope, title) })).filter(({ words }) => words > 0);
  const most = Math.max(0, ...scored.map(({ words, names }) => words + names));
  return scored.filter(({ words, names }) => words + names === most).map(({ title }) => title);
}

/** Whether a clause shares more than names with one of a title. */
export function tellsSame(scope: Scope, title: Scope): boolean {
  return likeness(scope, title).words > 0;
}

/** The titles that hold as much of a clause, in whatever clauses of theirs, as any other does, or in another language than English so many words and names less. */
export function nearest(scope: Scope, titles: readonly Told[], less = 0): Told[] {
  const scores = titles.map((title) => {
    const held = (part: keyof Holding): ReadonlySet<string> => new Set(scopesOf(title).flatMap((one) => [...one[part]]));
    const { words, names } = likeness(scope, { rows: held('rows'), stems: held('stems'), ids: held('ids'), numbers: held('numbers') });
    return words + names;
  });
  return titles.filter(({ lang }, at) => (scores[at] ?? 0) >= Math.max(...scores) - (lang === 'en' ? 0 : less));
}

type Holding = Pick<Scope, 'rows' | 'stems' | 'ids' | 'numbers'>;

function likeness(scope: Scope, { rows, stems, ids, numbers }: Holding): { words: number; names: number } {
  let words = 0;
  for (const [at, word] of scope.told.words.entries()) {
    if (word.start < scope.start || word.start >= scope.end) continue;
    const meant = scope.told.hits.some(({ row, from, to }) => from <= at && at < to && rows.has(row));
    if (meant || (word.plain.length > 3 && stems.has(word.stem)) || numbers.has(word.text)) words++;
  }
  const names = within(scope, scope.told.actors).filter((mention) => mention.ids.some((id) => ids.has(id))).length;
  return { words, names };
}
