// Forms of verbs that are none where they stand: they belong to the noun behind them.
import type { Class, Entry } from './lexicon-file.js';
import type { Policy } from './policy.js';
import { has, isNounClass, isPredicate } from './word-classes.js';
import type { Word } from './words.js';

/** "the detained journalist": a participle between what opens a noun phrase and its noun. */
export function isAdjectival(words: readonly Word[], at: number, entries: readonly Entry[], policy: Policy): boolean {
  if (policy !== undefined && (policy.adjectiveAfter || !policy.spaced)) return false;
  if (!entries.every(({ form }) => form === 'A' || form === 'P' || form === 'G')) return false;
  const before = words[at - 1];
  const next = words[at + 1];
  if (next?.mark !== '' || has(next, 'prep') || has(next, 'after') || has(next, 'and')) return false;
  const opens =
    before === undefined
      ? false
      : before.mark === "'s" ||
        before.role?.class === 'the' ||
        before.role?.class === 'prep' ||
        before.number ||
        before.naming?.sort === 'adjective' ||
        isPredicate(before.role);
  if (isPredicate(before?.role) && entries[0]?.form === 'G') return false;
  // "accuses Lima of arming rebels": what one is charged with is done, and describes nobody.
  if (before?.text === 'of' && entries[0]?.form === 'G' && words.slice(0, at).some(({ text }) => charging.test(text))) return false;
  return (
    opens && (isNounClass(next.entries[0]) || (next.entries.length === 0 && (next.naming === null || next.naming.sort === 'adjective')))
  );
}

const charging = /^accus(?:e|es|ed|ing)$/;

const calling = new Set<Class>(['plan', 'urge', 'vow', 'refuse', 'deny', 'call', 'say']);

/** "a gas import deal": a base form that nothing calls for is the front of a noun. */
export function isBase(words: readonly Word[], at: number, entries: readonly Entry[], policy: Policy): boolean {
  if (!policy.spaced || policy.adjectiveAfter || policy.verbFirst || !entries.every(({ form }) => form === 'B')) return false;
  const last = words[at - 1];
  const role = last?.role ?? null;
  // "over cable damage": behind a word in the singular that nobody knows a base form is no verb.
  if (last && isUnknownSingular(last)) return true;
  // "calls in Chinese charge over tweet": between a nationality and a preposition it is a noun.
  if (last?.naming?.sort === 'adjective' && (words[at + 1] === undefined || has(words[at + 1], 'prep'))) return true;
  if ((role?.class === 'thing' && (last?.text === 'gas' || !last?.text.endsWith('s'))) || role?.class === 'prep') return true;
  if (isOfOne(words, at)) return true;
  // "plays down role": whatever stands before it that is no name is a verb nobody listed.
  if (words[at]?.text === 'down' && last?.naming === null && !isNounClass(role)) return true;
  return (role !== null && isPredicate(role) && !calling.has(role.class)) || last?.number === true || last?.mark === "'s";
}

const bodies = /^(?:asean|un|nato|ecowas|imf|opec|wto|iaea|osce|oas)$/;
const helps = new Set<Class>(['be', 'have', 'not', 'may', 'hear', 'who']);

/** "Capitol riot", "burns Trump down": behind one state or its leader, whom nobody makes do it a base form is no verb. */
export function isOfOne(words: readonly Word[], at: number): boolean {
  const { naming, text } = words[at - 1] ?? {};
  // "Spain meet Croatia": teams are many.
  if (words[at]?.entries.some(({ action }) => action === 'visit_or_meet')) return false;
  if (naming?.sort !== 'name' || !(naming.state || bodies.test(text ?? '')) || /s$/.test(text ?? '') || words[at + 1]?.mark === '–')
    return false;
  let from = at - 1;
  while (from > 0 && words[from - 1]?.mark === '' && words[from - 1]?.role?.class !== 'after') from--;
  const several = words.slice(Math.max(0, at - 4), at - 1).some((word) => word.mark === ',' || has(word, 'and'));
  return !several && words.slice(from, at - 1).every(({ role }) => !isPredicate(role) && !helps.has(role?.class ?? 'thing'));
}

const plurals = /s$|men$|people$|children$|police$|folk$|youth$/;

function isUnknownSingular({ role, naming, entries, mark, number, capital, text }: Word): boolean {
  return (
    role === null && naming === null && entries.length === 0 && mark === '' && !number && !capital && text.length > 3 && !plurals.test(text)
  );
}
