// "US aid to Colombia cut", "Levée des sanctions", "Aplazada la visita": a noun tells of an act, and a word beside it that it is over or never came.
import { type Action, helpful } from './actions.js';
import type { Draft } from './drafts.js';
import { isIn } from './groups.js';
import { isPlain, type Policy } from './policy.js';
import type { Scan, State } from './state.js';
import type { Word } from './words.js';

/** What goes on till somebody ends it, or is to come till somebody calls it off: a blow has been, whatever comes of it. */
const lasting: ReadonlySet<Action> = new Set<Action>([
  'aid',
  'supply_arms',
  'sanction',
  'restrict',
  'trade_deal',
  'negotiate',
  'mobilise_or_drill',
  'support_or_recognise',
  'mediate',
  'agree_or_sign',
  'withdraw_or_yield',
  'expel',
]);
/** What one state lays upon another, and may lift again. */
const imposed: ReadonlySet<Action> = new Set<Action>(['sanction', 'restrict']);
/** Words between the end and what ends: "la suspension de toute l'aide militaire kényane". */
const furthest = 5;

/** Drops each act of a noun whose end the clause tells beside it and whom it meets: it is not done, and who ended it is not sure. */
export function dropUndone({ words, drafts, policy }: State): void {
  for (const draft of drafts) {
    if (!(draft.noun || policy.prepositionsFirst) || draft.mode === 'denied') continue;
    if (!(lasting.has(draft.action) || draft.action === 'visit_or_meet')) continue;
    const at = words.findIndex(({ start }) => start === draft.start);
    const end = endBehind(words, at, draft.action, policy) ?? (isPlain(policy) ? null : endBefore(words, at, draft.action));
    if (end === null) continue;
    draft.dropped = true;
    dropEnding(drafts, draft, end);
  }
}

/** "Kenyan embassy in Uganda closed": its owner may have closed it, or whose land it is; only who is told behind "by" is known. */
export function dropClosedMissions({ words, drafts, policy }: State): void {
  for (const draft of drafts) {
    if (draft.action !== 'restrict' || draft.noun) continue;
    const at = words.findIndex(({ start }) => start === draft.start);
    // 肯尼亚对乌干达军援被暂停: what is halted is his who gives it.
    if (policy.prepositionsFirst && draft.passive && words[at - 1]?.role?.class === 'be' && isThing(words[at - 2])) draft.dropped = true;
    if (!words.some((word) => isIn(word, 'mission'))) continue;
    // "La embajada de Sudán cierra", "ferme ses portes": it is a mission that closes, and nobody hinders it.
    if (!draft.passive && !draft.filled && words.findIndex((word) => isIn(word, 'mission')) < at) draft.dropped = true;
    const next = words[at + 1];
    const toldBy = next?.role?.class === 'prep' && next.role.frame[0] === 'by';
    if ((draft.passive || (policy.prepositionsFirst && !draft.filled)) && !toldBy) draft.dropped = true;
  }
}

function isThing(word: Word | undefined): boolean {
  const name = word?.role?.class;
  return name === 'goods' || name === 'noun' || name === 'thing';
}

/** "La ayuda a Kenia, suspendida": the end stands behind a comma, with nothing else before it. */
export function dropApart({ drafts }: Scan, [first, next]: readonly Word[]): void {
  if (first === undefined || !isAtRest(next)) return;
  for (const draft of drafts) if (draft.noun && isEnd(first, draft.action)) draft.dropped = true;
}

/** "Treaty with Kenya suspended by Uganda", 暂停遣返移民: what is done to a treaty is done to nobody; only help is held back from whose it would be. */
function dropEnding(drafts: readonly Draft[], { action, target }: Draft, end: Word): void {
  // "Sanctions on Syria lifted by EU": who lifts them is named, and whom they met.
  for (const draft of drafts)
    if (draft.start === end.start && imposed.has(action) && draft.passive && draft.source?.length && target)
      Object.assign(draft, { target, via: null, undo: false, filled: true, action: 'withdraw_or_yield' });
    else if (draft.start === end.start && (draft.passive || !draft.filled) && !draft.noun && !(helpful.has(action) && draft.source))
      draft.dropped = true;
}

function isEnd(word: Word, action: Action): boolean {
  if (action === 'negotiate' && isIn(word, 'fruitless')) return false;
  return isIn(word, 'unmade') || (lasting.has(action) && isIn(word, 'undone'));
}

/** The word behind an act that tells of its end; null where what becomes of it is something else. */
function endBehind(words: readonly Word[], at: number, action: Action, { cases }: Policy): Word | null {
  for (let next = at + 1; next < words.length; next++) {
    const word = words[next] as Word;
    if (isEnd(word, action)) return cases || isAtRest(words[next + 1]) ? word : null;
    if (isPredicate(word)) return null;
  }
  return null;
}

/** The word before an act that tells of its end: right before it, but for articles and adjectives. */
function endBefore(words: readonly Word[], at: number, action: Action): Word | null {
  for (let before = at - 1; before >= 0 && before >= at - furthest; before--) {
    const word = words[before] as Word;
    if (isEnd(word, action)) return word;
    if (word.mark !== '' || isPredicate(word) || word.role?.class === 'noun' || word.naming?.sort === 'name') return null;
  }
  return null;
}

/** Whether a word tells what becomes of what is named before it: "was", "not" and "to be" only lead to it. */
function isPredicate(word: Word): boolean {
  const name = word.role?.class;
  return name === 'verb' || name === 'say' || name === 'light';
}

/** Whether a participle has no object behind it: "aid cut after vote", and not "aid cut costs". */
function isAtRest(next: Word | undefined): boolean {
  return next === undefined || next.mark !== '' || next.role?.class === 'prep' || next.role?.class === 'how' || next.role?.class === 'and';
}
