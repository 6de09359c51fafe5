// Words of one meaning as a row of a table, a column a language, and the pattern that finds any of them.

/**
 * By the code of a language its words, "|" between them. "*" stands for any letters that follow, "#" for any number, "_" for any one word;
 * words of Chinese are found anywhere.
 */
export type WordRow = Readonly<Record<string, string>>;

/** Finds the words of rows wherever they stand, at the start or end of a text, or only a `whole` one; of whatever language, in capitals or not. */
export function patternOf(rows: readonly WordRow[], where: 'anywhere' | 'start' | 'end' | 'whole' = 'anywhere'): RegExp {
  const all = rows.flatMap((row) => Object.entries(row).flatMap(([code, words]) => words.split('|').map((word) => ({ code, word }))));
  const spaced = all.filter(({ code }) => code !== 'zh').map(({ word }) => sourceOf(word));
  const unspaced = all.filter(({ code }) => code === 'zh').map(({ word }) => sourceOf(word));
  const either = [
    ...(spaced.length === 0 ? [] : [`(?<![\\p{L}\\p{N}])(?:${spaced.join('|')})(?![\\p{L}\\p{N}])`]),
    ...(unspaced.length === 0 ? [] : [unspaced.join('|')]),
  ].join('|');
  const around = { anywhere: either, start: `^\\s*(?:${either})`, end: `(?:${either})$`, whole: `^(?:${either})$` };
  return new RegExp(around[where], 'iu');
}

function sourceOf(word: string): string {
  return word
    .replace(/[.+?^${}()[\]\\]/g, '\\$&')
    .replace(/\*/g, '\\p{L}*')
    .replace(/#/g, '\\d+')
    .replace(/_/g, '\\p{L}[\\p{L}\\p{M}]*')
    .replace(/['’]/g, "['’]");
}
