// Adds up what was found in a title, and decides. A title without any positive hit is never kept, and no context beats a strong
// actor-action pair ("Olympic boycott over invasion").

import { sortFew } from '../../lib/vocabulary/order.js';
import type { GateWeights } from '../../lib/vocabulary/weights.js';
import type { NumberHit } from './patterns.js';

/** A line of the sum; `points` may be negative. */
export type ScoreLine = { what: string; points: number };

/** One distinct actor, mechanism or context of a title. `weak` = only an ambiguous term spoke for it. */
export interface ScoredTerm {
  id: string;
  weak: boolean;
}

interface Found {
  actors: readonly (ScoredTerm & { kind: string })[];
  mechanisms: readonly (ScoredTerm & { tier: 1 | 2 })[];
  contexts: readonly ScoredTerm[];
  numbers: readonly NumberHit[];
  /** The publisher's section if it is known ("sport", "politics"), else ''. */
  section: string;
}

interface Verdict {
  decision: 'gate_keep' | 'gate_drop';
  tier: 1 | 2 | 3 | null;
  /** Sum of the arithmetic, rounded to hundredths. */
  score: number;
  arithmetic: ScoreLine[];
}

interface Ranked<T> {
  item: T;
  points: number;
}

/** Contexts in whose titles words of war are mostly figures of speech. */
const plainContexts = new Set(['sport', 'celebrity', 'entertainment', 'humour', 'lifestyle', 'weather', 'science', 'gadgets', 'health']);
const countingMechanisms = new Set(['election', 'legislation', 'court-ruling', 'government', 'party-politics']);

/** The rules and thresholds of the weights, looked up once: every title asks for all of them. */
function rulesOf(weights: GateWeights) {
  const rule = (key: string): number => weights.points('rule', key);
  const threshold = (key: string): number => weights.points('threshold', key);
  return {
    weak: rule('weak'),
    furtherActor: rule('second-actor'),
    furtherMechanism: rule('second-mechanism'),
    furtherContext: rule('second-context'),
    pair: rule('pair'),
    strongPair: rule('strong-pair'),
    money: weights.points('pattern', 'money'),
    scoreLine: weights.points('pattern', 'score-line'),
    listicle: weights.points('pattern', 'listicle'),
    keepAt: threshold('keep'),
    tier1At: threshold('tier-1'),
    tier2At: threshold('tier-2'),
  };
}
type Rules = ReturnType<typeof rulesOf>;

/** Builds what adds the points of a title up and decides. */
export function makeScore(weights: GateWeights): (found: Found) => Verdict {
  const rules = rulesOf(weights);
  const worth = (points: number, weak: boolean): number => (weak ? points * rules.weak : points);
  const worthOfActor = ({ kind, id, weak }: Found['actors'][number]): number => worth(weights.points('actor', id, kind), weak);
  const worthOfMechanism = ({ id, tier, weak }: Found['mechanisms'][number]): number =>
    worth(weights.points('mechanism', id, tier === 1 ? '1' : '2'), weak);
  const worthOfContext = ({ id, weak }: ScoredTerm): number => worth(weights.points('context', id), weak);
  return (found) => {
    const sum: Sum = { entries: [], points: 0 };
    const actors = ranked(found.actors, worthOfActor);
    const mechanisms = ranked(found.mechanisms, worthOfMechanism);
    const contexts = ranked(found.contexts, worthOfContext);
    addRanked(sum, 'actor', actors, 3, rules.furtherActor);
    addRanked(sum, 'action', mechanisms, 3, rules.furtherMechanism);
    const [actor] = actors;
    const [action] = mechanisms;
    if (actor !== undefined && action !== undefined && !(actor.item.weak && action.item.weak))
      add(sum, 'actor with action', worth(rules.pair, actor.item.weak || action.item.weak));
    if (speaksOf(found, 'money')) add(sum, 'sum of money', rules.money);
    if (found.section !== '') add(sum, `section ${found.section}`, weights.points('section', found.section));
    const positive = sum.points;
    const anyPositive = actors.length > 0 || mechanisms.length > 0;

    addRanked(sum, 'context', contexts, 4, rules.furtherContext);
    if (speaksOf(found, 'score-line') && !found.mechanisms.some(({ id }) => countingMechanisms.has(id)))
      add(sum, 'score line', rules.scoreLine);
    if (speaksOf(found, 'listicle')) add(sum, 'listicle', rules.listicle);

    const { keepAt } = rules;
    if (sum.points < keepAt && positive >= keepAt && isStrong(found, actors, mechanisms, rules))
      add(sum, 'no context beats a strong actor-action pair', keepAt - sum.points);
    const score = round(sum.points);
    const keep = anyPositive && score >= keepAt;
    const tier = keep ? tierOf(found, positive, rules) : null;
    return { decision: keep ? 'gate_keep' : 'gate_drop', tier, score, arithmetic: sum.entries };
  };
}

interface Sum {
  entries: ScoreLine[];
  points: number;
}

function add(sum: Sum, what: string, points: number): void {
  if (points === 0) return;
  const rounded = round(points);
  sum.entries.push({ what, points: rounded });
  sum.points += rounded;
}

/** The weightiest `most` of one sort, all but the first for a part of what they are worth. */
function addRanked(sum: Sum, sort: string, items: readonly Ranked<ScoredTerm>[], most: number, further: number): void {
  for (let at = 0; at < items.length && at < most; at++) {
    const { item, points } = items[at] as Ranked<ScoredTerm>;
    add(sum, item.weak ? `${sort} ${item.id} (ambiguous)` : `${sort} ${item.id}`, at === 0 ? points : points * further);
  }
}

function speaksOf({ numbers }: Found, wanted: NumberHit['sense']): boolean {
  return numbers.length > 0 && numbers.some(({ sense }) => sense === wanted);
}

/** Whether somebody surely named does something surely hard, in company or in a title that is of nothing else. */
function isStrong(
  found: Found,
  actors: readonly Ranked<ScoredTerm>[],
  mechanisms: readonly Ranked<ScoredTerm>[],
  { strongPair }: Rules,
): boolean {
  return (
    actors.some(({ item }) => !item.weak) &&
    mechanisms.some(({ item, points }) => !item.weak && points >= strongPair) &&
    (isInCompany(found) || !hasPlainContext(found))
  );
}

/**
 * By what speaks for the title alone: a context may drop it, but does not change what kind of thing it is. Words with everyday
 * meanings ("strikes"), and any one action in a title that is plainly of something else, make tier 1 only in company.
 */
function tierOf(found: Found, positive: number, { tier1At, tier2At }: Rules): 1 | 2 | 3 {
  const { actors, mechanisms } = found;
  let [acts, surelyHard] = [false, false];
  for (const { tier, weak } of mechanisms) {
    acts ||= !weak || actors.length > 0;
    surelyHard ||= tier === 1 && !weak;
  }
  if (positive >= tier1At && ((surelyHard && !hasPlainContext(found)) || isInCompany(found))) return 1;
  return acts && positive >= tier2At ? 2 : 3;
}

/** A hard action and an actor, and one more of either or a count of casualties. */
function isInCompany({ actors, mechanisms }: Found): boolean {
  let [hard, casualties] = [0, 0];
  for (const { id, tier, weak } of mechanisms) {
    if (tier === 1) hard++;
    if (!weak && id === 'casualties') casualties = 1;
  }
  return hard > 0 && actors.length > 0 && hard + actors.length + casualties > 2;
}

/** Sport, films and their like, by a word with no other meaning. */
function hasPlainContext({ contexts }: Found): boolean {
  return contexts.some(({ id, weak }) => !weak && plainContexts.has(id));
}

const none: readonly never[] = [];

/** Weightiest first, whatever their sign. */
function ranked<T extends ScoredTerm>(items: readonly T[], pointsOf: (item: T) => number): readonly Ranked<T>[] {
  if (items.length === 0) return none;
  const all = new Array<Ranked<T>>(items.length);
  for (let at = 0; at < items.length; at++) all[at] = { item: items[at] as T, points: pointsOf(items[at] as T) };
  return sortFew(all, weightier);
}

function weightier(a: { points: number }, b: { points: number }): number {
  return Math.abs(b.points) - Math.abs(a.points);
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}
