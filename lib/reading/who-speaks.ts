// Who stands before a colon or behind a dash and is no single actor: a body, a paper, an official of nobody named, several at once.
import { isIn } from './groups.js';
import { readPhrase } from './phrases.js';
import { isPlain, type Policy } from './policy.js';
import type { Word } from './words.js';

/** "... – rights group", "...: International Federation of Journalists": a body that is no actor tells it. */
export function isBody(words: readonly Word[]): boolean {
  return words.length <= furthest && words.some((word) => isIn(word, 'teller')) && !words.some(({ naming, mark }) => naming || mark);
}

/** "Bloomberg: ...", "Wall Street Journal: ...". */
export function isPress(words: readonly Word[]): boolean {
  return words.length <= furthest && isIn(words.at(-1), 'press') && !words.some(({ mark }) => mark !== '' && mark !== '"');
}

/** The longest name of a body, in words. */
const furthest = 8;

/** An official of nobody named, or a body that is no actor. */
export function isSomebody(words: readonly Word[], policy: Policy): boolean {
  if (!isPlain(policy) && isBody(words)) return true;
  const phrase = readPhrase(words, 0, policy);
  return phrase?.head === 'actor' && phrase.actors.length === 0 && phrase.to === words.length && !phrase.act;
}

/** "minister says", "dice el ministro": words of an office, and no name. */
export function isOfficial(words: readonly Word[]): boolean {
  return (
    words.some(({ role }) => role?.class === 'official') &&
    words.every(({ naming, capital, role }) => !naming && (!capital || role !== null))
  );
}

/** "Macron and Merz: Russia broke truce": several speak, and none of them alone; two lands may as well be where it is. */
export function areSeveral(words: readonly Word[], policy: Policy): boolean {
  const phrase = readPhrase(words, 0, policy);
  const speak = phrase?.head === 'actor' && phrase.actors.length > 1 && phrase.to === words.length && !phrase.act && !phrase.place;
  return speak && words.some(({ naming, role }) => role?.class === 'official' || (naming !== null && !naming.country));
}

/** "Macron, Merz: ...": one name and nothing else, and no land. */
export function areNames(words: readonly Word[]): boolean {
  const [word, ...more] = words;
  return more.length === 0 && word?.naming?.sort === 'name' && !word.naming.country;
}

/** "Chinas Außenministerium: entschieden gegen ...": what is told opens with a no, which is his who speaks. */
export function opensWithNo(clause: { words: readonly Word[] } | undefined): boolean {
  return clause?.words[0]?.role?.action === 'reject';
}
