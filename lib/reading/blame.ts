// Who tells of another's blow accuses him; and of acts told twice the surest is kept.
import type { Action } from './actions.js';
import type { Draft } from './drafts.js';
import { embattled } from './embattled.js';
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

/** Of these one speaks but to accuse. */
const blows = new Set<Action>(['attack', 'cyber', 'seize_or_occupy']);

/** What is told: goods or troops that are sent, a border that is crossed, a blow at a border, data taken from a ministry, or anything else. */
export type Weight = 'goods' | 'trespass' | 'border' | 'body' | 'plain';

/** They tell of blows against others. */
export const bystanders: ReadonlySet<string> = new Set([
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
export function withBlame(acts: readonly Act[], teller: Teller, weight: Weight): Act[] {
  return acts.flatMap((act) => {
    const { saidBy, source, target, mode, action } = act;
    if (mode !== 'claimed' || saidBy === null || source === null || source === saidBy || !blamed.has(action)) return [act];
    if (weight === 'goods' && action === 'mobilise_or_drill') return [act];
    const suffers =
      target === null &&
      (action === 'attack' || action === 'mobilise_or_drill' || weight === 'body') &&
      (!bystanders.has(saidBy) || weight === 'body') &&
      (teller.blames ||
        (teller.behind && (weight === 'trespass' || (action === 'attack' && (weight === 'border' || embattled.has(saidBy))))) ||
        ((action === 'attack' || weight === 'trespass') && teller.speaker === null));
    // "..., Phnom Penh says": a blow upon himself, or that in which nobody else is named.
    const charges = teller.behind && (target === saidBy || (target === null && blows.has(action)));
    if (!teller.blames && !charges && !suffers && (target !== saidBy || teller.speaker !== null)) return [act];
    const whole = suffers ? { ...act, target: saidBy } : act;
    return [{ ...act, source: saidBy, action: 'accuse' as const, target: source, mode: 'done' as const, saidBy: null }, whole];
  });
}

/** "Dutch spies: Iran paid gang": what is told of another is a reproach, whatever it is. */
export function reproach(draft: Draft, teller: Teller): Act[] {
  const { action, frame, saidBy, mode, dropped, start, end } = draft;
  const [whom, ...more] = draft.source ?? [];
  if (action !== 'other' || dropped || mode !== 'claimed' || !saidBy || !frame.includes('guilt')) return [];
  if (whom === undefined || more.length > 0 || whom === saidBy || (teller.speaker !== null && teller.speaker !== saidBy)) return [];
  return [{ source: saidBy, action: 'accuse', target: whom, mode: 'done', saidBy: null, start, end }];
}

/** Each act once, the surest of those that differ in a party left open. */
export function eachActOnce(acts: readonly Act[]): Act[] {
  return acts.filter((act, i) =>
    acts.every((other, at) => at === i || other.action !== act.action || !(covers(other, act) && (!covers(act, other) || at < i))),
  );
}

function covers(one: Act, other: Act): boolean {
  return (other.source === null || one.source === other.source) && (other.target === null || one.target === other.target);
}
