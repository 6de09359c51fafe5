// What is named in one go, from its article to its last noun: "the Russian oil depot", "Israel's army", "la frappe russe". Who it stands
// for is certain only where the actor itself, or what speaks and acts for it, is its head.
import { type Case, caseOf } from './cases.js';
import type { Entry } from './lexicon-file.js';
import type { Policy } from './policy.js';
import { isNounClass, isPredicate } from './roles.js';
import type { Word } from './words.js';

/** What the head is. `thing`: a noun nobody knows. */
export type Head = 'actor' | 'people' | 'private' | 'armed' | 'nature' | 'act' | 'thing';

export interface Phrase {
  /** Actor ids in order. */
  actors: string[];
  head: Head;
  /** The act that the head names, with the place of its word. */
  act: { entry: Entry; at: number } | null;
  /** Actors named behind the act in the genitive: whose it is or whom it meets. */
  after: string[];
  /** A state behind an act ("هجوم الدوحة"): whether it strikes or is struck is open. */
  openAfter: boolean;
  /** Names of several that do not belong together: nobody knows who is meant. */
  mixed: boolean;
  /** Only towns and regions are named. */
  place: boolean;
  /** A bare name before an act ("Iran sanctions"): whose it is, or against whom, is open. */
  bare: boolean;
  case: Case | null;
  /** It rules: a court. */
  court: boolean;
  /** It sits in its own capital: a court, a parliament, a government. */
  seated: boolean;
  /** What the head is, where it can be handed over. */
  goods: Entry | null;
  /** A number stands in it. */
  amount: boolean;
  /** Opened by an article in the accusative or dative. */
  oblique: boolean;
  /** A word nobody knows stands behind it and before a name: it must be a verb. */
  verbFollows: boolean;
  from: number;
  /** Past the last word. */
  to: number;
}

const ends = new Set(['prep', 'after', 'despite', 'who', 'be', 'have', 'not', 'may', 'plan', 'stop', 'part']);
/** English adjectives that are also a people, which stands for its state: "Swiss freeze assets". */
const peoples = /(?:swiss|ish|ch|ese)$/;
/** Names that are adjectives too. */
const initials = /^(?:u\.?s\.?|u\.?k\.?|e\.?u\.?|u\.?n\.?)$/;
const oblique = new Set(['den', 'dem', 'einen', 'einem']);

/** Reads the phrase that begins at a word; null where none does. */
export function readPhrase(words: readonly Word[], from: number, policy: Policy): Phrase | null {
  const phrase: Phrase = {
    actors: [],
    head: 'thing',
    act: null,
    after: [],
    openAfter: false,
    mixed: false,
    place: false,
    bare: false,
    case: null,
    court: false,
    seated: false,
    goods: null,
    amount: false,
    oblique: false,
    verbFollows: false,
    from,
    to: from,
  };
  let head: Head | null = null;
  let official = false;
  let joins = false;
  let strangers = 0;
  let named = 0;
  for (let at = from; at < words.length; at++) {
    const word = words[at] as Word;
    const role = word.role;
    if (word.mark !== '') {
      if (word.mark === "'s" || word.mark === '·') continue;
      if (
        (word.mark === '–' && isTight(words, at)) ||
        (word.mark === ',' && ((head === 'actor' && isListed(words, at + 1)) || adjectivesJoin(words, at, head)))
      ) {
        joins = true;
        continue;
      }
      if (word.mark === '"' && (head === null || (phrase.actors.length > 0 && head !== 'actor' && policy.spaced))) continue;
      if (word.mark === '(' && words[at + 2]?.mark === ')') {
        at += 2;
        continue;
      }
      break;
    }
    if (role && ends.has(role.class)) break;
    if (isPredicate(role)) break;
    if (role?.class === 'and') {
      if (adjectivesJoin(words, at, head)) {
        joins = true;
        continue;
      }
      const next = words[at + 1]?.role?.class === 'the' ? words[at + 2] : words[at + 1];
      if (head !== 'actor' || !next?.naming || next.naming.sort === 'adjective' || !closes(words, next)) break;
      joins = true;
      continue;
    }
    if (role?.class === 'the') {
      if (head !== null && !joins) break;
      phrase.oblique ||= oblique.has(word.text);
      phrase.to = at + 1;
      continue;
    }
    if (role?.class === 'how') {
      if (head !== null && policy.spaced && !words[at + 1]?.naming) break;
      continue;
    }
    if (word.naming && isBackedBy(words, at)) {
      at += 2;
      phrase.to = at + 1;
      head = 'thing';
      continue;
    }
    if (word.naming) {
      const { sort, ids } = word.naming;
      const kase = policy.cases ? caseOf(word.text) : null;
      const adjective = sort === 'adjective' || (sort === 'folk' && policy.adjectiveAfter && head !== null);
      if (isStrangeVerb(words, at, from, head, policy)) {
        phrase.to = at - 1;
        phrase.verbFollows = true;
        break;
      }
      if (head !== null && !adjective && !joins && !mayFollow(phrase, head, ids, kase, policy, named)) break;
      if (
        head !== null &&
        adjective &&
        !policy.adjectiveAfter &&
        (phrase.act || head === 'actor') &&
        named > 0 &&
        !ids.every((id) => phrase.actors.includes(id))
      )
        break;
      if (phrase.act && !adjective && sort === 'place') {
        phrase.place = true;
        phrase.actors = [...ids];
      } else if (phrase.act && !adjective) {
        phrase.after.push(...ids);
        phrase.openAfter = policy.adjectiveAfter && word.naming.state;
      } else if (phrase.act && policy.adjectiveAfter) phrase.actors.push(...ids);
      else addActors(phrase, ids, joins, word);
      if (kase && phrase.case === null && (head === null || adjective)) phrase.case = kase;
      named++;
      phrase.place = sort === 'place' && (named === 1 || phrase.place);
      if (!phrase.act) {
        if (sort === 'folk' && !adjective) head = 'people';
        else if (!adjective)
          head =
            head === null || joins || official
              ? 'actor'
              : policy.spaced && !policy.adjectiveAfter
                ? head === 'thing' || head === 'actor'
                  ? 'actor'
                  : head
                : head;
        else head ??= null;
      }
      if (role?.class === 'official') {
        official = true;
        phrase.court ||= role.action === 'legislate_or_rule';
      }
      phrase.bare =
        sort === 'name' &&
        word.naming.state &&
        !initials.test(word.text) &&
        !policy.adjectiveAfter &&
        !policy.cases &&
        !(policy.verbLast && word.text.endsWith('s'));
      joins = false;
      phrase.to = at + 1;
      continue;
    }
    if (policy.cases && head === 'actor' && endsInName(words, at) && !(role?.class === 'official') && !word.capital) break;
    joins = false;
    phrase.to = at + 1;
    if (word.entries.length > 0) phrase.goods = word.entries.find((entry) => entry.class === 'goods') ?? phrase.goods;
    if (role?.class === 'noun') {
      if (phrase.act && (policy.adjectiveAfter || policy.cases)) {
        phrase.to = at;
        break;
      }
      phrase.act = { entry: role, at };
      if (words[at - 1]?.mark === "'s") phrase.bare = false;
      head = 'act';
    } else if (role?.class === 'official') {
      if (head === 'private') continue;
      official = true;
      phrase.court ||= role.action === 'legislate_or_rule';
      phrase.seated ||= role.action !== null;
      if (phrase.act && policy.adjectiveAfter) continue;
      phrase.act = null;
      head = 'actor';
    } else if (role && isNounClass(role)) {
      if (phrase.act && (policy.adjectiveAfter || policy.cases || !policy.spaced)) continue;
      if (policy.adjectiveAfter && head !== null) continue;
      head = role.class as Head;
      phrase.act = null;
      official = false;
    } else if (word.number) {
      if (phrase.act && policy.spaced) {
        phrase.to = at;
        break;
      }
      phrase.amount = true;
      head ??= 'thing';
    } else {
      if (phrase.act && isStrangeVerb(words, at + 1, from, head, policy) && hasObject(words, at + 1)) {
        phrase.to = at;
        phrase.verbFollows = true;
        break;
      }
      if (official && (word.capital || (!policy.spaced && ++strangers < 5) || (policy.adjectiveAfter && ++strangers < 3))) continue;
      if (word.text.length > 3 && word.text.startsWith('و') && head !== null) {
        phrase.to = at;
        break;
      }
      if (policy.adjectiveAfter && head !== null) continue;
      if (phrase.act && policy.cases) continue;
      if (head === 'actor' && policy.cases && !word.capital && official) continue;
      head = 'thing';
      phrase.act = null;
      official = false;
    }
  }
  if (phrase.to === from) return null;
  if (head === null)
    head = phrase.actors.length === 0 ? 'thing' : named === 1 && peoples.test(words[phrase.to - 1]?.text ?? '') ? 'actor' : 'people';
  if (head === 'actor' && phrase.actors.length === 0) head = official ? 'actor' : 'thing';
  phrase.head = head;
  return phrase;
}

/** "West encouraged Ukraine": an unknown word between two names, in small letters, is a verb nobody listed. */
function isStrangeVerb(words: readonly Word[], at: number, from: number, head: Head | null, policy: Policy): boolean {
  if (policy.adjectiveAfter || policy.cases || policy.verbFirst || !policy.spaced) return false;
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

/** "дал Кении кредит": in Russian a noun behind a name begins a phrase of its own. */
function endsInName(words: readonly Word[], at: number): boolean {
  const naming = words[at - 1]?.naming;
  return naming !== null && naming !== undefined && naming.sort !== 'adjective';
}

const backing = /^(?:backed|linked|aligned|sponsored|funded|armed|trained|supported|supplied|allied|born|based|made|owned)$/;

/** "Iran-backed": helped by the one named, and not he himself. */
function isBackedBy(words: readonly Word[], at: number): boolean {
  return words[at + 1]?.mark === '–' && isTight(words, at + 1) && backing.test(words[at + 2]?.text ?? '');
}

/** What stands there may be met by a verb before it. */
function hasObject(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return word !== undefined && word.mark === '' && (word.role === null || isNounClass(word.role) || word.role.class === 'the');
}

/** "Chinese, Russian and North Korean leaders" */
function adjectivesJoin(words: readonly Word[], at: number, head: Head | null): boolean {
  return head === null && words[at - 1]?.naming?.sort === 'adjective' && words[at + 1]?.naming?.sort === 'adjective';
}

/** Whether the name after "and" ends its phrase or is listed too. */
function closes(words: readonly Word[], _next: Word): boolean {
  return words.length > 0;
}

/** Whether a further name without a joint belongs to the phrase. */
function mayFollow(phrase: Phrase, head: Head, ids: readonly string[], kase: Case | null, policy: Policy, named: number): boolean {
  if (policy.cases)
    return (
      (kase === 'gen' ||
        kase === 'any' ||
        ids.every((id) => phrase.actors.includes(id)) ||
        (kase === 'nom' && head === 'actor' && named === 0)) &&
      phrase.after.length === 0
    );
  if (policy.adjectiveAfter)
    return (
      ids.every((id) => phrase.actors.includes(id)) ||
      (head === 'actor' && named === 0) ||
      (policy.verbFirst && named === 0 && head !== 'private')
    );
  if (!policy.spaced) return phrase.act === null;
  return phrase.act === null;
}

/** Offices give way to their state; a movement or organisation named last stands for itself. */
function addActors(phrase: Phrase, ids: readonly string[], joins: boolean, word: Word): void {
  const fresh = ids.filter((id) => !phrase.actors.includes(id));
  if (fresh.length === 0) return;
  if (phrase.actors.length === 0 || joins || ids.length > 1) phrase.actors.push(...fresh);
  else if (word.naming?.state === false) phrase.actors = [...ids];
  else if (word.text === 'congress' || word.text === 'senate') return;
  else {
    phrase.mixed = true;
    phrase.actors.push(...fresh);
  }
}

/** A hyphen without spaces: "US-China". */
function isTight(words: readonly Word[], at: number): boolean {
  return words[at - 1]?.end === words[at]?.start && words[at]?.end === words[at + 1]?.start;
}

/** "US, Iran sign" and "Russia, China and Iran": a verb or "and" follows the next name. */
export function isListed(words: readonly Word[], at: number): boolean {
  if (!words[at]?.naming || words[at]?.naming?.sort === 'adjective') return false;
  for (let next = at + 1; next < words.length; next++) {
    const word = words[next] as Word;
    if (word.role?.class === 'and' || isPredicate(word.role) || (word.role?.class === 'prep' && word.role.frame.includes('of')))
      return true;
    if (!word.naming && word.role?.class !== 'official' && word.mark !== ',') return false;
  }
  return false;
}
