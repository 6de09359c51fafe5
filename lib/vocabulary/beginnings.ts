// Where in a folded title a term may begin. Arabic and Hebrew write "and", "for", "in" and "the" onto the word that follows: it begins
// behind them, for a term of a language that does so.
import { classOf, inUnspacedScript, inWord } from '../language/fold.js';
import { languageOf } from '../language/languages.js';

/** How a term begins at a place; `inside` a word, none does. Bits, so that a term may ask for several. */
export const inside = 0;
const atWord = 1;
const behindArabic = 2;
const behindHebrew = 4;

/** The beginnings a term of this language takes; those of a language without a row take all. */
export function beginningsOf(lang: string): number {
  const language = languageOf(lang);
  if (language === undefined) return atWord | behindArabic | behindHebrew;
  return atWord | (language.prefixes === 'Arabic' ? behindArabic : language.prefixes === 'Hebrew' ? behindHebrew : 0);
}

/** How a term would begin at this unit. */
export function beginningAt(units: Uint16Array, at: number): number {
  const unit = units[at] ?? 0;
  const here = classOf(unit);
  if (here === inUnspacedScript) return atWord;
  if (here === 0) return inside;
  if (at === 0 || classOf(units[at - 1] ?? 0) !== here) return atWord;
  if (here !== inWord || !mayFollowPrefix(unit)) return inside;
  if (unit >= arabic) return followsArabicPrefix(units, at) ? behindArabic : inside;
  return unit < behindHebrewLetters && followsHebrewPrefix(units, at) ? behindHebrew : inside;
}

const hebrew = 0x5d0;
const behindHebrewLetters = 0x5eb;
const arabic = 0x600;
const behindArabicLetters = 0x700;

/** Whether a letter may stand behind what is written onto the beginning of its word: none but of Hebrew and Arabic does. */
export function mayFollowPrefix(unit: number): boolean {
  return unit >= hebrew && unit < behindArabicLetters;
}

const arabicClitics = unitsOf('وفبلك');
const alef = 'ا'.charCodeAt(0);
const lam = 'ل'.charCodeAt(0);

/** At most one clitic, then at most one article (al- or ll-). */
function followsArabicPrefix(units: Uint16Array, at: number): boolean {
  const begin = wordBefore(units, at, 5);
  if (begin === -1) return false;
  let position = begin;
  if (arabicClitics.has(units[position] ?? 0) && position < at) position++;
  const article = units[position] === alef || units[position] === lam;
  if (at - position >= 2 && article && units[position + 1] === lam) position += 2;
  else if (at - position === 1 && units[position] === lam) position++;
  return position === at;
}

/** "And", then "that" or "when", then one of "the", "in", "to", "as", "from" and "from the": each may be missing. */
const hebrewPrefix = /^ו?(?:כש|ש)?(?:מה|[הבלכמ])?$/;

function followsHebrewPrefix(units: Uint16Array, at: number): boolean {
  const begin = wordBefore(units, at, 5);
  return begin !== -1 && hebrewPrefix.test(String.fromCharCode(...units.subarray(begin, at)));
}

/** Where the word of this unit begins; -1 where that is more than `most` units before it. */
function wordBefore(units: Uint16Array, at: number, most: number): number {
  let begin = at;
  while (begin > 0 && at - begin < most && classOf(units[begin - 1] ?? 0) === inWord) begin--;
  return begin > 0 && classOf(units[begin - 1] ?? 0) === inWord ? -1 : begin;
}

function unitsOf(letters: string): ReadonlySet<number> {
  return new Set([...letters].map((letter) => letter.charCodeAt(0)));
}
