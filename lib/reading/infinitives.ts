// Infinitives of French and Spanish that nothing tells to be done: "pide sancionar", "hésite à sanctionner".
import { isIn } from './groups.js';
import type { Entry } from './lexicon-file.js';
import { isPredicate } from './roles.js';
import type { State } from './state.js';

/** Whether an infinitive stands right behind a verb that is none of those and does not say how real the deed is. */
export function isOnlySought(s: State, { form }: Entry, at: number): boolean {
  if (form !== 'B' || s.mode !== 'done' || s.controlled || !s.policy.adjectiveAfter || s.policy.idafa) return false;
  if (s.drafts.at(-1)?.action === 'demand') return true;
  // "da 48 horas para abandonar el país": a purpose is no deed.
  if (/^(?:para|pour|per)$/.test(s.words[at - 1]?.text ?? '')) return true;
  let before = at - 1;
  while (['prep', 'how', 'not'].includes(s.words[before]?.role?.class ?? '')) before--;
  const word = s.words[before];
  if (word === undefined || word.mark !== '' || word.naming !== null || word.number || isIn(word, 'aspect')) return false;
  if (before < at - 1 && !leads.test(s.words[at - 1]?.text ?? '')) return false;
  return word.role === null ? !word.capital : isPredicate(word.role);
}

/** Prepositions that a verb takes before an infinitive; "por", "tras" and "après" tell of a deed of its own. */
const leads = /^(?:à|a|ad|de|di|d'|en|que)$/;

/** "Maduro llama a Trump «cobarde»": whoever is named behind "llama a" is called something, unless an infinitive or "que" tells what he shall do. */
export function callsNames({ words, policy }: State, { written }: Entry, at: number): boolean {
  if (!policy.adjectiveAfter || !/^llam[aó]n? a$/.test(written) || !words[at + 1]?.naming) return false;
  return !words.slice(at + 2).some(({ text }) => /^(?:a|al|que)$/.test(text));
}

/** "procesa a un empresario por vender armas": what one is tried for, he did himself. */
export function isOfTheTried({ open, policy, words }: State, { form }: Entry, at: number): boolean {
  const tried = open?.action === 'arrest_or_try' || open?.action === 'condemn';
  return (
    tried && !open.noun && policy.adjectiveAfter && !policy.idafa && form === 'B' && /^(?:por|pour|per)$/.test(words[at - 1]?.text ?? '')
  );
}
