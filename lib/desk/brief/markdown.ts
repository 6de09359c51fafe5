// A document as Markdown (CommonMark): what stands in headlines is text, never a mark.
import type { Block, Run } from './document.js';

/** Ends with a line break. */
export function markdownOf(blocks: readonly Block[]): string {
  return `${blocks.map(blockOf).join('\n\n')}\n`;
}

function blockOf(block: Block): string {
  if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${inline(block.runs)}`;
  if (block.kind === 'paragraph') return inline(block.runs);
  if (block.kind === 'list') return block.items.map((runs) => `- ${inline(runs)}`).join('\n');
  if (block.kind === 'beside') return block.columns.flat().map(blockOf).join('\n\n');
  return `${escaped(block.title)}: ${block.bars.map(({ label, value }) => `${escaped(label)} ${value}`).join(', ')}`;
}

function inline(runs: readonly Run[]): string {
  return runs.map(runOf).join('').trim();
}

function runOf({ text, href, strong }: Run): string {
  const shown = escaped(text);
  const marked = strong && shown.trim() !== '' ? shown.replace(/^(\s*)(.*?)(\s*)$/su, '$1**$2**$3') : shown;
  return href === undefined ? marked : `[${marked}](<${href.replace(/[<>\\\s]/gu, encodeURIComponent)}>)`;
}

function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>()#+!|~&$^=-]/gu, '\\$&')
    .replace(/^(\s*\d+)\./u, '$1\\.')
    .replaceAll('://', '\\://')
    .replace(/@/gu, '\\@')
    .replace(/\bwww\./giu, 'www\\.');
}
