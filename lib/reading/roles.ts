// Which of its readings a word has where it stands: "strikes" is a noun in "Israeli strikes on Gaza" and a verb in "Israel strikes Gaza".
import type { Class, Entry } from './lexicon-file.js';
import type { Word } from './words.js';

const predicates = new Set<Class>(['verb', 'light', 'undo', 'suffer', 'say', 'deny', 'plan', 'vow', 'refuse', 'urge', 'call']);

export function isPredicate(entry: Entry | null): entry is Entry {
  return entry !== null && predicates.has(entry.class);
}

export function has(word: Word | undefined, name: Class): boolean {
  return word?.entries.some((entry) => entry.class === name) ?? false;
}

/** One entry for each word; null for names, punctuation and words nobody knows. */
export function rolesOf(words: readonly Word[]): (Entry | null)[] {
  const roles: (Entry | null)[] = [];
  words.forEach((word, i) => roles.push(roleOf(words, i, roles)));
  return roles;
}

function roleOf(words: readonly Word[], i: number, before: readonly (Entry | null)[]): Entry | null {
  const word = words[i];
  if (!word || word.entries.length === 0) return null;
  const entries = word.entries.filter(({ particle }) => particle === null || standsLater(words, i, particle));
  const nouns = entries.filter((entry) => !isPredicate(entry));
  const verbs = entries.filter(isPredicate);
  const [noun] = nouns;
  const [verb] = verbs;
  if (!noun || !verb) return noun ?? verbAs(verbs, words, i, before) ?? null;
  return isVerbHere(words, i, before, verbs) ? verbAs(verbs, words, i, before) : noun;
}

/** Of two forms spelt alike, the one that fits what stands before. */
function verbAs(verbs: readonly Entry[], words: readonly Word[], i: number, before: readonly (Entry | null)[]): Entry | null {
  if (verbs.length < 2) return verbs[0] ?? null;
  const last = lastWord(words, i, before);
  const passive = last !== null && before[last]?.class === 'be';
  return verbs.find(({ form }) => (passive ? form === 'P' || form === 'A' : form !== 'P')) ?? verbs[0] ?? null;
}

/** The nearest word before that is no adverb; null at the beginning. */
function lastWord(words: readonly Word[], i: number, before: readonly (Entry | null)[]): number | null {
  for (let at = i - 1; at >= 0; at--) if (before[at]?.class !== 'how' && words[at]?.mark !== '"') return at;
  return null;
}

function isVerbHere(words: readonly Word[], i: number, before: readonly (Entry | null)[], verbs: readonly Entry[]): boolean {
  const last = lastWord(words, i, before);
  const next = words[i + 1];
  const objectFollows =
    next !== undefined && next.mark === '' && (next.naming !== null || has(next, 'the') || /^\p{N}/u.test(next.text) || has(next, 'people') || has(next, 'official'));
  const adpositionFollows = has(next, 'prep');
  if (last === null) return false;
  const role = before[last] ?? null;
  const word = words[last] as Word;
  if (role && (role.class === 'plan' || role.class === 'may' || role.class === 'not')) return verbs.some(({ form }) => form === 'B' || form === 'G');
  if (role && (role.class === 'the' || role.class === 'prep' || role.class === 'light' || role.class === 'undo' || role.class === 'call')) return false;
  if (word.mark === "'s" || isPredicate(role)) return false;
  if (word.naming) return !word.naming.adjective && (objectFollows || (!adpositionFollows && !isPlainNoun(next)));
  if (role?.class === 'official' || role?.class === 'people' || role?.class === 'armed' || role?.class === 'and' || role?.class === 'who')
    return objectFollows || (!adpositionFollows && !isPlainNoun(next) && next !== undefined);
  return false;
}

/** A word that may be the noun of which the word before is a part: "strike group". */
function isPlainNoun(word: Word | undefined): boolean {
  return word !== undefined && word.mark === '' && word.entries.length === 0 && word.naming === null && !/^\p{N}/u.test(word.text);
}

function standsLater(words: readonly Word[], i: number, particle: string): boolean {
  for (let at = i + 1; at < words.length; at++) {
    if (words[at]?.mark === ':' || words[at]?.mark === ';') return false;
    if (words[at]?.text === particle) return true;
  }
  return false;
}
