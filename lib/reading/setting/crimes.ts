// Tells a crime upon or by a foreigner from what states do to each other.
import type { SettingClues } from './told.js';

/**
 * A crime upon or by somebody abroad belongs where it happens, and that is named last: "Ukrainian refugee murdered in Germany". No act
 * between states is told of it, and nothing of a war.
 */
export function isCrime({ acts, actors, mechanisms, words }: SettingClues): boolean {
  return acts.length === 0 && actors.length > 1 && (words?.get('Legal/ICC') ?? 0) >= crime && !mechanisms.some((one) => ofWar.has(one));
}

const crime = 1.2;
/** Kinds of acts of force. */
export const ofWar: ReadonlySet<string> = new Set(['strike', 'war', 'attack', 'ground-incursion', 'troops', 'terrorism', 'missile-test']);
