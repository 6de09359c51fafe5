// A term of several words, or of open ones: its parts, and whether it stands at a token. `*` at the end of a part is any ending, at its beginning
// any beginning; parts written together stand together in the title.
import { hashOf } from './hashes.js';
import { oneWord, type Token, tokensOf } from './tokens.js';

interface Part {
  text: string;
  hash: number;
  open: 'no' | 'end' | 'start';
  glued: boolean;
}

/** A term that stands at a token: the same for each time that it is found. */
export interface TermHit<T> {
  readonly value: T;
  /** How many tokens it takes. */
  readonly length: number;
}

/** A term that is more than one whole word. */
export interface PhraseTerm<T> {
  /** Its first part, and those behind it. */
  first: Part;
  rest: readonly Part[];
  letters: number;
  /** What the title must have for it at the place that its list knows, so that most others are passed over at one look; 0 where it may be anything. */
  key: number;
  hit: TermHit<T>;
}

/** The longer ones first, of equals those that came first. */
export function inserted<T>(terms: PhraseTerm<T>[] | null, term: PhraseTerm<T>): PhraseTerm<T>[] {
  if (terms === null) return [term];
  const { length } = term.rest;
  const at = terms.findIndex(({ rest, letters }) => rest.length < length || (rest.length === length && letters < term.letters));
  terms.splice(at < 0 ? terms.length : at, 0, term);
  return terms;
}

/** A term as a table writes it, in its parts; empty for an empty one. */
export function termParts(written: string): Part[] {
  const stem = written.endsWith('*') ? oneWord(written.slice(0, -1)) : null;
  if (stem !== null) return [{ text: stem, hash: 0, open: 'end', glued: false }];
  const parts: Part[] = [];
  for (const token of tokensOf(written)) {
    const last = parts.at(-1);
    if (token.text === '*' && last !== undefined && token.glued && last.open === 'no') last.open = 'end';
    else if (last?.open === 'start' && last.text === '') Object.assign(last, { text: token.text });
    else if (token.text === '*') parts.push({ text: '', hash: 0, open: 'start', glued: token.glued });
    else parts.push({ text: token.text, hash: token.hash, open: 'no', glued: token.glued });
  }
  return parts;
}

const none: readonly Part[] = [];

/** A term of these parts, `key` 0; `value` is what it stands for. */
export function termOf<T>(first: Part, rest: readonly Part[], value: T): PhraseTerm<T> {
  const letters = rest.reduce((sum, { text }) => sum + text.length, first.text.length);
  return { first, rest: rest.length === 0 ? none : rest, letters, key: 0, hit: { value, length: rest.length + 1 } };
}

const opens = ['no', 'end', 'start'] as const;

/**
 * A term as JSON: the number of what it stands for, its key, then of each part the text and how it is open, with `gluedMark` where it stands
 * together with the one before.
 */
export type TermRow = readonly [value: number, key: number, ...parts: (string | number)[]];
const gluedMark = 4;

/** A term as a row of numbers and texts, for the build to keep; `value` is the number of what it stands for. */
export function rowOfTerm({ first, rest, key }: PhraseTerm<unknown>, value: number): TermRow {
  return [value, key, ...[first, ...rest].flatMap(({ text, open, glued }) => [text, opens.indexOf(open) + (glued ? gluedMark : 0)])];
}

/** The term that `rowOfTerm` wrote, with what it stands for. */
export function termOfRow<T>([, key, ...row]: TermRow, value: T): PhraseTerm<T> {
  const parts: Part[] = [];
  for (let at = 0; at < row.length; at += 2) {
    const [text, mark] = [row[at] as string, row[at + 1] as number];
    const open = opens[mark & (gluedMark - 1)] ?? 'no';
    parts.push({ text, hash: open === 'no' ? hashOf(text) : 0, open, glued: (mark & gluedMark) !== 0 });
  }
  const [first, ...rest] = parts;
  return { ...termOf(first as Part, rest, value), key };
}

/** Whether the term stands at this token, all its parts one behind the other. `text` is the token's own unless it is read otherwise. */
export function fits<T>({ first, rest }: PhraseTerm<T>, tokens: readonly Token[], index: number, text?: string): boolean {
  const token = tokens[index];
  if (token === undefined || !agrees(first, text ?? token.text)) return false;
  for (let at = 0; at < rest.length; at++) {
    const part = rest[at] as Part;
    const next = tokens[index + at + 1];
    if (next === undefined || (part.open === 'no' && part.hash !== next.hash) || (part.glued && !next.glued)) return false;
    if (!agrees(part, next.text)) return false;
  }
  return true;
}

function agrees(part: Part, text: string): boolean {
  return part.open === 'no' ? text === part.text : part.open === 'end' ? text.startsWith(part.text) : text.endsWith(part.text);
}
