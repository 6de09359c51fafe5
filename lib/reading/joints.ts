// What binds the words of a phrase together, and what parts them.
import type { Head } from './phrase.js';
import { isPlain, type Policy } from './policy.js';
import { isNounClass, isPredicate } from './roles.js';
import type { Word } from './words.js';

const backing =
  /^(?:backed|linked|aligned|sponsored|funded|armed|trained|supported|supplied|allied|born|based|made|owned|run|held|occupied|registered)$/;

/** A hyphen without spaces: "US-China". */
export function isTight(words: readonly Word[], at: number): boolean {
  return words[at]?.mark === '–' && words[at - 1]?.end === words[at]?.start && words[at]?.end === words[at + 1]?.start;
}

/** "US, Iran sign" and "Russia, China and Iran": a verb or "and" follows the next name. */
export function isListed(words: readonly Word[], at: number): boolean {
  if (!words[at]?.naming || words[at]?.naming?.sort === 'adjective') return false;
  for (let next = at + 1; next < words.length; next++) {
    const word = words[next] as Word;
    if (word.role?.class === 'say' && (words[next + 1] === undefined || words[next + 1]?.mark !== '')) return false;
    if (word.role?.class === 'and' || isPredicate(word.role) || (word.role?.class === 'prep' && word.role.frame.includes('of')))
      return true;
    if (!word.naming && word.role?.class !== 'official' && word.mark !== ',') return false;
  }
  return false;
}

/** "Chinese, Russian and North Korean leaders" */
export function adjectivesJoin(words: readonly Word[], at: number, head: Head | null, policy: Policy): boolean {
  return (
    (head === null || (policy.adjectiveAfter && head !== 'act')) &&
    words[at - 1]?.naming?.sort === 'adjective' &&
    words[at + 1]?.naming?.sort === 'adjective'
  );
}

/** "West encouraged Ukraine": an unknown word between two names, in small letters, is a verb nobody listed. */
export function isStrangeVerb(words: readonly Word[], at: number, from: number, head: Head | null, policy: Policy): boolean {
  if (!isPlain(policy)) return false;
  const before = words[at - 1];
  return (
    at - 1 > from &&
    head !== null &&
    before !== undefined &&
    before.mark === '' &&
    before.entries.length === 0 &&
    before.naming === null &&
    !before.capital &&
    !before.number &&
    /(?:ed|es|s)$/.test(before.text)
  );
}

/** "diplomats named in spy case": an unknown participle behind the head tells more of it. */
export function isReduced(words: readonly Word[], at: number, head: Head | null, policy: Policy): boolean {
  const word = words[at] as Word;
  return (
    (head === 'actor' || head === 'people') &&
    isPlain(policy) &&
    !word.capital &&
    /[^e]ed$/.test(word.text) &&
    words[at + 1]?.role?.class === 'prep'
  );
}

/** "expels envoys and Paris recalls its own": the name after "and" begins an act of its own, where one was told before. */
export function actsNext(words: readonly Word[], and: number, from: number): boolean {
  // "bombardea Chad y Egipto lo condena"
  const name = words[and + 1]?.role?.class === 'the' ? and + 2 : and + 1;
  const it = words[name + 1]?.text === 'lo' && words[name + 2]?.entries.some(isPredicate);
  const verb = words[name + 1];
  if (!it && (!verb || !isPredicate(verb.role) || verb.role?.class === 'plan')) return false;
  return words.some((word, at) => at < from && isPredicate(word.role) && word.role?.class !== 'say');
}

/** What stands there may be met by a verb before it. */
export function hasObject(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return word !== undefined && word.mark === '' && (word.role === null || isNounClass(word.role) || word.role.class === 'the');
}

/** "дал Кении кредит": in Russian a noun behind a name begins a phrase of its own. */
export function endsInName(words: readonly Word[], at: number): boolean {
  const naming = words[at - 1]?.naming;
  return naming !== null && naming !== undefined && naming.sort !== 'adjective';
}

/** "Iran-backed": helped by the one named, and not he himself. */
export function isBackedBy(words: readonly Word[], at: number): boolean {
  return words[at + 1]?.mark === '–' && isTight(words, at + 1) && backing.test(words[at + 2]?.text ?? '');
}
