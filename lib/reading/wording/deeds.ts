// Finds the word for the act of a headline and whether its doer is named as doing it. The act is what is done rather than what is said
// of it; of several the first. Who does it is taken from the acts that were read, and by the words where these name nobody.
import type { Token } from '../text/tokens.js';
import { wholeWords } from '../whole-words.js';
import { type ActWord, speechActs } from './act-words.js';
import { namesDoer, namesOwner } from './doer.js';
import type { LoadedWords } from './loaded.js';
import { isWithin, type Span } from './quotes.js';
import type { WordingTables } from './tables.js';

/** An act as the reading of acts gives it; `start` and `end` are its words in the title. */
export interface DeedSpan {
  source: string | null;
  action: string;
  mode?: string;
  /** Whose words a claimed act is. */
  saidBy?: string | null;
  start: number;
  end: number;
}

export interface Deed {
  agentNamed: boolean;
  /** To the letter of the title; null where no word for an act is known. */
  actWord: string | null;
  /** The tokens of the word: from the first to before `to`; both 0 for none. */
  from: number;
  to: number;
}

/** How good a word for the act is: deeds before sayings and tolls, the outlet's own words before quoted ones. */
const deedRank = 0;
const backgroundRank = 1;
const quotedRank = 2;
const loadedRank = 3;
const speechRank = 4;
const tollRank = 5;

interface Candidate {
  rank: number;
  form: 'verb' | 'suffered' | 'noun';
  from: number;
  to: number;
}

export function deedOf(
  title: string,
  tokens: readonly Token[],
  quotes: readonly Span[],
  { own }: Pick<LoadedWords, 'own'>,
  tables: WordingTables,
  acts: readonly DeedSpan[] = [],
): Deed {
  const found = candidatesOf(tokens, quotes, tables);
  for (const { sort, at, length } of own) if (sort !== 'slur') found.push({ rank: loadedRank, form: 'verb', from: at, to: at + length });
  let best: Candidate | null = null;
  for (const one of found) if (best === null || one.rank < best.rank) best = one;
  const read = acts.find(({ action }) => !speechActs.has(action)) ?? acts[0];
  if (best === null || (best.rank > quotedRank && read !== undefined && !speechActs.has(read.action)))
    best = spanOf(tokens, read, tables) ?? best;
  if (best === null || best.rank >= tollRank) best = guessOf(tokens, quotes, tables) ?? best;
  if (best === null) return { agentNamed: false, actWord: null, from: 0, to: 0 };
  const { from, to } = best;
  const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
  const whole = best.form === 'noun' ? { start, end } : wholeWords(title, tables.lang, { start, end });
  return { agentNamed: isNamed(tokens, quotes, tables, acts, best), actWord: title.slice(whole.start, whole.end), from, to };
}

/** A verb that no list knows, by its form, in languages whose verbs show it. */
function guessOf(tokens: readonly Token[], quotes: readonly Span[], tables: WordingTables): Candidate | null {
  const { verbForm } = tables;
  if (verbForm === null) return null;
  for (let at = 1; at < Math.min(tokens.length, 6); at++) {
    const token = tokens[at];
    if (token?.sort !== 'word' || token.capital || isWithin(quotes, at) || !verbForm.test(token.text)) continue;
    if (tables.noAct.at(tokens, at) === null && tables.focus.at(tokens, at) === null)
      return { rank: deedRank, form: 'verb', from: at, to: at + 1 };
  }
  return null;
}

/** The words of the title that can be its act, in order. "Hit by a cyberattack" is the attack, a "drone strike" the strike. */
function candidatesOf(tokens: readonly Token[], quotes: readonly Span[], tables: WordingTables): Candidate[] {
  const found: Candidate[] = [];
  const past = tables.background.next(tokens, 0) < tokens.length;
  let background = false;
  for (let at = past ? 0 : tables.deeds.next(tokens, 0); at < tokens.length; ) {
    if (past) background = tables.background.at(tokens, at) !== null || (background && !isApart(tokens[at]));
    const one = candidateAt(tokens, at, quotes, tables);
    if (one !== null) {
      if (one.rank === deedRank && background) one.rank = backgroundRank;
      found.push(one);
    }
    const next = one?.to ?? at + 1;
    at = past ? next : tables.deeds.next(tokens, next);
  }
  if (found.length < 2) return found;
  return found.filter((one, i) => {
    const next = found[i + 1];
    if (next?.form !== 'noun' || next.rank !== one.rank) return true;
    return one.form === 'noun' ? next.from !== one.to || !tables.headLast : !isBy(tokens, one.to, next.from, tables);
  });
}

/** A sign that stands by itself ends what a background tells. */
function isApart(token: Token | undefined): boolean {
  return token?.sort === 'sign' && !token.glued;
}

function isBy(tokens: readonly Token[], from: number, to: number, tables: WordingTables): boolean {
  if (to - from > 3) return false;
  const by = tables.by.at(tokens, from);
  return by !== null && from + by.length <= to;
}

function candidateAt(tokens: readonly Token[], at: number, quotes: readonly Span[], tables: WordingTables): Candidate | null {
  if (tables.noAct.at(tokens, at) !== null || tables.loaded.at(tokens, at)?.value === 'slur') return null;
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
  const rank = speech && !isCourts(tokens, at, tables) ? speechRank : isWithin(quotes, at) ? quotedRank : deedRank;
  const span =
    own !== null || tables.spaced ? { from: at, to: at + (own?.length ?? 1) } : wordWithin(tokens, at, hit?.length ?? 1, known, tables);
  const named = own === null ? (known?.form ?? 'verb') : formOf(tokens, at + own.length, verb !== null, known, tables);
  const form = named === 'verb' && isSuffered(tokens, span, tables) ? 'suffered' : named;
  return { rank, form, ...span };
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
  return words.find(({ particle }) => particle === null || tokens.some(({ text }, at) => at >= after && text === particle)) ?? null;
}

/** "Jailed for", "looted in": headlines tell in the present what somebody does, so that a past form without an object is suffered. */
function isSuffered(tokens: readonly Token[], { from, to }: Span, tables: WordingTables): boolean {
  const text = tokens[from]?.text ?? '';
  if (!tables.participle.test(text)) return false;
  return to >= tokens.length || tokens[to]?.sort === 'sign' || tables.suffers.at(tokens, to) !== null;
}

function isCourts(tokens: readonly Token[], at: number, tables: WordingTables): boolean {
  for (let index = 0; index < at; index++) if (tables.court.at(tokens, index) !== null) return true;
  return false;
}

/** Of the characters of a Chinese act the two that are its verb, or its noun. */
function wordWithin(tokens: readonly Token[], at: number, length: number, known: ActWord | null, tables: WordingTables): Span {
  for (let from = at; from < at + length; from++) {
    const own = tables.verb.at(tokens, from) ?? tables.noun.at(tokens, from);
    if (own !== null) return { from, to: from + own.length };
  }
  const first = known !== null && known.form !== 'verb' ? Math.max(at, at + length - 2) : at;
  return { from: first, to: Math.min(first + 2, at + Math.max(length, 1)) };
}

/** The first word of an act that was read and no list knows; null where it only says something. */
function spanOf(tokens: readonly Token[], act: DeedSpan | undefined, tables: WordingTables): Candidate | null {
  if (act === undefined) return null;
  const from = tokens.findIndex(({ end }) => end > act.start);
  if (from < 0 || tables.say.at(tokens, from) !== null) return null;
  return { rank: deedRank, form: 'verb', from, to: from + 1 };
}

function isNamed(
  tokens: readonly Token[],
  quotes: readonly Span[],
  tables: WordingTables,
  acts: readonly DeedSpan[],
  { rank, form, from, to }: Candidate,
): boolean {
  if (rank >= speechRank) return false;
  const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
  const read = acts.filter((act) => act.start < end && act.end > start && !speechActs.has(act.action));
  if (form === 'noun' && read.some(({ action }) => mutual.has(action))) return false;
  if (read.some((act) => act.source !== null && isDone(act, acts))) return true;
  if (read.some((act) => act.source !== null)) return false;
  if (form === 'suffered' || rank === quotedRank) return false;
  return form === 'noun' ? namesOwner(tokens, from, tables) : namesDoer(tokens, from, to, quotes, tables);
}

/** "A truce between" names parties, "the vote in" a place: no doer. */
const mutual = new Set(['agree_or_sign', 'negotiate', 'trade_deal', 'appoint_or_elect']);
const judging = new Set(['accuse', 'condemn', 'deny', 'reject', 'demand']);

/** Whether an act is told as done or to be done; what somebody is only accused of, asked for or denies is not. */
function isDone(act: DeedSpan, acts: readonly DeedSpan[]): boolean {
  if (act.mode === 'denied' || act.mode === 'demanded') return false;
  if (act.mode !== 'claimed') return true;
  return act.saidBy === act.source || !acts.some(({ action, source }) => judging.has(action) && source === act.saidBy);
}
