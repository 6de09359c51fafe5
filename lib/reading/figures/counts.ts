// Reads what a number counts: the noun next to it, or the dead of a toll where none follows ("rises to 17", "wounding 94").
import type { Token } from '../text/tokens.js';
import type { Numeral } from './numerals.js';
import type { FigureTables, Unit } from './tables.js';

/** The noun, how many words stand between it and the number, and the token after it. */
export interface Noun {
  unit: Unit;
  distance: number;
  to: number;
}

const farthest: ReadonlyMap<string, number> = new Map(
  Object.entries({
    '%': 0,
    bps: 0,
    GW: 0,
    MW: 0,
    TWh: 0,
    hours: 0,
    days: 0,
    months: 0,
    years: 0,
    km: 0,
    miles: 0,
    kg: 0,
    tonnes: 0,
    barrels: 1,
  }),
);

/** The nearest noun after a number, with up to three words between that say what kind ("1,200 North Korean troops"); null where none is near. */
export function nounAfter(tokens: readonly Token[], numeral: Numeral, language: FigureTables): Noun | null {
  let at = numeral.to;
  let weak: Noun | null = null;
  if (tokens[at]?.text === '-' || tokens[at]?.text === '+') at++;
  for (let distance = 0; distance <= (language.spaced ? 3 : 6); ) {
    const token = tokens[at];
    if (token === undefined) break;
    if (!language.spaced && distance + (weak ? 1 : 0) > 0 && !token.glued) break;
    const hit = language.units.at(tokens, at);
    const single = token.sort === 'han' && hit?.length === 1 && distance > 0 && numeral.factor < 10_000;
    if (hit !== null && !single && hit.value.fixed === 0 && distance <= (farthest.get(hit.value.unit) ?? 6)) {
      const noun = { unit: hit.value, distance, to: at + hit.length };
      if (tokens[noun.to]?.text === "'" && tokens[noun.to + 1]?.text === 's') break;
      // "Without power" are people, unless a noun says what is.
      if (hit.value.unit === 'nothing' || (hit.value.what === 'affected' && distance > 0)) return null;
      if (isAdjective(tokens, at, hit.value, distance, language)) {
        if (language.nounFirst) return weak;
      } else if (!hit.value.weak) return noun;
      else weak ??= noun;
      distance += hit.value.weak ? 0 : 1;
      at += hit.length;
      continue;
    }
    const of = language.marks.of.at(tokens, at);
    if (of !== null && (distance === 0 || !language.spaced)) {
      at += of.length;
      continue;
    }
    if (token.sort === 'number' && isModel(tokens, at, language)) {
      at++;
      continue;
    }
    const hyphen = token.text === '-' && token.glued;
    if ((!hyphen && token.sort !== 'word' && token.sort !== 'han') || language.marks.stop.at(tokens, at) !== null) break;
    if (language.numbers.at(tokens, at) !== null && !hyphen && language.spaced) break;
    if (weak !== null && language.spaced && !hyphen) {
      if (language.goesOn?.test(token.text) === true || (language.weakBeforeNames && token.capital)) return weak;
      weak = null;
    }
    if (language.plurals?.test(token.text)) break;
    if (!hyphen) {
      distance += language.marks.before_noun.at(tokens, at) === null ? 1 : 0;
    }
    at++;
  }
  return weak;
}

/** Whether a word for people only says what kind of thing is counted: "12 entreprises russes", "drei linke Parteien". */
function isAdjective(tokens: readonly Token[], at: number, { unit }: Unit, distance: number, language: FigureTables): boolean {
  if (unit !== 'people') return false;
  if (language.nounFirst) return distance > 0;
  const token = tokens[at] as Token;
  return language.german && !token.capital && token.text.endsWith('e');
}

/** Whether a number is that of a model: "18 Leopard 2 tanks", "1,000 K2 tanks". */
function isModel(tokens: readonly Token[], at: number, { marks }: FigureTables): boolean {
  return marks.name.before(tokens, at) !== null || (tokens[at]?.glued === true && tokens[at - 1]?.sort === 'word');
}

const losses = ['kill', 'wound', 'miss', 'arrest', 'abduct', 'displace'] as const;
const lossNames = {
  kill: 'killed',
  wound: 'wounded',
  miss: 'missing',
  arrest: 'arrested',
  abduct: 'hostages',
  displace: 'displaced',
} as const;

/** What a verb right before the number did to those it counts ("kills nine", "ويصيب 21"); null where none stands there. */
export function lossBefore(tokens: readonly Token[], from: number, language: FigureTables): string | null {
  for (let index = from; index >= from - 1; index--) {
    if (index < from && language.marks.skip.before(tokens, from) === null && language.marks.of.before(tokens, from) === null) break;
    for (const loss of losses) if (language.marks[loss].before(tokens, index) !== null) return lossNames[loss];
  }
  return null;
}

/** What happened to those counted, by the words after the noun: "two soldiers killed"; null where they do not say. */
export function lossAfter(tokens: readonly Token[], to: number, language: FigureTables): string | null {
  for (let at = to; at < Math.min(tokens.length, to + 5); at++) {
    const token = tokens[at];
    if (token === undefined || token.sort === 'number' || [',', ':', ';', '.', '،', '，', '—'].includes(token.text)) return null;
    const { what = null } = language.units.at(tokens, at)?.value ?? {};
    if (what !== null && ['killed', 'wounded', 'missing', 'arrested'].includes(what)) return what;
    if (language.marks[language.spaced ? 'killed_after' : 'kill'].at(tokens, at) !== null) return 'killed';
  }
  return null;
}

const tolls = [
  ['killed', 'tollkilled'],
  ['wounded', 'tollwounded'],
  ['missing', 'tollmissing'],
  ['displaced', 'tolldisplaced'],
  ['arrested', 'tollarrested'],
] as const;

/** Of whom a bare number gives the toll: "toll climbs past 100", "Sube a 17 la cifra de muertos"; null where it gives none. */
export function countedToll(tokens: readonly Token[], from: number, to: number, language: FigureTables): string | null {
  if (language.marks.reach.before(tokens, from) === null) return null;
  for (const [what, mark] of tolls) {
    const toll = language.marks[mark];
    for (let at = Math.max(0, from - 14); at < Math.min(tokens.length, to + 3); at++) {
      if ((at < from || at >= to) && toll.at(tokens, at) !== null) return what;
    }
  }
  return null;
}

/** Whether what follows a bare number leaves it a count of people: nothing, a sign, a small word, or a name of people in capitals. */
export function standsBare(tokens: readonly Token[], to: number, language: FigureTables): boolean {
  const next = tokens[to];
  if (next === undefined || (next.sort === 'sign' && next.text !== '-' && next.text !== '%' && next.text !== '$')) return true;
  if (next.sort === 'han') return !next.glued;
  if (language.marks.stop.at(tokens, to) !== null || language.marks.skip.at(tokens, to) !== null) return true;
  return next.sort === 'word' && !next.glued && next.capital && next.text.length > 4 && next.text.endsWith('s');
}
