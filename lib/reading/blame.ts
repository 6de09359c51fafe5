// Who tells of another's blow accuses him; and of acts told twice the surest is kept.
import type { Action } from './actions.js';
import type { Act } from './reading.js';
import type { Teller } from './tellers.js';

/** Acts that one blames the other for, when he tells of them. */
const blamed = new Set<Action>([
  'attack',
  'cyber',
  'seize_or_occupy',
  'mobilise_or_drill',
  'coerce',
  'restrict',
  'supply_arms',
  'reject',
  'expel',
  'arrest_or_try',
]);

/** They tell of blows against others. */
const bystanders = new Set([
  'US',
  'UN',
  'EU',
  'NATO',
  'GB',
  'FR',
  'DE',
  'ICC',
  'IAEA',
  'NGO',
  'RED-CROSS',
  'WHO',
  'MICROSOFT',
  'GOOGLE',
  'CH',
  'VA',
  'TR',
  'QA',
  'HAMAS',
  'HEZBOLLAH',
]);

/** Who tells of another's blow blames him; where nobody else is named, it was upon himself. To send troops somewhere is no blow. */
export function withBlame(acts: readonly Act[], teller: Teller, weight: 'goods' | 'trespass' | 'plain'): Act[] {
  return acts.flatMap((act) => {
    const { saidBy, source, target, mode, action } = act;
    if (mode !== 'claimed' || saidBy === null || source === null || source === saidBy || !blamed.has(action)) return [act];
    if (weight === 'goods' && action === 'mobilise_or_drill') return [act];
    const suffers =
      target === null &&
      (action === 'attack' || action === 'mobilise_or_drill') &&
      !bystanders.has(saidBy) &&
      (teller.blames || ((action === 'attack' || weight === 'trespass') && teller.speaker === null));
    if (!teller.blames && !suffers && (target !== saidBy || teller.speaker !== null)) return [act];
    const whole = suffers ? { ...act, target: saidBy } : act;
    return [{ ...act, source: saidBy, action: 'accuse' as const, target: source, mode: 'done' as const, saidBy: null }, whole];
  });
}

/** Each act once, the surest of those that differ in a party left open. */
export function once(acts: readonly Act[]): Act[] {
  return acts.filter((act, i) =>
    acts.every((other, at) => at === i || other.action !== act.action || !(covers(other, act) && (!covers(act, other) || at < i))),
  );
}

function covers(one: Act, other: Act): boolean {
  return (other.source === null || one.source === other.source) && (other.target === null || one.target === other.target);
}
