// Aligned tables, in every script: characters may be two columns wide, or none. Only on a terminal are cells cut, and there a column that
// is worth least is left out rather than shown in pieces.
import stringWidth from 'string-width';
import { clean } from './clean.js';
import type { Colors, Screen } from './screen.js';

export interface Column {
  title: string;
  align?: 'left' | 'right';
  /** Colours a cell that is already cut and padded; `text` is the cell as given. */
  paint?: (cell: string, text: string, colors: Colors) => string;
  /** On a narrow terminal it is cut to so many columns at the least; numbers and what is `whole` are never cut. Default: `narrowest`. */
  least?: number | 'whole';
  /** It may be left out of a narrow terminal, the lowest first. A column without it always stays. */
  spare?: number;
}

/** For `least`: a headline shorter than this says nothing. */
export const headlineLeast = 40;

const gap = '  ';
const narrowest = 6;

/**
 * The table as lines, its header first; the header alone when there are no rows. A row may have fewer cells than there are columns. A
 * terminal too narrow even for the columns that always stay gets them all the same. What was left out is named in a last line.
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  screen: Pick<Screen, 'columns' | 'colors'>,
): string {
  const cells = rows.map((row) => columns.map((_, index) => clean(row[index] ?? '')));
  const natural = columns.map(({ title }, index) =>
    cells.reduce((width, row) => Math.max(width, widthOf(row[index] ?? '')), widthOf(title)),
  );
  const all = columns.map((column, index) => placed(column, index, natural[index] ?? 0));
  const places = screen.columns === null ? all : fitted(all, screen.columns);
  const { colors } = screen;
  const header = lineOf(
    places,
    columns.map(({ title }) => title),
    (cell) => colors.bold(cell),
  );
  const lines = cells.map((row) => lineOf(places, row, (cell, column, text) => column.paint?.(cell, text, colors) ?? cell));
  const left = all.filter(({ index }) => !places.some((place) => place.index === index)).map(({ column }) => column.title);
  const note = left.length > 0 && rows.length > 0 ? [colors.dim(`No room for: ${left.join(', ')}.`)] : [];
  return [header, ...lines, ...note].join('\n');
}

/** A column where it stands: its place among the cells, its width now, and the width it is never cut below. */
interface Place {
  column: Column;
  index: number;
  width: number;
  floor: number;
}

function placed(column: Column, index: number, width: number): Place {
  const whole = column.least === 'whole' || (column.least === undefined && column.align === 'right');
  const least = typeof column.least === 'number' ? column.least : narrowest;
  return { column, index, width, floor: whole ? width : Math.min(width, least) };
}

/** What fits the terminal: spare columns go until the others can stand, then the widest of those that may be cut gives way. */
function fitted(all: readonly Place[], columns: number): Place[] {
  const room = (places: readonly Place[]): number => columns - gap.length * (places.length - 1);
  const sum = (places: readonly Place[], of: 'width' | 'floor'): number => places.reduce((total, place) => total + place[of], 0);
  let places = all.map((place) => ({ ...place }));
  const spare = all.filter(({ column }) => column.spare !== undefined).sort((a, b) => (a.column.spare ?? 0) - (b.column.spare ?? 0));
  for (const { index } of spare) {
    if (sum(places, 'floor') <= room(places)) break;
    places = places.filter((place) => place.index !== index);
  }
  for (let excess = sum(places, 'width') - room(places); excess > 0; excess--) {
    const widest = places
      .filter(({ width, floor }) => width > floor)
      .reduce<Place | null>((a, b) => (a && a.width > b.width ? a : b), null);
    if (!widest) break;
    widest.width--;
  }
  return places;
}

type Paint = (cell: string, column: Column, text: string) => string;

function lineOf(places: readonly Place[], texts: readonly string[], paint: Paint): string {
  const cells = places.map(({ column, index, width }, place) => {
    const text = texts[index] ?? '';
    const shown = cutToWidth(text, width);
    const blank = ' '.repeat(Math.max(0, width - widthOf(shown)));
    const last = place === places.length - 1;
    const padded = column.align === 'right' ? blank + shown : last ? shown : shown + blank;
    return paint(padded, column, text);
  });
  return cells.join(gap).trimEnd();
}

/** Made when a text is first cut: to make one costs a start what the rest of this file never does. */
let graphemes: Intl.Segmenter | undefined;

/** The text in at most `width` columns; what is cut ends in an ellipsis. */
export function cutToWidth(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  let used = 0;
  graphemes ??= new Intl.Segmenter();
  for (const { segment } of graphemes.segment(text)) {
    used += widthOf(segment);
    if (used > width - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** Columns a text takes on the screen. Most cells are plain ASCII, where counting is a hundred times quicker than looking. */
function widthOf(text: string): number {
  return /^[ -~]*$/.test(text) ? text.length : stringWidth(text);
}
