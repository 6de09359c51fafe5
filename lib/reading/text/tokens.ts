// Cuts a headline into words, numbers and signs for the parts that read it without the gate. Each token knows where it stands in the
// title, so that whatever is read can be shown there. Chinese is cut into single characters: its words are found as runs of them.

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

/** A number for a text, by all its letters. */
export function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash ^ (hash >>> 15);
}

/** A number of 16 bits for the first three letters. */
export function headOf(text: string): number {
  return hashOfThree(text, 0, 1, 2);
}

/** The same for the last three. */
export function tailOf(text: string): number {
  const last = text.length - 1;
  return hashOfThree(text, last, last - 1, last - 2);
}

function hashOfThree(text: string, first: number, second: number, third: number): number {
  return (text.charCodeAt(first) * 7 + (text.charCodeAt(second) || 0) * 67 + (text.charCodeAt(third) || 0) * 579) & 0xffff;
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

const letter = 1;
const digit = 2;
const space = 3;
const han = 4;
let classes: Uint8Array | null = null;

/** The class of each UTF-16 code unit; made when first needed, some milliseconds. Halves of surrogate pairs are signs. */
function classOf(): Uint8Array {
  if (classes) return classes;
  classes = new Uint8Array(65536);
  for (let code = 0; code < 65536; code++) {
    const one = String.fromCharCode(code);
    if (/\p{Nd}/u.test(one)) classes[code] = digit;
    else if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(one)) classes[code] = han;
    else if (/[\p{L}\p{M}]/u.test(one)) classes[code] = letter;
    else if (/\s/u.test(one)) classes[code] = space;
  }
  return classes;
}

let lastTitle = '';
let lastGroups = false;
let last: readonly Token[] = [];

/**
 * The tokens of a title; none for an empty one. Those of the last title are kept: several readers ask for them one after another. `spaceGroups` says whether "40 000" is one number, as French and Russian write it;
 * no-break and thin spaces always group.
 */
export function tokensOf(title: string, spaceGroups = false): readonly Token[] {
  if (title === lastTitle && spaceGroups === lastGroups) return last;
  last = cut(title, spaceGroups);
  [lastTitle, lastGroups] = [title, spaceGroups];
  return last;
}

function cut(title: string, spaceGroups: boolean): Token[] {
  const sorts = classOf();
  const tokens: Token[] = [];
  let end = 0;
  for (let at = 0; at < title.length; ) {
    const sort = sorts[title.charCodeAt(at)];
    const start = at++;
    if (sort === space) continue;
    if (sort === letter) while (at < title.length && sorts[title.charCodeAt(at)] === letter) at++;
    else if (sort === digit) at = endOfNumber(title, at, sorts, spaceGroups);
    const text = title.slice(start, at);
    const plain = sort === letter ? plainWord(text) : sort === digit ? asciiDigits(text) : text === '’' ? "'" : text;
    const named = sort === letter ? 'word' : sort === digit ? 'number' : sort === han ? 'han' : 'sign';
    tokens.push({
      text: plain,
      start,
      end: at,
      sort: named,
      glued: start === end && start > 0,
      capital: sort === letter && plain[0] !== text[0],
      hash: hashOf(plain),
      head: headOf(plain),
      tail: tailOf(plain),
      bare: sort === letter && isArabic(plain) ? bareForms(plain) : none,
    });
    end = at;
  }
  return tokens;
}

const separators = ".,'’\u066b\u066c";
const spaces = '\u00a0\u202f\u2009';

function endOfNumber(title: string, from: number, sorts: Uint8Array, spaceGroups: boolean): number {
  let at = from;
  const isDigit = (index: number): boolean => index < title.length && sorts[title.charCodeAt(index)] === digit;
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
  while (value < 9 && classOf()[code - value - 1] === digit) value++;
  return value;
}

function plainWord(text: string): string {
  const lower = text.toLowerCase();
  return /[\u0451\u0622-\u0625\u0640\u0649-\u0652]/.test(lower)
    ? lower
        .replaceAll('ё', 'е')
        .replaceAll(/[آأإ]/g, 'ا')
        .replaceAll(/[\u064b-\u0652]/g, '')
        .replaceAll(/(?<=.)\u0640/g, '')
        .replaceAll('ى', 'ي')
    : lower;
}

/** As a token has it, where the text is one word and nothing else; null where it is not. */
export function oneWord(text: string): string | null {
  const sorts = classOf();
  for (let at = 0; at < text.length; at++) if (sorts[text.charCodeAt(at)] !== letter) return null;
  return text === '' ? null : plainWord(text);
}
