// A Russian verb agrees with its subject: where the name before it does not, that is whom the verb meets.
import type { Action } from './actions.js';
import { agrees } from './cases.js';
import type { Entry } from './lexicon-file.js';
import type { State } from './state.js';
import type { Word } from './words.js';

/** "Харьков обстреляли": the name before a verb that does not agree with it is who is met; so is one in the accusative. */
export function isMet(s: State, verb: Word): boolean {
  if (!s.subject) return s.object !== null;
  if (s.subject === s.context.subject) return false;
  const { from, to, head, actors, act } = s.subject;
  const name = s.words[from];
  if (
    act ||
    actors.length > 1 ||
    (head !== 'actor' && actors.length > 0) ||
    to !== from + 1 ||
    !name ||
    agrees(name.text, firstWord(verb.text))
  )
    return false;
  if (name.role?.class === 'official' || name.role?.class === 'armed') return false;
  s.object = s.subject;
  s.subject = null;
  return true;
}

/** "Detienen a un exministro": a Spanish verb in the plural with nobody but its object behind it tells of nobody named. */
export function isNobodys({ policy, words }: State, { form, action }: Entry, at: number): boolean {
  if (!policy.adjectiveAfter || !policy.verbFirst || policy.idafa || at > 0 || (form !== 'F' && form !== null)) return false;
  if (!action || !toSomebody.has(action)) return false;
  const { text } = words[at] as Word;
  return /[aeo]n$/.test(firstWord(text)) && (/ al?$/.test(text) || /^(?:a|al|en|un|una|el|la|desde)$/.test(words[at + 1]?.text ?? ''));
}

/** What is told of its object alone. */
const toSomebody: ReadonlySet<Action> = new Set<Action>([
  'attack',
  'arrest_or_try',
  'demand',
  'accuse',
  'expel',
  'seize_or_occupy',
  'cyber',
]);

/** Of "вызвал посла" the verb. */
function firstWord(text: string): string {
  const end = text.indexOf(' ');
  return end < 0 ? text : text.slice(0, end);
}
