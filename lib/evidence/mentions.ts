// Where a name stands in a text as words of its own: "Post" not in "Postal". Names are looked for by the hundred in each sentence, so no
// pattern is made for one that does not occur.

const letterBefore = /[\p{L}\p{N}]$/u;
const letterBehind = /^[\p{L}\p{N}]/u;

/** Where `name` begins in `text`, to the letter, in order; empty where it does not stand there, or is empty. */
export function mentionsOf(text: string, name: string): number[] {
  const found: number[] = [];
  if (name === '') return found;
  for (let at = text.indexOf(name); at !== -1; ) {
    const stands = standsAlone(text, at, at + name.length);
    if (stands) found.push(at);
    at = text.indexOf(name, stands ? at + name.length : at + 1);
  }
  return found;
}

/** The text with `by` in place of each mention of `name`, to the letter. */
export function replaceMentions(text: string, name: string, by: string): string {
  return mentionsOf(text, name).reduceRight((left, at) => left.slice(0, at) + by + left.slice(at + name.length), text);
}

/** The text with spaces in place of every mention of the names, in capitals or not; a name of nothing but spaces is none. */
export function withoutNames(text: string, names: readonly string[]): string {
  let left = text;
  let folded = evenCase(text);
  for (const name of names) {
    const looked = name.trim();
    if (looked === '' || !folded.includes(evenCase(looked))) continue;
    left = left.replace(anyCase(looked), (found) => ' '.repeat(found.length));
    folded = evenCase(left);
  }
  return left;
}

function standsAlone(text: string, start: number, end: number): boolean {
  return !letterBefore.test(text.slice(Math.max(0, start - 2), start)) && !letterBehind.test(text.slice(end, end + 2));
}

function anyCase(name: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'giu');
}

/** What differs in capitals only becomes the same, also where a letter has two small forms (s and ſ). */
function evenCase(text: string): string {
  return text.toUpperCase().toLowerCase();
}
