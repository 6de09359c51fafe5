// What tells one of a series from the next: the 28th convoy is not the 27th, and an attack of this night is not that of the night before, however
// alike both are told.
import type { NewsTitle } from './features.js';

/** Things of a row come by number, and what is counted stands soon behind it: "the 27th humanitarian aid convoy". */
const ordinals = /(?<![\p{L}\p{N}(])(\d{1,3})(?:st|nd|rd|th)(?![\p{L}\p{N}])(?<counted>(?:[\s"“”„'’«»-]+\p{L}[\p{L}\p{N}’'-]*){1,5})/gu;
/** Here ends what an ordinal may count, and nothing of a row is told by what goes on or is remembered. */
const ends = new Set('of to in for on at from as with by after before amid against and since into over'.split(' '));
const noSeries =
  /^(?:days?|nights?|weeks?|months?|years?|hours?|times?|ld|lead|anniversary|birthday|century|place|minute|straight|consecutive|largest|biggest)$/u;

const strikes: ReadonlySet<string> = new Set(['strike', 'attack', 'sabotage']);
const nightly =
  /(?<!\p{L})(?:overnight|(?:dans|durant|pendant|cette) (?:la )?nuit|über Nacht|in der Nacht|nächtlich\p{L}*|durante la noche|(?:de|esta) madrugada|nella notte|durante a noite|ночью|за ночь|ночн\p{L}+|в ночь на|вночі)(?!\p{L})|凌晨|一夜|夜间/iu;
/** Later in a day the night that is told of may be the one that begins. */
const latestHour = 17;
const dayMs = 24 * 3_600_000;
/** One for all headlines that tell of no series. */
const none: readonly string[] = [];

/** What of a series a headline tells, as "what number"; `timed`: whether its time is known. */
export function serialsOf(
  { text, at, mechanisms, acts }: Pick<NewsTitle, 'text' | 'at' | 'mechanisms' | 'acts'>,
  timed: boolean,
): readonly string[] {
  const found = new Set<string>();
  for (const { 1: number = '', groups } of text.matchAll(ordinals))
    for (const word of countedBy(groups?.['counted'] ?? '')) found.add(`${word} ${number}`);
  const isStrike = mechanisms.some((mechanism) => strikes.has(mechanism)) || acts.some(({ action }) => action === 'attack');
  if (timed && isStrike && nightly.test(text) && at.getUTCHours() < latestHour) found.add(`night ${Math.floor(at.getTime() / dayMs)}`);
  return found.size === 0 ? none : [...found];
}

function countedBy(text: string): string[] {
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{N}]*/gu) ?? [];
  const end = words.findIndex((word) => ends.has(word));
  const counted = end < 0 ? words : words.slice(0, end);
  return counted.some((word) => noSeries.test(word)) ? [] : counted.map((word) => word.replace(/s$/, ''));
}

/** Whether both tell of one series and of other numbers of it. */
export function areOtherInSeries(one: readonly string[], other: readonly string[]): boolean {
  return one.some((serial) => {
    const what = serial.slice(0, serial.lastIndexOf(' ') + 1);
    const numbers = other.filter((another) => another.startsWith(what));
    return numbers.length > 0 && !one.some((mine) => mine.startsWith(what) && numbers.includes(mine));
  });
}

/** Whether what tells it from others of its series is the night it is of. */
export function isNight(serial: string): boolean {
  return serial.startsWith('night ');
}
