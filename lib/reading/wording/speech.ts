// Finds which words of a headline are somebody's: after "Kremlin:", after "accuses Israel of", before ", medics say" and "selon Trump".
import type { Token } from '../text/tokens.js';
import { isWithin, type QuoteSpan } from './quotes.js';
import type { WordingTables } from './tables.js';

/** The spans that are ascribed to a speaker; a loaded word in them is not the outlet's own. */
export function speechOf(tokens: readonly Token[], quotes: readonly QuoteSpan[], tables: WordingTables): QuoteSpan[] {
  const spans: QuoteSpan[] = [];
  const colon = speakersColon(tokens, tables);
  if (colon > 0) spans.push({ from: colon + 1, to: tokens.length });
  const { sayings } = tables;
  for (let at = sayings.next(tokens, 0); at < tokens.length; at = sayings.next(tokens, at + 1)) {
    if (isWithin(quotes, at)) continue;
    const say = tables.say.at(tokens, at);
    if (isDeed(tokens, at, say?.length ?? 1, tables)) continue;
    if (say !== null && (at > 0 || tables.verbFirst))
      spans.push({ from: at + say.length, to: endOfClause(tokens, at + say.length, quotes, tables) });
    const said = tables.said.at(tokens, at);
    if (said === null) continue;
    const before = clauseBefore(tokens, at);
    if (before !== null) spans.push(before);
  }
  const sign = trailingDash(tokens, tables) || (colon > 0 ? 0 : trailingColon(tokens, tables));
  if (sign > 0) spans.push({ from: 0, to: sign });
  return spans;
}

const colons = new Set([':', '：']);
const commas = new Set([',', '，', '、', '،']);
const dashes = new Set(['-', '–', '—']);

/** "Provocation de Pékin : ...", "Kniefall vor Trump: ...": whom a topic concerns does not speak. */
const prepositions = new Set(
  "de d' du des en à au contre pour del a con contra para ante von vor in aus gegen nach mit für bei".split(' '),
);

/** The colon after a speaker who begins the title, or a part of a Chinese one; 0 where what stands before it is a topic or tells a deed. */
function speakersColon(tokens: readonly Token[], tables: WordingTables): number {
  const limit = tables.spaced ? 7 : 40;
  const colon = tokens.findIndex(({ sort, text }, at) => sort === 'sign' && at <= limit && colons.has(text));
  if (colon < 1) return 0;
  let from = tables.spaced ? 0 : colon;
  while (from > 0 && tokens[from]?.glued) from--;
  for (let at = from; at < colon; at++) if (tables.verb.at(tokens, at) !== null) return 0;
  for (let at = from; at < colon; at++)
    if (tables.speaker.at(tokens, at) !== null && !(at > from && prepositions.has(tokens[at - 1]?.text ?? ''))) return colon;
  return 0;
}

/** A comma, or a dash that stands free. */
function isBreak({ sort, text, glued }: Token): boolean {
  return sort === 'sign' && (commas.has(text) || (!glued && dashes.has(text)));
}

function endOfClause(tokens: readonly Token[], from: number, quotes: readonly QuoteSpan[], tables: WordingTables): number {
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || isWithin(quotes, at)) continue;
    if (isBreak(token) || tables.end.at(tokens, at) !== null) return at;
    if (!tables.spaced && !token.glued && at > from) return at;
  }
  return tokens.length;
}

/** What stands before ", X says": the words before the comma; before "selon X" and "laut X" the words before them. */
function clauseBefore(tokens: readonly Token[], at: number): QuoteSpan | null {
  const farthest = at >= tokens.length - 2 ? 13 : 7;
  for (let comma = at - 1; comma > 0 && at - comma < farthest; comma--) {
    const token = tokens[comma];
    if (token !== undefined && isBreak(token)) {
      let from = comma - 1;
      while (from > 0 && tokens[from]?.text !== ';') from--;
      return { from, to: comma };
    }
  }
  return null;
}

function trailingDash(tokens: readonly Token[], tables: WordingTables): number {
  for (let at = tokens.length - 2; at > Math.max(0, tokens.length - 6); at--) {
    const token = tokens[at];
    if (token === undefined || token.glued || token.sort !== 'sign' || !dashes.has(token.text)) continue;
    for (let next = at + 1; next < tokens.length; next++) if (tables.speaker.at(tokens, next) !== null) return at;
  }
  return 0;
}

/** "...: Official", "...: Association of Scholars", "...: Lavrov": who says it all; 0 where the last colon opens something else. */
function trailingColon(tokens: readonly Token[], tables: WordingTables): number {
  if (!tables.spaced) return 0;
  let colon = tokens.length - 2;
  while (colon > 0 && !colons.has(tokens[colon]?.text ?? '')) colon--;
  const words = tokens.length - colon - 1;
  if (colon < 4 || words > mostOfName || linking.has(tokens[colon + 1]?.text ?? '')) return 0;
  let speaks = words <= 2 && tables.cased;
  for (let at = colon + 1; at < tokens.length; at++) {
    const { sort, text, capital } = tokens[at] as Token;
    const isSpeaker = tables.speaker.at(tokens, at) !== null;
    if (sort !== 'word' || asking.has(text) || !(capital || isSpeaker || linking.has(text))) return 0;
    speaks ||= isSpeaker;
  }
  return speaks ? colon : 0;
}

const linking = new Set('of for the and on de la le les del el los las du des der die das und y e et l d'.split(' '));

/** The longest name of a body that headlines write behind a colon, in words. */
const mostOfName = 7;
const asking = new Set(
  'what how why who when where live photos video videos watch analysis opinion explained explainer key here list map timeline quiz'.split(
    ' ',
  ),
);

/** Whether the title attributes, doubts or denies anything: a speaker's colon, or a word that hedges outside quotation marks. */
export function isHedged(
  tokens: readonly Token[],
  quotes: readonly QuoteSpan[],
  speech: readonly QuoteSpan[],
  tables: WordingTables,
): boolean {
  if (speech.some(({ from, to }) => to === tokens.length && colons.has(tokens[from - 1]?.text ?? ''))) return true;
  if (speech.some(({ from, to }) => from === 0 && colons.has(tokens[to]?.text ?? ''))) return true;
  if (quotes.some((quote) => isWholePart(tokens, quote))) return true;
  const { hedge } = tables;
  for (let at = hedge.next(tokens, 0); at < tokens.length; at = hedge.next(tokens, at + 1)) {
    const hit = hedge.at(tokens, at);
    if (hit !== null && !isWithin(quotes, at) && !isDeed(tokens, at, hit.length, tables)) return true;
  }
  return false;
}

/** "Nuuk: «We are not for sale»", "«A coup»: opposition in court": words in quotation marks that are all on one side of a colon are somebody's. */
function isWholePart(tokens: readonly Token[], { from, to }: QuoteSpan): boolean {
  if (to - from < 2) return false;
  return (from === 1 && colons.has(tokens[to + 1]?.text ?? '')) || (to === tokens.length - 1 && colons.has(tokens[from - 2]?.text ?? ''));
}

/** "Claims new prey" and "claims nine lives" say nothing: a longer phrase makes it a deed. */
function isDeed(tokens: readonly Token[], at: number, length: number, tables: WordingTables): boolean {
  if ((tables.verb.at(tokens, at)?.length ?? 0) > length) return true;
  return claims.has(tokens[at]?.text ?? '') && tokens.slice(at + 1, at + 6).some(({ text }) => text === 'lives');
}

const claims = new Set(['claims', 'claim', 'claimed']);
