// Takes counts, days, languages and titles, leaves the English words for them. Guards against digits that no title holds: what
// the record itself counts is written out.
import { languageOf } from '../../lib/language/languages.js';

const small =
  'no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'.split(
    ' ',
  );
const months = 'January February March April May June July August September October November December'.split(' ');
/** Languages that the table does not have. */
const others = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** A count as words: 3 is "three", 45 "forty-five", beyond 99 "more than a hundred". */
export function inWords(count: number): string {
  if (count > 99) return 'more than a hundred';
  const word = small[count];
  if (word !== undefined) return word;
  const one = small[count % 10];
  return `${tens[Math.floor(count / 10)]}${count % 10 === 0 ? '' : `-${one}`}`;
}

/** The first and last day of the times (ISO 8601, UTC): "on the tenth of March", "from the tenth to the twelfth of March". */
export function daysInWords(times: readonly string[]): string {
  const days = [...times].sort().map((time) => new Date(time));
  const [first, last] = [days.at(0), days.at(-1)];
  if (first === undefined || last === undefined) return 'on an unknown day';
  const day = (at: Date): string => `the ${ordinals[at.getUTCDate() - 1]}`;
  const month = (at: Date): string => `of ${months[at.getUTCMonth()]}`;
  if (first.toISOString().slice(0, 10) === last.toISOString().slice(0, 10)) return `on ${day(first)} ${month(first)}`;
  return month(first) === month(last)
    ? `from ${day(first)} to ${day(last)} ${month(last)}`
    : `from ${day(first)} ${month(first)} to ${day(last)} ${month(last)}`;
}

/** "German" for de; "another language" for a code that names none. */
export function languageInWords(code: string): string {
  return /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(code)
    ? (languageOf(code)?.name ?? others.of(code.slice(0, code.search(/-|$/))) ?? 'another language')
    : 'another language';
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
