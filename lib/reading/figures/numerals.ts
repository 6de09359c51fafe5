// Reads a number that begins at a token: digits as each language groups them, words, and both with their scales: "40 000", "1.5 lakh
// crore", "two dozen", "half a million", "сто сорок шесть", "sechsundzwanzig", "三万". What is no sound number reads as none.
import type { Token } from '../text/tokens.js';
import type { FigureTables } from './tables.js';

export interface Numeral {
  value: number;
  /** The tokens it takes: from its own index to before `to`. */
  to: number;
  /** A collective: "a dozen", "une trentaine". */
  rough: boolean;
  /** Whether it was written in digits, and whether a scale followed. */
  digits: boolean;
  scaled: boolean;
  /** What its scales multiply by: 1e9 of "7 billion", 1 of "700". */
  factor: number;
}

/** In Chinese a scaled number may be followed by a smaller one: "3亿5万2千". */
const mostScales = 4;

/** The number that begins at a token; null where none does, `to` one past it where it is a number but no sound one. */
export function numeralAt(tokens: readonly Token[], index: number, language: FigureTables, scales = mostScales): Numeral | null {
  const token = tokens[index];
  if (token === undefined) return null;
  if (token.sort !== 'number') return spelledAt(tokens, index, language);
  const value = numberOf(token.text, language.pointGroups);
  return scaledFrom(tokens, { value, to: index + 1, rough: false, digits: true, scaled: false, factor: 1 }, language, scales);
}

/** "1,000", "1.000" and "1 000" are a thousand where the language groups so; NaN for dates and versions such as 24.02.2022. */
function numberOf(text: string, pointGroups: boolean): number {
  const plain = text.replaceAll(/['’\s\u00a0\u202f\u2009]/gu, '');
  if (/^\d+$/.test(plain)) return Number(plain);
  if (/^\d{1,3}(?:,\d{2})*,\d{3}$/.test(plain) && !/^0/.test(plain)) return Number(plain.replaceAll(',', ''));
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain) && !/^0/.test(plain)) return Number(plain.replaceAll(',', ''));
  if (pointGroups && /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(plain) && !/^0/.test(plain))
    return Number(plain.replaceAll('.', '').replace(',', '.'));
  return /^\d+[.,]\d+$/.test(plain) ? Number(plain.replace(',', '.')) : Number.NaN;
}

const afterDigits = new Set(['scale', 'about', 'dozens', 'half', 'andhalf', 'scale2']);

/** The number with the scales after it, "and a half" of the last of them, and what Chinese adds: "3万5千". */
function scaledFrom(tokens: readonly Token[], numeral: Numeral, language: FigureTables, scales = mostScales): Numeral {
  let { value, to, rough, scaled } = numeral;
  let last = 1;
  for (let limit = 0; limit < 3; limit++) {
    const hyphen = tokens[to]?.text === '-' && tokens[to + 1]?.sort === 'word' ? 1 : 0;
    const hit = language.numbers.at(tokens, to + hyphen);
    if (
      hit === null ||
      !(afterDigits.has(hit.value.role) || (hit.value.role === 'times' && !language.spaced)) ||
      (hit.value.role === 'half' && language.spaced)
    )
      break;
    if (isNoScale(tokens, to + hyphen, hit.length, language)) break;
    if (hit.value.role === 'andhalf') value += last * hit.value.value;
    else {
      value *= hit.value.value;
      last *= hit.value.value;
    }
    rough ||= hit.value.role === 'about' || hit.value.role === 'dozens';
    scaled ||= hit.value.role !== 'andhalf';
    to += hyphen + hit.length;
    const short = (tokens[to - 1]?.text.length ?? 9) < 5;
    if (short && tokens[to]?.text === '.' && tokens[to]?.glued && tokens[to + 1] !== undefined) to++;
  }
  const next = tokens[to];
  if (!language.spaced && scaled && scales > 1 && next?.sort === 'number' && next.glued) {
    const rest = numeralAt(tokens, to, language, scales - 1);
    if (rest !== null && rest.value < value) return { ...rest, value: value + rest.value, digits: true };
  }
  return { ...numeral, value: rounded(value), to, rough, scaled, factor: last };
}

/** Whether what reads as a scale begins a model or a unit: "1,000 K2 tanks", "5150兆瓦". */
function isNoScale(tokens: readonly Token[], at: number, length: number, { units, spaced }: FigureTables): boolean {
  if (!spaced) return (units.at(tokens, at)?.length ?? 0) > length;
  const next = tokens[at + 1];
  return length === 1 && next?.sort === 'number' && next.glued;
}

/** Without the dust of floating point: 1.1e9, not 1100000000.0000002. */
function rounded(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(12));
}

function spelledAt(tokens: readonly Token[], index: number, language: FigureTables): Numeral | null {
  const compound = language.german ? germanNumber(tokens[index]?.text ?? '') : 0;
  if (compound > 0)
    return scaledFrom(tokens, { value: compound, to: index + 1, rough: false, digits: false, scaled: false, factor: 1 }, language);
  const sum = { total: 0, section: 0, current: 0 };
  let to = index;
  let rough = false;
  let any = false;
  let lastScale = 1;
  let factor = 1;
  let joined = false;
  let half = false;
  let dual = false;
  for (let at = index; at < index + 16; ) {
    const hit = language.numbers.at(tokens, at);
    if (hit === null || (at > index && !language.spaced && tokens[at]?.glued === false)) break;
    const { role, value } = hit.value;
    // "T-90" is no trillion.
    if (!any && role === 'scale' && language.spaced && (tokens[at]?.text.length ?? 0) < 3) return null;
    if (role === 'andhalf') {
      if (!any) return null;
      if (half) break;
      sum.current += value * (sum.current === 0 || dual ? lastScale : 1);
      half = true;
      at += hit.length;
      to = at;
      continue;
    }
    // "Two and a half million": only a scale goes on, and only where none came before.
    if (half && (!role.startsWith('scale') || sum.total > 0)) break;
    if (role === 'and') {
      if (!any || language.numbers.at(tokens, at + hit.length) === null) break;
      at += hit.length;
      joined = true;
      continue;
    }
    const and = (tokens[at]?.text ?? '').startsWith('و');
    if (!add(sum, role, value, and)) {
      if (any && (joined || and)) break;
      return any && !language.spaced ? { ...unsound, to: at + 1 } : null;
    }
    joined = false;
    rough ||= role === 'about' || role === 'dozens';
    if (role.startsWith('scale')) {
      lastScale = value;
      factor *= value;
    }
    // Arabic has a word for two millions.
    dual = role === 'whole' && value >= 2000;
    if (dual) lastScale = value / 2;
    any = true;
    at += hit.length;
    to = at;
  }
  const value = sum.total + sum.section + sum.current;
  if (!any || value < 1) return null;
  return { value: rounded(value), to, rough, digits: false, scaled: sum.total > 0, factor };
}

const unsound = { value: Number.NaN, rough: false, digits: false, scaled: false, factor: 1 };

/** Adds a word to the sum; false where it cannot follow what stands there: "two three", "九三". `joined`: with an Arabic "and". */
function add(sum: { total: number; section: number; current: number }, role: string, value: number, joined: boolean): boolean {
  const before = sum.section + sum.current;
  if (role === 'scale' || role === 'scale2') {
    if (before === 0 && sum.total > 0) sum.total *= value;
    else sum.total += (before || (role === 'scale2' ? 2 : 1)) * value;
    sum.section = 0;
    sum.current = 0;
  } else if (role === 'times') {
    if (sum.section > 0 && sum.section < value && sum.current === 0) sum.section *= value;
    else sum.section += (sum.current || 1) * value;
    sum.current = 0;
  } else if (role === 'about' || role === 'dozens') {
    if (role === 'dozens' && before === 0) return false;
    sum.current = (before || 1) * value;
    sum.section = 0;
  } else if (role === 'half' || role === 'whole') {
    if (before > 0 || sum.total > 0) return false;
    sum.current = value;
  } else {
    const onesFirst = joined && role === 'ten' && sum.current % 100 < 10;
    const limit = value < 10 ? 10 : value < 20 && sum.current >= 60 ? 20 : 100;
    if (role === 'hundred' ? before > 0 : !onesFirst && sum.current > 0 && sum.current % limit !== 0) return false;

    sum.current += value;
  }
  return true;
}

const germanOnes =
  'ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'.split(' ');
const germanTens = ['zwanzig', 'dreißig', 'vierzig', 'fünfzig', 'sechzig', 'siebzig', 'achtzig', 'neunzig'];

/** "hundert" and "tausend". */
const shortestGerman = 7;

/** "sechsundzwanzig", "zweihundertfünfzig", "zehntausend"; 0 for any other word and for one that is no compound. */
export function germanNumber(word: string): number {
  if (word.length < shortestGerman || word.length > 60 || !/(?:zig|ßig|hundert|tausend)|und/.test(word)) return 0;
  const parts = /^(?:(.+?)tausend)?(?:(.*?)hundert)?(?:und)?(.*)$/.exec(word);
  if (parts === null) return 0;
  const [, thousands, hundreds, rest = ''] = parts;
  if (thousands === undefined && hundreds === undefined && !rest.includes('und')) return 0;
  const factor = (text: string | undefined): number =>
    text === undefined ? 0 : text === '' ? 1 : germanNumber(text) || underHundred(text);
  const high = factor(thousands) * 1000 + factor(hundreds) * 100;
  const low = rest === '' ? 0 : underHundred(rest);
  const bad =
    (thousands !== undefined && factor(thousands) === 0) ||
    (hundreds !== undefined && factor(hundreds) === 0) ||
    (rest !== '' && low === 0);
  return bad ? 0 : high + low;
}

function underHundred(word: string): number {
  const one = germanOnes.indexOf(word) + 1;
  if (one > 0) return one;
  const joined = /^(?:(.+)und)?(.+?)$/.exec(word);
  const ten = germanTens.indexOf(joined?.[2] ?? '');
  if (ten < 0) return 0;
  const small = joined?.[1] === undefined ? 0 : germanOnes.indexOf(joined[1]) + 1;
  return joined?.[1] !== undefined && (small < 1 || small > 9) ? 0 : (ten + 2) * 10 + small;
}
