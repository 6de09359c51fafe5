// What the words of a headline in another language are in English, one by one: a dictionary of the commonest words of news. It only lets a
// sentence say a word; unlike the rows of concepts-*.tsv it tells nothing of what the headline means.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { rowsOf } from '../reading/text/table.js';
import { type ConceptRow, columns, conceptTermsOf } from './concept-terms.js';
import { Concepts } from './concepts.js';
import { type FoldedWord, plainWordsOf, stemOf } from './words.js';

/** English that renders words of a text: stems of single words, and of what takes several the stems in their order. */
export interface Rendered {
  stems: ReadonlySet<string>;
  phrases: readonly (readonly string[])[];
  /** Where what single words render stands, in UTF-16 units and among the words of the text. */
  spots: readonly Spot[];
}

interface Spot {
  stem: string;
  start: number;
  end: number;
  at: number;
  to: number;
}

export type Render = (words: readonly FoldedWord[], lang: string) => Rendered;

const none: Rendered = { stems: new Set(), phrases: [], spots: [] };

/** Reads the dictionaries of a folder, a language's when its first text comes; what has none is rendered by nothing. */
export function readEquivalents(tables: string): Render {
  const english = new Map<string, readonly (readonly string[])[]>();
  const renderingsOf = (cell: string): readonly (readonly string[])[] => {
    const known = english.get(cell) ?? cell.split('|').map((one) => plainWordsOf(one).map(stemOf));
    english.set(cell, known);
    return known;
  };
  const concepts = new Concepts((column) => {
    const path = join(tables, `equivalents-${column}.tsv`);
    const rows = existsSync(path) ? rowsOf(path, ['written', 'english']) : [];
    return conceptTermsOf(
      rows.map(({ written, english }): ConceptRow => ({ name: english, cells: { ...empty, [column]: written } })),
      column,
    );
  }, true);
  return (words, lang) => {
    if (!Concepts.knows(lang)) return none;
    const found = concepts.find(words, lang);
    const renderings = found.flatMap(({ row }) => renderingsOf(row));
    return {
      spots: found.flatMap(({ row, start, end, from, to }) =>
        renderingsOf(row).flatMap(([stem = '', ...more]) => (more.length === 0 ? [{ stem, start, end, at: from, to }] : [])),
      ),
      stems: new Set(renderings.flatMap((parts) => (parts.length === 1 ? parts : []))),
      phrases: renderings.filter((parts) => parts.length > 1),
    };
  };
}

const empty = Object.fromEntries(columns.map((column) => [column, ''])) as ConceptRow['cells'];

/** Whether a word of a sentence belongs to several that render one of a headline: "took off". */
export function isRendered({ phrases }: Rendered, words: readonly FoldedWord[], index: number): boolean {
  return phrases.some((parts) => parts.some((_, at) => parts.every((part, offset) => words[index - at + offset]?.stem === part)));
}
