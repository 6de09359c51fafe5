// Patterns that find lists of words as whole words in a title of any language. Chinese words stand anywhere, all others between letters
// of no word.

const unspaced = /^\p{Script=Han}/u;
const notInWord = '(?<![\\p{L}\\p{N}])';
const endOfWord = '(?![\\p{L}\\p{M}])';

/**
 * The alternatives of a list of words separated by spaces, for use inside another pattern; `*` is any ending, `_` a space.
 * Each class of letters is written once, because patterns that repeat it for each word take long to compile.
 */
function alternatives(words: string): string {
  const list = words.split(' ').sort((a, b) => b.length - a.length);
  const free = list.filter((word) => unspaced.test(word) || /[%$€£¥₽]$/.test(word));
  const whole = list.filter((word) => !free.includes(word) && !word.endsWith('*'));
  const stems = list.filter((word) => !free.includes(word) && word.endsWith('*'));
  const bound = [...(stems.length > 0 ? [`${eitherOf(stems)}\\p{L}*`] : []), ...(whole.length > 0 ? [eitherOf(whole)] : [])];
  const parts = [...(bound.length > 0 ? [`(?:${bound.join('|')})${endOfWord}`] : []), ...(free.length > 0 ? [eitherOf(free)] : [])];
  return `(?:${parts.join('|')})`;
}

function eitherOf(words: readonly string[]): string {
  return `(?:${words
    .map((word) =>
      word
        .replaceAll(/[.$^+?()[\]{}|\\/]/g, '\\$&')
        .replace(/\*$/, '')
        .replaceAll('_', '\\s'),
    )
    .join('|')})`;
}

/**
 * A pattern that finds any word of the list in a lowered title. Titles are lowered instead of matched without regard to case,
 * because Unicode patterns with the flag `i` take hundreds of milliseconds to compile.
 */
export function anyWord(words: string, flags = ''): RegExp {
  const list = words.split(' ');
  const free = list.filter((word) => unspaced.test(word));
  const bound = list.filter((word) => !unspaced.test(word));
  const parts = [bound.length > 0 ? notInWord + alternatives(bound.join(' ')) : '', free.length > 0 ? alternatives(free.join(' ')) : ''];
  return new RegExp(parts.filter((part) => part !== '').join('|'), `u${flags}`);
}

/** The title in lower case, each letter where it stood: one whose lower case is longer stays as it is. */
export function lowered(title: string): string {
  return title.replaceAll(/\p{Lu}/gu, (letter) => {
    const lower = letter.toLowerCase();
    return lower.length === letter.length ? lower : letter;
  });
}
