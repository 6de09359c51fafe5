// A threat and what is threatened: the one is told by the other, and meets whom that would meet.
import type { Action } from './actions.js';
import type { Draft } from './drafts.js';
import { only, type State } from './state.js';

/** What one is threatened with. */
const hostile = new Set<Action>([
  ...([
    'attack',
    'sanction',
    'restrict',
    'seize_or_occupy',
    'expel',
    'withdraw_or_yield',
    'mobilise_or_drill',
    'cyber',
    'supply_arms',
    'arrest_or_try',
  ] as const),
]);

/** A threat is told by what is threatened: it meets whom that would meet. */
export function menace(s: State, act: Draft, told: boolean): void {
  const { threat } = s;
  if (!threat || act === threat || !told || s.mode !== 'threatened' || s.not) return;
  if (act.action === 'threaten') act.dropped = true;
  else if (!hostile.has(act.action) || (threat.vows && act.action === 'supply_arms')) return;
  if (!threat.filled) Object.assign(threat, { via: { draft: act, of: 'target' }, filled: true });
  else if (act.noun && !act.filled && threat.target) Object.assign(act, { target: threat.target, filled: true });
  if (!s.may && !s.refusing) threat.dropped = false;
  act.saidBy ??= only(threat.source);
  s.threat = null;
}
