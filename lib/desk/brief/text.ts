// A document as plain text: for a terminal, wrapped to it, or for mail that shows no HTML.
import { paragraph } from '../prose.js';
import type { Screen } from '../screen.js';
import type { Block, Run } from './document.js';

/** Wrapped to the screen's columns, in one line a paragraph where it has none. Ends with a line break. */
export function briefText(blocks: readonly Block[], screen: Pick<Screen, 'columns' | 'colors'>): string {
  return `${blocks.map((block) => blockOf(block, screen)).join('\n\n')}\n`;
}

function blockOf(block: Block, screen: Pick<Screen, 'columns' | 'colors'>): string {
  const { colors } = screen;
  if (block.kind === 'heading') {
    const text = plain(block.runs);
    return paragraph(block.level === 1 ? text.toUpperCase() : text, screen, {
      indent: 0,
      paint: block.level === 3 ? colors.bold : (line) => colors.bold(colors.cyan(line)),
    });
  }
  if (block.kind === 'paragraph')
    return paragraph(plain(block.runs), screen, block.runs.every(({ quiet }) => quiet) ? { paint: colors.dim } : {});
  if (block.kind === 'list') return block.items.map((runs) => paragraph(plain(runs), screen, { indent: 4, lead: '  · ' })).join('\n');
  if (block.kind === 'beside')
    return block.columns
      .flat()
      .map((one) => blockOf(one, screen))
      .join('\n\n');
  const most = Math.max(...block.bars.map(({ value }) => value));
  return paragraph(
    `${block.title}: ${block.bars.map(({ value }) => eighths[Math.ceil((value / most) * 8)] ?? ' ').join('')} (${block.bars.map(({ label, value }) => `${label} ${value}`).join(', ')})`,
    screen,
  );
}

const eighths = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** Addresses stand behind their words. */
function plain(runs: readonly Run[]): string {
  return runs.map(({ text, href }) => (href === undefined ? text : `${text} <${href}>`)).join('');
}
