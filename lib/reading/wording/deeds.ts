// Finds the word for the act and whether its doer is named as doing it: from the acts where they have been read, else by the words.
import type { Token } from '../text/tokens.js';
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

/** Acts that only say something: whoever does them is not named as doing the deed. */
const speech = new Set(['accuse', 'condemn', 'demand', 'deny', 'reject', 'announce_or_state', 'threaten', 'other']);

export function deedOf(
  title: string,
  tokens: readonly Token[],
  quotes: readonly Span[],
  tables: WordingTables,
  acts?: readonly DeedSpan[],
): { agentNamed: boolean; actWord: string | null } {
  if (acts !== undefined && acts.length > 0) return ofActs(title, acts);
  let word: string | null = null;
  for (let at = 0; at < tokens.length; at++) {
    if (isWithin(quotes, at) && tokens.length > 8) continue;
    const verb = tables.verb.at(tokens, at);
    const hit = verb ?? tables.noun.at(tokens, at);
    if (hit === null) continue;
    const text = title.slice(tokens[at]?.start ?? 0, tokens[at + hit.length - 1]?.end ?? 0);
    if (verb !== null && namesDoer(tokens, at, at + hit.length, quotes, tables)) return { agentNamed: true, actWord: text };
    word ??= text;
  }
  return { agentNamed: false, actWord: word };
}

function ofActs(title: string, acts: readonly DeedSpan[]): { agentNamed: boolean; actWord: string | null } {
  const deeds = acts.filter(({ action }) => !speech.has(action));
  const done = deeds.find(
    (act) =>
      act.source !== null && act.mode !== 'denied' && act.mode !== 'demanded' && (act.mode !== 'claimed' || act.saidBy === act.source),
  );
  const shown = done ?? deeds[0] ?? acts[0];
  return { agentNamed: done !== undefined, actWord: shown === undefined ? null : title.slice(shown.start, shown.end) };
}

const breaks = new Set([',', ':', ';', '-', '–', '—', '，', '：', '،', '؛']);

/** Whether a name stands before the verb as its subject; in Arabic after it. Weapons and blasts name nobody, nor does a passive. */
function namesDoer(tokens: readonly Token[], at: number, after: number, quotes: readonly Span[], tables: WordingTables): boolean {
  if (tables.passive.before(tokens, at) !== null || isWithin(quotes, at)) return false;
  if (tables.verbFirst && at === 0) return tokens[after]?.sort === 'word' && tables.thing.at(tokens, after) === null;
  let from = at;
  while (from > 0 && !breaks.has(tokens[from - 1]?.text ?? '') && (tables.spaced || tokens[from]?.glued !== false)) from--;
  if (from === at) return false;
  for (let index = from; index < at; index++) {
    if (tables.thing.at(tokens, index) !== null || tables.passive.at(tokens, index) !== null || tables.say.at(tokens, index) !== null)
      return false;
  }
  return tables.cased ? tokens.slice(from, at).some(({ capital, sort }) => sort === 'word' && capital) : true;
}
