// Arabic nouns of action: where they do what infinitives do elsewhere ("تنفي قصف غزة"), and whose the name behind them is:
// "قصف غزة" is done to Gaza, "قصف إسرائيل لغزة" by Israel.
import type { Class } from './lexicon-file.js';
import type { Phrase } from './phrase.js';
import { isNounClass, isPredicate } from './word-classes.js';
import type { Word } from './words.js';

const governing = new Set<Class>(['say', 'deny', 'plan', 'vow', 'refuse', 'urge', 'call', 'not']);
const passed = new Set<Class>(['the', 'how', 'prep']);
const furthest = 8;

/** Whether a verb asks for the noun of action at `at`: right before it, or before whom it concerns and a preposition. */
export function isGoverned(words: readonly Word[], at: number): boolean {
  let named = false;
  let joined = false;
  let told = false;
  for (let before = at - 1; before >= 0 && before >= at - furthest; before--) {
    const { role, mark } = words[before] as Word;
    if (mark !== '') return false;
    if (role === null || isOwner(role.class)) named = true;
    else if (role.class === 'prep') {
      if (!named && !joined && !role.frame.some((prep) => prep === 'with' || prep === 'to' || prep === 'of')) return false;
      joined ||= !named;
    } else if (role.class === 'light' && role.frame[0] === 'reply') return joined;
    else if (role.class === 'noun') told = true;
    else if (told && !passed.has(role.class)) return false;
    else if (governing.has(role.class)) return joined || !named || role.class !== 'vow';
    else if (role.action === 'reject' && role.class === 'verb') return !named;
    else if (role.action === 'accuse' && role.class === 'verb') return joined;
    else if (isPredicate(role) && role.form === 'B') return words[at - 1]?.role?.class === 'and';
    else if (role.class === 'and') named = false;
    else if (!passed.has(role.class)) return false;
  }
  return false;
}

function isOwner(name: Class): boolean {
  return name === 'official' || name === 'people' || name === 'private' || name === 'armed';
}

/** Whether an empty verb asks for the noun of action: "تواصل استيراد الغاز". */
export function isBegun(words: readonly Word[], at: number): boolean {
  let before = at - 1;
  while (words[before]?.role?.class === 'the') before--;
  const name = words[before]?.role?.class;
  return name === 'light' || name === 'undo' || words[before]?.role?.action === 'restrict';
}

/** Whether a word that is a finite verb and a noun of action is the verb: its subject stands before it. */
export function isFiniteVerb(words: readonly Word[], at: number): boolean {
  const last = words[at - 1];
  if (last?.mark !== '' || words[at + 1]?.naming?.sort === 'adjective') return false;
  const name = last.role?.class;
  if (name === 'it' || name === 'who' || name === 'not') return true;
  return (last.naming !== null || (isNounClass(last.role) && name !== 'noun' && name !== 'thing')) && !behindAct(words, at - 1);
}

function isOwned(word: Word | undefined): boolean {
  return word !== undefined && (word.naming !== null ? word.naming.sort !== 'adjective' : word.role !== null && isOwner(word.role.class));
}

/** A noun of action before it owns the name: "ضحايا قصف إسرائيل دعم". */
function behindAct(words: readonly Word[], at: number): boolean {
  for (let before = at; before >= 0 && words[before]?.mark === ''; before--) if (words[before]?.role?.class === 'noun') return true;
  return false;
}

/** Whether the name behind a noun of action did it, was met by it, or neither is sure. */
export function ownerRole(words: readonly Word[], phrase: Phrase): 'source' | 'target' | 'open' {
  if (!phrase.act) return 'open';
  const { frame, action } = phrase.act.entry;
  const next = words[phrase.to];
  const directed = next?.role?.class === 'prep' && next.role.frame.some((prep) => prep === 'against' || prep === 'to');
  if (frame.includes('from')) return 'source';
  if (frame.includes('by') || phrase.hit !== null) return 'target';
  const inside = phrase.openAfter && next?.role?.class === 'prep' && next.role.frame.includes('in') && words[phrase.to + 1]?.naming;
  if (inside) return 'source';
  const whom = next?.role?.class === 'the' ? words[phrase.to + 1] : next;
  if (directed || (frame.includes('obj') && next?.mark === '' && isOwned(whom))) return 'source';
  if (frame.includes('obj')) return 'target';
  return action === 'attack' && phrase.openAfter ? 'open' : 'source';
}
