// A Russian verb agrees with its subject: where the name before it does not, that is whom the verb meets.
import type { Action } from './actions.js';
import { agrees } from './cases.js';
import type { Entry } from './lexicon-file.js';
import type { Phrase } from './phrase.js';
import type { State } from './state.js';
import type { Word } from './words.js';

/** "Харьков обстреляли": the name before a verb that does not agree with it is who is met; so is one in the accusative. */
export function isMet(s: State, verb: Word): boolean {
  if (!s.subject) return s.object !== null;
  if (s.subject === s.context.subject) return false;
  const { from, to, head, actors, act } = s.subject;
  const name = s.words[from];
  if (isPutFirst(s.words, s.subject, verb)) {
    s.object = name?.naming ? { ...s.subject, head: 'private', actors: [] } : s.subject;
    s.subject = null;
    return true;
  }
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

/** Plurals that end as a singular does, and what stands for many. */
const plurals =
  /^(?:войска|суда|катера|крейсера|города|учителя|профессора|доктора|инспектора|.*ья|большинство|ряд|часть|пара|группа|двое|трое|оба|обе)$/;
const singular = /[бвгджзклмнпрстфцшщйая]$/;

const heads: ReadonlySet<string> = new Set(['official', 'goods', 'people', 'private']);

/** "Посла Кении выслали": a noun in the singular before whose it is, and a verb in the plural: nobody named did it, and he is met. */
function isPutFirst(words: readonly Word[], { from, to, actors, act }: Phrase, verb: Word): boolean {
  const topic = words[to]?.text === 'по' ? to + 2 : to; // "чемпиона Кении по шахматам"
  if (act || actors.length !== 1 || words[topic] !== verb || !/ли$/.test(firstWord(verb.text.replace(/^не /, '')))) return false;
  const at = words[from]?.naming ? from - 1 : from;
  const [noun, owner, before] = [words[at], words[at + 1], words[at - 1]];
  if (!noun || noun.naming || noun.mark !== '' || at + 2 !== to || !owner?.naming || /[аоэе]$/.test(owner.text)) return false;
  if ((noun.role !== null && !heads.has(noun.role.class)) || (before && before.mark === '')) return false;
  return singular.test(noun.text) && !plurals.test(noun.text);
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
