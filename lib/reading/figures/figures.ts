// Reads the figures of a headline: what it counts, in which unit, how exactly. A number whose noun or currency is not certain is left
// out: ages, dates, names, scores and articles count nothing.

import { keepLast } from '../../language/keep-last.js';
import { languageOf } from '../../language/languages.js';
import { lowerCase } from '../../language/lower-case.js';
import { type Looks, makeLooks } from '../text/looks.js';
import { type Token, tokensOf } from '../text/tokens.js';
import { believed } from './belief.js';
import { countedToll, lossAfter, lossBefore, type Noun, nounAfter, standsBare } from './counts.js';
import type { Figure } from './figure.js';
import { currencyOf, isPriceTag, purposeOf } from './money.js';
import { germanNumber, type Numeral, numeralAt } from './numerals.js';
import { isRatio, isWholeBefore, upperEnd, wholeAfter, wholeOf } from './ranges.js';
import { countsNothing, looksLikeYear, qualifierOf, risesOrFalls } from './surroundings.js';
import { type FigureTables, readFigureTables, type Unit } from './tables.js';
import { holds, type Title } from './title.js';
import { asTold } from './untold.js';

/** Reads the tables of a folder once and gives the reader: the figures of a title in their order, none where it counts nothing. */
export function makeFigureReader(folder: string, looks: Looks = makeLooks()): (title: string, lang: string) => Figure[] {
  const tablesOf = readFigureTables(folder, looks);
  const spaceGroups = keepLast((lang) => languageOf(lang)?.thousands.includes(' ') === true);
  return (title, lang) => {
    const language = tablesOf(lang);
    if (!tokensOf(title).some(isNumber) && !mayCount(title, language)) return [];
    return read({ tokens: tokensOf(title, spaceGroups(lang)), title, language, asked: null });
  };
}

function isNumber({ sort }: Token): boolean {
  return sort === 'number';
}

/** Whether a title without digits may hold a word that begins a number: a first look, which lets a few others through. */
function mayCount(title: string, { starts, spaced, german }: FigureTables): boolean {
  if (!spaced) return /[二两兩三四五六七八九十百千万萬亿億]/u.test(title);
  const { lower } = lowerCase(title);
  let from = 0;
  let isLatin = true;
  for (let at = 0; at <= lower.length; at++) {
    const code = lower.charCodeAt(at);
    if ((code >= 97 && code <= 122) || (code >= 0xc0 && !(code >= 0x2000 && code < 0x2070))) {
      if (code >= cyrillic) isLatin = false;
      continue;
    }
    const word = at - from > 1 ? lower.slice(from, at) : '';
    if (word !== '' && (starts.has(word) || (german && word.length > 6 && germanNumber(word) > 0) || (!isLatin && unusual.test(word))))
      return true;
    from = at + 1;
    isLatin = true;
  }
  return false;
}

/** Letters that a token has in another form than the title, and Arabic words that may have something written onto them. */
const unusual = /[ёآأإى]|^[وفبلك]/;
/** In scripts before this one no letter is one of them. */
const cyrillic = 0x400;

function read(at: Title): Figure[] {
  const figures: Figure[] = [];
  const { tokens, language } = at;
  for (let index = 0; index < tokens.length; ) {
    if (!mayBegin(tokens, index, language)) {
      index++;
      continue;
    }
    const share = language.spaced ? null : shareAt(at, index);
    if (share !== null) {
      figures.push(share.figure);
      index = share.to;
      continue;
    }
    const unit = language.units.at(tokens, index);
    const fixed = unit !== null && unit.value.fixed > 0 ? unit : null;
    const numeral = fixed === null ? numeralAt(tokens, index, language) : null;
    if (fixed !== null) {
      figures.push(fixedFigure(at, index, fixed));
      index += fixed.length;
    } else if (numeral === null) index++;
    else {
      const { figure, to, whole } = figureAt(at, index, numeral);
      const told =
        figure === null || compared(at, index, figure, figures) ? null : asTold(tokens, figure, { index, to }, figures, language);
      if (told !== null) figures.push(told);
      if (whole) figures.push(whole);
      index = Math.max(to, index + 1);
    }
  }
  if (figures.length < 2) return figures;
  const told = new Set<string>();
  return figures.filter(({ unit, value, what }) => {
    const key = `${unit} ${value} ${what}`;
    return !told.has(key) && told.add(key);
  });
}

/** "百分之六十" is 60 %. */
function shareAt(at: Title, index: number): Counted | null {
  const { tokens, language } = at;
  if (tokens[index]?.text !== '百' || tokens[index + 1]?.text !== '分' || tokens[index + 2]?.text !== '之') return null;
  const numeral = numeralAt(tokens, index + 3, language);
  return numeral === null ? null : figureOf(at, index, numeral, '%', holds(at, 'tariff') ? 'tariff' : 'rate', numeral.to);
}

function mayBegin(tokens: readonly Token[], index: number, { starts, begins, german }: FigureTables): boolean {
  const { sort, text, bare } = tokens[index] as Token;
  if (sort === 'sign') return false;
  if (sort === 'number' || (german && germanNumber(text) > 0)) return true;
  return begins.isAt(tokens, index) && (starts.has(text) || bare.some((form) => starts.has(form)));
}

/** Whether a figure only says what an earlier one was before: "to 4 % from 5 %". */
function compared({ tokens, language }: Title, index: number, figure: Figure, earlier: readonly Figure[]): boolean {
  if (!earlier.some(({ unit }) => unit === figure.unit)) return false;
  return language.marks.compare.before(tokens, index) !== null && risesOrFalls(tokens, index, language);
}

/** Arabic says "two soldiers" in one word, German "dreitägig". */
function fixedFigure({ tokens, language }: Title, index: number, { value, length }: { value: Unit; length: number }): Figure {
  const what =
    lossBefore(tokens, index, language) ??
    lossAfter(tokens, index + length, language) ??
    (value.what === 'children' ? 'people' : value.what);
  return {
    value: value.fixed,
    unit: value.unit,
    what,
    qualifier: 'exact',
    start: tokens[index]?.start ?? 0,
    end: tokens[index + length - 1]?.end ?? 0,
  };
}

/** The figure of a number, null where it counts nothing; and the token after all that belongs to it. */
function figureAt(at: Title, index: number, first: Numeral): { figure: Figure | null; to: number; whole?: Figure } {
  const { tokens, language } = at;
  if (countsNothing(tokens, index, first, language)) return { figure: null, to: first.to };
  const whole = wholeAfter(tokens, first, language);
  if (whole !== null) {
    const figure = isRatio(first, whole) ? null : counted(at, index, { ...first, to: whole.to });
    const all = figure === null ? null : wholeOf(figure.figure, whole.value);
    return { figure: figure?.figure ?? null, to: figure?.to ?? whole.to, ...(all && { whole: all }) };
  }
  const second = upperEnd(at, index, first);
  if (second === 'change') return { figure: null, to: first.to };
  const figure = counted(at, index, second ?? first);
  const of = figure === null ? null : wholeAfter(tokens, { ...first, to: figure.to }, language);
  if (of !== null && figure?.figure.unit === 'people' && isRatio(first, of)) return { figure: null, to: of.to };
  const all = of === null || figure === null ? null : wholeOf(figure.figure, of.value);
  if (all !== null && of !== null) return { figure: figure?.figure ?? null, to: of.to, whole: all };
  if (figure !== null && isWholeBefore(tokens, figure.to, language)) {
    // A measure word alone does not tell drones from jets.
    const part = tokens[figure.to + 1]?.text === '的' ? figure.to + 2 : figure.to + 1;
    return { figure: null, to: figure.figure.unit === 'seats' ? figure.to : part + 1 };
  }
  if (second === null) return { figure: figure?.figure ?? null, to: figure?.to ?? first.to };
  if (figure === null) return { figure: null, to: second.to };
  const { value: upper } = figure.figure;
  const scale = (first.scaled || first.value * second.factor >= second.value ? 1 : second.factor) * (upper / second.value);
  const value = first.value * scale;
  if (value >= upper) return { figure: null, to: figure.to };
  return { figure: { ...figure.figure, value, upper, qualifier: 'range' }, to: figure.to };
}

interface Counted {
  figure: Figure;
  to: number;
}

function counted(at: Title, index: number, numeral: Numeral): Counted | null {
  const { tokens, language } = at;
  const money = currencyOf(at, index, numeral);
  if (money === 'undecided' || (money !== null && language.other && !numeral.scaled)) return null;
  if (money !== null && isPriceTag(tokens, numeral, money.to, purposeOf(at))) return null;
  if (money !== null) return figureOf(at, money.from, numeral, money.unit, purposeOf(at), money.to);
  const noun = nounAfter(tokens, numeral, language);
  const qualified = qualifierOf(tokens, index, numeral, language);
  const first = tokens[index];
  if (first !== undefined && looksLikeYear(first, numeral) && (noun === null || noun.distance > 0 || qualified.qualifier === 'exact'))
    return null;
  if (noun === null) return bare(at, index, qualified.from, numeral);
  if (!believed(at, index, qualified, numeral, noun)) return null;
  const { unit, what } = noun.unit;
  if (unit === 'm3')
    return numeral.value < 1e7 ? null : figureOf(at, index, { ...numeral, value: numeral.value / 1e9 }, 'bcm', what, noun.to);
  return figureOf(at, index, numeral, unit, whatOf(at, qualified.from, noun), noun.to);
}

/** A number without a noun: the toll of a verb before it, or of a toll that reaches it. */
function bare(at: Title, index: number, from: number, numeral: Numeral): Counted | null {
  const { tokens, language } = at;
  if (!standsBare(tokens, numeral.to, language)) return null;
  const what =
    lossBefore(tokens, from, language) ??
    countedToll(tokens, index, numeral.to, language) ??
    countedToll(tokens, from, numeral.to, language);
  if (what === null || !Number.isInteger(numeral.value)) return null;
  return figureOf(at, index, numeral, 'people', what, numeral.to);
}

const sayWhatOf = new Set(['people', 'troops', 'fighters', 'displaced', 'protesters', 'prisoners', 'hostages']);

function whatOf(title: Title, from: number, { unit: { unit, what }, to }: Noun): string {
  const { tokens, language } = title;
  if (unit === '%') return holds(title, 'tariff') ? 'tariff' : 'rate';
  if (unit !== 'people' || !sayWhatOf.has(what)) return what === 'years' ? 'duration' : what;
  const toll = what === 'people' ? countedToll(tokens, from, to, language) : null;
  return lossBefore(tokens, from, language) ?? lossAfter(tokens, to, language) ?? toll ?? what;
}

function figureOf({ tokens, language }: Title, from: number, numeral: Numeral, unit: string, what: string, to: number): Counted {
  const { qualifier: said } = qualifierOf(tokens, from, numeral, language, to);
  const qualifier = said === 'at_least' && /^[A-Z]{3}$/.test(unit) && language.german && tokens[from - 1]?.text === 'über' ? 'exact' : said;
  const start = tokens[from]?.start ?? 0;
  const end = tokens[Math.max(to, numeral.to) - 1]?.end ?? start;
  return { figure: { value: numeral.value, unit, what, qualifier, start, end }, to };
}
