// What words mean, whatever their language: rows of words that mean one thing. Finds which rows a text's words belong to.
import { type ConceptColumn, type ConceptTerm, type ConceptTerms, columns, keyOf } from './concept-terms.js';
import { formsOf } from './forms.js';
import { bareForms, begins, type FoldedWord } from './words.js';

/** Words that belong to a row; `from` to `to` are positions among the words of the text, `to` behind the last. */
export interface Hit {
  row: string;
  from: number;
  to: number;
  /** Where it stands in the text, in UTF-16 units. */
  start: number;
  end: number;
  /** The word says more than its row: it is evidence for it and no claim of it. */
  narrower: boolean;
  /** The word says less than its row: a claim that the row bears, and no evidence for it. */
  wider: boolean;
}

/** A word of German may stand so far from what is parted from it. */
const mostParted = 12;

export class Concepts {
  private readonly terms = new Map<ConceptColumn, ConceptTerms>();

  /** `derives`: an English word may be of what it is derived of; words that turn a clause count as they stand, "mediated" is of no media. */
  constructor(
    private readonly read: (column: ConceptColumn) => ConceptTerms,
    private readonly derives: boolean,
  ) {}

  /** The terms of a column, read when its first text comes: most texts are of few languages. */
  private termsOf(column: ConceptColumn): ConceptTerms {
    const known = this.terms.get(column) ?? this.read(column);
    this.terms.set(column, known);
    return known;
  }

  /** Whether a language has words of its own here. */
  static knows(lang: string): lang is ConceptColumn {
    return columns.some((column) => column === lang);
  }

  /** The rows that words of a text belong to; a language without words of its own is looked up in all that write as it does. */
  find(words: readonly FoldedWord[], lang: string): Hit[] {
    if (Concepts.knows(lang)) return this.findIn(words, lang);
    return (['en', 'de', 'es', 'fr'] as const).flatMap((column) => this.findIn(words, column));
  }

  private findIn(words: readonly FoldedWord[], column: ConceptColumn): Hit[] {
    const known = this.termsOf(column);
    return words.flatMap((word, from) => {
      if (word.han) return column === 'zh' ? longest(inRun(word, from, known)) : [];
      const compound = column === 'de' && word.plain.length >= longCompound ? inCompound(word, from, known) : [];
      return [...this.at(words, from, column, known), ...compound];
    });
  }

  private at(words: readonly FoldedWord[], from: number, column: ConceptColumn, known: ConceptTerms): Hit[] {
    const word = words[from];
    if (!word) return [];
    const forms =
      column === 'en' ? [word.stem, ...(this.derives ? baseOf(word.stem, known) : [])] : formsOf(word, this.derives && column === 'de');
    const seen = new Set<ConceptTerm>();
    return forms.flatMap((form) =>
      (known.get(keyOf(column, form)) ?? []).flatMap((term): Hit[] => {
        if (seen.has(term) || !fits(column === 'en' && term.whole ? word.plain : form, term.parts[0] ?? '', column, term.whole)) return [];
        const to = endOf(term, words, from, column);
        if (to === null) return [];
        seen.add(term);
        const far = to < 0 ? words[-to] : undefined;
        if (far) return [hit(term, from, from + 1, words), hit(term, -to, -to + 1, words)];
        return [hit(term, from, to, words)];
      }),
    );
  }
}

/** Letters that a word derived of another has more at its end, and that must stay: "parliamentary", "assistance". */
const mostDerived = 5;
const leastBase = 6;

/** What an English word that no row has is derived of: the longest beginning that a row has. */
function baseOf(stem: string, known: ConceptTerms): string[] {
  if (known.get(stem)?.some(({ parts }) => parts.length === 1)) return [];
  for (let length = stem.length - 1; length >= Math.max(leastBase, stem.length - mostDerived); length--) {
    const base = stem.slice(0, length);
    if (known.get(base)?.some(({ parts, whole }) => parts.length === 1 && !whole)) return [base];
  }
  return [];
}

/** The last word of several is what they are: "Parlamentswahl" is an election. */
function isHead(word: string, part: string): boolean {
  return /^(?:e|en|n|s|er)?$/.test(word.slice(word.lastIndexOf(part) + part.length));
}

/** Letters from which on a German word may be several, and those that a part of it must have. */
const longCompound = 9;
const longPart = 5;
/** What a word begins with may be shorter: "Wahlgeschenk". */
const firstPart = 4;

/** "Luftabwehrsysteme" is of "luftabwehr" and of "system". */
function inCompound(word: FoldedWord, from: number, known: ConceptTerms): Hit[] {
  // "ausreisen" is of no iron and no rice: only nouns are made of short words.
  const leastPart = word.capital ? longPart : longPart + 1;
  const ending = word.plain.search(/schaft(?:en|er|ers|s)?$/);
  return [...known.values()].flatMap((terms) =>
    terms.flatMap(({ row, parts, whole, narrower, wider }): Hit[] => {
      const [part = ''] = parts;
      const found = parts.length === 1 && !whole ? word.plain.indexOf(part) : -1;
      // "Botschaft", "Mannschaft": no sheep and no arrest.
      const at = found > 0 && ending > 0 && found >= ending ? -1 : found;
      const fits =
        at === 0
          ? part.length >= firstPart && word.plain.length - part.length >= firstPart
          : at > 2 && (part.length >= leastPart || (part.length >= firstPart && word.capital && isHead(word.plain, part)));
      return fits ? [{ row, from, to: from + 1, start: word.start, end: word.end, narrower, wider }] : [];
    }),
  );
}

function fits(form: string, part: string, column: ConceptColumn, whole: boolean): boolean {
  return column === 'en' || whole ? form === part : begins(form, part);
}

function hit({ row, narrower, wider }: ConceptTerm, from: number, to: number, words: readonly FoldedWord[]): Hit {
  return { row, from, to, start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0, narrower, wider };
}

/** Behind the last word of the term that begins here; where its last word stands apart its position, negative; null where it does not begin. */
function endOf({ parts, parted, whole }: ConceptTerm, words: readonly FoldedWord[], from: number, column: ConceptColumn): number | null {
  const at = (index: number, part: string): boolean => {
    const word = words[index];
    if (!word) return false;
    return (column !== 'en' ? bareForms(word.plain) : [whole ? word.plain : word.stem]).some((form) => fits(form, part, column, whole));
  };
  if (parts.every((part, offset) => offset === 0 || at(from + offset, part))) return from + parts.length;
  if (!parted) return null;
  if (column === 'de') {
    const last = words.findIndex((word, index) => index > from + 1 && word.plain === parts[1] && isLastOfClause(words, index));
    return last > 0 && last - from <= mostParted ? -last : null;
  }
  for (let gap = 2; gap <= 5; gap++) if (at(from + gap, parts[1] ?? '')) return -(from + gap);
  return null;
}

/** A sign or "und" stands behind it, or nothing. */
function isLastOfClause(words: readonly FoldedWord[], index: number): boolean {
  const [word, next] = [words[index], words[index + 1]];
  return !word || !next || next.start - word.end > 1 || next.plain === 'und';
}

function inRun(word: FoldedWord, from: number, known: ConceptTerms): Hit[] {
  return (known.get('') ?? []).flatMap(({ row, parts: [part = ''], narrower, wider }) => {
    const at = part === '' ? -1 : word.plain.indexOf(part);
    const start = word.start + at;
    return at < 0 ? [] : [{ row, from, to: from + 1, start, end: start + part.length, narrower, wider }];
  });
}

/** A character inside a longer word is no word: that for a sentence in that for a criminal court. */
function longest(hits: readonly Hit[]): Hit[] {
  // 判处死刑 executes nobody: its middle belongs to two words.
  const isMiddle = (start: number, end: number): boolean =>
    hits.some((one) => one.start < start && start < one.end && one.end < end && one.end - one.start > 1) &&
    hits.some((one) => start < one.start && one.start < end && end < one.end && one.end - one.start > 1);
  return hits.filter(
    ({ start, end }) =>
      !isMiddle(start, end) &&
      !hits.some((other) => other.end - other.start > end - start && other.start <= start && end <= other.end && end - start === 1),
  );
}
