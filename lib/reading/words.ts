// A headline as a row of words, each with what the vocabulary and the lexicon of acts know of it. Chinese is cut where a known word
// begins or ends; everything else at spaces and punctuation.
import { lowerCase } from '../language/lower-case.js';
import { type Units, unitsOf } from '../language/units.js';
import type { GroupsOf, WordGroup } from './groups.js';
import type { Entry } from './lexicon-file.js';

/** What kind of name it is: of the actor itself, of a place of his, an adjective ("Russian"), or his people ("Russians"). */
export type NameSort = 'name' | 'place' | 'adjective' | 'folk';

/** A name of an actor; several ids only where one word names several ("Sino-US"). */
export interface Naming {
  ids: readonly string[];
  sort: NameSort;
  /** A state, and no organisation or movement. */
  state: boolean;
  /** The plain name of a country, which before a colon says where and not who. */
  country: boolean;
}

export interface Word {
  /** UTF-16 units of the title as given. */
  start: number;
  end: number;
  /** In lower case. */
  text: string;
  naming: Naming | null;
  entries: readonly Entry[];
  /** Which of the entries it is where it stands. */
  role: Entry | null;
  /** Punctuation that stands for itself: one of `: ; , . ? ! – " ( )`, `'s`, else ''. */
  mark: string;
  /** Written with a capital letter. */
  capital: boolean;
  /** Begins with a digit. */
  number: boolean;
  /** The groups of its language's words. */
  groupsOf: GroupsOf;
  /** Those that this word is in; null until a rule asks. */
  groups: readonly WordGroup[] | null;
  /** Somebody's who was named before: "its ships". */
  own: boolean;
}

/** A term found in the title: what names an actor, or an entry of the lexicon; one span may be several. */
export interface FoundTerm {
  start: number;
  end: number;
  naming: Naming | null;
  entry: Entry | null;
}

const none: readonly never[] = [];
const marks = {
  ...{ '：': ':', '；': ';', '，': ',', '、': ',', '。': '.', '？': '?', '！': '!', '؟': '?', '،': ',', '؛': ';', '…': '.' },
  ...{ '–': '–', '—': '–', '-': '–', '|': '–', '｜': ':', '«': '"', '»': '"', '“': '"', '”': '"', '„': '"', '‘': '"', '’': '"', "'": '"' },
  ...{
    '「': '"',
    '」': '"',
    '《': '"',
    '》': '"',
    '‹': '"',
    '›': '"',
    '（': '(',
    '）': ')',
    '(': '(',
    ')': ')',
    '"': '"',
    '¿': '?',
    '·': '–',
  },
  ...{ ':': ':', ';': ';', ',': ',', '.': '.', '?': '?', '!': '!', '‑': '–', '"\'': '"' },
};

/** By the unit, what a sign stands for. */
const markOf: ReadonlyMap<number, string> = new Map(
  Object.entries(marks).flatMap(([sign, mark]) => (sign.length === 1 ? [[sign.charCodeAt(0), mark] as const] : [])),
);

/** The words of a title in order; `found` in order of appearance, not overlapping except that one span may be found twice. */
export function wordsOf(title: string, found: readonly FoundTerm[], spaced: boolean, groupsOf: GroupsOf): Word[] {
  const { lower, aligned } = lowerCase(title);
  const row: Row = { title, lower: aligned ? lower : null, spaced, groupsOf, words: [] };
  let at = 0;
  for (let i = 0; i < found.length; ) {
    const { start, end } = found[i] as FoundTerm;
    gap(row, at, start);
    let naming: Naming | null = null;
    let entries: readonly Entry[] = none;
    for (; i < found.length && found[i]?.start === start && found[i]?.end === end; i++) {
      naming ??= found[i]?.naming ?? null;
      const entry = found[i]?.entry;
      if (entry) entries = entries.length === 0 ? [entry] : [...entries, entry];
    }
    add(row, start, end, naming, entries, '');
    at = end;
  }
  gap(row, at, title.length);
  return row.words;
}

/** The words of a title so far. */
interface Row {
  title: string;
  /** Null where its letters do not stand where those of the title do. */
  lower: string | null;
  spaced: boolean;
  groupsOf: GroupsOf;
  words: Word[];
}

/** What stands between two known words. */
function gap(row: Row, from: number, to: number): void {
  const { title, spaced, words } = row;
  const letters = unitsOf(title);
  const { units, length } = letters;
  for (let at = from; at < to; ) {
    const code = units[at] ?? 0;
    if (code === 32 || code === 160 || code === 9 || code === 0x200f || code === 0x200e) {
      if (!spaced && words.length > 0 && words[words.length - 1]?.mark === '') add(row, at, at + 1, null, none, ',');
      at++;
      continue;
    }
    const begin = at;
    if ((code === 39 || code === 0x2019) && at + 1 < length && ((units[at + 1] ?? 0) | 0x20) === 0x73 && !isLetterAt(letters, at + 2)) {
      add(row, at, at + 2, null, none, "'s");
      at += 2;
      continue;
    }
    if (isLetter(code)) {
      at++;
      if (spaced) while (at < to && (isLetterAt(letters, at) || (isJoint(units[at] ?? 0) && isLetterAt(letters, at + 1)))) at++;
      else if (code < 0x250) while (at < to && (units[at] ?? 0) < 0x250 && isLetterAt(letters, at)) at++;
      add(row, begin, at, null, none, '');
      continue;
    }
    at += code >= 0xd800 && code <= 0xdbff ? 2 : 1;
    add(row, begin, Math.min(at, to), null, none, markOf.get(code) ?? '·');
  }
}

function add(
  { title, lower, groupsOf, words }: Row,
  start: number,
  end: number,
  naming: Naming | null,
  entries: readonly Entry[],
  mark: string,
): void {
  const text = lower === null ? title.slice(start, end).toLowerCase() : lower.slice(start, end);
  const code = title.charCodeAt(start);
  words.push({
    start,
    end,
    text,
    naming,
    entries,
    role: null,
    mark,
    capital: code !== text.charCodeAt(0) && title !== title.toUpperCase(),
    number: code >= 48 && code <= 57,
    groupsOf,
    groups: null,
    own: false,
  });
}

function isLetterAt({ units, length }: Units, at: number): boolean {
  return at < length && isLetter(units[at] ?? 0);
}

function isJoint(code: number): boolean {
  return code === 46 || code === 39 || code === 0x2019 || code === 45 || code === 44;
}

/** Letters, digits and the signs upon them, in all scripts a title comes in. */
function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  if (code < 0xc0) return code === 0xaa || code === 0xba;
  if (code < 0x2000) return code !== 0x60c && code !== 0x61b && code !== 0x61f && code !== 0xd7 && code !== 0xf7;
  if (code < 0x3005) return code >= 0x2c00 && code < 0x2e00;
  return code < 0xd800 || (code >= 0xf900 && code < 0xfe00);
}
