// Reads how a headline words what happened: whether the doer is named as doing it, the word for the act, words that take a side (the
// outlet's own, or quoted from somebody), whether anything is attributed or doubted, and what comes first.
import type { Lexicons } from '../lexicons.js';
import type { Looks } from '../text/looks.js';
import { type Token, tokensOf } from '../text/tokens.js';
import { type DeedSpan, deedOf } from './deeds.js';
import type { Focus } from './foci.js';
import { focusOf } from './focus.js';
import { loadedWordsOf } from './loaded.js';
import { quotesOf } from './quotes.js';
import { isHedged, speechOf } from './speech.js';
import { readWordingTables } from './tables.js';

export interface Wording {
  /** Whether the headline names the doer as doing the act. */
  agentNamed: boolean;
  /** The word for the act, to the letter of the title; null where none is known. */
  actWord: string | null;
  /** The outlet's own words that take a side, to the letter, in order. */
  loaded: string[];
  /** Such words in quotation marks or ascribed to a speaker. */
  quotedLoaded: string[];
  hedged: boolean;
  focus: Focus;
}

/**
 * Reads the tables of a folder once and gives the reader; `lexicons` are the lexicons of acts. `acts` are the title's acts where they have been read; without them the
 * doer and the word for the act are found by the words alone, less surely.
 */
export function makeWordingReader(
  folder: string,
  lexicons: Lexicons,
  looks?: Looks,
): (title: string, lang: string, acts?: readonly DeedSpan[]) => Wording {
  const tablesOf = readWordingTables(folder, lexicons, looks);
  return (title, lang, acts) => {
    const tables = tablesOf(lang);
    const tokens: readonly Token[] = tokensOf(title);
    const quotes = quotesOf(tokens);
    const speech = speechOf(tokens, quotes, tables);
    const words = loadedWordsOf(title, tokens, quotes, speech, tables);
    const deed = deedOf(title, tokens, quotes, words, tables, acts);
    const hedged = words.quotesJudge || isHedged(tokens, quotes, speech, tables);
    const { agentNamed, actWord } = deed;
    return {
      agentNamed,
      actWord,
      loaded: words.loaded,
      quotedLoaded: words.quotedLoaded,
      hedged,
      focus: focusOf(tokens, words, deed, tables),
    };
  };
}
