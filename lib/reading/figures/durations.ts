// Tells a span of time that counts ("72-hour truce", "14 years in prison") from an age, a time of day and an anniversary.
import type { Token } from '../text/tokens.js';
import type { Numeral } from './numerals.js';
import type { FigureTables } from './tables.js';

/** Whether the hours, days, months or years of a number last. Years do only where a sentence, a term or a hyphen says so. */
export function durationCounts(
  tokens: readonly Token[],
  from: number,
  numeral: Numeral,
  unit: string,
  to: number,
  language: FigureTables,
): boolean {
  const { marks } = language;
  const after = tokens[to]?.text === '-' ? to + 1 : to;
  // "return one day": nobody says when, and nothing lasted.
  if (unit === 'days' && numeral.value === 1 && !numeral.digits && tokens[numeral.to]?.text !== '-') return false;
  if (marks.no_duration.at(tokens, after) !== null || marks.no_duration.at(tokens, to) !== null) return false;
  const of = marks.of.at(tokens, to)?.length ?? 0;
  // "Freed after 30 months in jail" says how long, "after 30 months" when.
  const served = marks.served.at(tokens, to) !== null || marks.served.at(tokens, to + of) !== null;
  if (marks.before_no_duration.before(tokens, from) !== null) return served && numeral.value < 99;
  if (unit === 'hours') return !(numeral.value <= 24 && marks.before_clock.before(tokens, from) !== null);
  if (unit !== 'years') return true;
  if (numeral.value > 99) return false;
  const hyphened = tokens[numeral.to]?.text === '-' && tokens[numeral.to]?.glued === true;
  const { sentence } = marks;
  const sentenced = sentence.at(tokens, to) ?? sentence.at(tokens, to + of) ?? sentence.before(tokens, from);
  return served || hyphened || sentenced !== null || isSentence(tokens, from, language);
}

/** Whether the years are those of a sentence that the title tells before them: "Condenan al opositor a 27 años", "سجن وزير كويتي 14 عاما". */
function isSentence(tokens: readonly Token[], from: number, { marks, nounFirst }: FigureTables): boolean {
  const before = tokens[from - 1];
  const joined = before === undefined || /^[aà]$/.test(before.text) || (before.text >= '\u0621' && before.text <= '\u06ff');
  return nounFirst && joined && tokens.some((_, at) => at < from && marks.sentencing.at(tokens, at) !== null);
}
