// Who is named beside an act and has no part in it: whoever mediates, and whoever uses or holds what is struck.
import { isIn } from './groups.js';
import { isPredicate } from './word-classes.js';
import type { Word } from './words.js';

/** "использовавшейся ВСУ", "удерживаемому Россией": a participle with its agent behind it. */
const heldBy = /^(?:использ|удерж|контролир|занима|занят|захвач|эксплуатир)[а-яё]*(?:вш|щ|ем|им|анн|енн|ят)[а-яё]+$/;
const cyrillic = 0x400;
const arabic = 0x600;
const wholeAdjective = /^ال.+ية$/;
const shortestNegotiator = 8;
const shortestHeldBy = 7;

/** Takes their names from them. */
export function partBystanders(words: readonly Word[]): void {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    const { text } = word;
    const next = words[at + 1];
    // "pro-EU crowd": it is for the EU, and not of it.
    if (words[at - 1]?.text === 'pro-') word.naming = null;
    // "anti-Kenya protesters": it is against Kenya.
    if (words[at - 1]?.text === 'anti-') word.naming = null;
    // "'Russian' law": so it is called.
    if (word.naming?.sort === 'adjective' && words[at - 1]?.mark === '"' && next?.mark === '"') word.naming = null;
    // "FARC dissidents" are of the FARC.
    if (word.naming?.ids[0] === '@opposition' && words[at - 1]?.naming?.state === false) word.naming = null;
    // "المعارضة الفنزويلية": the adjective behind it says whose opposition it is.
    if (word.naming && isOwnerOfOpposition(words, at)) word.naming = null;
    if (isIn(word, 'fallen')) forgetFallen(words, at);
    if (text === 'as' && isIn(next, 'mediator')) forgetBefore(words, at);
    else if (text.length >= shortestNegotiator && isIn(word, 'negotiator')) forgetTownBefore(words, at);
    else if ((next?.text === 'by' || next?.text === 'par') && isIn(word, 'held')) forgetBehind(words, at + 2);
    else if (text.charCodeAt(0) >= arabic && isIn(word, 'loyal')) forgetBehind(words, at + 1);
    else if (text.length >= shortestHeldBy && text.charCodeAt(0) >= cyrillic && heldBy.test(text)) forgetBehind(words, at + 1);
  }
}

/** Whether the Arabic word, which its article may be a part of, is an adjective behind an opposition that bears no arms. */
function isOwnerOfOpposition(words: readonly Word[], at: number): boolean {
  const { text, naming } = words[at] as Word;
  const split = words[at - 1]?.text === 'ال' && naming?.sort === 'adjective';
  const owned = words[split ? at - 2 : at - 1];
  if (owned?.mark !== '' || owned.naming?.ids[0] !== '@opposition') return false;
  return (split || wholeAdjective.test(text)) && !words[at + 2]?.text.startsWith('مسلح');
}

/** "Cairo negotiators" sit in Cairo; "Iranian negotiators" are Iran's. */
function forgetTownBefore(words: readonly Word[], at: number): void {
  const town = words[at - 1];
  if (town?.naming && !town.naming.country && (town.naming.sort === 'place' || town.naming.sort === 'name')) town.naming = null;
}

/** How far behind such a word its owner is named: "свергнутого президента Мали". */
const ownerWithin = 3;

/** How far behind it stands what he, or who is his, does. */
const verbWithin = 4;

/** "gestürzter malischer Präsident", "presidente derrocado de Malí": whose he was is told, and he acts for nobody. */
function forgetFallen(words: readonly Word[], at: number): void {
  const next = words[at + 1];
  if (next?.mark !== '' || isIn(next, 'fallen') || next.entries.some(({ frame }) => frame.includes('by'))) return;
  // "freezes assets of ousted minister": it is his state that is met.
  const acts = words.slice(at + 1, at + 1 + verbWithin).some(({ entries }) => entries.some(isPredicate));
  if (!acts && words.slice(0, at).some(({ entries }) => entries.some(isPredicate))) return;
  const before = words[at - 1];
  if (before?.naming?.sort === 'adjective') before.naming = null;
  for (let behind = at + 1; behind <= at + ownerWithin && words[behind]?.mark === ''; behind++) {
    const { naming, entries } = words[behind] as Word;
    if (entries.some(isPredicate)) return;
    if (naming === null) continue;
    (words[behind] as Word).naming = null;
    return;
  }
}

function forgetBefore(words: readonly Word[], from: number): void {
  for (let at = from - 1; at >= 0 && words[at]?.naming; at--) (words[at] as Word).naming = null;
}

function forgetBehind(words: readonly Word[], from: number): void {
  const start = words[from]?.naming ? from : from + 1;
  for (let at = start; at < words.length && words[at]?.naming; at++) (words[at] as Word).naming = null;
}
