// Counts and titles in English words. What the record itself counts is written out, for a digit in a sentence must stand in a title.

const small =
  'no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
/** A count as words: 3 is "three", 45 "forty-five", beyond 99 "more than a hundred". */
export function countInWords(count: number): string {
  if (count > 99) return 'more than a hundred';
  const word = small[count];
  if (word !== undefined) return word;
  const one = small[count % 10];
  return `${tens[Math.floor(count / 10)]}${count % 10 === 0 ? '' : `-${one}`}`;
}

/** The beginning of a title to the letter, cut between words where it is longer than `length` characters; `cut` says whether it was. */
export function excerpt(title: string, length: number): { text: string; cut: boolean } {
  const whole = title.trim();
  if (whole.length <= length) return { text: whole, cut: false };
  const head = whole.slice(0, length + 1);
  const words = head.slice(0, head.search(/\s\S*$/u));
  const text = words.length > length / 3 ? words.trimEnd() : [...whole.slice(0, length)].slice(0, -1).join('');
  return { text, cut: true };
}
