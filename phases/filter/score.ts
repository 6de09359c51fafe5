// Takes what was found in a title, leaves decision, tier, score and the arithmetic behind them. Guards two rules: a title without any
// positive hit is never kept, and no context beats a strong actor-action pair ("Olympic boycott over invasion").

import { sortFew } from '../../lib/vocabulary/order.js';
import type { Weights } from '../../lib/vocabulary/weights.js';
import type { NumberHit } from './patterns.js';

/** A line of the sum; `points` may be negative. */
export type Entry = { what: string; points: number };

/** One distinct actor, mechanism or context of a title. `weak` = only an ambiguous term spoke for it. */
export interface Evidence {
  id: string;
  weak: boolean;
}

interface Found {
  actors: readonly (Evidence & { kind: string })[];
  mechanisms: readonly (Evidence & { tier: 1 | 2 })[];
  contexts: readonly Evidence[];
  numbers: readonly NumberHit[];
  /** The publisher's section if it is known ("sport", "politics"), else ''. */
  section: string;
}

interface Verdict {
  decision: 'gate_keep' | 'gate_drop';
  tier: 1 | 2 | 3 | null;
  /** Sum of the arithmetic, rounded to hundredths. */
  score: number;
  arithmetic: Entry[];
}

interface Ranked<T> {
  item: T;
  points: number;
}

/** Contexts in whose titles words of war are mostly figures of speech. */
const plainContexts = new Set(['sport', 'celebrity', 'entertainment', 'humour', 'lifestyle', 'weather', 'science', 'gadgets', 'health']);
const countingMechanisms = new Set(['election', 'legislation', 'court-ruling', 'government', 'party-politics']);

/** Adds the points up and decides. */
export function scoreTitle(found: Found, weights: Weights): Verdict {
  const rule = (key: string): number => weights.points('rule', key);
  const entries: Entry[] = [];
  const add = (what: string, points: number): void => {
    if (points !== 0) entries.push({ what, points: round(points) });
  };
  const worth = (points: number, weak: boolean): number => (weak ? points * rule('weak') : points);

  const actors = ranked(found.actors, ({ kind, id, weak }) => worth(weights.points('actor', id, kind), weak));
  const mechanisms = ranked(found.mechanisms, ({ id, tier, weak }) => worth(weights.points('mechanism', id, String(tier)), weak));
  const contexts = ranked(found.contexts, ({ id, weak }) => worth(weights.points('context', id), weak));
  const addRanked = (sort: string, items: readonly Ranked<Evidence>[], further: number): void => {
    let factor = 1;
    for (const { item, points } of items) {
      add(`${sort} ${item.id}${item.weak ? ' (ambiguous)' : ''}`, points * factor);
      factor = further;
    }
  };

  addRanked('actor', actors.slice(0, 3), rule('second-actor'));
  addRanked('action', mechanisms.slice(0, 3), rule('second-mechanism'));
  const [actor] = actors;
  const [action] = mechanisms;
  if (actor !== undefined && action !== undefined && !(actor.item.weak && action.item.weak))
    add('actor with action', worth(rule('pair'), actor.item.weak || action.item.weak));
  if (found.numbers.some(({ sense }) => sense === 'money')) add('sum of money', weights.points('pattern', 'money'));
  if (found.section !== '') add(`section ${found.section}`, weights.points('section', found.section));
  const positive = total(entries);
  const anyPositive = actors.length > 0 || mechanisms.length > 0;

  addRanked('context', contexts.slice(0, 4), rule('second-context'));
  const counting = found.mechanisms.some(({ id }) => countingMechanisms.has(id));
  if (!counting && found.numbers.some(({ sense }) => sense === 'score-line')) add('score line', weights.points('pattern', 'score-line'));
  if (found.numbers.some(({ sense }) => sense === 'listicle')) add('listicle', weights.points('pattern', 'listicle'));

  const keepAt = weights.points('threshold', 'keep');
  const strong =
    actors.some(({ item }) => !item.weak) &&
    mechanisms.some(({ item, points }) => !item.weak && points >= rule('strong-pair')) &&
    (isInCompany(found) || !hasPlainContext(found));
  if (strong && total(entries) < keepAt && positive >= keepAt) add('no context beats a strong actor-action pair', keepAt - total(entries));
  const score = round(total(entries));
  const keep = anyPositive && score >= keepAt;
  return { decision: keep ? 'gate_keep' : 'gate_drop', tier: keep ? tierOf(found, positive, weights) : null, score, arithmetic: entries };
}

/**
 * By what speaks for the title alone: a context may drop it, but does not change what kind of thing it is. Words with everyday
 * meanings ("strikes"), and any one action in a title that is plainly of something else, make tier 1 only in company.
 */
function tierOf(found: Found, positive: number, weights: Weights): 1 | 2 | 3 {
  const { actors, mechanisms } = found;
  const [hard, soft] = [mechanisms.filter(({ tier }) => tier === 1), mechanisms.filter(({ tier }) => tier === 2)];
  const acts = (those: Found['mechanisms']): boolean => those.some(({ weak }) => !weak || actors.length > 0);
  const hardly = hard.some(({ weak }) => !weak) ? !hasPlainContext(found) : false;
  if ((hardly || isInCompany(found)) && positive >= weights.points('threshold', 'tier-1')) return 1;
  if ((acts(hard) || acts(soft)) && positive >= weights.points('threshold', 'tier-2')) return 2;
  return 3;
}

/** A hard action and an actor, and one more of either or a count of casualties. */
function isInCompany({ actors, mechanisms }: Found): boolean {
  const hard = mechanisms.filter(({ tier }) => tier === 1).length;
  const casualties = mechanisms.some(({ id, weak }) => id === 'casualties' && !weak) ? 1 : 0;
  return hard > 0 && actors.length > 0 && hard + actors.length + casualties > 2;
}

/** Sport, films and their like, by a word with no other meaning. */
function hasPlainContext({ contexts }: Found): boolean {
  return contexts.some(({ id, weak }) => !weak && plainContexts.has(id));
}

/** Weightiest first, whatever their sign. */
function ranked<T extends Evidence>(items: readonly T[], pointsOf: (item: T) => number): Ranked<T>[] {
  return sortFew(
    items.map((item) => ({ item, points: pointsOf(item) })),
    (a, b) => Math.abs(b.points) - Math.abs(a.points),
  );
}

function total(entries: readonly Entry[]): number {
  return entries.reduce((sum, { points }) => sum + points, 0);
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}
