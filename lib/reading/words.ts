// A headline as a row of words, each with what the vocabulary and the lexicon of acts know of it. Scripts without spaces are cut where a
// known word begins or ends.
import type { Entry } from './lexicon-file.js';

/** A name of an actor; several ids only where one word names several ("Sino-US"). */
export interface Naming {
  ids: readonly string[];
  kind: string;
  /** A word that says "of": russian, russische. */
  adjective: boolean;
  place: boolean;
}

export interface Word {
  /** UTF-16 units of the title as given. */
  start: number;
  end: number;
  /** In lower case. */
  text: string;
  naming: Naming | null;
  entries: readonly Entry[];
  /** Punctuation that stands for itself: one of `: ; , . ? ! – " ( )`, `'s`, else ''. */
  mark: string;
  /** Written with a capital letter. */
  capital: boolean;
}

/** A term found in the title: what names an actor, or an entry of the lexicon; one span may be several. */
export interface Found {
  start: number;
  end: number;
  naming: Naming | null;
  entry: Entry | null;
}

const spaced = /[’']s(?![\p{L}])|[\p{L}\p{N}\p{M}]+(?:[.’'-][\p{L}\p{N}\p{M}]+)*|[^\s]/gu;
const unspaced = /[\p{L}\p{N}\p{M}]|[^\s]/gu;
const marks: Readonly<Record<string, string>> = {
  ...{ '：': ':', '；': ';', '，': ',', '、': ',', '。': '.', '？': '?', '！': '!', '؟': '?', '،': ',', '؛': ';', '…': '.' },
  ...{ '–': '–', '—': '–', '-': '–', '|': '–', '«': '"', '»': '"', '“': '"', '”': '"', '„': '"', '‘': '"', '’': '"', "'": '"', '"': '"' },
  ...{ '「': '"', '」': '"', '《': '"', '》': '"', '‹': '"', '›': '"', '（': '(', '）': ')', '(': '(', ')': ')' },
  ...{ ':': ':', ';': ';', ',': ',', '.': '.', '?': '?', '!': '!' },
};

/** The words of a title in order; `found` in order of appearance, not overlapping except that one span may be found twice. */
export function wordsOf(title: string, found: readonly Found[], hasSpaces: boolean): Word[] {
  const words: Word[] = [];
  let at = 0;
  for (let i = 0; i < found.length; ) {
    const { start, end } = found[i] as Found;
    gap(title, at, start, hasSpaces, words);
    let naming: Naming | null = null;
    const entries: Entry[] = [];
    for (; i < found.length && found[i]?.start === start && found[i]?.end === end; i++) {
      naming ??= found[i]?.naming ?? null;
      const entry = found[i]?.entry;
      if (entry) entries.push(entry);
    }
    const text = title.slice(start, end);
    words.push({ start, end, text: text.toLowerCase(), naming, entries, mark: '', capital: isCapital(text) });
    at = end;
  }
  gap(title, at, title.length, hasSpaces, words);
  return words;
}

function gap(title: string, from: number, to: number, hasSpaces: boolean, words: Word[]): void {
  if (from >= to) return;
  for (const match of title.slice(from, to).matchAll(hasSpaces ? spaced : unspaced)) {
    const [text] = match;
    const start = from + match.index;
    const mark = /^[’']s$/.test(text) ? "'s" : (marks[text] ?? '');
    words.push({ start, end: start + text.length, text: text.toLowerCase(), naming: null, entries: [], mark, capital: isCapital(text) });
  }
}

function isCapital(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}
