// Whether a sentence puts what its titles tell into the mouth of somebody who is no actor and whom none of them has: a witness, an analyst, a
// newspaper.
import { join } from 'node:path';
import { rowsOf } from '../reading/text/table.js';
import type { Told } from './told.js';
import { stemOf } from './words.js';

/** Who may speak, by the stem of his word. */
export type Mouths = ReadonlyMap<string, { isRecord: boolean; rows: ReadonlySet<string> }>;

/** Reads tables/mouths.tsv; `tables` is the room's folder of tables. */
export function readMouths(tables: string): Mouths {
  return new Map(
    rowsOf(join(tables, 'mouths.tsv'), ['kind', 'words', 'rows']).flatMap(({ kind, words, rows }) =>
      words.split('|').map((word) => [stemOf(word), { isRecord: kind === 'record', rows: new Set(rows.split('|')) }] as const),
    ),
  );
}

const saying =
  /^(?:says?|said|saying|claim(?:s|ed)?|reports?|reported|tells?|told|warn(?:s|ed)?|believes?|believed|insist(?:s|ed)?|confirm(?:s|ed)?|announced?|announces|estimates?|estimated|argues?|argued|finds?|found|shows?|showed|suggests?|suggested)$/;
/** Words that may stand between who speaks and the word of saying: "residents of the town say". */
const between = /^(?:in|of|at|from|on|the|near|and|there|also|now|close|to|for|who|with)$/;
const mostBetween = 4;
const mostInFront = 3;

/** The places of the words for who speaks: before a word of saying, or behind "according to". */
function speakersIn({ words, text, marks, actors }: Told): number[] {
  return words.flatMap((word, at) => {
    if (word.plain === 'according' && words[at + 1]?.plain === 'to') return range(at + 2, at + 2 + mostInFront + 1, words.length);
    if (!saying.test(word.plain) || /^(?:is|are|was|were|be|been|not|a|the|its|their|an)$/.test(words[at - 1]?.plain ?? '')) return [];
    let last = at - 1;
    for (let back = 0; back < mostBetween && last > 0; back++) {
      const before = words[last];
      const isName = actors.some(({ from, to }) => from <= last && last < to);
      if (!before || !(between.test(before.plain) || before.capital || isName)) break;
      last--;
    }
    const first = Math.max(0, last - mostInFront + 1);
    const stop = range(first, last + 1, words.length).findLast((one) =>
      /[,;:.]/.test(text.slice(words[one - 1]?.end ?? 0, words[one]?.start)),
    );
    return range(stop ?? first, last + 1, words.length).filter(
      (one) => !marks.some(({ row, from }) => row === 'by' && from < one && from >= first),
    );
  });
}

function range(from: number, to: number, most: number): number[] {
  return Array.from({ length: Math.max(0, Math.min(to, most) - from) }, (_, at) => from + at);
}

/** The first who speaks and stands in no title, told as a reason; null where there is none. */
export function strangeMouth(own: Told, titles: readonly Told[], mouths: Mouths): string | null {
  for (const at of speakersIn(own)) {
    const word = own.words[at];
    const mouth = word && mouths.get(word.stem);
    if (!word || !mouth || own.actors.some(({ from, to }) => from <= at && at < to)) continue;
    const meant = own.hits.filter(({ from, to }) => from <= at && at < to).map(({ row }) => row);
    const has = ({ lang, stems, rendered, rows, epithets }: Told): boolean =>
      (lang === 'en' && stems.has(word.stem)) ||
      rendered.stems.has(word.stem) ||
      epithets.has(word.plain) ||
      [...meant, ...mouth.rows].some((row) => rows.has(row));
    if (titles.some(has) || (mouth.isRecord && !titles.every(isSpoken))) continue;
    return `lets ${word.text} speak, whom no cited title has`;
  }
  return null;
}

/** Somebody says what the title tells. */
function isSpoken({ marks, text }: Told): boolean {
  return marks.some(({ row }) => row === 'says') || /[:：]/.test(text);
}
