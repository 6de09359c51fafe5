// Whether a number of a sentence counts what it counts in its titles: the same unit and noun, as exactly as there.
import type { Figure } from '../reading/figures/figure.js';
import { otherSideOfAge } from './age-limits.js';
import { wrongPeople } from './counted-people.js';
import { exchangedCounts } from './exchanged-counts.js';
import { numberWord } from './spelled.js';
import type { Told } from './told.js';
import { type FoldedWord, stemOf } from './words.js';

/** Units whose noun is the unit itself. */
const selfEvident = /^(?:[A-Z]{3}|%|bps|km|miles|kg|tonnes|hours|days|months|years|barrels|bcm|MW|GW|TWh|m3)$/;
const losses = new Set(['killed', 'wounded', 'missing', 'arrested', 'displaced']);

/** The first number that counts another thing, told as a reason; null where all count the same. */
export function miscounted(own: Told, titles: readonly Told[]): string | null {
  const other = otherWay(own.text, titles);
  if (other !== null) return `"${other}" is a level where the cited titles tell of a change by it, or the other way round`;
  for (const figure of own.figures) {
    if (isOfAName(own, figure)) continue;
    const shown = own.text.slice(figure.start, figure.end);
    const same = titles.flatMap(({ figures }) => figures.filter((other) => other.value === figure.value));
    if (same.length === 0) continue;
    if (!same.some((other) => other.unit === figure.unit)) return `"${shown}" is another unit in the cited titles`;
    if (!same.some((other) => countSame(figure, other))) return `"${shown}" counts another thing in the cited titles`;
    if (!same.some((other) => asExact(own, figure, other) || isLeast(figure, other, titles)))
      return `"${shown}" is not as exact as in the cited titles`;
  }
  return otherSideOfAge(own, titles) ?? wrongNoun(own, titles) ?? wrongPeople(own, titles) ?? exchangedCounts(own, titles);
}

/** "eleven United Nations staff": no nations are counted. */
function isOfAName({ actors }: Told, { start, end }: Figure): boolean {
  return actors.some((mention) => mention.start > start && mention.start < end && mention.end === end && /\s/.test(mention.text));
}

function countSame({ unit, what }: Figure, other: Figure): boolean {
  if (unit !== other.unit) return false;
  return what === other.what || !losses.has(what) || !losses.has(other.what);
}

/** "Some 5,000" may stand for 5,000; at least, up to, nearly and fewer than may not be left out nor added. */
function asExact({ text }: Told, figure: Figure, other: Figure): boolean {
  if (figure.unit !== other.unit || figure.qualifier === other.qualifier) return figure.unit === other.unit;
  const before = text.slice(Math.max(0, figure.start - 14), figure.start + 6).toLowerCase();
  if (figure.qualifier === 'exact' && other.qualifier === 'fewer_than' && /\b(?:fewer than|less than|under|below|short of)\s/.test(before))
    return true;
  // "half a dozen" are six.
  if (/half a dozen/i.test(text.slice(Math.max(0, figure.start - 6), figure.end)) && other.value === 6) return true;
  if (figure.qualifier === 'up_to' && /\b(?:goes|go|went|gone|going|moves?|moved) up to/.test(text.toLowerCase()))
    return other.qualifier === 'exact';
  if (other.qualifier === 'up_to' && figure.qualifier === 'exact' && /\bto\s*$/.test(text.slice(0, figure.start).toLowerCase()))
    return true;
  // "under a fifty per cent tariff" says nothing of less.
  if (figure.qualifier === 'fewer_than' && other.qualifier === 'exact' && /\bunder an?\s/.test(before)) return true;
  return (
    figure.qualifier === 'about' &&
    other.qualifier === 'exact' &&
    /\bsome\b|\bdozen\b|\bdozen |\ba (?:thousand|hundred|million)\b/.test(before)
  );
}

const upTo = /(?:\b(?:to|auf|à|a|hasta)|до|至|到|为|إلى|الى)\s*(?:百分之)?$/iu;
const byHow = /(?:\b(?:by|um|en|de|d')|на|بنسبة|بمقدار)\s*$/iu;

/** "fall 93 percent": by how much, where nothing stands between. */
const changed = /\b(?:falls?|fell|drops?|dropped|rises?|rose|jumps?|jumped|climbs?|climbed|plunges?|plunged|slides?|slid|up|down)\s$/i;

/** "by 24" where every title that has the number tells of a rise or fall to it, or the other way round; null where none is so. */
function otherWay(text: string, titles: readonly Told[]): string | null {
  for (const { 0: shown, 1: way = '', 2: number = '', index } of text.matchAll(/\b(by|to)\s+(\d[\d.,]*\d|\d)/giu)) {
    const befores = titles.flatMap((title) =>
      [...title.text.matchAll(new RegExp(`(?<!\\d)${number.replace(/[.,]/g, '[.,]')}(?!\\d)`, 'gu'))].map((found) =>
        title.text.slice(0, found.index),
      ),
    );
    // "to grow by 3.6 percent" is the growth that is forecast.
    if (/\b(?:grow|grows|growing|expand|expands|shrink|shrinks|contract|contracts)\s$/i.test(text.slice(0, index))) continue;
    const isOther = way.toLowerCase() === 'by' ? upTo : byHow;
    const isShare = way.toLowerCase() === 'to' && /^\s?(?:%|per\s?cent)/i.test(text.slice(index + shown.length));
    if (befores.length > 0 && befores.every((before) => isOther.test(before) || (isShare && changed.test(before)))) return shown;
  }
  return null;
}

/** A title's "at least" that stands behind its noun is not read as its figure's. */
function isLeast(figure: Figure, other: Figure, titles: readonly Told[]): boolean {
  return (
    figure.qualifier === 'at_least' &&
    other.qualifier === 'exact' &&
    titles.some(({ figures, marks }) => figures.includes(other) && marks.some(({ row }) => row === 'least'))
  );
}

/** What happened to those counted: the figures tell that. */
const tolls = new Set(['kill', 'wound', 'miss', 'arrest']);
const generic = new Set('member people person human individual other time number life lives'.split(' ').map(stemOf));

/** The noun behind a number must be near the same number in a title. */
function wrongNoun(own: Told, titles: readonly Told[]): string | null {
  for (const [index, word] of own.words.entries()) {
    const value = numberIn(word);
    if (
      value === null ||
      /[\p{L}-]/u.test(own.text[word.start - 1] ?? '') ||
      countsNothing.test(own.text.slice(0, word.start)) ||
      own.figures.some((figure) => selfEvident.test(figure.unit) && figure.start <= word.end && word.start < figure.end)
    )
      continue;
    // "2 hikers go": a noun that no table knows stands in an English title.
    const nouns = nounsAfter(
      own,
      index,
      ({ plain, stem }) => plain.length > 3 && titles.some(({ lang, stems }) => lang === 'en' && stems.has(stem)),
    );
    if (nouns.length === 0) continue;
    const holders = titles.filter(
      (title) => title.words.some((other) => numberIn(other) === value) || title.figures.some((figure) => figure.value === value),
    );
    if (holders.length === 0 || holders.some((title) => nouns.some((noun) => isNear(own, noun, title, value)))) continue;
    return `"${own.text.slice(word.start, nouns.at(-1) === undefined ? word.end : own.words[nouns.at(-1) ?? 0]?.end)}" counts another thing in the cited titles`;
  }
  return null;
}

/** A small number in words counts what it will: "the two sides". */
const leastInWords = 10;

function numberIn({ text, plain }: FoldedWord): number | null {
  if (/^\d/.test(text)) return Number(text.replace(/[.,](?=\d{3}(?!\d))/g, '').replace(',', '.'));
  const value = numberWord(plain);
  return value !== null && value >= leastInWords ? value : null;
}

/** "those younger than sixteen", "the Jan. 6 committee": an age or a day, and what stands behind it is not counted. */
const countsNothing =
  /\b(?:(?:younger|older) than|aged|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?|january|february|march|april|may|june|july|august|september|october|november|december)\s$/i;

/** Positions of the two content words behind a number that is one; empty for a name, a date or a generic noun. `isTold`: a title has the word. */
function nounsAfter({ words, actors, hits, text }: Told, index: number, isTold: (word: FoldedWord) => boolean): number[] {
  const nouns: number[] = [];
  for (let at = index + 1; at < Math.min(words.length, index + 5) && nouns.length < 2; at++) {
    const word = words[at];
    if (!word || /[,;:.]\s/.test(text.slice(words[at - 1]?.end, word.start))) break;
    // "By 2027 the EU", "40 out of 60 drones", "24 a day".
    if (/^(?:the|out|an?|per|each|every)$/.test(word.plain)) break;
    if (actors.some(({ from, to }) => from <= at && at < to)) continue;
    if (generic.has(word.stem) || hits.some(({ row, from, to }) => tolls.has(row) && from <= at && at < to)) return [];
    if (hits.some(({ from, to }) => from <= at && at < to) || (nouns.length === 0 && isTold(word))) nouns.push(at);
    else if (
      nouns.length > 0 ||
      /^(?:of|in|on|at|to|from|for|by|and|after|were|was|are|is|as|while|when|since|before|with|amid|but|or)$/.test(word.plain)
    )
      break;
  }
  return nouns;
}

/** Words, and Chinese characters, on either side of a number among which its noun stands. */
const reach = 4;
const reachHan = 7;

function isNear(own: Told, noun: number, title: Told, value: number): boolean {
  const rows = new Set(own.hits.filter(({ from, to }) => from <= noun && noun < to).map(({ row }) => row));
  const stem = stemOf(own.words[noun]?.plain ?? '');
  return nounSpansOf(title, value).some(
    ({ start, end }) =>
      title.hits.some((hit) => rows.has(hit.row) && hit.start >= start && hit.start < end) ||
      (title.lang === 'en' && title.words.some((word) => word.start >= start && word.start < end && word.stem === stem)),
  );
}

/** For each place of a number in a title the words behind it up to a sign or another number, or those before it where none is meant there. */
function nounSpansOf({ words, figures, hits, text }: Told, value: number): { start: number; end: number }[] {
  const holding = figures.filter((figure) => figure.value === value);
  return words.flatMap((word, at) => {
    const figure = holding.find(({ start, end }) => start < word.end && word.start < end);
    if (numberIn(word) !== value && !figure) return [];
    if (word.han && figure) return [{ start: figure.start - reachHan, end: figure.end + reachHan }];
    const meant = (start: number, end: number): boolean => hits.some((hit) => hit.start >= start && hit.start < end);
    const behind = { start: word.end, end: reachOf(words, text, at, 1) };
    const before = { start: reachOf(words, text, at, -1), end: word.start };
    return meant(behind.start, behind.end) ? [behind] : [before, behind];
  });
}

/** "F-35": a number that belongs to a name counts nothing. */
function isInName({ start }: FoldedWord, text: string): boolean {
  return /\p{L}-$/u.test(text.slice(0, start));
}

function reachOf(words: readonly FoldedWord[], text: string, at: number, step: 1 | -1): number {
  let last = at;
  for (let far = 1; far <= reach; far++) {
    const [here, next] = [words[last], words[at + far * step]];
    if (!here || !next || (numberIn(next) !== null && !isInName(next, text))) break;
    if (/[,;:.!?–—]/.test(step > 0 ? text.slice(here.end, next.start) : text.slice(next.end, here.start))) break;
    last = at + far * step;
  }
  return (step > 0 ? words[last]?.end : words[last]?.start) ?? 0;
}
