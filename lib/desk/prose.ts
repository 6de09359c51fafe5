// What commands print beside tables: headings, fields and paragraphs, wrapped to the terminal. Text is cleaned before it is coloured.
import stringWidth from 'string-width';
import { clean } from './clean.js';
import type { Screen } from './screen.js';
import { wrap } from './wrapped.js';

type Surface = Pick<Screen, 'columns' | 'colors'>;

/** Prose wider than this is hard to read. */
const widest = 110;

/** A section's heading, after an empty line. */
export function heading(text: string, { colors }: Surface): string {
  return `\n${colors.bold(clean(text))}`;
}

/** Names and values in two columns; fields without a value are left out. */
export function fields(pairs: readonly (readonly [name: string, value: string])[], surface: Surface): string {
  const shown = pairs.filter(([, value]) => value !== '');
  const width = Math.max(0, ...shown.map(([name]) => stringWidth(name))) + 2;
  return shown
    .map(([name, value]) => {
      const blank = ' '.repeat(width - stringWidth(name));
      const [first = '', ...rest] = wrap(clean(value), roomIn(surface, width));
      return [`${surface.colors.dim(name)}${blank}${first}`, ...rest.map((line) => ' '.repeat(width) + line)].join('\n');
    })
    .join('\n');
}

/** A paragraph behind `indent` blanks, its first line behind `lead` instead. `paint` colours each line. */
export function paragraph(
  text: string,
  surface: Surface,
  { indent = 2, lead = ' '.repeat(indent), paint = (line: string) => line } = {},
): string {
  return wrap(clean(text), roomIn(surface, indent))
    .map((line, index) => (index === 0 ? lead : ' '.repeat(indent)) + paint(line))
    .join('\n');
}

function roomIn({ columns }: Surface, indent: number): number {
  return columns === null ? Number.POSITIVE_INFINITY : Math.max(20, Math.min(columns, widest) - indent);
}
