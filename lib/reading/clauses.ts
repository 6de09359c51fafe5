// Cuts a headline into clauses: what stands between strong punctuation, and each background ("after ...", "amid ...") by itself.
// A clause may be said by somebody: "Kremlin: ...", "..., says Tallinn".
import type { Entry } from './lexicon-file.js';
import type { Word } from './words.js';

export interface Clause {
  from: number;
  /** Past the last word. */
  to: number;
  /** Begun by "after", "amid", "despite": what it tells of came before, and its parties are not those of the clause beside it. */
  background: boolean;
  /** Ends in a question mark: nothing in it is told as a fact. */
  asked: boolean;
  /** The mark it ends with: one of `: ; , – .`, '' at a background or the end. */
  mark: string;
}

/** The clauses of a title in order; none is empty. */
export function clausesOf(words: readonly Word[], roles: readonly (Entry | null)[]): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  let background = false;
  const cut = (to: number, mark: string, next: number, isBackground: boolean): void => {
    if (to > from) clauses.push({ from, to, background, asked: mark === '?', mark });
    from = next;
    background = isBackground;
  };
  words.forEach((word, at) => {
    if (roles[at]?.class === 'after') cut(at, '', at + 1, true);
    else if (cuts(words, at)) cut(at, word.mark, at + 1, false);
  });
  cut(words.length, '', words.length, false);
  const last = clauses.at(-1);
  if (last && words.at(-1)?.mark === '?') last.asked = true;
  return clauses;
}

function cuts(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word;
  if (word.mark === ':' || word.mark === ';' || word.mark === '?' || word.mark === '!') return true;
  if (word.mark === '–') return words[at - 1]?.end !== word.start || words[at + 1]?.start !== word.end;
  if (word.mark === '.') return words[at + 1] !== undefined && words[at + 1]?.start !== word.end;
  return word.mark === ',' && !isInList(words, at);
}

/** A comma between names, or before a number, is no end. */
function isInList(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  const before = words[at - 1];
  return next !== undefined && next.naming !== null && before !== undefined && before.naming !== null && !next.naming.adjective;
}
