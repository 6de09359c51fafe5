// The tags of a family, from what its headlines tell and where it belongs. A mechanism of the gate is a word that a headline has, and not what happened.
import type { ToldAct } from '../../lib/family/acts.js';

/** At most three: the two acts most told, the theater unless it is the whole world, the parts of the event type; in lower case with hyphens. */
export function tagsOf(acts: readonly ToldAct[], theater: string, eventType: string): string[] {
  const told = acts
    .filter(({ action, mode }) => action !== 'other' && mode !== 'denied')
    .toSorted((a, b) => b.cites.length - a.cites.length);
  const actions = [...new Set(told.map(({ action }) => action))].slice(0, 2);
  const names = [...actions, ...(theater === 'GLOBAL' ? [] : [theater]), ...eventType.split('/')];
  return [...new Set(names.map(tag))].filter((one) => one.length > 1).slice(0, 3);
}

function tag(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40);
}
