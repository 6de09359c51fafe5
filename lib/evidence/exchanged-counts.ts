// Whether a sentence gives two numbers of a title to each other's things: "four papers for three weeks" of three papers for four weeks.
import { numberWord } from './spelled.js';
import type { Told } from './told.js';

interface Count {
  value: number;
  /** What is counted: its stem where the text is English, and the rows of its word. */
  stem: string;
  rows: ReadonlySet<string>;
  start: number;
  end: number;
}

/** Each number with the word behind it. */
function countsOf({ words, hits, lang }: Told): Count[] {
  return words.flatMap((word, at) => {
    const value = /^\d+$/.test(word.text) ? Number(word.text) : numberWord(word.plain);
    const noun = words[at + 1];
    if (value === null || !noun || noun.han) return [];
    const rows = new Set(hits.flatMap(({ row, from, to }) => (from <= at + 1 && at + 1 < to ? [row] : [])));
    return [{ value, stem: lang === 'en' ? noun.stem : '', rows, start: word.start, end: noun.end }];
  });
}

function isSame(one: Count, other: Count): boolean {
  return (one.stem !== '' && one.stem === other.stem) || [...one.rows].some((row) => other.rows.has(row));
}

/** The first number that a title tells of the thing of another, whose number stands with its thing; null where there is none. */
export function exchangedCounts(own: Told, titles: readonly Told[]): string | null {
  const mine = countsOf(own);
  for (const one of mine)
    for (const other of mine) {
      if (one === other || one.value === other.value || isSame(one, other)) continue;
      const isTurned = (title: Told): boolean => {
        const told = countsOf(title);
        const has = (value: number, thing: Count): boolean => told.some((count) => count.value === value && isSame(count, thing));
        return has(one.value, other) && has(other.value, one) && !has(one.value, one) && !has(other.value, other);
      };
      if (titles.some(isTurned)) return `"${own.text.slice(one.start, one.end)}" counts another thing in the cited titles`;
    }
  return null;
}
