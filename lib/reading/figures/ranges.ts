// Ranges of numbers ("from 12 to 17", "10-12"), told apart from changes ("rises from 12 to 17").
import type { Token } from '../text/tokens.js';
import { type Numeral, numeralAt } from './numerals.js';
import { changes } from './surroundings.js';
import type { Language } from './tables.js';
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
      const goes = reach !== null && (ahead > at || changes(tokens, index, language));
      if (goes && numeralAt(tokens, ahead + reach.length, language)?.digits) return 'change';
    }
  }
  const second = afterJoint(tokens, at, opened, language);
  if (second === null || !Number.isFinite(second.value)) return null;
  if (opened && changes(tokens, index, language)) return 'change';
  const tight =
    ['-', '–', '~', '至', '到', '—'].includes(tokens[at]?.text ?? '') || (at === first.to && plainTo.has(tokens[at]?.text ?? ''));
  return (opened || tight) && second.value > first.value ? second : null;
}

/** The number after "and", "to" or a hyphen, past the currency sign of its own; Arabic writes its "and" onto the number. */
function afterJoint(tokens: readonly Token[], at: number, opened: boolean, language: Language): Numeral | null {
  if (opened && tokens[at]?.sort === 'word' && tokens[at]?.text.startsWith('و') && (tokens[at]?.text.length ?? 0) > 2)
    return numeralAt(tokens, at, language);
  const joint = language.marks.to.at(tokens, at);
  if (joint === null) return null;
  const sign = language.signs.at(tokens, at + joint.length)?.length ?? 0;
  return numeralAt(tokens, at + joint.length + sign, language);
}

const plainTo = new Set(['bis', 'à', 'to', 'a', 'до', 'الى']);
