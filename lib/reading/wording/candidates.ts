// The words of a headline that can be its act, each with how good it is for it, and whether it is done, suffered or a noun.
import type { Token } from '../text/tokens.js';
import type { ActWord } from './act-words.js';
import { isWithin, type QuoteSpan } from './quotes.js';
import type { WordingTables } from './tables.js';

/** How good a word for the act is: deeds before sayings and tolls, the outlet's own words before quoted ones. */
export const deedRank = 0;
export const backgroundRank = 1;
export const quotedRank = 2;
export const weakRank = 3;
export const loadedRank = 4;
/** What is not done: "will not break" tells less than the blow that it answers. */
const negatedRank = 5;
export const speechRank = 6;
export const tollRank = 7;

/** Before a word that is a noun and a verb alike they show the noun: "la frappe". */
const articles = new Set([
  'la',
  'le',
  'une',
  'un',
  'el',
  'una',
  'o',
  'uma',
  'um',
  'il',
  'lo',
  'del',
  'du',
  'do',
  'da',
  'della',
  'al',
  'au',
]);

export interface Candidate {
  rank: number;
  form: 'verb' | 'suffered' | 'noun';
  from: number;
  to: number;
}

/** The words of the title that can be its act, in order. "Hit by a cyberattack" is the attack, a "drone strike" the strike. */
export function candidatesOf(tokens: readonly Token[], quotes: readonly QuoteSpan[], tables: WordingTables): Candidate[] {
  const found: Candidate[] = [];
  const past = tables.background.next(tokens, 0) < tokens.length;
  let background = false;
  let opens = false;
  for (let at = past ? 0 : tables.deeds.next(tokens, 0); at < tokens.length; ) {
    if (past) {
      background = tables.background.at(tokens, at) !== null || (background && !isApart(tokens[at]) && !(opens && isPart(tokens[at])));
      opens = background && (opens || at === 0);
    }
    const one = candidateAt(tokens, at, quotes, tables);
    if (one !== null && !isAttribute(tokens, one, tables)) {
      if (one.rank === deedRank && background) one.rank = backgroundRank;
      if (one.rank <= weakRank && one.form === 'verb' && tables.negation.before(tokens, at) !== null) one.rank = negatedRank;
      found.push(one);
    }
    const next = one?.to ?? at + (tables.noAct.at(tokens, at)?.length ?? 1);
    at = past ? next : tables.deeds.next(tokens, next);
  }
  if (found.length < 2) return found;
  return found.filter((one, i) => {
    const [before, after] = [found[i - 1], found[i + 1]];
    if (before !== undefined && isAskedFor(tokens, before, one, tables)) return false;
    if (after !== undefined && isOpeningAttribute(tokens, one, after, tables)) return false;
    const next = found[i + 1];
    if (next?.form !== 'noun' || next.rank !== one.rank) return true;
    return one.form === 'noun' ? next.from !== one.to || !tables.headLast : !isBy(tokens, one.to, next.from, tables);
  });
}

/** "Coffins of murdered Israelis": a past form behind "of" or "the" and before a word only says which. */
function isAttribute(tokens: readonly Token[], { from, to }: QuoteSpan, tables: WordingTables): boolean {
  const next = tokens[to];
  if (!tables.participle.test(tokens[from]?.text ?? '') || next?.sort !== 'word' || tables.suffers.at(tokens, to) !== null) return false;
  return tables.determiner.before(tokens, from) !== null;
}

/** "Calls for an inquiry", "pide una reunión": a noun right behind a verb that asks for it is no act that was done. */
function isAskedFor(tokens: readonly Token[], asks: Candidate, { form, from }: Candidate, tables: WordingTables): boolean {
  if (form !== 'noun' || asks.rank !== speechRank || from - asks.to > 3 || tables.request.at(tokens, asks.from) === null) return false;
  for (let at = asks.to; at < from; at++) if (tokens[at]?.sort !== 'word' || (tokens[at]?.capital && tables.cased)) return false;
  return true;
}

/** "Paid agitators block roads": a past form that opens a clause and before whose verb only a few small words stand says which. */
function isOpeningAttribute(tokens: readonly Token[], { from, to }: Candidate, verb: Candidate, tables: WordingTables): boolean {
  if (from > 0 && !isPart(tokens[from - 1])) return false;
  if (!tables.participle.test(tokens[from]?.text ?? '') || verb.form !== 'verb' || verb.rank > weakRank || verb.from - to > 2) return false;
  if (verb.from === to || tables.suffers.at(tokens, to) !== null) return false;
  for (let at = to; at < verb.from; at++) if (tokens[at]?.sort !== 'word' || tables.say.at(tokens, at) !== null) return false;
  return true;
}

/** A sign that stands by itself ends what a background tells. */
function isApart(token: Token | undefined): boolean {
  return token?.sort === 'sign' && !token.glued;
}

/** What a headline opens with ends at a comma or a colon: "Nach Streit um Insel: ...". */
function isPart(token: Token | undefined): boolean {
  return token !== undefined && [',', ':', '،', '，', '：'].includes(token.text);
}

function isBy(tokens: readonly Token[], from: number, to: number, tables: WordingTables): boolean {
  if (to - from > 3) return false;
  const by = tables.by.at(tokens, from);
  return by !== null && from + by.length <= to;
}

function candidateAt(tokens: readonly Token[], at: number, quotes: readonly QuoteSpan[], tables: WordingTables): Candidate | null {
  if (tables.noAct.at(tokens, at) !== null || tables.loaded.at(tokens, at)?.value === 'slur' || isHyphened(tokens, at, tables)) return null;
  const toll = tables.toll.at(tokens, at);
  if (toll !== null) return { rank: tollRank, form: 'suffered', from: at, to: at + toll.length };
  const say = tables.say.at(tokens, at) ?? tables.announce.at(tokens, at);
  const verb = tables.verb.at(tokens, at);
  const own = verb ?? tables.noun.at(tokens, at);
  const hit = tables.act.at(tokens, at);
  const known = hit === null ? null : wordAt(tokens, at + hit.length, hit.value);
  if (own === null && known === null && say === null) return null;
  const speaks = known?.speech === true && (own === null || known.particle !== null || isLonger(hit, own));
  const speech = (say !== null && (own === null || say.length >= own.length)) || speaks;
  const isAnnounced = say !== null && own === null && tables.announce.at(tokens, at) !== null;
  const rank = speech && (isAnnounced || !isCourts(tokens, at, tables)) ? speechRank : isWithin(quotes, at) ? quotedRank : deedRank;
  const span =
    own !== null || tables.spaced
      ? { from: at, to: at + (own?.length ?? hit?.length ?? say?.length ?? 1) }
      : wordWithin(tokens, at, hit?.length ?? 1, known, tables);
  const isNoun = articles.has(tokens[at - 1]?.text ?? '') && tables.articled;
  const named = own === null ? (known?.form ?? 'verb') : isNoun ? 'noun' : formOf(tokens, at + own.length, verb !== null, known, tables);
  const form = named === 'verb' && isSuffered(tokens, span, tables) ? 'suffered' : named;
  return { rank, form, ...span };
}

/** "Ankara-backed militias", "a Saudi-led coalition": whose they are is no act. */
export function isHyphened(tokens: readonly Token[], at: number, tables: WordingTables): boolean {
  return tables.headLast && tokens[at]?.glued === true && tokens[at - 1]?.text === '-' && tokens[at - 1]?.glued === true;
}

/** A word that can be both is a verb where an object follows: "strike on", "rebels blockade fuel". */
function formOf(tokens: readonly Token[], after: number, verb: boolean, known: ActWord | null, tables: WordingTables): Candidate['form'] {
  if (verb) return known?.form === 'suffered' ? 'suffered' : 'verb';
  if (!tables.headLast || known?.form !== 'verb' || tokens[after]?.sort !== 'word') return 'noun';
  return tables.suffers.at(tokens, after) !== null || tables.act.at(tokens, after) !== null ? 'noun' : 'verb';
}

function isLonger(one: { length: number } | null, other: { length: number }): boolean {
  return one !== null && one.length > other.length;
}

/** The first of what a word can be whose second part, if it has one, follows. */
function wordAt(tokens: readonly Token[], after: number, words: readonly ActWord[]): ActWord | null {
  for (const word of words) {
    if (word.particle === null) return word;
    for (let at = after; at < tokens.length; at++) if (tokens[at]?.text === word.particle) return word;
  }
  return null;
}

/** "Jailed for", "looted in": headlines tell in the present what somebody does, so that a past form without an object is suffered. */
export function isSuffered(tokens: readonly Token[], { from, to }: QuoteSpan, tables: WordingTables): boolean {
  const text = tokens[from]?.text ?? '';
  if (!tables.participle.test(text)) return false;
  return to >= tokens.length || tokens[to]?.sort === 'sign' || tables.suffers.at(tokens, to) !== null;
}

function isCourts(tokens: readonly Token[], at: number, tables: WordingTables): boolean {
  for (let index = 0; index < at; index++) if (tables.court.at(tokens, index) !== null) return true;
  return false;
}

/** Of the characters of a Chinese act the two that are its verb, or its noun. */
function wordWithin(tokens: readonly Token[], at: number, length: number, known: ActWord | null, tables: WordingTables): QuoteSpan {
  for (let from = at; from < at + length; from++) {
    const own = tables.verb.at(tokens, from) ?? tables.noun.at(tokens, from);
    if (own !== null) return { from, to: from + own.length };
  }
  const first = known !== null && known.form !== 'verb' ? Math.max(at, at + length - 2) : at;
  return { from: first, to: Math.min(first + 2, at + Math.max(length, 1)) };
}
