// Tells whether the noun that stands by a number is what it counts.
import type { Token } from '../text/tokens.js';
import type { Noun } from './counts.js';
import { durationCounts } from './durations.js';
import type { Numeral } from './numerals.js';
import type { FigureTables } from './tables.js';
import type { Title } from './title.js';

const wholeUnits = new Set([
  'people',
  'seats',
  'jobs',
  'missiles',
  'drones',
  'aircraft',
  'ships',
  'vehicles',
  'shells',
  'warheads',
  'states',
]);

/** Whether the noun by a number is what it counts, and in a unit that such a count can have. */
export function believed(
  { tokens, language }: Title,
  index: number,
  { from, qualifier }: { from: number; qualifier: string },
  numeral: Numeral,
  { unit: { unit, what }, distance, to }: Noun,
): boolean {
  if (unit === 'barrels' && !isOil(tokens, to, language)) return false;
  // "The 1,000 Days programme" has a name.
  if (language.marks.programme.at(tokens, to) !== null && tokens[to - 1]?.capital && qualifier === 'exact') return false;
  if (['hours', 'days', 'months', 'years'].includes(unit)) return durationCounts(tokens, from, numeral, unit, to, language);
  if (wholeUnits.has(unit) && !Number.isInteger(numeral.value)) return false;
  const glued = tokens[numeral.to]?.glued && tokens[numeral.to]?.sort === 'word' && tokens[index]?.sort === 'number';
  if (glued && distance > 0 && !numeral.scaled) return false;
  if (numeral.digits) return true;
  if (numeral.value === 1) return distance === 0 && ['killed', 'wounded', 'missing'].includes(what);
  if (language.spaced) return distance <= 2;
  // "五十万罗兴亚人": so many can only be counted.
  if (unit === 'people' && numeral.factor >= 10_000) return true;
  // A measure word between the number and the noun says that it is counted.
  return distance === 0 || language.units.at(tokens, numeral.to)?.value.weak === true || tokens[numeral.to]?.text === '个';
}

/** A barrel of anything else measures no oil. */
function isOil(tokens: readonly Token[], to: number, { marks }: FigureTables): boolean {
  const of = marks.of.at(tokens, to);
  const next = of === null ? undefined : tokens[to + of.length];
  return (
    next?.sort !== 'word' ||
    /^(?:oil|crude|brent|russian|saudi|iran|heavy|light|fuel|petrol|pétr|petr|brut|cru|öl|rohöl|нефт|greggio)/.test(next.text)
  );
}
