// The tier of a kept title, by what was read of it: hard power is told by what is done, by whom and to whom, not by a word that speaks of
// it. Where no act was read, words that can mean nothing else and more than one party still make tier 1.
import type { Action, Mode } from '../../lib/reading/actions.js';
import type { Act } from '../../lib/reading/reading.js';
import type { Reading } from '../../lib/reading/whole.js';
import type { Vocabulary } from '../../lib/vocabulary.js';
import type { GateHit, GateRecord } from './gate.js';

/** Acts of hard power. */
const hardActions: ReadonlySet<Action> = new Set<Action>([
  ...(['attack', 'threaten', 'sanction', 'seize_or_occupy', 'mobilise_or_drill', 'supply_arms', 'cyber'] as const),
]);
/** Acts of order: hard where a word says that they are about war and peace. */
const orderActions: ReadonlySet<Action> = new Set<Action>([
  ...(['agree_or_sign', 'negotiate', 'visit_or_meet', 'mediate', 'withdraw_or_yield'] as const),
]);
const ofWarAndPeace: ReadonlySet<string> = new Set([
  ...['ceasefire', 'peace-process', 'summit', 'nuclear', 'hostages', 'sanctions', 'troops'],
]);
/** What others than states do and suffer too, by the same words: squirrels invade, viruses attack. */
const ofOthersToo: ReadonlySet<string> = new Set([
  ...['attack', 'ground-incursion', 'cyber-operation', 'troops', 'arms-transfer', 'hostages'],
]);
/** Words of politics: an act whose words the gate takes for them is a quarrel and no war. */
const ofPolitics: ReadonlySet<string> = new Set([
  ...['party-politics', 'government', 'diplomacy', 'policy', 'protest', 'election', 'economy', 'diplomatic-statement', 'tariffs'],
  'legislation',
]);
const real: ReadonlySet<Mode> = new Set<Mode>(['done', 'threatened', 'planned']);

/** The record with the tier that its acts give it, and why in a few words. A dropped title stays as it is. */
export function withTier(
  record: GateRecord,
  { acts, kind }: Pick<Reading, 'acts' | 'kind'>,
  mechanisms: Vocabulary['mechanisms'],
): GateRecord {
  if (record.tier === null) return record;
  const lower = record.tier === 1 ? 2 : record.tier;
  const to = (tier: 1 | 2 | 3, because: string): GateRecord => ({ ...record, tier, because });
  if (kind !== 'news' && kind !== 'live') return to(lower, `no news: ${kind}`);
  const words = record.mechanisms.filter(({ id }) => mechanisms.get(id)?.tier === 1);
  const hardWords = words.filter(isPlain);
  const told = acts.filter((act) => real.has(act.mode) && (act.source ?? act.target) !== null && !isPolitics(act, record));
  const between = told.find(({ action, source, target }) => hardActions.has(action) && source && target && source !== target);
  if (between !== undefined) return to(1, inWords(between));
  const hard = told.find(({ action }) => hardActions.has(action));
  const byWords = isHardByWords(record, words, hardWords);
  if (hard !== undefined && (hardWords.length > 0 || byWords || (words.length > 0 && hasBystander(record, acts))))
    return to(1, inWords(hard));
  if (record.tier > 1) return to(record.tier, 'no act of hard power, and no word of it that is sure');
  const order = told.find(({ action }) => orderActions.has(action));
  if (order !== undefined && hardWords.some(({ id }) => ofWarAndPeace.has(id))) return to(1, inWords(order));
  if (acts.length > 0) return to(2, 'no act of hard power among those it tells');
  return byWords ? to(1, 'no act was read, but its words hardly mean anything else') : to(2, 'no act of hard power was read');
}

/** Two words of hard power beside an actor, or a sure one; of what others do too beside a second actor or casualties. */
function isHardByWords({ actors, mechanisms }: GateRecord, words: readonly GateHit[], sure: readonly GateHit[]): boolean {
  const named = new Set(actors.map(({ id }) => id)).size;
  const casualties = mechanisms.some(({ id }) => id === 'casualties');
  if (named === 0) return false;
  if (new Set(words.map(({ id }) => id)).size > 1) return true;
  return sure.some(({ id }) => !ofOthersToo.has(id) || named > 1 || casualties);
}

/** Somebody named who is no party of what is told: whom a strike without a target is likely to hit. */
function hasBystander({ actors }: GateRecord, acts: readonly Act[]): boolean {
  return actors.some(({ id }) => acts.every(({ source, target, saidBy }) => ![source, target, saidBy].includes(id)));
}

/** Whether the gate takes words of the act for politics, and none of them for hard power. */
function isPolitics({ start, end }: Act, { mechanisms }: GateRecord): boolean {
  const within = mechanisms.filter((hit) => hit.start < end && hit.end > start && isPlain(hit));
  return within.length > 0 && within.every(({ id }) => ofPolitics.has(id));
}

/** A word without an everyday meaning, or one whose meaning another word has decided. */
function isPlain({ term, reading }: GateHit): boolean {
  return reading !== undefined || !/^[=_]*~/.test(term);
}

function inWords({ source, action, target, mode }: Act): string {
  const how = mode === 'done' ? '' : ` (${mode})`;
  return `${source ?? 'somebody'} ${action.replaceAll('_', ' ')} ${target ?? 'somebody'}${how}`;
}
