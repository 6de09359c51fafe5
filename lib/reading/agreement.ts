// A Russian verb agrees with its subject: where the name before it does not, that is whom the verb meets.
import type { Action } from './actions.js';
import { agrees, caseOf } from './cases.js';
import { isIn } from './groups.js';
import type { Entry } from './lexicon-file.js';
import type { Phrase } from './phrase.js';
import type { State } from './state.js';
import type { Word } from './words.js';

/** "Харьков обстреляли": the name before a verb that does not agree with it is who is met; so is one in the accusative. True where it was taken for that. */
export function takeAsObject(s: State, verb: Word): boolean {
  if (!s.subject) return s.object !== null;
  if (s.subject === s.context.subject || s.subject === s.context.last) return false;
  const { from, to, head, actors, act } = s.subject;
  const name = s.words[from];
  // "Студенты перекрыли дороги": many nobody listed may do it, and nobody says that they were met.
  if (name?.naming === null && isOfMany(verb) && /[^аоуыэяеию][ыи]$/.test(name.text) && actors.length === 0) return false;
  // "Беспилотники сбили над Рязанью": what flies shoots nothing down.
  const behind = s.words[s.words.indexOf(verb) + 1];
  const meetsNone = behind === undefined || behind.mark !== '' || behind.role?.class === 'prep';
  if (meetsNone && isIn(s.words[to - 1], 'flying') && isIn(verb, 'catching')) {
    s.object = s.subject;
    s.subject = null;
    return true;
  }
  if (isPutFirst(s.words, s.subject, verb) || isHeldBy(s.words, s.subject, verb)) {
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
    (agrees(name.text, firstWord(verb.text)) && !(name.naming === null && accusative.test(name.text)))
  )
    return false;
  if ((name.role?.class === 'official' || name.role?.class === 'armed') && !accusative.test(name.text)) return false;
  s.object = s.subject;
  s.subject = null;
  return true;
}

/** Plurals that end as a singular does, and what stands for many. */
const plurals =
  /^(?:войска|суда|катера|крейсера|города|учителя|профессора|доктора|инспектора|.*ья|большинство|ряд|часть|пара|группа|двое|трое|оба|обе)$/;
/** "Выслал дипломатов". */
const pluralGenitive = /[^р](?:ов|ев)$/;
/** "Базу обстреляла Турция". */
const accusative = /[ую]$/;
const objective = /[бвгджзклмнпрстфцшщйаяую]$/;

const heads: ReadonlySet<string> = new Set(['official', 'goods', 'people', 'private']);

/** "Посла Кении выслали", "двух бывших министров Ирана осудили": a noun before whose it is that cannot be the subject of a plural, and its verb: nobody named did it, and he is met. */
function isPutFirst(words: readonly Word[], { from, to, actors, act }: Phrase, verb: Word): boolean {
  const topic = words[to]?.text === 'по' ? to + 2 : to; // "чемпиона Кении по шахматам"
  if (act || actors.length !== 1 || words[topic] !== verb) return false;
  const at = words[from]?.naming ? from - 1 : to - 2;
  const [noun, owner] = [words[at], words[at + 1]];
  if (!noun || noun.naming || noun.mark !== '' || at + 2 !== to || !owner?.naming || !isOwner(owner.text)) return false;
  if (noun.role !== null && !heads.has(noun.role.class)) return false;
  return opens(words, at) && (isPlural(verb) ? isOne(noun.text) : accusative.test(noun.text));
}

/** "Позиции Кении обстреляли войска Уганды": what nobody listed does nothing where soldiers stand behind the verb. */
function isHeldBy(words: readonly Word[], { from, to, head, actors, act }: Phrase, verb: Word): boolean {
  const at = words.indexOf(verb);
  if (act || (head !== 'thing' && head !== 'people') || actors.length !== 1 || at !== to || to !== from + 2 || !isPlural(verb))
    return false;
  const doer = words[at + 1]?.role?.class;
  return (
    (words[from]?.role === null || words[from]?.role?.class === 'people') &&
    isOwner(words[from + 1]?.text ?? '') &&
    (doer === 'official' || doer === 'armed')
  );
}

/** Whether a clause begins with a noun, or with what is said of it in a case of objects: "бывшего президента", "двух моряков". */
function opens(words: readonly Word[], at: number): boolean {
  for (let before = at - 1; before >= 0 && words[before]?.mark === ''; before--)
    if (!/(?:ого|его|ую|юю|[иы]х|двоих|двух|тр[её]х|четыр[её]х|пятерых|обоих)$/.test(words[before]?.text ?? '')) return false;
  return true;
}

/** "В Грузии задержали лидера": whether who stands behind a verb in the plural is none who may do it: one alone, or in a case of objects. */
export function isMetBehind(
  { words, policy }: State,
  { start }: { start: number },
  { from, to, actors, case: its, amount }: Phrase,
): boolean {
  const verb = words.find((word) => word.start === start);
  const head = words.slice(from, to).find(({ naming }) => naming === null);
  if (!verb || !policy.cases) return false;
  if (!isPlural(verb)) return head !== undefined && words[from] === head && pluralGenitive.test(head.text);
  if (its === 'gen' && words[from]?.naming) return true;
  return head !== undefined && !amount && actors.length === 1 && words[from] === head && isOne(head.text);
}

function isPlural(verb: Word): boolean {
  return /ли(?:сь)?$/.test(firstWord(verb.text.replace(/^не /, '')));
}

function isOfMany(verb: Word): boolean {
  return isPlural(verb) || /(?:[уюая]т)(?:ся)?$/.test(firstWord(verb.text.replace(/^не /, '')));
}

/** Whether a noun stands for one, or in a case of objects. */
function isOne(text: string): boolean {
  return objective.test(text) && !plurals.test(text);
}

/** A name that may stand in the genitive: "Кении", "Ирана", "США". */
function isOwner(name: string): boolean {
  const its = caseOf(name);
  return its === 'gen' || its === 'any';
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
