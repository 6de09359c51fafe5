// Arms and help for a state's own rebels are none for the state: "denies arming Sudan's RSF".
import { helpful } from './actions.js';
import { type Draft, targetOf } from './drafts.js';
import { isIn } from './groups.js';
import type { Phrase } from './phrase.js';
import { isPlain } from './policy.js';
import type { Act } from './reading.js';
import type { State } from './state.js';
import type { Word } from './words.js';

/** The acts without such a state: of what is claimed or denied nobody is met, and what is told as done is left out. */
export function withoutRebels(acts: readonly Act[], words: readonly Word[]): readonly Act[] {
  const reaches = ({ action, target }: Act): boolean => (helpful.has(action) || action === 'attack') && target?.length === 2;
  if (!acts.some(reaches)) return acts;
  return acts.flatMap((act) => {
    const { action, target, mode } = act;
    // "Kenyan rebels attacked by Chad": they are attacked, and not Kenya.
    if (action === 'attack' && act.source !== null && target?.length === 2 && isOfRebels(words, target)) return [{ ...act, target: null }];
    if (!helpful.has(action) || target?.length !== 2 || !isOfRebels(words, target)) return [act];
    return mode === 'claimed' || mode === 'denied' ? [{ ...act, target: null }] : [];
  });
}

/** Whether a state is named only as whose rebels they are. */
function isOfRebels(words: readonly Word[], id: string): boolean {
  const named = words.flatMap(({ naming }, at) => (naming?.ids.includes(id) ? [at] : []));
  return named.length > 0 && named.every((at) => ownsRebels(words, at));
}

function ownsRebels(words: readonly Word[], at: number): boolean {
  const behind = words[at + 1]?.mark === "'s" ? words[at + 2] : words[at + 1];
  if (isIn(behind, 'rebel')) return true;
  const preposition = words[at - 1]?.role?.class === 'the' ? at - 2 : at - 1;
  const whose = words[preposition]?.role;
  if (whose?.class === 'prep' && (whose.frame.includes('of') || whose.frame.includes('in'))) return isIn(words[preposition - 1], 'rebel');
  return words[at]?.naming?.sort === 'adjective' && isIn(words[at - 1], 'rebel');
}

/** "combattants de Boko Haram": whose fighters they are stands behind them; a state's are its rebels as often as its men. */
export function bandBehind({ words }: State, from: number): readonly string[] | null {
  if (!words[from]?.role?.frame.includes('of') || words[from]?.role?.class !== 'prep') return null;
  const naming = words.slice(from + 1, from + 3).find((word) => word.naming)?.naming;
  return naming && !naming.state && naming.ids.length === 1 ? naming.ids : null;
}

/** Their armed men strike abroad. */
const abroad: ReadonlySet<string> = new Set('PS LB AF IQ SY YE'.split(' '));

/** "Haitian gangs torch prison", "Nigerian bandits abduct pupils": whoever is struck by a land's own armed men lives there. */
export function homeOf({ subject, policy }: State, { action, passive, noun }: Draft): readonly string[] | null {
  if (!isPlain(policy) || action !== 'attack' || passive || noun || subject?.head !== 'armed' || !subject.ownAccount) return null;
  const [only = '', ...more] = subject.actors;
  return more.length === 0 && /^[A-Z]{2}$/.test(only) && !abroad.has(only) ? [only] : null;
}

/** "retakes El Obeid from RSF": whose the town is, is known before; it is taken from who held it. */
export function takeBackFrom(draft: Draft, phrase: Phrase): boolean {
  const { action, target, source, filled, passive, frame } = draft;
  if (action !== 'seize_or_occupy' || passive || !filled || !frame.includes('from')) return false;
  if (target?.some((id) => !source?.includes(id))) return false;
  draft.target = targetOf(phrase, action);
  return true;
}

/** "troops withdrawn from Syria": they went, and from whom is told behind. True where they went. */
export function goFrom(draft: Draft, { actors, mixed }: Phrase): boolean {
  const { action, passive, noun, source, frame } = draft;
  if (action !== 'withdraw_or_yield' || !passive || noun || source !== null || frame[0] !== 'from') return false;
  if (draft.target?.length) draft.source = draft.target;
  draft.target = mixed ? undefined : actors;
  draft.filled = true;
  return true;
}
