// Finds the words of a headline that take a side and tells the outlet's own from those it quotes. What stands in quotation marks and is
// no name is held to be a judgement that the outlet does not make its own.
import type { Token } from '../text/tokens.js';
import { isWithin, type QuoteSpan } from './quotes.js';
import type { LoadedSort, WordingTables } from './tables.js';

export interface LoadedWords {
  loaded: string[];
  quotedLoaded: string[];
  /** What the words do, in order: for what the headline puts first. */
  own: { sort: LoadedSort; at: number; length: number }[];
  /** Whether any quotation marks hold a judgement or a saying rather than a name. */
  quotesJudge: boolean;
}

const longestPhrase = 6;

/** Words that judge, each once and to the letter of the title: on the headline's own word, or in quotation marks or behind who speaks. */
export function loadedWordsOf(
  title: string,
  tokens: readonly Token[],
  quotes: readonly QuoteSpan[],
  speech: readonly QuoteSpan[],
  tables: WordingTables,
): LoadedWords {
  const found: LoadedWords = { loaded: [], quotedLoaded: [], own: [], quotesJudge: false };
  const whole = quotes.length === 0 ? quotes : quotes.filter((quote) => isJudgement(tokens, quote, speech, tables));
  found.quotesJudge = whole.length > 0 || quotes.some(({ from, to }) => to - from > 1 && !tokens[from]?.capital);
  for (let at = 0; at < tokens.length; ) {
    if (whole.length === 0) at = tables.loaded.next(tokens, at);
    if (at === tokens.length) break;
    const quote = beginningAt(whole, at);
    if (quote !== null) {
      found.quotedLoaded.push(textOf(title, tokens, quote.from, quote.to));
      at = quote.to;
      continue;
    }
    const hit = tables.loaded.at(tokens, at);
    if (hit !== null && hit.value !== 'not') {
      const quoted = isWithin(quotes, at) || isWithin(speech, at);
      (quoted ? found.quotedLoaded : found.loaded).push(textOf(title, tokens, at, at + hit.length));
      if (!quoted) found.own.push({ sort: hit.value, at, length: hit.length });
    }
    at += hit?.length ?? 1;
  }
  found.loaded = eachOnce(found.loaded);
  found.quotedLoaded = eachOnce(found.quotedLoaded);
  return found;
}

function beginningAt(quotes: readonly QuoteSpan[], at: number): QuoteSpan | null {
  for (const quote of quotes) if (quote.from === at) return quote;
  return null;
}

/** To the letter of the title. */
function textOf(title: string, tokens: readonly Token[], from: number, to: number): string {
  return title.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
}

function eachOnce(words: string[]): string[] {
  return words.length < 2 ? words : [...new Set(words)];
}

function lengthOf(tokens: readonly Token[], { from, to }: QuoteSpan, tables: WordingTables): number {
  let words = 0;
  for (let at = from; at < to; at++) if (tokens[at]?.sort === 'word' || tokens[at]?.sort === 'number') words++;
  return tables.spaced ? words : Math.ceil((to - from) / 2);
}

/** Whether a short quotation judges: it holds a loaded word, or words in lower case, or follows a word of saying. Names and figures do not. */
function isJudgement(tokens: readonly Token[], quote: QuoteSpan, speech: readonly QuoteSpan[], tables: WordingTables): boolean {
  const { from, to } = quote;
  const length = lengthOf(tokens, quote, tables);
  if (length === 0 || length > longestPhrase) return false;
  for (let at = from; at < to; at++) {
    const hit = tables.loaded.at(tokens, at);
    if (hit !== null && hit.value !== 'not') return true;
    if (tokens[at]?.sort === 'number') return false;
  }
  if (length > 1) for (let at = from; at < to; at++) if (tables.sentence.at(tokens, at) !== null) return false;
  const first = tokens[from];
  if (first?.sort === 'han') return isWithin(speech, from);
  if (first?.sort !== 'word') return false;
  if (first.text >= '\u0621' && first.text <= '\u06ff') return length > 1 || isWithin(speech, from);
  return !first.capital || (!tables.cased && isWithin(speech, from));
}
