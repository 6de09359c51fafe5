// What is named in one go, from its article to its last noun: "the Russian oil depot", "Israel's army", "la frappe russe". Who it stands
// for is certain only where the actor itself, or what speaks and acts for it, is its head.

import { isIn } from './groups.js';
import { actsNext, adjectivesJoin, endsInName, hasObject, isBackedBy, isListed, isReduced, isStrangeVerb, isTight } from './joints.js';
import type { Entry } from './lexicon-file.js';
import { cutAt, type Growing, growing, type Head, type Phrase } from './phrase.js';
import { isOwner, takeName } from './phrase-names.js';
import { isPlain, type Policy } from './policy.js';
import { has, isNounClass, isPredicate } from './roles.js';
import type { Word } from './words.js';

const ends = new Set(['prep', 'after', 'despite', 'who', 'be', 'have', 'hear', 'not', 'may', 'plan', 'stop', 'part']);
/** English adjectives that are also a people, which stands for its state: "Swiss freeze assets". */
const peoples = /(?:swiss|ish|ch|ese)$/;

/** Reads the phrase that begins at a word; null where none does. */
export function readPhrase(words: readonly Word[], from: number, policy: Policy): Phrase | null {
  const g = growing(from);
  let at = from;
  while (at < words.length) {
    const word = words[at] as Word;
    const next = word.mark !== '' ? overMark(g, words, at, policy) : takeWord(g, words, at, word, policy);
    if (next === null) break;
    at = next;
  }
  return finished(g, words, !policy.spaced);
}

/** What was read; null where nothing was, or, where words are not parted, only what stands before a noun. */
function finished({ phrase, head, official, named }: Growing, words: readonly Word[], bare: boolean): Phrase | null {
  if (phrase.to === phrase.from || (bare && head === null && phrase.actors.length === 0)) return null;
  const people = named === 1 && peoples.test(words[phrase.to - 1]?.text ?? '') ? 'actor' : 'people';
  phrase.head = head ?? (phrase.actors.length === 0 ? 'thing' : people);
  if (phrase.head === 'actor' && phrase.actors.length === 0 && !official) phrase.head = 'thing';
  return phrase;
}

/** Where the phrase goes on behind punctuation; null where it ends. */
function overMark(g: Growing, words: readonly Word[], at: number, policy: Policy): number | null {
  const { phrase, head } = g;
  switch (words[at]?.mark) {
    case "'s":
    case '·':
      return at + 1;
    case '–':
      if (!isTight(words, at)) return null;
      g.joins = true;
      return at + 1;
    case ',':
      if (words[at]?.text === ' ') return null;
      if (!(head === 'actor' && isListed(words, at + 1)) && !adjectivesJoin(words, at, head, policy)) return null;
      g.joins = true;
      return at + 1;
    case '"':
      if (head === 'actor' && words[at + 1]?.role?.class === 'and') return at + 1;
      return head === null || g.joins || (phrase.actors.length > 0 && head !== 'actor' && policy.spaced) ? at + 1 : null;
    case '(':
      return words[at + 2]?.mark === ')' ? at + 3 : null;
    default:
      return null;
  }
}

/** "warn of strikes": a verb in two parts whose second part is missing is a verb all the same. */
function isUnfinished({ text, entries }: Word): boolean {
  return entries.length > 0 && text.includes(' ') && entries.every((entry) => isPredicate(entry) && entry.particle !== null);
}

/** Where the phrase goes on behind a word; null where it ends. */
function takeWord(g: Growing, words: readonly Word[], at: number, word: Word, policy: Policy): number | null {
  const { phrase, head } = g;
  const { role } = word;
  // "pro-Russian bloc": it leans to them, and is not theirs; hackers and armed men do their work.
  const naming = word.text.startsWith('pro-') && !has(words[at + 1], 'armed') ? null : word.naming;
  if (role && (ends.has(role.class) || isPredicate(role))) return null;
  if (role === null && isUnfinished(word)) {
    if (phrase.to > phrase.from) cutAt(g, at, true);
    return null;
  }
  if (role?.class === 'and') {
    const next = words[at + 1]?.role?.class === 'the' || words[at + 1]?.mark === '"' ? words[at + 2] : words[at + 1];
    const joinsName =
      (head === 'actor' || (policy.cases && phrase.after.length > 0)) &&
      next?.naming &&
      (next.naming.sort !== 'adjective' || (isPlain(policy) && words[at + 2]?.role?.class === 'official')) &&
      !actsNext(words, at, phrase.from);
    if (!adjectivesJoin(words, at, head, policy) && !joinsName) return null;
    g.joins = true;
    return at + 1;
  }
  if (role?.class === 'the') {
    if (head !== null && policy.idafa && word.text === 'ال') return at + 1;
    if (head !== null && !g.joins) return null;
    phrase.oblique ||= isIn(word, 'oblique');
    phrase.some ||= policy.adjectiveAfter && isIn(word, 'some');
    phrase.to = at + 1;
    return at + 1;
  }
  if (role?.class === 'how' && word.text === '其') phrase.own = true;
  if (role?.class === 'how') return head !== null && policy.spaced && !words[at + 1]?.naming ? null : at + 1;
  if (naming && isBackedBy(words, at)) {
    phrase.to = at + 3;
    g.head = 'thing';
    return at + 3;
  }
  const closed = (head === 'actor' && g.named > 0) || (at > g.phrase.from && endsInName(words, at));
  if (policy.idafa && closed && naming === null && (isNounClass(role) || has(word, 'goods'))) return null;
  const holder = naming !== null && role?.class === 'official' && phrase.actors.length > 0;
  if (naming && !holder) return takeName(g, words, at, naming, policy) ? at + 1 : null;
  // "продала Украине истребители": behind a name stands what goes to him.
  const wares = has(word, 'goods');
  if (policy.cases && head === 'actor' && endsInName(words, at) && (wares || (role?.class !== 'official' && !word.capital))) return null;
  g.joins = false;
  phrase.own ||= word.own;
  phrase.to = at + 1;
  if (word.entries.length > 0) phrase.goods = word.entries.find((entry) => entry.class === 'goods') ?? phrase.goods;
  const goesOn = isNounClass(role) ? takeNoun(g, words, at, role as Entry, policy) : takeStranger(g, words, at, word, policy);
  return goesOn ? at + 1 : null;
}

/** Takes a noun of the lexicon; false where it ends the phrase. */
function takeNoun(g: Growing, words: readonly Word[], at: number, role: Entry, policy: Policy): boolean {
  const { phrase } = g;
  const owner = phrase.act ? words[phrase.act.at + 1] : undefined;
  const owned = phrase.act !== null && owner !== undefined && isOwner(phrase.act, owner, phrase.act.at + 1, policy);
  if (role.class === 'noun') {
    if (g.strangeAt > 0) return cutAt(g, g.strangeAt, true);
    // "اتفاق شراكة مع": an agreement on a partnership is one.
    if (policy.idafa && role.action === 'agree_or_sign' && phrase.act?.entry.action === 'agree_or_sign' && phrase.act.at === at - 1)
      return true;
    if (phrase.act && (policy.adjectiveAfter || policy.cases)) return cutAt(g, at);
    // "Rechaza Sheinbaum ataques de ...": whose an act is stands behind it, and never right before it.
    if (policy.adjectiveAfter && !policy.idafa && g.head === 'actor' && endsInName(words, at)) return cutAt(g, at);
    // "wirft Israel Völkermord vor": a German compound has a hyphen, and whose act it is has an "s".
    if (policy.verbLast && g.head === 'actor' && endsInName(words, at) && !words[at - 1]?.text.endsWith('s')) return cutAt(g, at);
    phrase.led = policy.idafa && g.head !== null;
    // "Mexican cartel attacks": they are not the state's.
    if ((g.head === 'private' || (g.head === 'armed' && phrase.ownAccount)) && !policy.adjectiveAfter)
      phrase.actors = phrase.actors.filter((id) => id.length !== 2);
    phrase.act = { entry: role, at };
    if (words[at - 1]?.mark === "'s") phrase.bare = false;
    g.head = 'act';
  } else if (role.class === 'official') {
    if (g.head === 'private') return true;
    // "Netanyahu prosecutor": he is not Netanyahu's.
    if (at > phrase.from && isIn(words[at], 'trying') && isIn(words[at - 1], 'leader') && words[at - 1]?.mark === '') {
      become(g, 'private', false);
      return true;
    }
    if (phrase.act && phrase.after.length === 0) phrase.hit ??= role.class;
    // "Libyan militia commander": he is not the state's.
    if (g.head === 'armed' && phrase.ownAccount && isPlain(policy)) phrase.actors = phrase.actors.filter((id) => id.length !== 2);
    g.official = true;
    // "liefert der Ukraine Panzer": they may be whose the name is, or go to him.
    phrase.bare &&= has(words[at], 'goods');
    phrase.court ||= role.action === 'legislate_or_rule';
    phrase.seated ||= role.action !== null;
    if (!phrase.act || !(policy.adjectiveAfter || policy.cases || owned)) become(g, 'actor', true);
  } else {
    if (role.class === 'armed' && role.frame.includes('about')) disown(g, words, at);
    if (role.class === 'thing' && role.action === 'attack' && phrase.act?.entry.action === 'attack') return cutAt(g, at);
    const belongs = phrase.act !== null && (policy.adjectiveAfter || policy.cases || !policy.spaced || owned);
    if (phrase.act && phrase.after.length === 0) phrase.hit ??= role.class;
    phrase.loose = false;
    const counted = phrase.amount && g.head === 'thing' && at === phrase.from + 1;
    if (!belongs && (counted || !(policy.adjectiveAfter && g.head !== null))) become(g, role.class as Head, false);
    if (role.class === 'armed') {
      phrase.ownAccount = role.action === 'attack';
      phrase.hacks ||= role.action === 'cyber';
    }
  }
  return true;
}

/** Gunmen of a country are not the country; those of a movement are the movement. */
function disown({ phrase }: Growing, words: readonly Word[], at: number): void {
  phrase.stateless = true;
  if (words.slice(phrase.from, at).every(({ naming }) => naming === null || naming.state)) phrase.actors = [];
}

/** Takes a number or a word nobody knows; false where it ends the phrase. */
function takeStranger(g: Growing, words: readonly Word[], at: number, word: Word, policy: Policy): boolean {
  const { phrase, head, official } = g;
  if (word.number) {
    if (phrase.act && policy.spaced && !policy.idafa) return cutAt(g, at);
    phrase.amount = true;
    g.head ??= 'thing';
    return true;
  }
  if (isReduced(words, at, g.head, policy)) return cutAt(g, at);
  // "opposition leader Tikhanovsky": his name stands behind his office.
  if (isPlain(policy) && word.capital && head === 'actor' && phrase.actors.at(-1) === '@opposition') return true;
  // "Kenia investiga ataque": behind a Romance name it must be a verb, if an act is told next.
  const loose = !policy.spaced || (policy.adjectiveAfter && !policy.idafa && head === 'actor' && !word.capital);
  if (loose && g.named > 0 && word.entries.length === 0) g.strangeAt ||= at;
  if (phrase.act && isStrangeVerb(words, at + 1, phrase.from, head, policy) && hasObject(words, at + 1)) return cutAt(g, at, true);
  if (official && (word.capital || (!policy.spaced && ++g.strangers < 5) || (policy.adjectiveAfter && ++g.strangers < 3))) return true;
  const ahead = words[at + 1];
  const bound = policy.idafa && word.text.startsWith('ب') && g.named > 0 && (ahead?.text === 'ال' || isNounClass(ahead?.role));
  if (word.text.length > 3 && (word.text.startsWith('و') || bound) && head !== null) return cutAt(g, at);
  if (phrase.act && policy.idafa && phrase.after.length === 0) phrase.hit ??= 'thing';
  const belongs = (policy.adjectiveAfter && head !== null) || (policy.cases && (phrase.act !== null || (head === 'actor' && official)));
  phrase.loose = !policy.spaced && (head === 'actor' || phrase.loose);
  if (!belongs) become(g, 'thing', false);
  return true;
}

function become(g: Growing, head: Head, official: boolean): void {
  g.head = head;
  g.official = official;
  g.phrase.act = null;
}
