// Takes columns and rows of raw text; leaves an aligned table. Guards alignment in every script (wide and combining characters)
// and the terminal: cells are cleaned, and cut only where there is a terminal to fit.
import stringWidth from 'string-width';
import { clean } from './clean.js';
import type { Colors, Screen } from './screen.js';

export interface Column {
  title: string;
  align?: 'left' | 'right';
  /** Colours a cell that is already cut and padded; `text` is the cell as given. */
  paint?: (cell: string, text: string, colors: Colors) => string;
}

const gap = '  ';
/** No column gets narrower than this, even where the table then exceeds the terminal. */
const narrowest = 6;

/** The table as lines, its header first; the header alone when there are no rows. A row may have fewer cells than there are columns. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  screen: Pick<Screen, 'columns' | 'colors'>,
): string {
  const cells = rows.map((row) => columns.map((_, index) => clean(row[index] ?? '')));
  const natural = columns.map(({ title }, index) =>
    cells.reduce((width, row) => Math.max(width, widthOf(row[index] ?? '')), widthOf(title)),
  );
  const widths = screen.columns === null ? natural : fitted(natural, screen.columns);
  const { colors } = screen;
  const header = lineOf(
    columns,
    columns.map(({ title }) => title),
    widths,
    (cell) => colors.bold(cell),
  );
  const lines = cells.map((row) => lineOf(columns, row, widths, (cell, column, text) => column.paint?.(cell, text, colors) ?? cell));
  return [header, ...lines].join('\n');
}

/** Widths that fit the terminal: the widest column gives way, one place at a time. */
function fitted(natural: readonly number[], columns: number): number[] {
  const widths = [...natural];
  const room = columns - gap.length * (widths.length - 1);
  for (let excess = widths.reduce((sum, width) => sum + width, 0) - room; excess > 0; excess--) {
    const widest = Math.max(...widths);
    if (widest <= narrowest) break;
    widths[widths.lastIndexOf(widest)] = widest - 1;
  }
  return widths;
}

type Paint = (cell: string, column: Column, text: string) => string;

function lineOf(columns: readonly Column[], texts: readonly string[], widths: readonly number[], paint: Paint): string {
  const cells = columns.map((column, index) => {
    const text = texts[index] ?? '';
    const shown = cut(text, widths[index] ?? 0);
    const blank = ' '.repeat(Math.max(0, (widths[index] ?? 0) - widthOf(shown)));
    const last = index === columns.length - 1;
    const padded = column.align === 'right' ? blank + shown : last ? shown : shown + blank;
    return paint(padded, column, text);
  });
  return cells.join(gap).trimEnd();
}

const graphemes = new Intl.Segmenter();

/** The text in at most `width` columns; what is cut ends in an ellipsis. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  let used = 0;
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
