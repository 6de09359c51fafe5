// What is told by words like "hits back": words answer words, and arms answer arms.
import { type Action, forceful } from './actions.js';
import type { Draft } from './drafts.js';
import { embattled } from './embattled.js';

/** Acts done by speaking: whoever says that he does them does them. */
export const spoken = new Set<Action>(['reject', 'condemn', 'demand', 'accuse', 'threaten', 'support_or_recognise', 'deny', 'protest']);

const isState = /^[A-Z]{2}$/;

/** Whether what "hits back" is told: words upon words, arms upon arms or upon a state at war. */
export function answers({ action, filled, via, target }: Draft): boolean {
  if (!filled || action === 'other') return false;
  if (action === 'attack')
    return via ? forceful.has(via.draft.action) : target?.every((id) => embattled.has(id) || !isState.test(id)) === true;
  return !via || spoken.has(via.draft.action);
}

/** "Detenido un empresario", "Detienen a un empresario": that some private person was struck or arrested says enough. */
export function isOfPrivate({ private: person, trades, passive, impersonal, mode, action }: Draft): boolean {
  if (!(person || trades) || !(passive || impersonal) || mode !== 'done') return false;
  return action === 'attack' || action === 'arrest_or_try';
}

/** He takes or sets free what is his own. */
export function isOfHisOwn({ action, noun }: Draft): boolean {
  return action === 'seize_or_occupy' || (action === 'withdraw_or_yield' && !noun);
}

/** "Coup in Gabon": a headline that opens with it tells that it happened, by nobody named. */
export function isCoup({ noun, frame, mode, start, subject }: Draft): boolean {
  return noun && frame[0] === 'in' && mode === 'done' && (start === 0 || subject);
}
