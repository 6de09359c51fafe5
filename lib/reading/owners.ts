// Whose a noun of an act is: of him who does it, or of him who is met by it.
import { forceful } from './actions.js';
import { type Draft, sourceOf } from './drafts.js';
import { isIn } from './groups.js';
import type { Prep } from './lexicon-file.js';
import type { Phrase } from './phrase.js';
import { isPlain } from './policy.js';
import type { State } from './state.js';
import type { Word } from './words.js';

const isState = /^[A-Z]{2}$/;

/** "обстрел «Хезболлы»": a movement behind such a noun shells, and is not shelled. */
export function shells({ frame, noun }: Pick<Draft, 'frame' | 'noun'>, ids: readonly string[]): boolean {
  return noun && frame.includes('obj') && frame.includes('against') && ids.length > 0 && ids.every((id) => !isState.test(id));
}

/** "Maduros Festnahme durch die USA": who is told behind "by" does it, and whose it is was met. */
export function turnsRound({ noun, subject, source, target }: Draft, preps: readonly Prep[]): boolean {
  return preps.length === 1 && preps[0] === 'by' && noun && !subject && source !== null && source !== undefined && target === null;
}

/** Makes the one in the phrase the doer; whose the noun was is then met, unless he was to be arrested. */
export function giveDoer(draft: Draft, phrase: Phrase): void {
  const met = draft.action === 'arrest_or_try' ? null : draft.source;
  Object.assign(draft, { source: sourceOf(phrase, draft.action), target: met, filled: true });
}

/** "заявила об ударе со стороны Уганды": who tells of a blow by another was met by it. True where he was. */
export function strikeTeller(draft: Draft, preps: readonly Prep[], phrase: Phrase): boolean {
  const { noun, subject, source, saidBy, mode } = draft;
  if (!preps.includes('by') || !noun || !subject || mode !== 'claimed' || !saidBy || source?.length !== 1 || source[0] !== saidBy)
    return false;
  if (phrase.mixed || phrase.actors.length === 0 || phrase.actors.includes(saidBy)) return false;
  Object.assign(draft, { source: sourceOf(phrase, draft.action), target: draft.target ?? [saidBy], filled: true });
  return true;
}

/** "l'attaque d'un convoi", "el bombardeo de una escuela": an act of force is done to some thing of his, and by him whom it names as himself. */
function struckThing(draft: Draft, phrase: Phrase): boolean {
  return phrase.some && draft.noun && forceful.has(draft.action) && (phrase.head === 'people' || phrase.head === 'actor');
}

/** Whose a noun of an act is was met by it: where the act says so, or who did it was named before ("l'assassinat par Israël de ..."). */
export function isVictim(draft: Draft, phrase: Phrase): boolean {
  const told = draft.frame.includes('obj') && !shells(draft, phrase.actors);
  if (struckThing(draft, phrase)) return true;
  return told || (draft.byNamed && forceful.has(draft.action) && phrase.actors.length > 0);
}

/** "the president of France": whose the one named before is. */
export function possess(owned: Phrase, owner: Phrase): void {
  if (owned.actors.length === 0 && (owner.head === 'actor' || owner.head === 'people') && !owner.mixed) {
    owned.actors.push(...owner.actors);
    owned.place = owner.place;
  }
}

/** German "der Russen", "Moskaus". */
export function isGenitive(word: Word | undefined): boolean {
  return word !== undefined && (isIn(word, 'genitive') || (word.naming?.sort === 'name' && word.text.endsWith('s')));
}

/** "millions d'euros d'aide militaire": what is handed over is the aid. True where it is. */
export function giveAid({ open, policy }: Pick<State, 'open' | 'policy'>, act: Draft, preps: readonly Prep[] | null): boolean {
  if (!open?.goods || !open.subject || (act.action !== 'aid' && act.action !== 'supply_arms')) return false;
  if (!preps?.includes('of') && !(isPlain(policy) && preps?.includes('in'))) return false;
  open.action = act.action;
  return true;
}

/** "L'ambassade de France au Mali appelle ...": the place right behind the subject is his, and not whom the verb behind it meets. */
export function isSeat({ policy, subject }: State, { preps, holder, act }: State['pending'][number]): boolean {
  return policy.adjectiveAfter && !policy.idafa && !act && subject?.head === 'actor' && Boolean(holder) && preps.includes('in');
}

/** "gardener of Assad": what nobody listed is no more than his, and he does not act by it. */
export function isOfPerson({ words, policy }: State, owned: Phrase, owner: Phrase): boolean {
  const head = words[owned.to - 1];
  const person = isIn(words[owner.to - 1], 'leader') || owner.actors.every((id) => id === 'US-CONGRESS' || id === 'US-POLITICIANS');
  return isPlain(policy) && owned.head === 'thing' && head?.role === null && head.naming === null && person;
}
