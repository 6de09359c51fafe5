// Reads a sum of money: the currency's sign before the number or its name after it, and what the sum is for.
import type { Token } from '../text/tokens.js';
import type { Numeral } from './numerals.js';
import type { FigureTables } from './tables.js';
import { answerOnce, holds, type Title } from './title.js';

interface Sum {
  unit: string;
  /** The tokens it takes, from before the number to after the name. */
  from: number;
  to: number;
}

/** The currency of a number; null where it has none, `undecided` where it has one that no place settles. */
export function currencyOf(at: Title, index: number, numeral: Numeral): Sum | 'undecided' | null {
  const { tokens, language, title } = at;
  const sign = numeral.digits ? codeOnly(language.signs.before(tokens, index), tokens, index, title) : null;
  const after = afterOf(tokens, numeral.to, language);
  const name = codeOnly(language.money.at(tokens, after), tokens, after, title);
  if (sign !== null && isAbbreviation(tokens[index - 1], numeral)) return null;
  if (sign !== null) return settled(sign.value, index - sign.length, numeral.to, at);
  if (name === null || (name.value === 'KRW' && numeral.value < 1000)) return null;
  return settled(name.value, index, after + name.length, at);
}

/** Past a hyphen or "of": "25-milliard-euro", "450 millions de dollars", "2,5 milliards d'euros". */
function afterOf(tokens: readonly Token[], from: number, language: FigureTables): number {
  let at = from;
  if (tokens[at]?.text === '-') return at + 1;
  for (let limit = 0; limit < 2; limit++) {
    const hit = language.marks.of.at(tokens, at);
    if (hit === null) break;
    at += hit.length;
  }
  return at;
}

/** A code such as TRY or MAD counts only in capitals: in lower case it is a word. */
function codeOnly<Hit extends { length: number } | null>(hit: Hit, tokens: readonly Token[], index: number, title: string): Hit | null {
  if (hit === null || hit.length > 1) return hit;
  for (const token of [tokens[index], tokens[index - 1]]) {
    if (token?.sort !== 'word' || !/^[a-z]{3}$/.test(token.text)) continue;
    const written = title.slice(token.start, token.end);
    if (codes.has(token.text) && written !== written.toUpperCase()) return null;
  }
  return hit;
}

/** "COP31" is a conference and "ALL 12" a word: codes that mean something else want a sum that no other thing has. */
function isAbbreviation(token: Token | undefined, { scaled, value }: Numeral): boolean {
  return token !== undefined && abbreviations.has(token.text) && !scaled && value < 1000;
}

const abbreviations = new Set(['all', 'try', 'mad', 'cop', 'pen', 'sar', 'ron', 'cad', 'rub', 'top', 'ars', 'php', 'nis', 'inr']);

/** "9-Euro-Ticket", "$1 houses", "1,17 dollar": what costs so little is a name, not a sum of states; a scale makes it one. */
export function isPriceTag(tokens: readonly Token[], numeral: Numeral, to: number, purpose: string): boolean {
  if (numeral.scaled) return false;
  // "1,17 dollar" is what a euro costs.
  if (numeral.value < 10 && !Number.isInteger(numeral.value)) return true;
  if (tokens[to]?.text === '-' && tokens[to]?.glued && tokens[to + 1]?.sort === 'word' && tokens[numeral.to]?.text === '-') return true;
  return numeral.value < 1000 && ofStates.has(purpose);
}

const ofStates = new Set(['trade', 'aid', 'loan', 'arms', 'budget', 'investment', 'assets']);

const codes = new Set(
  'all try mad cop pen php sar aed usd eur gbp cad aud nis ils ron huf dkk sek nok pln ars clp dzd kes inr idr rub'.split(' '),
);

function settled(unit: string, from: number, to: number, title: Title): Sum | 'undecided' {
  if (unit !== unit.toLowerCase()) return { unit, from, to };
  const { tokens, language } = title;
  const place = language.places.get(unit);
  if (place === undefined) return 'undecided';
  const found = answerOnce(title, unit, () => new Set(tokens.flatMap((_, at) => place.terms.at(tokens, at)?.value ?? [])));
  const [only] = found.size === 0 ? [place.otherwise] : found;
  return found.size > 1 || only === null || only === undefined ? 'undecided' : { unit: only, from, to };
}

const purposes = ['fine', 'loan', 'aid', 'arms', 'assets', 'investment', 'trade', 'budget'] as const;

/** What a sum is for, where the title says so: the first of the purposes that any word of it names; "sum" where none does. */
export function purposeOf(title: Title): string {
  return purposes.find((purpose) => holds(title, purpose)) ?? 'sum';
}
