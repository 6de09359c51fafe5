// Whether a headline names who does an act, by the words alone: a subject before a verb, an owner before a noun, or who announces it.
import type { Token } from '../text/tokens.js';
import { isWithin, type QuoteSpan } from './quotes.js';
import type { WordingTables } from './tables.js';

const breaks = new Set([',', ':', ';', '-', '–', '—', '，', '：', '،', '؛']);

/** Whether a name stands before the verb as its subject; in Arabic after it. Weapons and blasts name nobody, nor does a passive. */
export function namesDoer(
  tokens: readonly Token[],
  at: number,
  after: number,
  quotes: readonly QuoteSpan[],
  tables: WordingTables,
): boolean {
  if (tables.passive.before(tokens, at) !== null || isWithin(quotes, at)) return false;
  if (tables.by.at(tokens, after) !== null) return false;
  if (tables.verbFirst && at === 0) return tokens[after]?.sort === 'word' && tables.thing.at(tokens, after) === null;
  const from = startOf(tokens, at, tables);
  if (from === at || tokens[from]?.sort === 'number') return false;
  const owned = isOwned(tokens, from, at);
  for (let index = from; index < at; index++) {
    if (tables.announce.at(tokens, index) !== null) return index > from;
    const thing = owned ? null : tables.thing.at(tokens, index);
    if (tables.passive.at(tokens, index) !== null) return false;
    if (thing !== null && !(weapon.test(tokens[index]?.text ?? '') && namesOwnerBeside(tokens, index, thing.length, tables))) return false;
    if (tables.say.at(tokens, index) !== null || isSpeech(tokens, index, tables))
      return isSaid(tokens, index) && namesActing(tokens, index + 1, at, tables);
  }
  return !tables.cased || isNamedIn(tokens, from, at, tables) || hasOwner(tokens, from, at, tables);
}

/** "Manila says Beijing blocks": whoever is named behind the word of saying is named as doing it. */
function isSaid(tokens: readonly Token[], at: number): boolean {
  return at > 0 && saying.has(tokens[at]?.text ?? '');
}

const saying = new Set(['says', 'say', 'said']);

/** A name before a verb of which nothing shows that it is suffered: not "operatives killed in strikes". */
function namesActing(tokens: readonly Token[], from: number, at: number, tables: WordingTables): boolean {
  for (let index = from; index <= at; index++) if (tables.participle.test(tokens[index]?.text ?? '')) return false;
  return isNamedIn(tokens, from, at, tables);
}

/** Whether a name stands in the subject, or a word for those who act. */
function isNamedIn(tokens: readonly Token[], from: number, to: number, tables: WordingTables): boolean {
  for (let index = from; index < to; index++) {
    if (tokens[index]?.capital || tables.group.at(tokens, index) !== null) return true;
  }
  return false;
}

/** "российские дроны": a people is written small in some languages. */
function hasOwner(tokens: readonly Token[], from: number, to: number, tables: WordingTables): boolean {
  for (let index = from; index < to; index++) if (tables.owner.at(tokens, index) !== null) return true;
  return false;
}

/** Whether a name in the subject owns what is in it: "Moscow's drones" are a doer, drones alone are none. */
function isOwned(tokens: readonly Token[], from: number, to: number): boolean {
  for (let index = from; index + 2 < to; index++)
    if (tokens[index]?.capital && apostrophes.has(tokens[index + 1]?.text ?? '') && tokens[index + 2]?.text === 's') return true;
  return false;
}

/** "Les drones de Moscou": arms whose owner is named act for him. */
const weapon = /^(?:drone|dron|missil|misil|míss|roquet|cohet|foguet|razz|bomb|obus|дрон|ракет|бомб|беспилот)/u;

const apostrophes = new Set(["'", '’']);

/** Whether arms are somebody's: "les drones de Moscou", "drones russes", "Russian drones". */
function namesOwnerBeside(tokens: readonly Token[], at: number, length: number, tables: WordingTables): boolean {
  if (namesOwnerBehind(tokens, at + length, tables)) return true;
  return tables.owner.before(tokens, at) !== null || tables.owner.at(tokens, at + length) !== null;
}

/** Whether a name behind a word for a deed owns it: "el chantaje de Trump", "шантаж Москвы". */
export function namesOwnerBehind(tokens: readonly Token[], to: number, tables: WordingTables): boolean {
  if (!tables.cased || tables.headLast) return false;
  for (let index = to; index < Math.min(tokens.length, to + 3); index++) {
    const token = tokens[index];
    if (token === undefined || token.sort !== 'word') return false;
    if (genitives.has(token.text)) return tokens[index + (tokens[index + 1]?.text === "'" ? 2 : 1)]?.capital === true;
    if (!tables.articled) return token.capital;
  }
  return false;
}

const genitives = new Set(['de', 'del', 'du', "d'", 'd', 'do', 'da', 'dos', 'di', 'della', 'dei', 'dell', 'degli']);

function isSpeech(tokens: readonly Token[], at: number, tables: WordingTables): boolean {
  const known = tables.act.at(tokens, at)?.value[0];
  return known?.speech === true && known.form !== 'noun' && tables.group.at(tokens, at) === null;
}

/** Whether somebody before a noun owns it ("Budapests Veto", "Iran's launch") or announces it ("Moskau meldet Test"). */
export function namesOwner(tokens: readonly Token[], at: number, tables: WordingTables): boolean {
  const from = startOf(tokens, at, tables);
  for (let index = from; index < at; index++) {
    const hit = tables.announce.at(tokens, index);
    if (hit !== null) return index > from || tables.verbFirst;
  }
  if (isOwned(tokens, Math.max(from, at - 5), at)) return true;
  if (!tables.spaced && isAgainst(tokens, from, at, tables)) return true;
  const before = tokens[at - 1];
  if (before?.text === '-' && before.glued && tables.owner.before(tokens, at - 1) !== null) return true;
  return tables.genitiveS && before?.capital === true && before.text.endsWith('s') && tokens[at]?.capital === true;
}

/** "美对印关税", "美国对印度制裁": in Chinese whose deed a noun is stands before "对", whom it falls upon behind it. */
function isAgainst(tokens: readonly Token[], from: number, at: number, tables: WordingTables): boolean {
  for (let index = from; index < at; index++) {
    const owner = tables.owner.at(tokens, index);
    if (owner === null) continue;
    const end = index + owner.length;
    if (tokens[end - 1]?.text === '对' || tokens[end]?.text === '对') return true;
  }
  return false;
}

/** A hyphen within a word parts nothing: "Ex-minister". */
function isBreak(token: Token | undefined): boolean {
  return token !== undefined && breaks.has(token.text) && !(token.glued && token.text === '-');
}

/** The first token of the clause that the token stands in. */
function startOf(tokens: readonly Token[], at: number, tables: WordingTables): number {
  let from = at;
  while (from > 0 && !isBreak(tokens[from - 1]) && (tables.spaced || tokens[from]?.glued !== false)) from--;
  return from;
}
