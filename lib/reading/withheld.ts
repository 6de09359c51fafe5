// "Israel denies UN access to Gaza", "niega a Uganda el acceso": one word says that something is not so, and that somebody shall not have it.
import { isIn } from './groups.js';
import type { Act } from './reading.js';
import { has, isPredicate } from './word-classes.js';
import type { Word } from './words.js';

/** How many words behind the verb what is withheld may begin. */
const furthest = 7;

/** The acts with a denial told as what it is where it withholds something: a restriction upon the state it is kept from, a refusal where it is help. */
export function withoutWithheld(acts: readonly Act[], words: readonly Word[]): readonly Act[] {
  if (!acts.some(({ action }) => action === 'deny')) return acts;
  return acts.flatMap((act) => {
    if (act.action === 'deny') return withheld(act, words) ?? [act];
    return act.mode === 'denied' && acts.some((one) => one.source === act.saidBy && withheld(one, words)) ? [] : [act];
  });
}

/** What a denial is that withholds something; null where it is one. */
function withheld(act: Act, words: readonly Word[]): Act[] | null {
  if (act.action !== 'deny' || act.mode !== 'done') return null;
  const verb = words.findIndex(({ start }) => start === act.start);
  if (!isIn(words[verb], 'withholding')) return null;
  const next = words[verb + 1];
  // "Visas denied by Kenya": who withholds them stands behind; "Uganda denied aid by Kenya" names him as who is denied.
  const before = words[verb - 1];
  const behind = thingBehind(words, verb);
  const thing = behind ?? (isIn(before, 'grantable') ? (before ?? null) : null);
  if (thing === null) return null;
  const by = words.findIndex((word, at) => at > verb && has(word, 'prep') && word.role?.frame[0] === 'by');
  if (by > 0 && behind !== null) return [];
  const named = words.find(({ naming }, at) => at > verb && isKeptFrom(naming, act.source));
  if (named === undefined && !isIn(thing, 'grantable')) return null;
  if (isHelp(thing)) return named?.naming?.state === true ? [{ ...act, action: 'reject', target: null }] : null;
  const target = named?.naming?.state === true && (named.naming.sort !== 'place' || named === next) ? (named.naming.ids[0] ?? null) : null;
  return target === null ? [] : [{ ...act, action: 'restrict', target }];
}

function isKeptFrom(naming: Word['naming'], source: string | null): boolean {
  return naming !== null && !naming.ids.includes(source ?? '');
}

/** What is withheld behind the verb, with no other verb between; null for nothing. */
function thingBehind(words: readonly Word[], verb: number): Word | null {
  for (let at = verb + 1; at < words.length && at <= verb + furthest; at++) {
    const word = words[at] as Word;
    const next = words[at + 1];
    // "denies Ugandan aid claims": what is denied stands behind.
    if (isIn(word, 'grantable') || isHelp(word)) return next?.role?.class === 'thing' || next?.mark === "'s" ? null : word;
    if (isPredicate(word.role) || /[:;,.?!]/.test(word.mark) || word.mark === "'s") return null;
  }
  return null;
}

function isHelp(word: Word): boolean {
  return word.role?.action === 'aid';
}
