// Whether one headline is another in other words. Feeds put new stories under old GUIDs and links, and a story taken for a rewording is
// lost: so in doubt it is another story.
import { frequentIn } from '../../language/frequent-words.js';

/**
 * True where most words are shared, or all of the shorter headline stand in the longer. Inflected forms of a word count as one, words
 * that stand in most headlines hardly at all. Languages without blanks are cut into words by their dictionaries (Unicode UAX 29, ICU).
 */
export function isRewording(norm: string, other: string): boolean {
  if (norm === other) return true;
  const [one = [], two = []] = [wordsOf(norm), wordsOf(other)].sort((a, b) => a.length - b.length);
  const left = [...two];
  let shared = 0;
  for (const word of one) {
    const at = left.findIndex((candidate) => isSameWord(word, candidate));
    if (at === -1) continue;
    shared += Math.min(weightOf(word), weightOf(left[at] ?? word));
    left.splice(at, 1);
  }
  const [shorter, longer] = [weigh(one), weigh(two)];
  return shared > 0 && (shared >= Math.min(shorter, longer) || 4 * shared > shorter + longer);
}

/** Made when two titles are first compared, which most runs never do: the first of a process reads ICU's rules. */
let words: Intl.Segmenter | undefined;

function wordsOf(norm: string): string[] {
  const found: string[] = [];
  words ??= new Intl.Segmenter('en', { granularity: 'word' });
  for (const { segment, isWordLike } of words.segment(norm)) if (isWordLike) found.push(root(segment));
  return found;
}

/** Without what Arabic and Hebrew write before a word as part of it: and, the, in, for. */
function root(word: string): string {
  if (/^\p{sc=Arabic}/u.test(word)) return word.replace(/^[وف]?(?:[بكل]?ال|لل)(?=.{3})/u, '').replace(/\p{M}+/gu, '');
  return /^\p{sc=Hebrew}/u.test(word) ? word.replace(/^ו?[הבלמ](?=.{3})/u, '') : word;
}

/** The same word, or two forms of it: most of the longer is their common beginning. */
function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  if (/\p{N}/u.test(one + other)) return false;
  let same = 0;
  while (same < one.length && same < other.length && one[same] === other[same]) same++;
  return same >= (isDense.test(one) ? 2 : 4) && same >= 0.6 * Math.max(one.length, other.length);
}

/** Scripts in which two characters make a word. */
const isDense = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;
/** A word that says next to nothing. */
const lightWeight = 0.25;

function weightOf(word: string): number {
  return frequentIn.has(word) || (word.length === 1 && !/\p{N}/u.test(word)) || lightArabic.has(word) ? lightWeight : 1;
}

const lightArabic = new Set('في من على إلى عن مع بعد قبل أن إن ما لا هذا هذه التي الذي بين ضد حول خلال'.split(' '));

function weigh(all: readonly string[]): number {
  return all.reduce((sum, word) => sum + weightOf(word), 0);
}
