// Offices that any state has and a language means its own by: "Kanzler", "le Sénat". Who is named beside one is whose it is.
import { isPlain, type Policy } from './policy.js';
import { has } from './word-classes.js';
import type { Word } from './words.js';

/** "der Kanzler von Österreich", "le Sénat brésilien": such an office stands for nobody by itself; a plain name in front of it is told by its phrase. */
export function yieldOffices(words: readonly Word[], policy: Policy): void {
  if (isPlain(policy) || !policy.spaced || policy.cases || policy.idafa) return;
  for (let at = 0; at < words.length - 1; at++) {
    const word = words[at] as Word;
    if (word.naming?.state && has(word, 'official') && isAnothers(words, at, policy)) word.naming = null;
  }
}

function isAnothers(words: readonly Word[], at: number, { adjectiveAfter }: Policy): boolean {
  const next = words[at + 1];
  if (next?.naming) return isOther(words, at, at + 1) && (next.naming.sort !== 'adjective' || adjectiveAfter);
  const of = next?.entries.find(({ class: name, frame }) => name === 'prep' && frame.includes('of'));
  return of !== undefined && isOther(words, at, has(words[at + 2], 'the') ? at + 3 : at + 2);
}

/** Whether another state is named there. */
function isOther(words: readonly Word[], office: number, at: number): boolean {
  const naming = words[at]?.naming;
  return naming?.state === true && !naming.ids.some((id) => words[office]?.naming?.ids.includes(id));
}
