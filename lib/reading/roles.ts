// Which of its readings a word has where it stands: "strikes" is a noun in "Israeli strikes on Gaza" and a verb in "Israel strikes Gaza".

import { isAdjectival, isBase, isOfOne } from './adjectival.js';
import { adverb, isAdverb } from './adverbs.js';
import { partitive } from './articles.js';
import { isVerbAmongLetters, passInner } from './chinese.js';
import { isIn } from './groups.js';
import type { Entry } from './lexicon-file.js';
import { claimPart } from './particles.js';
import { isPlain, type Policy } from './policy.js';
import { closesInInfinitive, isHelped, lastWord, marches, tries, verbAs } from './verb-choice.js';
import { isBegun, isFiniteVerb, isGoverned } from './verbal-nouns.js';
import { has, isNounClass, isPredicate, takesObject } from './word-classes.js';
import type { Word } from './words.js';

export { has, isNounClass, isPredicate };

/** Gives each word its role; names, punctuation and words nobody knows keep none. */
export function giveRoles(words: readonly Word[], policy: Policy): void {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    if (word.role === null && word.entries.length > 0) word.role = roleOf(words, at, word, policy);
    else if (isPlain(policy) && isAdverb(words, at)) word.role = adverb;
  }
  if (!policy.spaced) passInner(words);
}

/** Of a word that has one reading, as most have: that, where it may stand here. */
function onlyRole(words: readonly Word[], at: number, { naming, entries }: Word, entry: Entry, policy: Policy): Entry | null {
  const { class: name, particle } = entry;
  if (name === 'hush' && at > 0 && words[at - 1]?.mark === '') return null;
  if (particle !== null) return !isFront(words, at, entry, policy) && claimPart(words, at, particle, isPlain(policy)) ? entry : null;
  // "pulls out of WHO", "IS claims attack": a name in capitals.
  if (naming !== null && (name === 'who' || name === 'be') && isPlain(policy)) return null;
  if (!isPredicate(entry)) return entry;
  if (policy.idafa) return ofAction(words, at, entries, policy);
  return isAdjectival(words, at, entries, policy) || isBase(words, at, entries, policy) ? null : entry;
}

/** ", Israel claims" at the very end: a verb, whatever noun it may be elsewhere. */
function closes(words: readonly Word[], at: number, policy: Policy): boolean {
  return (
    isPlain(policy) &&
    at === words.length - 1 &&
    (Boolean(words[at - 1]?.naming) || words[at - 1]?.role?.class === 'official') &&
    words.slice(at - 4, at).some(({ mark }) => mark === ',')
  );
}

/** "over land deal": a base form that stands before its noun is no verb, whatever second part that noun is elsewhere. */
function isFront(words: readonly Word[], at: number, entry: Entry, policy: Policy): boolean {
  return entry.form === 'B' && isPlain(policy) && words[at - 1]?.role?.class === 'prep' && words[at - 1]?.text !== 'to';
}

function roleOf(words: readonly Word[], at: number, word: Word, policy: Policy): Entry | null {
  let entries: readonly Entry[] = word.entries;
  if (entries.length === 1) return onlyRole(words, at, word, entries[0] as Entry, policy);
  const { text } = word;
  const told = entries.find(({ class: name }) => name === 'say');
  if (told && closes(words, at, policy)) return told;
  let exact = 0;
  for (const { written } of entries) if (written === text) exact++;
  if (exact > 0 && exact < entries.length) entries = entries.filter(({ written }) => written === text);
  const hush = entries.find((entry) => entry.class === 'hush');
  // "Perché Roma non attaccherà": it opens a question, or gives a reason.
  if (at === 0 && hush && entries.some((entry) => entry.class === 'after')) return hush;
  if (hush && at > 0 && words[at - 1]?.mark === '') entries = entries.filter((entry) => entry !== hush);
  const twoParts = entries.find(
    (entry) => entry.particle !== null && !isFront(words, at, entry, policy) && claimPart(words, at, entry.particle, isPlain(policy)),
  );
  if (twoParts) return twoParts;
  if (entries.some(({ particle }) => particle !== null)) entries = entries.filter(({ particle }) => particle === null);
  if (word.naming !== null && isPlain(policy)) entries = entries.filter(({ class: name }) => name !== 'who' && name !== 'be');
  if (entries.length === 0) return null;
  if (entries.length > 1 && entries.some((entry) => entry.class === 'who') && entries.some((entry) => entry.class === 'the')) {
    const relative = words[at - 1]?.mark === ',' && !closesInInfinitive(words, at) ? 'who' : 'the';
    return entries.find((entry) => entry.class === relative) ?? null;
  }
  const after = entries.find((entry) => entry.class === 'after');
  if (after && entries.some((entry) => entry.class === 'prep'))
    return entries.find((entry) => (tellsAct(words, at) ? entry === after : entry.class === 'prep')) ?? null;
  if (policy.idafa && entries.some(isPredicate)) return ofAction(words, at, entries, policy);
  if (entries.length === 2 && entries.some((entry) => entry.class === 'prep') && entries.some((entry) => entry.class === 'the'))
    return partitive(words, at, entries);
  const verb = entries.find(isPredicate) ?? null;
  const noun =
    entries.find((entry) => !isPredicate(entry) && entry.class !== 'goods') ?? entries.find((entry) => entry.class === 'goods') ?? null;
  if (verb && !noun)
    return isAdjectival(words, at, entries, policy) || isBase(words, at, entries, policy) ? null : verbAs(words, at, entries, policy);
  if (!verb || !noun) return noun ?? verb;
  if (policy.adjectiveAfter && !policy.idafa && verb.class === 'plan' && (noun.class === 'noun' || noun.class === 'goods'))
    return beforeInfinitive(words, at + 1) ? verb : noun;
  if ((noun.class === 'prep' || noun.class === 'thing') && verb.class === 'plan' && !policy.spaced)
    return isHelped(words, at + 1) ? verb : noun;
  if (noun.class === 'prep' && verb.class === 'plan') return beforeInfinitive(words, at) ? verb : noun;
  return isVerbHere(words, at, entries, noun, policy) ? verbAs(words, at, entries, policy) : noun;
}

/** An Arabic verb, or its noun: an infinitive where another verb asks for it, else a noun, or nothing known where it is none. */
function ofAction(words: readonly Word[], at: number, entries: readonly Entry[], policy: Policy): Entry | null {
  const noun =
    entries.find((entry) => !isPredicate(entry) && entry.class !== 'goods') ?? entries.find(({ class: name }) => name === 'goods') ?? null;
  const infinitive = entries.find((entry) => isPredicate(entry) && entry.form === 'B') ?? null;
  const charged = (entry: Entry) => entry.action !== 'accuse' || !entry.frame.includes('about') || blames(words, at);
  const finite = entries.filter((entry) => isPredicate(entry) && entry.form !== 'B' && charged(entry));
  if (infinitive && (isGoverned(words, at) || (noun === null && isBegun(words, at)))) return infinitive;
  const opens = noun === null && (infinitive === null || lastWord(words, at) < 0);
  if (finite.length > 0 && (opens || isFiniteVerb(words, at))) return verbAs(words, at, finite, policy);
  return noun;
}

/** "تحمل موسكو المسؤولية": to carry is to charge only where it is responsibility. */
function blames(words: readonly Word[], at: number): boolean {
  return words.some(({ text }, later) => later > at && /مسؤولية|تبعات|عواقب/.test(text));
}

/** "Nach Angriff auf Odessa" tells what went before; "nach Odessa" does not. */
function tellsAct(words: readonly Word[], at: number): boolean {
  for (let next = at + 1; next < words.length; next++) {
    const word = words[next] as Word;
    if (word.mark !== '' && word.mark !== '"' && word.mark !== '–') return false;
    if (has(word, 'noun')) return true;
    if (word.entries.some(isPredicate)) return false;
  }
  return false;
}

function beforeInfinitive(words: readonly Word[], at: number): boolean {
  const next = has(words[at + 1], 'how') || has(words[at + 1], 'not') ? words[at + 2] : words[at + 1];
  if (!next || next.naming || next.mark !== '' || next.number) return false;
  if (next.entries.length === 0) return !next.capital || isIn(next, 'idle');
  return next.entries.some(
    (entry) => (isPredicate(entry) && (entry.form === 'B' || entry.form === null)) || entry.class === 'be' || entry.class === 'have',
  );
}

function isVerbHere(words: readonly Word[], at: number, entries: readonly Entry[], noun: Entry, policy: Policy): boolean {
  if (!policy.spaced) return isVerbAmongLetters(words, at, entries, noun);
  const last = words[lastWord(words, at)];
  const next = words[at + 1];
  const role = last?.role ?? null;
  const forms = entries.filter((entry) => isPredicate(entry)).map(({ form }) => form);
  if (last === undefined)
    return (
      policy.verbFirst &&
      (next?.naming?.sort === 'name' ||
        (has(next, 'prep') && words[at + 2]?.naming?.sort === 'name' && forms.includes('F') && noun.class !== 'noun'))
    );
  if (role && (role.class === 'plan' || role.class === 'may' || role.class === 'not')) return true;
  // "Raketen treffen Charkiw": German writes its nouns with a capital.
  if (policy.verbLast && noun.class === 'noun' && words[at]?.capital === false) return true;
  // "denies backing M23", "accused of bombing a dam": a gerund with an object of its own.
  const governed = role !== null && (role.class === 'prep' || role.class === 'deny' || role.class === 'refuse');
  if (governed && isPlain(policy) && forms.length > 0 && forms.every((form) => form === 'G') && takesObject(next)) return true;
  if (role && (role.class === 'the' || role.class === 'prep' || role.class === 'noun' || isPredicate(role))) return false;
  if (last.mark === "'s" || last.number || last.mark === '–') return false;
  // "periodistas palestinos muertos en un ataque": behind those who died it is a participle, and not the dead.
  if (policy.adjectiveAfter && noun.class === 'people' && forms.length > 0 && forms.every((form) => form === 'P'))
    return last.naming?.sort === 'adjective' || last.naming?.sort === 'folk' || role?.class === 'people' || role?.class === 'official';
  if (policy.adjectiveAfter)
    return noun.class === 'noun' || noun.class === 'thing' ? next?.naming?.sort !== 'adjective' || last.naming !== null : false;
  const object = takesObject(next);
  if (role?.class === 'who') return true;
  if (last.naming?.sort === 'adjective')
    return (
      object &&
      (lastWord(words, lastWord(words, at)) < 0 || forms.includes('F')) &&
      next?.role === null &&
      forms.some((form) => form === 'B' || form === 'F') &&
      noun.class === 'noun' &&
      next.naming !== null &&
      next.naming.sort !== 'adjective'
    );
  // "junta jets bomb wedding": what comes down is let fall by those before it.
  const lets = noun.class === 'armed' && isPlain(policy) && forms.includes('B') && last.text.endsWith('s') && isNounClass(role);
  if (lets && next !== undefined && next.mark === '' && next.entries.length === 0 && !next.capital) return true;
  if (tries(entries, last) && next?.mark === '' && !has(next, 'prep') && !isPredicate(next.entries[0])) return true;
  if (noun.class !== 'noun')
    return (
      object ||
      (forms.includes('F') &&
        (last.naming !== null || role?.class === 'official') &&
        (has(next, 'it') || has(has(next, 'how') ? words[at + 2] : next, 'noun')))
    );
  const known = last.naming !== null || isNounClass(role) || role?.class === 'and';
  if (!known) return object && (forms.includes('F') || last.text.endsWith('s'));
  if (forms.every((form) => form === 'B') && isOfOne(words, at)) return false;
  if (object) return true;
  // "troops raid Mount Dov": in small letters before a name that nobody listed.
  if (
    isPlain(policy) &&
    !words[at]?.capital &&
    next?.capital &&
    next.mark === '' &&
    (next.entries.length === 0 || words[at + 2]?.capital) &&
    last.text.endsWith('s')
  )
    return forms.includes('B');
  if (marches(words, at, noun, role, forms)) return true;
  if (noun.action === 'appoint_or_elect' && last.naming !== null && forms.includes('F'))
    return next === undefined || next.mark !== '' || has(next, 'after');
  if (next === undefined || next.mark !== '' || has(next, 'prep') || isPredicate(next.entries[0])) return false;
  if (
    forms.includes('B') &&
    (last.text.endsWith('s') || role?.class === 'armed') &&
    !next.capital &&
    (next.entries.length === 0 || isNounClass(next.entries[0])) &&
    last.naming?.state !== true
  )
    return true;
  return forms.includes('F') && !next.capital && next.entries.length === 0 && noun.action !== 'sanction' && noun.action !== 'protest';
}
