// Ranges of numbers ("from 12 to 17", "10-12"), told apart from changes ("rises from 12 to 17").

import type { Token } from '../text/tokens.js';
import type { Figure } from './figure.js';
import { type Numeral, numeralAt } from './numerals.js';
import { risesOrFalls } from './surroundings.js';
import type { FigureTables } from './tables.js';
import type { Title } from './title.js';

/** The upper end of a range that begins with a number; null where it is none, `change` where something goes from the one to the other. */
export function upperEnd({ tokens, language }: Title, index: number, first: Numeral): Numeral | 'change' | null {
  const sign = language.signs.before(tokens, index)?.length ?? 0;
  const opened = language.marks.between.before(tokens, index - sign) !== null;
  let at = first.to;
  if (opened) {
    const unit = language.units.at(tokens, at) ?? language.money.at(tokens, at);
    if (unit !== null) at += unit.length;
    for (let ahead = at; ahead < at + 4; ahead++) {
      const reach = language.marks.reach.at(tokens, ahead);
      const goes = reach !== null && (ahead > at || risesOrFalls(tokens, index, language));
      if (goes && numeralAt(tokens, ahead + reach.length, language)?.digits) return 'change';
    }
  }
  const second = afterJoint(tokens, at, opened, language);
  if (second === null || !Number.isFinite(second.value)) return null;
  if (opened && risesOrFalls(tokens, index, language)) return 'change';
  const tight =
    ['-', '–', '~', '至', '到', '—'].includes(tokens[at]?.text ?? '') || (at === first.to && plainTo.has(tokens[at]?.text ?? ''));
  return (opened || tight) && second.value > first.value ? second : null;
}

/** The number after "and", "to" or a hyphen, past the currency sign of its own; Arabic writes its "and" onto the number. */
function afterJoint(tokens: readonly Token[], at: number, opened: boolean, language: FigureTables): Numeral | null {
  if (opened && tokens[at]?.sort === 'word' && tokens[at]?.text.startsWith('و') && (tokens[at]?.text.length ?? 0) > 2)
    return numeralAt(tokens, at, language);
  const joint = language.marks.to.at(tokens, at);
  if (joint === null) return null;
  const sign = language.signs.at(tokens, at + joint.length)?.length ?? 0;
  return numeralAt(tokens, at + joint.length + sign, language);
}

const plainTo = new Set(['bis', 'à', 'to', 'a', 'до', 'الى']);

/** The number of all of whom the first is a part: "108 of the 113 seats"; null where none follows. */
export function wholeAfter(tokens: readonly Token[], first: Numeral, language: FigureTables): Numeral | null {
  const of = language.marks.out_of.at(tokens, first.to);
  if (of === null) return null;
  const article = language.marks.skip.at(tokens, first.to + of.length)?.length ?? 0;
  const whole = numeralAt(tokens, first.to + of.length + article, language);
  return whole !== null && whole.value > first.value ? whole : null;
}

/** "One in five", "3 of 10" tell a share of something larger, and count nobody. */
export function isRatio(part: Numeral, whole: Numeral): boolean {
  return part.value === 1 || whole.value <= 10 || (whole.value === 100 && part.value < 100);
}

/** "113席中的108席": what a part is taken of stands before it. */
export function isWholeBefore(tokens: readonly Token[], to: number, { spaced }: FigureTables): boolean {
  if (spaced || tokens[to]?.text !== '中') return false;
  return tokens[to + 1]?.sort === 'number' || (tokens[to + 1]?.text === '的' && tokens[to + 2]?.sort === 'number');
}

const launched = new Set(['drones', 'missiles', 'aircraft', 'shells', 'ships']);

/** Of arms also all are told of whom a part is: "64 of 90 drones downed". Seats and people of a whole are only the part. */
export function wholeOf(part: Figure, value: number): Figure | null {
  return launched.has(part.unit) ? { ...part, value, qualifier: 'exact' } : null;
}
