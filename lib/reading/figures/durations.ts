// Tells a span of time that counts ("72-hour truce", "14 years in prison") from an age, a time of day and an anniversary.
import type { Token } from '../text/tokens.js';
import type { Numeral } from './numerals.js';
import type { Language } from './tables.js';

/** Whether the hours, days, months or years of a number last. Years do only where a sentence, a term or a hyphen says so. */
export function durationCounts(
  tokens: readonly Token[],
  from: number,
  numeral: Numeral,
  unit: string,
  to: number,
  language: Language,
): boolean {
  const after = tokens[to]?.text === '-' ? to + 1 : to;
  if (language.marks.no_duration.at(tokens, after) !== null || language.marks.no_duration.at(tokens, to) !== null) return false;
  if (language.marks.before_no_duration.before(tokens, from) !== null) return false;
  if (unit === 'hours') return !(numeral.value <= 24 && language.marks.before_clock.before(tokens, from) !== null);
  if (unit !== 'years') return true;
  if (numeral.value > 99) return false;
  const hyphened = tokens[numeral.to]?.text === '-' && tokens[numeral.to]?.glued === true;
  const of = language.marks.of.at(tokens, to)?.length ?? 0;
  const sentence = language.marks.sentence;
  return hyphened || sentence.at(tokens, to) !== null || sentence.at(tokens, to + of) !== null || sentence.before(tokens, from) !== null;
}
