// Whether a sentence turns the time from which something holds into the one until which it does, or the other way round.
import type { Told } from './told.js';

const words = (list: string): string => `(?:${list})\\s?(?:(?:the|le|la|el|dem|den|der|года?|عام|سنة|mid|end of|early|late)\\s)?`;

/** Words before a time from which on, and until which, something holds. */
const from = words(
  'from|starting(?: in)?|as of|since|ab|seit|à partir de|dès|depuis|desde|a partir de|начиная с|с|从|自|اعتبارا من|منذ|ابتداء من',
);
const until = words("until|till|through|up to|bis|jusqu'en|jusqu'à|jusqu'au|hasta|до|по|至|到|截至|حتى|لغاية");
const years = /(?:19|20)\d\d/g;

function stands(text: string, before: string, time: string): boolean {
  return new RegExp(`(?<!\\p{L})${before}${time}`, 'iu').test(text) || (before === from && new RegExp(`${time}年?起`, 'u').test(text));
}

/** The first year given the other sense, told as a reason; null where there is none. */
export function otherEnd(own: Told, titles: readonly Told[]): string | null {
  for (const [year] of own.text.matchAll(years))
    for (const [mine, other, what] of [
      [until, from, 'until'],
      [from, until, 'from'],
    ] as const) {
      if (!stands(own.text, mine, year) || stands(own.text, other, year)) continue;
      if (titles.some(({ text }) => stands(text, other, year)) && !titles.some(({ text }) => stands(text, mine, year)))
        return `says "${what} ${year}" where the cited titles say the contrary`;
    }
  return null;
}
