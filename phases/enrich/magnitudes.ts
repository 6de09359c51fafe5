// Takes the member titles of a family, leaves the magnitudes they name: value, unit, what, and which titles say so. Guards that
// numbers come from patterns only, never from a model: 1,000 troops, 5 GW, $2bn, 40 000 Soldaten, 9人死亡.
import type { ItemId } from '../../lib/run.js';
import { currencies, purposes, scales, spelled, units } from './units.js';
import { alternatives, anyWord, lowered } from './words.js';

export interface Magnitude {
  value: number;
  unit: string;
  what: string;
  cites: string[];
}

/** A magnitude as it stands in one title; `text` is the title to the letter. */
interface Found {
  value: number;
  unit: string;
  what: string;
  text: string;
}

const scale = `(?<scale>${alternatives(scales.map((one) => one.words).join(' '))})`;
const spelledNumber = `(?<spelled>${alternatives(spelled.map((one) => one.words).join(' '))})`;
const figure = `(?<![\\p{N}.,:/-]|[\\p{Script=Latin}\\p{Script=Cyrillic}](?!\\$))(?<figure>\\d{1,3}(?:[.,'’\\u00a0\\u202f\\u2009 ]\\d{3})+(?!\\d)(?:[.,]\\d{1,2}(?!\\d))?|\\d+(?:[.,]\\d+)?)(?![:/.]\\d|\\d)`;
/** Of twenty-nine, the nine. */
const ones = `(?:-${alternatives(`one ${spelled.flatMap(({ value, words }) => (value < 10 ? words : [])).join(' ')}`)})`;
const notBetween =
  'a|after|and|as|at|before|by|for|from|in|into|on|over|to|since|until|with|und|nach|vor|im|in|bei|mit|seit|et|après|avant|en|dans|avec|depuis|и|в|на|после|до|с|к|y|tras|con|desde|para|january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря';
const between = `(?:[\\s-]+(?!(?:${notBetween})(?!\\p{L}))[\\p{L}'’.-]+){0,2}?[\\s-]*`;
const killing = anyWord('kill* slay* погиб* claim* töte* tötet tuent tue tuant убив* убил* унесл* mata matan 造成 打死');
const wounding = anyWord('wound* injur* hurt* verletz* verwund* bless* ранил* ранит ранен* hiere* hirió');
const killedAfter = anyWord('killed dead died slain getötet tot sterben starben tués meurent погиб* убит* muertos mueren 死亡 遇难 丧生');
const woundedAfter = anyWord('wounded injured hurt verletzt verwundet blessés ранен* пострада* heridos 受伤');
const tariff = anyWord('tariff* dut* zoll* zölle* droits_de_douane пошлин* тариф* arancel* 关税');

const counted = units.map((unit) => ({
  ...unit,
  after: new RegExp(`^(?:\\s?${scale}\\.?)?\\s?${between}(?<noun>${alternatives(unit.words)})`, 'u'),
}));
const money = currencies.map(({ unit, before, after }) => ({
  unit,
  before: new RegExp(`${alternatives(before).replaceAll('(?![\\p{L}\\p{M}])', '')}\\s?$`, 'u'),
  scaled: new RegExp(`^\\s?-?${scale}`, 'u'),
  after: new RegExp(`^(?:\\s?-?${scale})?[.]?(?:\\s?d[e’'])?\\s?-?${alternatives(after)}`, 'u'),
}));
const scaledAfter = new RegExp(`^\\s?-?${scale}`, 'u');
const meant = purposes.map(({ what, words }) => ({ what, pattern: anyWord(words) }));
const factors = scales.map(({ factor, words }) => ({ factor, pattern: new RegExp(`^${alternatives(words)}$`, 'u') }));
const values = spelled.map(({ value, words }) => ({ value, pattern: new RegExp(`^${alternatives(words)}$`, 'u') }));
const numbers = new RegExp(`${figure}|(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}])${spelledNumber}${ones}?`, 'gu');

/** The magnitudes of a family, most cited first, at most 8; empty where no title counts anything. */
export function magnitudesOf(members: readonly { titleId: ItemId; title: string }[]): Magnitude[] {
  const all = new Map<string, Magnitude>();
  for (const { titleId, title } of members) {
    for (const { value, unit, what } of findMagnitudes(title)) {
      const key = `${value} ${unit} ${what}`;
      const magnitude = all.get(key) ?? { value, unit, what, cites: [] };
      if (!magnitude.cites.includes(titleId)) magnitude.cites.push(titleId);
      all.set(key, magnitude);
    }
  }
  return [...all.values()].sort((a, b) => b.cites.length - a.cites.length || b.value - a.value).slice(0, 8);
}

/** What one title counts, in order of appearance. */
export function findMagnitudes(title: string): Found[] {
  const found: Found[] = [];
  const text = lowered(title);
  let end = 0;
  for (const match of text.matchAll(numbers)) {
    if (match.index < end) continue;
    const reading = readMoney(text, match) ?? readCount(text, match);
    if (!reading) continue;
    const { start, ...rest } = reading;
    end = start + rest.text.length;
    found.push({ ...rest, text: title.slice(start, end) });
  }
  return found;
}

/** A magnitude in the lowered title, and where its text begins there. */
type Reading = Found & { start: number };

function readMoney(title: string, match: RegExpExecArray): Reading | null {
  const digits = match.groups?.figure;
  if (digits === undefined) return null;
  const head = title.slice(0, match.index);
  const tail = title.slice(match.index + match[0].length);
  for (const currency of money) {
    const before = currency.before.exec(head);
    const after = before ? currency.scaled.exec(tail) : currency.after.exec(tail);
    if (!before && !after) continue;
    const text = `${before?.[0] ?? ''}${match[0]}${after?.[0] ?? ''}`.trimEnd();
    const start = match.index - (before?.[0].length ?? 0);
    const what = meant.find(({ pattern }) => pattern.test(title))?.what ?? 'sum';
    return { value: parseNumber(digits, after?.groups?.scale), unit: currency.unit, what, text, start };
  }
  return null;
}

function readCount(title: string, match: RegExpExecArray): Reading | null {
  const digits = match.groups?.figure;
  const tail = title.slice(match.index + match[0].length, match.index + match[0].length + 80);
  const head = title.slice(Math.max(0, match.index - 40), match.index);
  const hits = counted
    .filter((unit) => digits !== undefined || unit.spelled)
    .map((unit) => ({ unit, hit: unit.after.exec(tail) }))
    .filter((one): one is { unit: (typeof counted)[number]; hit: RegExpExecArray } => one.hit !== null)
    .sort((a, b) => a.hit[0].length - b.hit[0].length || (b.hit.groups?.noun?.length ?? 0) - (a.hit.groups?.noun?.length ?? 0));
  const nearest = hits[0];
  if (!nearest) return casualtiesWithoutNoun(head, tail, match);
  const value = digits === undefined ? wordValue(match[0]) : parseNumber(digits, nearest.hit.groups?.scale);
  if (digits !== undefined && isYear(digits) && nearest.unit.unit !== 'GW' && nearest.unit.unit !== 'MW') return null;
  const text = match[0] + nearest.hit[0];
  return {
    value,
    unit: nearest.unit.unit,
    what: whatOf(nearest.unit, head, tail.slice(nearest.hit[0].length), title),
    text,
    start: match.index,
  };
}

/** "Nine people" were killed where the words around say so; a rate is a tariff where the title speaks of one. */
function whatOf(unit: { unit: string; what: string }, head: string, rest: string, title: string): string {
  if (unit.what === 'rate' && tariff.test(title)) return 'tariff';
  if (unit.what !== 'people' && unit.what !== 'troops') return unit.what;
  const next = rest.split(/\s+/u).slice(0, 4).join(' ');
  const last = head.split(/\s+/u).slice(-5).join(' ');
  if (killing.test(last) || killedAfter.test(next)) return 'killed';
  if (wounding.test(last) || woundedAfter.test(next)) return 'wounded';
  return unit.what;
}

function casualtiesWithoutNoun(head: string, tail: string, match: RegExpExecArray): Reading | null {
  const last = head.split(/\s+/u).slice(-4).join(' ');
  const what = killing.test(last) ? 'killed' : wounding.test(last) ? 'wounded' : null;
  const digits = match.groups?.figure;
  if (what === null || (digits !== undefined && isYear(digits))) return null;
  const scaled = digits === undefined ? null : scaledAfter.exec(tail);
  return {
    value: digits === undefined ? wordValue(match[0]) : parseNumber(digits, scaled?.groups?.scale),
    unit: 'people',
    what,
    text: match[0] + (scaled?.[0] ?? ''),
    start: match.index,
  };
}

/** "1,000", "1.000" and "1 000" are a thousand; a point or comma before one or two digits begins a fraction. */
function parseNumber(digits: string, scaleWord: string | undefined): number {
  const plain = digits.replaceAll(/[.,'’\u00a0\u202f\u2009 ](?=\d{3}(?!\d))/gu, '').replace(',', '.');
  const factor = scaleWord === undefined ? 1 : (factors.find(({ pattern }) => pattern.test(scaleWord.trim()))?.factor ?? 1);
  return Number((Number(plain) * factor).toPrecision(12));
}

/** "nine" and "twenty-nine". */
function wordValue(words: string): number {
  const parts = words.split('-').map((word) => (word === 'one' ? 1 : (values.find(({ pattern }) => pattern.test(word))?.value ?? 0)));
  return parts.reduce((sum, value) => sum + value, 0);
}

function isYear(digits: string): boolean {
  return /^(?:19|20)\d\d$/.test(digits);
}
