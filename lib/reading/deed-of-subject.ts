// What a verb's act is because of who does it.
import { type Action, forceful } from './actions.js';
import { areTroops, isCrowd } from './crowds.js';
import { isScolded } from './doubts.js';
import type { Draft } from './drafts.js';
import type { Entry } from './lexicon-file.js';
import type { State } from './state.js';

/** What a crowd does to show what it wants. */
const besieged: ReadonlySet<Action> = new Set<Action>(['attack', 'seize_or_occupy', 'restrict']);

/** The act a verb tells of its subject: drones "visit" no town, hackers "strike" a network, aid that "arrives" is given. */
export function actionOf({ subject, words }: State, role: Entry, passive: boolean): Action {
  if (role.action === 'visit_or_meet' && subject?.head === 'armed') return 'attack';
  if (role.action === 'attack' && subject?.hacks === true && !passive) return 'cyber';
  if (!passive && isCrowd(words, subject) && role.action !== null && besieged.has(role.action)) return 'protest';
  if (role.action === 'visit_or_meet' && subject?.goods?.action === 'aid' && subject.head !== 'actor') return 'aid';
  if (role.action === 'seize_or_occupy' && subject?.court === true && !passive) return 'legislate_or_rule';
  if (role.action === 'visit_or_meet' && areTroops(words, subject)) return 'mobilise_or_drill';
  if (role.class === 'suffer' && isScolded(words, role)) return 'condemn';
  return role.action ?? (role.class === 'undo' ? 'withdraw_or_yield' : 'other');
}

/** 拒绝谴责俄罗斯袭击敖德萨: the blow that nobody will condemn fell all the same. */
export function isPassedOver(pivot: Draft | null, action: Action): boolean {
  return pivot?.action === 'condemn' && forceful.has(action);
}

/** "Russian strike kills five", "Cyberattack cripples ministries": it is the noun before it that is told of. */
export function isWorkOf(told: Draft | null, action: Action): boolean {
  return forceful.has(action) || (action === 'cyber' && told?.action === 'cyber');
}
