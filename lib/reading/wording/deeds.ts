// Finds the word for the act of a headline and whether its doer is named as doing it. The act is what is done rather than what is said
// of it; of several the first. Who does it is taken from the acts that were read, and by the words where these name nobody.
import { speechActs } from '../actions.js';
import type { Token } from '../text/tokens.js';
import { wholeWords } from '../whole-words.js';
import {
  backgroundRank,
  type Candidate,
  candidatesOf,
  deedRank,
  isHyphened,
  isSuffered,
  loadedRank,
  quotedRank,
  speechRank,
  tollRank,
  weakRank,
} from './candidates.js';
import { namesDoer, namesOwner, namesOwnerBehind } from './doer.js';
import type { LoadedWords } from './loaded.js';
import { isWithin, type QuoteSpan } from './quotes.js';
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

export interface WordedDeed {
  agentNamed: boolean;
  /** To the letter of the title; null where no word for an act is known. */
  actWord: string | null;
  /** The tokens of the word: from the first to before `to`; both 0 for none. */
  from: number;
  to: number;
}

/** English words that judge and tell nothing: "murderous", "glorious". */
const adjective = /..(?:ous|ful|less|ible|ic|ish|al)$/;

/** The word that tells the act, to the letter of the title, and whether who does it is named; null and false where none is found. */
export function deedOf(
  title: string,
  tokens: readonly Token[],
  quotes: readonly QuoteSpan[],
  { own }: Pick<LoadedWords, 'own'>,
  tables: WordingTables,
  acts: readonly DeedSpan[] = [],
): WordedDeed {
  const found = candidatesOf(tokens, quotes, tables);
  own.forEach(({ sort, at, length }, i) => {
    const isHeld = tables.headLast && own[i + 1]?.at === at + length;
    const isAdjective = tables.headLast && length === 1 && adjective.test(tokens[at]?.text ?? '');
    const isAside = tables.aside.at(tokens, at) !== null;
    if (sort !== 'slur' && !isHeld && !isAdjective && !isAside) found.push({ rank: loadedRank, form: 'verb', from: at, to: at + length });
  });
  let best: Candidate | null = null;
  for (const one of found) if (best === null || one.rank < best.rank) best = one;
  const read = acts.find(({ action }) => !speechActs.has(action)) ?? acts[0];
  if (best === null || (best.rank > quotedRank && read !== undefined && !speechActs.has(read.action)))
    best = spanOf(tokens, read, tables) ?? best;
  if (best === null || best.rank === loadedRank || best.rank >= tollRank) best = guessOf(tokens, quotes, tables, best) ?? best;
  else if (best.rank === backgroundRank && best.form === 'noun') best = unlistedBefore(tokens, quotes, tables, best, true) ?? best;
  if (best === null) return { agentNamed: false, actWord: null, from: 0, to: 0 };
  const { from, to } = best;
  const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
  const whole = best.form === 'noun' ? { start, end } : wholeWords(title, tables.lang, { start, end });
  const agentNamed = isNamed(tokens, quotes, tables, acts, best) || isNamedBehind(tokens, quotes, tables, acts, best, found);
  return { agentNamed, actWord: title.slice(whole.start, whole.end), from, to };
}

/** A verb that may be the act where no other word is; or one that no list knows, by its form, in languages whose verbs show it. */
function guessOf(
  tokens: readonly Token[],
  quotes: readonly QuoteSpan[],
  tables: WordingTables,
  loaded: Candidate | null,
): Candidate | null {
  const { verbForm, weak } = tables;
  for (let at = weak.next(tokens, 0); at < tokens.length; at = weak.next(tokens, at + 1)) {
    const hit = weak.at(tokens, at);
    if (hit === null || isWithin(quotes, at) || (at > 0 && tokens[at]?.capital) || isHyphened(tokens, at, tables)) continue;
    if (loaded !== null && at >= loaded.from && at < loaded.to) return null;
    if (loaded?.rank === loadedRank && tables.negation.before(tokens, at) !== null) continue;
    const span = { from: at, to: at + hit.length };
    return { rank: weakRank, form: isSuffered(tokens, span, tables) ? 'suffered' : 'verb', ...span };
  }
  const unlisted = tables.headLast ? unlistedVerb(tokens, quotes, tables) : null;
  if (unlisted !== null) return unlisted;
  if (loaded?.rank === loadedRank) return unlistedBefore(tokens, quotes, tables, loaded, false);
  if (verbForm === null) return null;
  for (let at = 0; at < Math.min(tokens.length, 6); at++) {
    const token = tokens[at];
    at += (tables.noAct.at(tokens, at)?.length ?? 1) - 1;
    if (at === 0 || token?.sort !== 'word' || token.capital || isWithin(quotes, at) || !verbForm.test(token.text)) continue;
    if (tables.noAct.at(tokens, at) === null && tables.focus.at(tokens, at) === null)
      return { rank: deedRank, form: 'verb', from: at, to: at + 1 };
  }
  return null;
}

/** "Sofia shelves plan": an English verb in the present that no list knows, right behind a name and before what shows an object or a place. */
function unlistedVerb(tokens: readonly Token[], quotes: readonly QuoteSpan[], tables: WordingTables): Candidate | null {
  for (let at = 1; at < Math.min(tokens.length - 1, 6); at++) {
    const { sort, text, capital, glued } = tokens[at] as Token;
    const next = tokens[at + 1] as Token;
    if (sort !== 'word' || capital || glued || isWithin(quotes, at) || !/^(?!does$|has$|was$)[a-z]{3,}(?<![sui])s$/.test(text)) continue;
    if (!tokens[at - 1]?.capital || !(next.capital || next.sort === 'number' || opening.has(next.text))) continue;
    if (tables.noAct.at(tokens, at) === null && tables.say.at(tokens, at) === null && tables.focus.at(tokens, at) === null)
      return { rank: weakRank, form: 'verb', from: at, to: at + 1 };
  }
  return null;
}

/** "раздувают истерию": a Russian verb that no list knows, right before the noun that judges; of one told by the way, with a name as its object. */
function unlistedBefore(
  tokens: readonly Token[],
  quotes: readonly QuoteSpan[],
  { lang, verbForm, noAct, say, idle, thing }: WordingTables,
  noun: Candidate,
  hasName: boolean,
): Candidate | null {
  if (lang !== 'ru' || verbForm === null || isWithin(quotes, noun.from)) return null;
  for (let at = hasName ? 1 : Math.max(1, noun.from - 1); at < noun.from; at++) {
    const { sort, text, capital } = tokens[at] as Token;
    if (sort !== 'word' || capital || !verbForm.test(text) || (hasName && !tokens[at + 1]?.capital)) continue;
    if (noAct.at(tokens, at) !== null || say.at(tokens, at) !== null || idle.at(tokens, at) !== null) continue;
    if (thing.at(tokens, at - 1) === null) return { rank: weakRank, form: 'verb', from: at, to: at + 1 };
  }
  return null;
}

const opening = new Set(
  'a an the its his her their our your no more all new old into over off up out down back for against at on from as under'.split(' '),
);

/** The first word of an act that was read and no list knows; null where it only says something. */
function spanOf(tokens: readonly Token[], act: DeedSpan | undefined, tables: WordingTables): Candidate | null {
  if (act === undefined) return null;
  const from = tokens.findIndex(({ end }) => end > act.start);
  if (from < 0 || tables.say.at(tokens, from) !== null) return null;
  return { rank: deedRank, form: 'verb', from, to: from + 1 };
}

function isNamed(
  tokens: readonly Token[],
  quotes: readonly QuoteSpan[],
  tables: WordingTables,
  acts: readonly DeedSpan[],
  { rank, form, from, to }: Candidate,
): boolean {
  if (rank >= speechRank || (form === 'verb' && tables.idle.at(tokens, from) !== null)) return false;
  const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
  const read = acts.filter((act) => act.start < end && act.end > start && !speechActs.has(act.action));
  if (form === 'noun' && read.some(({ action }) => mutual.has(action))) return false;
  if (read.some((act) => act.source !== null && isDone(act, acts))) return true;
  if (read.some((act) => act.source !== null)) return false;
  if (form === 'suffered' || rank === quotedRank) return false;
  if (form === 'noun' && acts.some((act) => isOfNoun(act, end, tokens[to]?.end ?? end) && isDone(act, acts))) return true;
  if (tables.loaded.at(tokens, from)?.value === 'deed' && namesOwnerBehind(tokens, to, tables)) return true;
  return form === 'noun' ? namesOwner(tokens, from, tables) : namesDoer(tokens, from, to, quotes, tables);
}

/** "Pakistani air strikes kill nine": the verb right behind the noun tells whose deed it is. */
function isOfNoun({ action, source, start }: DeedSpan, from: number, to: number): boolean {
  return action === 'attack' && source !== null && start >= from && start <= to;
}

/** "Massacre at the mine: Lima shoots its people": who does it stands behind the colon. */
function isNamedBehind(
  tokens: readonly Token[],
  quotes: readonly QuoteSpan[],
  tables: WordingTables,
  acts: readonly DeedSpan[],
  { rank, from, to }: Candidate,
  found: readonly Candidate[],
): boolean {
  if (rank === quotedRank) return false;
  const colon = tokens.findIndex(({ sort, text }, at) => sort === 'sign' && at >= to && colons.has(text));
  if (colon < 0 || tables.loaded.at(tokens, from)?.value !== 'violence') return false;
  const told = found.find((one) => one.from > colon && one.form === 'verb' && one.rank <= loadedRank);
  if (told === undefined) return false;
  const behind = tokens[colon]?.end ?? 0;
  return (
    acts.some((act) => act.start >= behind && act.action === 'attack' && act.source !== null) || isNamed(tokens, quotes, tables, [], told)
  );
}

const colons = new Set([':', '：']);

/** "A truce between" names parties, "the vote in" a place: no doer. */
const mutual = new Set(['agree_or_sign', 'negotiate', 'trade_deal', 'appoint_or_elect']);
const judging = new Set(['accuse', 'condemn', 'deny', 'reject', 'demand']);

/**
 * Whether an act is told as done or to be done; what somebody is only accused of, asked for or denies is not. "Strikes kill nine, Kabul says"
 * is told so, though it is an accusation too: no word of its own accuses.
 */
function isDone(act: DeedSpan, acts: readonly DeedSpan[]): boolean {
  if (act.mode === 'denied' || act.mode === 'demanded') return false;
  if (act.mode !== 'claimed' || act.saidBy === act.source) return true;
  return !acts.some((one) => judging.has(one.action) && one.source === act.saidBy && !(one.start < act.end && act.start < one.end));
}
