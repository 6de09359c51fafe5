// Words of war for what is none, and a plan that stands for whose it is: "torpedoes peace plan", "hails Kampala's offer".
import { forceful, mutual } from './actions.js';
import type { Draft } from './drafts.js';
import { isIn } from './groups.js';
import type { Phrase } from './phrase.js';
import { isPlain } from './policy.js';
import type { State } from './state.js';

const sinks = /^torp[ei]|^торпед/;
const invades = /^(?:invad|erober|envah|conqu|storm|stürm)/;
const markets = /(?:^|-)(?:markets?|marché|mercado)$|markt$/;

/** "torpedoes peace plan" is a no, "invades car market" nothing, and "calls Gaza war genocide" blames nobody there. */
export function figureOfSpeech({ words }: State, draft: Draft, { head, bare, place, to }: Phrase, act: Draft | null): void {
  const verb = words.find(({ start }) => start === draft.start)?.text ?? '';
  const last = words[to - 1]?.text ?? '';
  if (draft.noun) return;
  if (draft.action === 'attack' && sinks.test(verb) && (head === 'thing' || (act && mutual.has(act.action)))) draft.action = 'reject';
  if (forceful.has(draft.action) && invades.test(verb) && markets.test(last)) draft.dropped = true;
  if (draft.action === 'condemn' && (bare || place) && /^(?:war|offensive|campaign|siege)$/.test(last)) draft.dropped = true;
}

/** "visé par un mandat de la CPI", "hit by a US inquiry": whose paper it is struck nobody. True where the act is dropped for it. */
export function dropStruckOnPaper({ words }: State, draft: Draft, { from, to }: Phrase): boolean {
  const struck = draft.action === 'attack' && draft.passive && words.slice(from, to).some((word) => isIn(word, 'paper'));
  draft.dropped ||= struck;
  return struck;
}

/** "hails Ugandan peace plan", "welcomes Kampala's offer": who hails it supports whose it is, as far as a verb in two parts tells it. */
export function isHisThing({ words, policy }: State, { action }: Draft, { head, from, to, place }: Phrase): boolean {
  if (!policy.spaced || policy.idafa || policy.cases || action !== 'support_or_recognise' || place) return false;
  // "salue la décision kényane"
  if (!isPlain(policy))
    return (
      head === 'thing' &&
      words.slice(from, to).some(({ text }) => plans.test(text)) &&
      words.slice(from, to).some(({ naming }) => naming?.sort === 'adjective')
    );
  const whose = words.slice(from, to).some(({ naming, mark }) => naming?.sort === 'adjective' || mark === "'s");
  if (head === 'people') return whose && to === from + 1 && words[to]?.role?.class === 'part';
  return head === 'thing' && whose && plans.test(words[to - 1]?.text ?? '');
}

const plans =
  /(?:^| )(?:plan|offer|proposal|initiative|bid|decision|move|pledge|stance|overture|roadmap|efforts?|décision|offre|proposition|geste|engagement|entscheidung|vorschlag|angebot|decisión|oferta|propuesta|iniciativa)$/;
