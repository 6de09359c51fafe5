// Titles folded to the letters that are compared: NFKC, lower case, accents, Arabic and Hebrew vowel signs and Hindi dots off,
// traditional Chinese simplified, hyphens and white space as one space, invisible characters gone. Every folded unit knows where in the
// title it stood.
import { simplified } from './traditional.js';
import { unitsOf } from './units.js';

/** What a folded unit is to a word boundary. */
const notInWord = 0;
export const inWord = 1;
/** Han, Hiragana, Thai and their like: a term may begin and end anywhere. */
export const inUnspacedScript = 2;
/** Katakana: written without blanks, but a word begins and ends where another script does. */
export const inKatakana = 3;
/** Hangul: a word begins behind a blank or another script; its particles are written onto it, so it may end anywhere. */
const inHangul = 4;

/** A folded title. The arrays are reused by the next call: read them before folding another title. */
interface Folded {
  units: Uint16Array;
  /** `offsets[i]` is where unit i stood in the title (UTF-16 units); `offsets[length]` is the length of the title. */
  offsets: Int32Array;
  length: number;
}

const space = 0x20;
const several = 0xffff;
const unknown = 0;
const simpleFold = new Uint16Array(0x10000);
const severalFold = new Map<number, string>();
const astralFold = new Map<number, string>();
const astralFoldLimit = 4096;
const classes = new Uint8Array(0x10000).fill(255);

const invisible =
  /^(?:\p{Cf}|\p{Cc}|\p{Variation_Selector}|[\u0300-\u036f]|[\u0483-\u0487]|\u0640|[\u064b-\u065f]|\u0670|[\u06d6-\u06ed]|[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]|\u093c)$/u;
const spacing = /^[\s\p{Pd}\u00b7\u2027\u2212_]$/u;
const accented = /^[\p{Script=Latin}\p{Script=Greek}]/u;
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;
const katakana = /^[\p{Script=Katakana}\u30fc]$/u;
const hangul = /^\p{Script=Hangul}$/u;
const wordy = /^[\p{L}\p{N}\p{M}]$/u;
const foldedAlready = /^[a-z0-9']+(?: [a-z0-9']+)*$/;
const alike: Record<string, string> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '`': "'",
  й: 'и',
  ё: 'е',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ک: 'ك',
  ی: 'ي',
  ۀ: 'ه',
  '״': '"',
  '׳': "'",
  '\u0901': '\u0902',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
};

let buffer: Folded = { units: new Uint16Array(1024), offsets: new Int32Array(1025), length: 0 };

let lastTitle: string | null = null;

/** Folds a title of any content and length; an empty title gives length 0. Never throws: a lone surrogate is one unit that matches nothing. */
export function foldTitle(title: string): Folded {
  // Several matchers ask for the same title, one after another.
  if (title === lastTitle) return buffer;
  lastTitle = title;
  const { units: given, length: end } = unitsOf(title);
  if (buffer.units.length < end * 4) {
    buffer = { units: new Uint16Array(end * 8), offsets: new Int32Array(end * 8 + 1), length: 0 };
  }
  const { units, offsets } = buffer;
  let length = 0;
  let previous = space;
  for (let at = 0; at < end; at++) {
    const code = given[at] ?? 0;
    const folded = code >= 0xd800 && code <= 0xdfff ? several : simpleFold[code] || foldUnit(code);
    if (folded !== several) {
      if (folded === space && previous === space) continue;
      units[length] = folded;
      offsets[length++] = at;
      previous = folded;
      continue;
    }
    const pair = code >= 0xd800 && code <= 0xdbff && at + 1 < end && isLowSurrogate(given[at + 1] ?? 0);
    const replacement = pair ? foldAstral(title, at) : (severalFold.get(code) ?? '\ufffd');
    for (let i = 0; i < replacement.length && length < units.length - 1; i++) {
      const unit = replacement.charCodeAt(i);
      if (unit === space && previous === space) continue;
      units[length] = unit;
      offsets[length++] = at;
      previous = unit;
    }
    if (pair) at++;
  }
  offsets[length] = end;
  buffer.length = length;
  return buffer;
}

/** Folds a vocabulary term as titles are folded; '' where nothing is left. A hyphen at its end stays, as a space ("us-"). */
export function foldTerm(term: string): string {
  if (foldedAlready.test(term)) return term;
  const { units, length } = foldTitle(term);
  return isWritten(term, units, length) ? term : String.fromCharCode(...units.subarray(0, length)).trimStart();
}

/** Whether folding has changed nothing, as of most words in small letters. */
function isWritten(term: string, units: Uint16Array, length: number): boolean {
  if (length !== term.length || units[0] === space) return false;
  for (let at = 0; at < length; at++) if (units[at] !== term.charCodeAt(at)) return false;
  return true;
}

/** Whether a folded unit is outside words, inside one, or of a script whose words begin and end otherwise. */
export function classOf(unit: number): number {
  const known = classes[unit] ?? notInWord;
  if (known !== 255) return known;
  const character = String.fromCharCode(unit);
  const found = classOfCharacter(character);
  classes[unit] = found;
  return found;
}

function classOfCharacter(character: string): number {
  if (unspaced.test(character)) return inUnspacedScript;
  if (katakana.test(character)) return inKatakana;
  if (hangul.test(character)) return inHangul;
  return wordy.test(character) ? inWord : notInWord;
}

function foldUnit(code: number): number {
  const plain = simplified.get(code) ?? (foldsToItself(code) ? code : undefined);
  if (plain !== undefined) {
    simpleFold[code] = plain;
    return plain;
  }
  const text = foldCharacter(String.fromCharCode(code));
  const folded = text.length === 1 ? text.charCodeAt(0) : several;
  if (folded === several || folded === unknown) severalFold.set(code, text);
  simpleFold[code] = folded === unknown ? several : folded;
  return simpleFold[code] ?? several;
}

/** Kana, ideographs and Hangul, of which a vocabulary has thousands: nothing of what folding does changes them. */
function foldsToItself(code: number): boolean {
  return (
    (code >= 0x3041 && code < 0x3097) ||
    (code >= 0x30a1 && code < 0x30fb) ||
    (code >= 0x4e00 && code < 0xa000) ||
    (code >= 0xac00 && code < 0xd7a4)
  );
}

function foldAstral(title: string, at: number): string {
  const code = title.codePointAt(at) ?? 0;
  const known = astralFold.get(code);
  if (known !== undefined) return known;
  const folded = foldCharacter(title.slice(at, at + 2));
  if (astralFold.size < astralFoldLimit) astralFold.set(code, folded);
  return folded;
}

function foldCharacter(character: string): string {
  const same = alike[character];
  if (same !== undefined) return same;
  if (spacing.test(character)) return ' ';
  if (invisible.test(character)) return '';
  let text = character.normalize('NFKC').toLowerCase();
  if (accented.test(text)) text = text.normalize('NFD').replace(/\p{M}/gu, '');
  let folded = '';
  for (const part of text) folded += alike[part] ?? (spacing.test(part) ? ' ' : part);
  return folded;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
