// What the reader of acts knows of a language: its names and the words of its lexicon in one index, made of the tables or had from what the
// build has compiled of them.
import { foldTerm } from '../language/fold.js';
import { indexOfOneLanguage } from '../vocabulary/matcher.js';
import { type MatchTerm, TermIndex } from '../vocabulary/term-index.js';
import type { Entry, LexiconTerm } from './lexicon-file.js';
import type { Name } from './name-terms.js';
import { Numbered, type Pack, type PackWriter } from './text/pack.js';
import type { NameSort } from './words.js';

/** A word of the lexicon; with `stem` any ending of it. */
type LexiconWord = Pick<LexiconTerm, 'entry' | 'stem'>;
/** What words of a row have in common. */
type EntryRow = Pick<Entry, 'class' | 'form' | 'action' | 'frame'>;

export interface ActIndex {
  index: TermIndex<Name | Entry>;
  /** Those words of the lexicon whose row is wanted, in its order. */
  wordsWhere: (wanted: (row: EntryRow) => boolean) => LexiconWord[];
  /** The sorts of names that a list gives. */
  listed: ReadonlyMap<string, NameSort>;
}

type NameTerm = MatchTerm & { means: Name };

/** From the tables. What stands in `listed` was listed as a sort of name by hand, which goes before what an ending tells. */
export function makeActIndex(
  lang: string,
  names: readonly NameTerm[],
  lexicon: readonly LexiconTerm[],
  listed: ReadonlyMap<string, NameSort>,
): ActIndex {
  const acts = lexicon.map(({ words, stem, caseSensitive, clauseStart, entry }) => {
    return { words, folded: foldTerm(words), lang, stem, caseSensitive, clauseStart, means: entry };
  });
  const index = indexOfOneLanguage<MatchTerm & { means: Name | Entry }, Name | Entry>([...names, ...acts], onceEach());
  return { index, wordsWhere: (wanted) => lexicon.filter(({ entry }) => wanted(entry)), listed };
}

/** What a term means, names that say the same as one. */
function onceEach(): (term: { means: Name | Entry }) => Name | Entry {
  const known = new Map<string, Name>();
  return ({ means }) => {
    if (!('ids' in means)) return means;
    const { ids, sort, state, country, stem, before } = means;
    const key = `${ids.join()} ${sort} ${state} ${country} ${stem} ${before}`;
    const same = known.get(key) ?? means;
    known.set(key, same);
    return same;
  };
}

/** Writes an index into the pack of its language, under names that begin with "acts". */
export function writeActIndex(writer: PackWriter, { index, wordsWhere, listed }: ActIndex): void {
  const { firsts, nodes, cells, tails, starts, bits, written, values } = index.rows();
  for (const [name, row] of Object.entries({ firsts, nodes, cells, tails, starts, bits })) writer.numbers(`acts ${name}`, row);
  writer.value('acts written', written);
  const words = wordsWhere(() => true);
  const [rows, particles] = [new Numbered(), new Numbered()];
  const rowOfWord = words.map(({ entry: { class: name, form, action, frame }, stem }) =>
    rows.numberOf(JSON.stringify({ class: name, form, action, frame, stem })),
  );
  writer.numbers(
    'acts particle of word',
    Int32Array.from(words, ({ entry }) => particles.numberOf(JSON.stringify(entry.particle))),
  );
  const numberOf = new Map<Name | Entry, number>(words.map(({ entry }, number) => [entry, ~number]));
  const names: Name[] = [];
  for (const value of values) if (!numberOf.has(value)) numberOf.set(value, names.push(value as Name) - 1);
  writer.texts(
    'acts words',
    words.map(({ entry }) => entry.written),
  );
  writer.numbers('acts row of word', Int32Array.from(rowOfWord));
  writer.value('acts rows', rows.values());
  writer.value('acts particles', particles.values());
  writer.value('acts names', names);
  writer.numbers(
    'acts values',
    Int32Array.from(values, (value) => numberOf.get(value) ?? 0),
  );
  writer.value('acts listed', [...listed]);
}

/** The index that `writeActIndex` wrote; words are made when a title first has them. */
export function readActIndex(pack: Pack): ActIndex {
  const rows = pack.value<(EntryRow & { stem: boolean })[]>('acts rows');
  const names = pack.value<Name[]>('acts names');
  const values = pack.int32('acts values');
  const rowOfWord = pack.int32('acts row of word');
  const words = pack.texts('acts words');
  const particles = pack.value<(string | null)[]>('acts particles');
  const particleOf = pack.int32('acts particle of word');
  const made = new Array<Entry>(rowOfWord.length);
  const entryOf = (word: number): Entry => {
    const known = made[word];
    if (known !== undefined) return known;
    const { class: name, form, action, frame } = rows[rowOfWord[word] ?? 0] as EntryRow;
    const particle = particles[particleOf[word] ?? 0] ?? null;
    const entry = { class: name, form, action, frame, written: words.at(word), particle };
    made[word] = entry;
    return entry;
  };
  const numbers = ['firsts', 'nodes', 'cells', 'starts', 'bits'] as const;
  const int32 = Object.fromEntries(numbers.map((name) => [name, pack.int32(`acts ${name}`)])) as Record<
    (typeof numbers)[number],
    Int32Array
  >;
  const index = TermIndex.ofRows<Name | Entry>(
    { ...int32, tails: pack.uint16('acts tails'), written: pack.value('acts written') },
    (place) => {
      const number = values[place] ?? 0;
      return number < 0 ? entryOf(~number) : (names[number] as Name);
    },
  );
  const wordsWhere: ActIndex['wordsWhere'] = (wanted) => {
    const areWanted = rows.map(wanted);
    const found: LexiconWord[] = [];
    rowOfWord.forEach((row, word) => {
      if (areWanted[row] === true) found.push({ entry: entryOf(word), stem: rows[row]?.stem === true });
    });
    return found;
  };
  return { index, wordsWhere, listed: new Map(pack.value<[string, NameSort][]>('acts listed')) };
}
