// Cuts a headline into words, numbers and signs for the parts that read it without the gate. Each token knows where it stands in the
// title, so that whatever is read can be shown there. Chinese is cut into single characters: its words are found as runs of them.

import { lowerCase } from '../../language/lower-case.js';
import { unitsOf } from '../../language/units.js';
import { hashOf, headOf, tailOf } from './hashes.js';

export interface Token {
  /** In lower case, without Arabic vowel signs, variants of alif and Russian ё as their plain letters, digits as ASCII. */
  text: string;
  start: number;
  end: number;
  sort: 'word' | 'number' | 'sign' | 'han';
  /** Nothing stands between it and the token before. */
  glued: boolean;
  /** Whether its first letter is a capital. */
  capital: boolean;
  /** `hashOf`, `headOf` and `tailOf` its text: by them a list of words knows at once that it has none like this. */
  hash: number;
  head: number;
  tail: number;
  /** An Arabic word without what may be written onto its beginning; empty for all others. */
  bare: readonly string[];
}

const none: readonly string[] = [];
const prefixes = /^(?:[وف](?=..))?(?:[بلك](?=..))?(?:ال|ل(?=ل?..))?/;

/** An Arabic word without what is written onto its beginning: "and", "with", "the". */
function bareForms(text: string): string[] {
  const forms = [text.replace(/^[وف](?=..)/, ''), text.replace(/^[وف]?[بلك](?=..)/, ''), text.replace(prefixes, '')];
  return [...new Set(forms)].filter((form) => form !== text && form.length > 1);
}

function isArabic(text: string): boolean {
  return text >= '\u0621' && text <= '\u06ff';
}

/** Sorts of UTF-16 code units, as bits; halves of surrogate pairs are signs. */
const letter = 1;
const digit = 2;
const space = 4;
const han = 8;
/** Letters that stand in a token in another form: ё, variants of alif, Arabic vowel signs. */
const varied = 16;
const unknown = 255;
const sorts = new Uint8Array(0x10000).fill(unknown);

function sortOf(code: number): number {
  const sort = sorts[code] ?? 0;
  if (sort !== unknown) return sort;
  const found = sortOfUnit(String.fromCharCode(code));
  sorts[code] = found;
  return found;
}

function sortOfUnit(one: string): number {
  if (/\p{Nd}/u.test(one)) return digit;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(one)) return han;
  if (/[\p{L}\p{M}]/u.test(one)) return variants.test(one) ? letter | varied : letter;
  return /\s/u.test(one) ? space : 0;
}

const variants = /[\u0401\u0451\u0622-\u0625\u0640\u0649-\u0652]/;

let lastTitle = '';
let last: readonly Token[] = [];
/** Whether a blank stands between digits of the last title. */
let mayGroup = false;

/**
 * The tokens of a title; none for an empty one. Those of the last title are kept: several readers ask for them one after another. `spaceGroups` says whether "40 000" is one number, as French and Russian write it;
 * no-break and thin spaces always group.
 */
export function tokensOf(title: string, spaceGroups = false): readonly Token[] {
  if (title !== lastTitle) {
    mayGroup = false;
    last = cut(title, false);
    lastTitle = title;
  }
  return spaceGroups && mayGroup ? cut(title, true) : last;
}

function cut(title: string, spaceGroups: boolean): Token[] {
  const { lower, aligned } = lowerCase(title);
  const { units, length } = unitsOf(title);
  const tokens: Token[] = [];
  let end = 0;
  for (let at = 0; at < length; ) {
    const code = units[at] ?? 0;
    let sort = sortOf(code);
    const start = at++;
    if (sort === space) {
      if (code === 32 && start > 0 && sortOf(units[start - 1] ?? 0) === digit && at < length && sortOf(units[at] ?? 0) === digit)
        mayGroup = true;
      continue;
    }
    if ((sort & letter) !== 0) {
      for (; at < length; at++) {
        const next = sortOf(units[at] ?? 0);
        if ((next & letter) === 0) break;
        sort |= next;
      }
      const small = aligned ? lower.slice(start, at) : title.slice(start, at).toLowerCase();
      const text = (sort & varied) !== 0 ? withoutVariants(small) : small;
      tokens.push(tokenOf(text, code, 'word', start, at, end));
    } else if (sort === digit) {
      at = endOfNumber(title, at, spaceGroups);
      tokens.push(tokenOf(asciiDigits(title.slice(start, at)), code, 'number', start, at, end));
    } else {
      tokens.push(ofOneUnit(code, sort === han ? 'han' : 'sign', start, at, end));
    }
    end = at;
  }
  return tokens;
}

interface Single {
  text: string;
  hash: number;
  head: number;
  tail: number;
}

/** Signs and characters that were met, which are few. */
const singles = new Map<number, Single>();

function ofOneUnit(code: number, sort: 'han' | 'sign', start: number, end: number, before: number): Token {
  let single = singles.get(code);
  if (single === undefined) {
    const text = code === 0x2019 ? "'" : String.fromCharCode(code);
    single = { text, hash: hashOf(text), head: headOf(text), tail: tailOf(text) };
    singles.set(code, single);
  }
  const { text, hash, head, tail } = single;
  return { text, start, end, sort, glued: start === before && start > 0, capital: false, hash, head, tail, bare: none };
}

/** `written` is its first unit in the title, `before` where the token before it ended. */
function tokenOf(text: string, written: number, sort: 'word' | 'number', start: number, end: number, before: number): Token {
  const first = text.charCodeAt(0);
  return {
    text,
    start,
    end,
    sort,
    glued: start === before && start > 0,
    capital: sort === 'word' && first !== written,
    hash: hashOf(text),
    head: headOf(text),
    tail: tailOf(text),
    bare: first >= 0x621 && first <= 0x6ff && sort === 'word' && isArabic(text) ? bareForms(text) : none,
  };
}

const separators = ".,'’\u066b\u066c";
const spaces = '\u00a0\u202f\u2009';

function endOfNumber(title: string, from: number, spaceGroups: boolean): number {
  let at = from;
  const isDigit = (index: number): boolean => index < title.length && sortOf(title.charCodeAt(index)) === digit;
  for (let group = from - 1; ; group = at) {
    while (isDigit(at)) at++;
    const mark = title[at] ?? '';
    const three = isDigit(at + 1) && isDigit(at + 2) && isDigit(at + 3) && !isDigit(at + 4);
    const grouping = (spaces.includes(mark) || (spaceGroups && mark === ' ')) && three && at - group <= 3;
    if (mark === '' || !(grouping || (separators.includes(mark) && isDigit(at + 1)))) return at;
    at++;
  }
}

function asciiDigits(text: string): string {
  return /^[0-9.,]+$/.test(text)
    ? text
    : text
        .replaceAll(/\p{Nd}/gu, (one) => String(valueOfDigit(one.charCodeAt(0))))
        .replaceAll('\u066b', '.')
        .replaceAll('\u066c', ',');
}

/** Each script's ten digits stand together in order. */
function valueOfDigit(code: number): number {
  let value = 0;
  while (value < 9 && sortOf(code - value - 1) === digit) value++;
  return value;
}

/** A word in lower case, its letters in their plain forms. */
function withoutVariants(lower: string): string {
  return lower
    .replaceAll('ё', 'е')
    .replaceAll(/[آأإ]/g, 'ا')
    .replaceAll(/[\u064b-\u0652]/g, '')
    .replaceAll(/(?<=.)\u0640/g, '')
    .replaceAll('ى', 'ي');
}

/** As a token has it, where the text is one word and nothing else; null where it is not. */
export function oneWord(text: string): string | null {
  let sort = 0;
  for (let at = 0; at < text.length; at++) {
    const next = sortOf(text.charCodeAt(at));
    if ((next & letter) === 0) return null;
    sort |= next;
  }
  const lower = text.toLowerCase();
  return text === '' ? null : (sort & varied) !== 0 ? withoutVariants(lower) : lower;
}
