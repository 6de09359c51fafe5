// Whether somebody of a sentence is let do, gets, loses or pays what another of its titles grants, cuts or fines him: "may store weapons in
// Sweden" of a headline by which Sweden lets him. Then he stands first without being who acts.
import type { Mention } from './actors.js';
import type { Scope } from './scopes.js';
import type { Told } from './told.js';

/** Rows of concepts-*.tsv for what one does to another who may or must then do something. */
const granting: ReadonlySet<string> = new Set([
  ...[
    'allow',
    'approve',
    'lift',
    'release',
    'grant',
    'supply',
    'send',
    'fund',
    'promise',
    'propose',
    'offer',
    'open',
    'reopen',
    'resume',
    'unfreeze',
    'win',
  ],
  ...['expel', 'deport', 'fine', 'sentence', 'punish', 'reduce', 'halve', 'budget cut'],
]);
/** "lässt Journalisten ausreisen". */
const letting = /\b(?:lässt|lassen|ließ|liess)\b|\b(?:laisse|laissent|deja|dejan|permite|autorise)\b|\blets?\b|Aussicht/iu;

const receiving =
  /\b(?:may|can|could|able to|allowed to|permitted to|free to|gets?|got|has to|have to|must|receives?|received|los(?:es|ing|t)|left)\b/;

/** `one` stands before the word for it in the sentence, and a title tells of what is granted or taken. */
export function receives({ told, start, end }: Scope, one: Mention, titles: readonly Told[]): boolean {
  const found = receiving.exec(told.text.slice(start, end));
  if (!found || one.start >= start + found.index) return false;
  // "received it from Kenya" says from whom.
  if (/^(?:gets|got|receiv)/.test(found[0]) && /\bfrom\b/.test(told.text.slice(start + found.index, end))) return false;
  return titles.some(({ text, rows }) => letting.test(text) || [...rows].some((row) => granting.has(row)));
}
