// What a name does to the phrase it stands in: whose the head is, or who it is itself.
import { type Case, caseOf } from './cases.js';
import { isIn } from './groups.js';
import { isStrangeVerb } from './joints.js';
import type { Entry } from './lexicon-file.js';
import { cutAt, type Growing, type Head, type Phrase } from './phrase.js';
import type { Policy } from './policy.js';
import type { Naming, Word } from './words.js';

/** Names that are adjectives too. */
const initials = /^(?:u\.?s\.?|u\.?k\.?|e\.?u\.?|u\.?n\.?)$/;

/** Takes the name of a word; false where it ends the phrase. */
export function takeName(g: Growing, words: readonly Word[], at: number, naming: Naming, policy: Policy): boolean {
  const { phrase } = g;
  const word = words[at] as Word;
  const { ids } = naming;
  // "900 haitianos": an adjective that follows a bare number is a people.
  const counts = g.head === 'thing' && words[at - 1]?.number === true && policy.adjectiveAfter && policy.verbFirst && !policy.idafa;
  const sort = naming.sort === 'adjective' && counts && /[si]$/.test(word.text) ? 'folk' : naming.sort;
  const kase = policy.cases ? caseIn(word.text, words[at + 1]?.text) : null;
  // "80 venezolanos": behind a bare number they are people.
  if (sort === 'folk' && g.head === 'thing' && !phrase.act && words[at - 1]?.number && policy.adjectiveAfter) g.head = null;
  const { head } = g;
  const adjective = sort === 'adjective' || (sort === 'folk' && policy.adjectiveAfter && head !== null);
  if (isStrangeVerb(words, at, phrase.from, head, policy)) return cutAt(g, at - 1, true);
  const same = ids.every((id) => phrase.actors.includes(id));
  if (g.strangeAt > 0 && !same) return cutAt(g, g.strangeAt, true);
  g.strangeAt = 0;
  g.joins ||=
    !policy.spaced && at > phrase.from && word.text.length === 1 && words[at - 1]?.text.length === 1 && words[at - 1]?.naming !== null;
  // "greift Israels Armee Hamas-Stellungen an": an army is called by nobody's name.
  if (policy.verbLast && head === 'actor' && !adjective && !g.joins && isIn(words[at - 1], 'body')) return false;
  if (head !== null && !adjective && !g.joins && !mayFollow(g, head, same, kase, policy)) return false;
  if (head !== null && adjective && !policy.adjectiveAfter && (phrase.act || head === 'actor') && g.named > 0 && !same && !g.joins)
    return false;
  if (!phrase.stateless || !naming.state) giveActors(g, word, naming, adjective, at, policy);
  const counted = kase === 'gen' && (phrase.amount || isIn(words[phrase.from], 'counted'));
  if (kase && phrase.case === null && (head === null || adjective) && !counted) phrase.case = kase;
  g.named++;
  phrase.place = sort === 'place' && (g.named === 1 || phrase.place);
  // "тысячи грузин": the form of one is that of many, where they are counted.
  if (word.role?.class === 'private' && !(policy.cases && sort === 'folk' && isIn(words[phrase.from], 'counted'))) g.head = 'private';
  else if (!phrase.act) g.head = headAfter(g, sort === 'folk' && !adjective, adjective, policy);
  if (word.role?.class === 'official') {
    g.official = true;
    phrase.court ||= word.role.action === 'legislate_or_rule';
  }
  const genitive = policy.verbLast && word.text.endsWith('s');
  phrase.bare = sort === 'name' && naming.state && !initials.test(word.text) && !policy.adjectiveAfter && !policy.cases && !genitive;
  g.joins = false;
  phrase.to = at + 1;
  return true;
}

function giveActors(
  { phrase, joins }: Growing,
  word: Word,
  { sort, ids, state }: Naming,
  adjective: boolean,
  at: number,
  policy: Policy,
): void {
  if (phrase.act && policy.idafa) {
    ofAction(phrase, ids, sort, state && word.role?.class !== 'official', adjective);
    return;
  }
  const ofObject = phrase.act?.entry.frame.includes('obj') === true && at > phrase.act.at + 1;
  if (phrase.act && !adjective && sort === 'place') {
    phrase.place = true;
    phrase.actors = [...ids];
  } else if (phrase.act && (!adjective || (policy.cases && at > phrase.act.at) || isOwner(phrase.act, word, at, policy))) {
    phrase.after.push(...ids);
    phrase.openAfter = policy.adjectiveAfter && state;
  } else if (ofObject && policy.adjectiveAfter) phrase.after.push(...ids);
  else if (phrase.act && policy.adjectiveAfter) phrase.actors.push(...ids);
  else addActors(phrase, ids, joins, word);
}

/** "Angriff russischer Drohnen": a German adjective in the genitive right behind an act, whose the noun behind it is. */
export function isOwner(act: Phrase['act'], { naming, text }: Word, at: number, policy: Policy): boolean {
  return policy.verbLast && act !== null && at === act.at + 1 && naming?.sort === 'adjective' && text.endsWith('er');
}

/** Behind an Arabic noun of action an adjective says who acts, or whose the thing is that is met; a name and a people, whose it is. */
function ofAction(phrase: Phrase, ids: readonly string[], sort: Naming['sort'], state: boolean, adjective: boolean): void {
  const { frame } = (phrase.act as { entry: Entry }).entry;
  if (sort === 'place' && !frame.includes('by') && phrase.hit === null) {
    phrase.place = true;
    phrase.actors = [...ids];
  } else if (sort === 'adjective' && adjective && phrase.hit === null && !frame.includes('by')) addOnce(phrase.actors, ids);
  else if (frame.includes('obj') || !adjective) {
    phrase.mixed ||= phrase.hit === 'thing' && frame.includes('against');
    addOnce(phrase.after, ids);
    phrase.mixed ||= phrase.after.length > ids.length;
    phrase.openAfter = state;
  } else addOnce(phrase.actors, ids);
}

function addOnce(actors: string[], ids: readonly string[]): void {
  actors.push(...ids.filter((id) => !actors.includes(id)));
}

function headAfter({ head, joins, official }: Growing, folk: boolean, adjective: boolean, policy: Policy): Head | null {
  if (folk) return 'people';
  if (adjective) return head;
  if (head === null || joins || official) return 'actor';
  return policy.spaced && !policy.adjectiveAfter && head === 'thing' ? 'actor' : head;
}

/** Whether a further name without a joint belongs to the phrase. */
function mayFollow({ phrase, named, official }: Growing, head: Head, same: boolean, kase: Case | null, policy: Policy): boolean {
  // "Россией Авдеевки": a name behind a name is another's.
  if (policy.cases && head === 'actor' && named > 0 && !official && (kase === 'any' || (kase === 'gen' && phrase.case !== 'gen')))
    return same;
  if (policy.cases)
    return (kase === 'gen' || kase === 'any' || same || (kase === 'nom' && head === 'actor' && named === 0)) && phrase.after.length === 0;
  // "empfängt Prag Taiwans Präsidenten": a name behind a name is another's.
  if (policy.verbLast && head === 'actor' && named > 0 && !official) return same;
  if (policy.adjectiveAfter) return same || (named === 0 && (head === 'actor' || (policy.verbFirst && head !== 'private')));
  return phrase.act === null;
}

/** The case of a name; "израильской" is told by its noun: "израильской авиацией" does it. */
function caseIn(text: string, noun: string | undefined): Case {
  return /[сц]кой$/.test(text) && /(?:ой|ей|ью|^пво|^рэб)$/.test(noun ?? '') ? 'ins' : caseOf(text);
}

/** Offices give way to their state; a movement or organisation named last stands for itself. */
function addActors(phrase: Phrase, ids: readonly string[], joins: boolean, word: Word): void {
  const fresh = ids.filter((id) => !phrase.actors.includes(id));
  if (fresh.length === 0) return;
  if (phrase.actors.length === 0 || joins || ids.length > 1) phrase.actors.push(...fresh);
  else if (word.naming?.state === false) phrase.actors = [...phrase.actors.slice(0, -1), ...ids];
  else if (word.text === 'congress' || word.text === 'senate') return;
  else {
    phrase.mixed = true;
    phrase.actors.push(...fresh);
  }
}
