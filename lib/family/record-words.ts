// Words for what the record itself knows of a headline, its day and its language: written out, so that no digit stands that no title has.
import { languageOf } from '../language/languages.js';

const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'.split(
    ' ',
  );
const months = 'January February March April May June July August September October November December'.split(' ');
/** Languages that the table does not have. Made when one comes: to make it is a tenth of a process's start. */
let others: Intl.DisplayNames | undefined;

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
  if (!/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(code)) return 'another language';
  const known = languageOf(code)?.name;
  if (known !== undefined) return known;
  others ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  return others.of(code.slice(0, code.search(/-|$/))) ?? 'another language';
}
