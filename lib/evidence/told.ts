// What a text tells: its words and what they mean, who is named, its clauses with what turns them, its acts and figures. Each part is read
// when it is first asked for: a sentence that code wrote needs few of them, and the tables of a language are large.
import { isStopWord } from '../language/stop-words.js';
import type { Figure } from '../reading/figures/figure.js';
import type { Act } from '../reading/reading.js';
import type { FindActors, Mention } from './actors.js';
import { type ClauseSpan, clauseSpansOf } from './clauses.js';
import type { Concepts, Hit } from './concepts.js';
import type { Render, Rendered } from './equivalents.js';
import { isInName, turnsHere } from './false-marks.js';
import { numbersOf } from './numbers.js';
import { isReadAs, type Pinyin } from './pinyin.js';
import { plain } from './plain.js';
import { sameName } from './sounds.js';
import type { Spells } from './spellings.js';
import { tidied } from './tidied.js';
import { isUndoneBy } from './together.js';
import { type FoldedWord, foldedWordsOf } from './words.js';

/** Marks of a clause, see tables/marks.tsv. */
export type ClauseMark =
  | ('not' | 'refuse' | 'hinder' | 'undo' | 'frees' | 'says' | 'speaks' | 'voices' | 'sayer')
  | ('yet' | 'underwent' | 'by' | 'whose' | 'both' | 'least')
  | ('topic' | 'extent' | 'forever' | 'cause' | 'reply' | 'hedge' | 'governs')
  | ('worries' | 'borrows' | 'reason' | 'concede' | 'claim');

export interface Told {
  text: string;
  lang: string;
  words: readonly FoldedWord[];
  /** What the words mean, and the rows of the words that count for what they mean. */
  hits: readonly Hit[];
  rows: ReadonlySet<string>;
  /** What these let say besides, see tables/implied.tsv. */
  implied: ReadonlySet<string>;
  /** Stems of its words where it is English, else its words. */
  stems: ReadonlySet<string>;
  /** What its words are in English where it is not, see equivalents.ts. */
  rendered: Rendered;
  actors: readonly Mention[];
  clauses: readonly ClauseSpan[];
  marks: readonly Hit[];
  acts: readonly Act[];
  figures: readonly Figure[];
  /** Keys of its numbers, see numbers.ts. */
  numbers: ReadonlySet<string>;
  /** What the organisations it names may be called besides. */
  epithets: ReadonlySet<string>;
  /** Whether English spells a name of it so: what its Chinese characters are read as, and names that no table knows in other languages. */
  reads: (name: string) => boolean;
}

/** What reads: each part of it knows nothing of the others. */
export interface Readers {
  concepts: () => Concepts;
  marks: () => Concepts;
  equivalents: () => Render;
  actors: FindActors;
  acts: (text: string, lang: string) => Act[];
  figures: (text: string, lang: string) => Figure[];
  pinyin: () => Pinyin;
  spellings: () => Spells;
  implied: () => ReadonlyMap<string, readonly string[]>;
  epithets: () => ReadonlyMap<string, readonly string[]>;
}

/** Reads a text. `lang` is a code, '' where unknown: then its script decides, or its words. */
export function tell(given: string, lang: string, readers: Readers, isNamed: (mention: Mention) => boolean = () => true): Told {
  const text = tidied(given);
  const words = foldedWordsOf(text);
  const spoken = languageOf(text, lang) ?? guess(words, readers.concepts());
  const hits = once(() =>
    readers
      .concepts()
      .find(words, spoken)
      .filter(
        (hit, _, all) =>
          !isUndoneBy(hit, all) &&
          !isOfAName(hit, spoken, actors()) &&
          !isPartOfIdiom(hit, words, spoken) &&
          !isPartOfState(hit, words, spoken, actors()),
      ),
  );
  const actors = once(() => readers.actors(text, words, spoken).filter(isNamed));
  const figures = once(() => readers.figures(text, spoken));
  const parts = {
    hits,
    actors,
    figures,
    rows: once(() => new Set(hits().flatMap(({ row, wider }) => (wider ? [] : [row])))),
    implied: once(() => new Set(hits().flatMap(({ row, wider }) => (wider ? [] : (readers.implied().get(row) ?? []))))),
    stems: once(() => new Set(words.map((word) => (spoken === 'en' ? word.stem : word.plain)))),
    rendered: once(() => readers.equivalents()(words, spoken)),
    clauses: once(() => {
      const named = new Set(actors().map(({ from }) => from));
      return clauseSpansOf(text, words, spoken, (index) => named.has(index));
    }),
    marks: once(() =>
      readers
        .marks()
        .find(words.map(silenced), spoken)
        .filter((mark) => turnsHere(mark, words, spoken) && !isInName(mark, words, actors())),
    ),
    acts: once(() => readers.acts(text, spoken)),
    epithets: once(() => new Set(actors().flatMap(({ ids }) => ids.flatMap((id) => readers.epithets().get(id) ?? [])))),
    numbers: once(
      () => new Set([...numbersOf(plain(text), false).flatMap(({ keys, implies = [] }) => [...keys, ...implies]), ...valuesOf(figures())]),
    ),
  };
  const reads = (name: string): boolean =>
    words.some((word, at) =>
      word.han
        ? unmeant(word, hits()).some((piece) => isReadAs(name, piece, readers.pinyin()))
        : isUnknownName(word, at, spoken, hits()) && readers.spellings()(name, word.text, spoken),
    );
  return lazily({ text, lang: spoken, words, reads }, parts);
}

function valuesOf(figures: readonly Figure[]): string[] {
  return figures.flatMap(({ value, upper }) =>
    [value, ...(upper === undefined ? [] : [upper])].map((one) => String(Number(one.toPrecision(12)))),
  );
}

/** A word that a name may be and that no table knows; Arabic has no capitals. */
function isUnknownName({ capital }: FoldedWord, at: number, lang: string, hits: readonly Hit[]): boolean {
  return (capital || lang === 'ar') && !hits.some(({ from, to }) => from <= at && at < to);
}

/** The pieces of a run of Chinese that no known word of two characters or more has. */
function unmeant(word: FoldedWord, hits: readonly Hit[]): string[] {
  let left = word.text;
  for (const { start, end } of hits)
    if (start >= word.start && end <= word.end && end - start > 1)
      left = left.slice(0, start - word.start) + ' '.repeat(end - start) + left.slice(end - word.start);
  return left.split(' ').filter((piece) => piece.length > 1);
}

/** Made when first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

type Parts<T> = { [Name in keyof T]: () => T[Name] };

/** An object whose parts are made when they are asked for. */
function lazily<Given extends object, Made extends object>(given: Given, parts: Parts<Made>): Given & Made {
  const getters = Object.fromEntries(Object.entries(parts).map(([name, get]) => [name, { get: get as () => unknown, enumerable: true }]));
  return Object.defineProperties({ ...given }, getters) as Given & Made;
}

function languageOf(text: string, lang: string): string | null {
  const short = lang.slice(0, 2).toLowerCase();
  if (short !== '') return short;
  if (/\p{Script=Han}/u.test(text)) return 'zh';
  if (/\p{Script=Arabic}/u.test(text)) return 'ar';
  return /\p{Script=Cyrillic}/u.test(text) ? 'ru' : null;
}

/** Of the languages written in Latin letters the one that most of its words are known in; English where none is ahead. */
function guess(words: readonly FoldedWord[], concepts: Concepts): string {
  const scores = ['en', 'de', 'es', 'fr'].map((lang) => {
    const small = words.filter(({ text }) => isStopWord(text.toLowerCase(), lang)).length;
    return { lang, score: 2 * small + (lang === 'en' ? 1 : 0) + new Set(concepts.find(words, lang).map(({ from }) => from)).size };
  });
  return scores.sort((a, b) => b.score - a.score)[0]?.lang ?? 'en';
}

/** "strikes a deal" strikes nobody, and nobody stops work. */
function isPartOfIdiom({ row, from, to }: Hit, words: readonly FoldedWord[], lang: string): boolean {
  if (lang !== 'en' || to - from > 1 || row === 'agree' || words[from]?.stem !== 'strik') return false;
  return words
    .slice(to, to + 4)
    .some(({ plain }) => /^(?:pacts?|deals?|accord|agreements?|bargain|truce|balance|tone|alliance|partnership)$/.test(plain));
}

const inflected: ReadonlySet<string> = new Set(['de', 'es', 'fr', 'ru']);

/** 乌干达 reaches nothing: a character of a name says nothing by itself. */
function isOfAName({ start, end }: Hit, lang: string, actors: readonly Mention[]): boolean {
  if (lang !== 'zh' || end - start > 1) return false;
  return actors.some((mention) => mention.plain && mention.start <= start && end <= mention.end && mention.end - mention.start > 2);
}

/** "Griechenland" is no land, "Portugal" no port: a state's name says what it names. */
function isPartOfState({ row, from, to }: Hit, words: readonly FoldedWord[], lang: string, actors: readonly Mention[]): boolean {
  const text = words[from]?.text ?? '';
  if (to - from > 1 || !inflected.has(lang) || sameName(text, row)) return false;
  const isState = ({ ids }: Mention): boolean => ids.every((id) => /^[A-Z]{2}$/.test(id));
  return !/^bund/iu.test(text) && actors.some((mention) => mention.plain && mention.from === from && mention.to === to && isState(mention));
}

/** Words that hold a sign of negation or of a plan and are none. */
const harmless =
  /将(?![对向与在于会从被继不再])(?=[^，。；：]{2,10}(?:延长|推迟|提前|降至|升至|增至|移交|列入|告上|驱逐|视为|改为|转交|归还|引渡|遣返|送回|送往|上调至|下调至|上调到|下调到|提高至|提高到|降低至|削减至|削减到|增加到|增至|送交|逐出|赶出|交给|列为))|准备金|无人(?!员|伤|死)|不变|非洲|南非|未来|不断|不少于|不到|不超过|不足|将军|即将|反对派|反对党/gu;

function silenced(word: FoldedWord): FoldedWord {
  if (/^warnstreik/.test(word.plain)) return { ...word, plain: '＿' };
  return word.han ? { ...word, plain: word.plain.replace(harmless, '＿') } : word;
}
