// A look at the words of a language as the build leaves it: rows of numbers and texts. What a word stands for is made when a title first has it.
import { Numbered, type Pack, type PackWriter } from './pack.js';
import { type PhraseTerm, rowOfTerm, type TermRow, termOfRow } from './term.js';
import { type KnownWord, type ListParts, type LookRows, type WordEntry, WordLook } from './word-look.js';

const nothing = -1;

/** What one list has of a word: the number of what it is by itself, or `nothing`; the terms that begin and end with it. */
type ItemRow = readonly [list: number, alone: number, next: number, phrases: readonly TermRow[], ends: readonly TermRow[]];

interface ListRow {
  name: string;
  isEmpty: boolean;
  stems: readonly (readonly [number, readonly TermRow[]])[];
  tails: readonly (readonly [number, readonly TermRow[]])[];
  openEnds: readonly TermRow[];
}

/** Writes the look into the pack of its language, under names that begin with "look". */
export function writeLook(writer: PackWriter, look: WordLook): void {
  const { words, lists, heads, tails, openEnds, notes } = look.all();
  const [known, values] = [new Numbered(), new Numbered()];
  const rowsOf = (terms: readonly PhraseTerm<unknown>[]) =>
    terms.map((term) => rowOfTerm(term, values.numberOf(JSON.stringify(term.hit.value))));
  const rowOfItem = ({ list, hit, phrases, ends, next }: WordEntry): ItemRow => {
    const alone = hit === null ? nothing : values.numberOf(JSON.stringify(hit.value));
    return [list, alone, next, rowsOf((phrases ?? []) as PhraseTerm<unknown>[]), rowsOf((ends ?? []) as PhraseTerm<unknown>[])];
  };
  const entriesOf = (map: ListParts['stems']) => [...map].map(([key, terms]) => [key, rowsOf(terms)] as const);
  const rowOfList = (name: string, { isEmpty, stems, tails, openEnds }: ListParts): ListRow => {
    return { name, isEmpty, stems: entriesOf(stems), tails: entriesOf(tails), openEnds: rowsOf(openEnds) };
  };
  const knownOf = Int32Array.from(words.values, ({ items }) => known.numberOf(JSON.stringify(items.map(rowOfItem))));
  const listRows = lists.map(([name, { parts }]) => rowOfList(name, parts));
  writer.numbers('look places', words.places);
  writer.texts('look words', words.words);
  writer.numbers('look known of word', knownOf);
  writer.texts('look known', known.texts());
  writer.numbers('look heads', heads);
  writer.numbers('look tails', tails);
  writer.value('look lists', listRows);
  writer.value('look values', values.values());
  writer.value('look rest', { openEnds, notes });
}

/** The rows that `writeLook` wrote. */
export function readLook(pack: Pack): LookRows {
  const values = pack.value<unknown[]>('look values');
  const knownOf = pack.int32('look known of word');
  const texts = pack.texts('look known');
  const lists = pack.value<ListRow[]>('look lists');
  const bits = lists.map(({ name }, list) => WordLook.bitOf(list, name));
  const made = new Array<KnownWord>(texts.length);
  const knownAt = (word: number): KnownWord => {
    const number = knownOf[word] ?? 0;
    const known = made[number] ?? knownOfRows(JSON.parse(texts.at(number)) as ItemRow[], values, bits);
    made[number] = known;
    return known;
  };
  const { openEnds, notes } = pack.value<{ openEnds: number; notes: [string, unknown][] }>('look rest');
  return {
    words: { places: pack.int32('look places'), words: pack.texts('look words'), valueOf: knownAt },
    ...{ heads: pack.int32('look heads'), tails: pack.int32('look tails'), openEnds, notes: new Map(notes) },
    lists: lists.map((row) => [row.name, partsOf(row, values)] as const),
  };
}

function knownOfRows(rows: readonly ItemRow[], values: readonly unknown[], bitOf: readonly number[]): KnownWord {
  let bits = 0;
  const items = rows.map(([list, alone, next, phrases, ends]): WordEntry => {
    bits |= bitOf[list] ?? 0;
    const hit = alone === nothing ? null : { value: values[alone], length: 1 };
    return {
      list,
      hit,
      phrases: phrases.length === 0 ? null : termsOf(phrases, values),
      ends: ends.length === 0 ? null : termsOf(ends, values),
      next,
    };
  });
  return { bits, items };
}

function termsOf(rows: readonly TermRow[], values: readonly unknown[]): PhraseTerm<unknown>[] {
  return rows.map((row) => termOfRow(row, values[row[0]]));
}

function partsOf({ isEmpty, stems, tails, openEnds }: ListRow, values: readonly unknown[]): ListParts {
  const mapOf = (rows: ListRow['stems']) => new Map(rows.map(([key, terms]) => [key, termsOf(terms, values)]));
  return { isEmpty, stems: mapOf(stems), tails: mapOf(tails), openEnds: termsOf(openEnds, values) };
}
