// What classes of the lexicon are to a clause: predicates, nouns, or the grammar between them.
import type { Class, Entry } from './lexicon-file.js';
import type { Word } from './words.js';

const predicates = new Set<Class>([
  'verb',
  'light',
  'give',
  'take',
  'undo',
  'suffer',
  'say',
  'deny',
  'plan',
  'vow',
  'refuse',
  'urge',
  'call',
]);
const nouns = new Set<Class>(['official', 'people', 'private', 'armed', 'nature', 'thing', 'noun']);

/** False for no entry. */
export function isPredicate(entry: Entry | null | undefined): boolean {
  return entry !== null && entry !== undefined && predicates.has(entry.class);
}

/** False for no entry. */
export function isNounClass(entry: Pick<Entry, 'class'> | null | undefined): boolean {
  return entry !== null && entry !== undefined && nouns.has(entry.class);
}

/** Whether any reading of the word is of this class; false for no word. */
export function has(word: Word | undefined, name: Class): boolean {
  return word?.entries.some((entry) => entry.class === name) ?? false;
}

/** What may begin the one acted upon. */
export function takesObject(next: Word | undefined): boolean {
  if (next === undefined || next.mark !== '') return false;
  return (
    next.naming !== null ||
    next.number ||
    has(next, 'the') ||
    has(next, 'people') ||
    has(next, 'official') ||
    has(next, 'private') ||
    has(next, 'armed')
  );
}
