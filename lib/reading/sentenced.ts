// Whoever is "verurteilt", "condamné" or "осуждён", and nobody is named who does it, stands before a court: no state is condemned or accused.
import { isIn } from './groups.js';
import type { Act } from './reading.js';
import type { Word } from './words.js';

/** The acts without such blame upon the land of who is tried. */
export function withoutSentenced(acts: readonly Act[], words: readonly Word[]): readonly Act[] {
  return acts.flatMap((act) => {
    const { action, source, start } = act;
    if (action !== 'condemn' && action !== 'accuse') return [act];
    const at = words.findIndex((word) => word.start === start && isIn(word, 'tried'));
    if (at < 0) return [act];
    if (source === null) return [];
    return source === 'ICC' && isOfPerson(words.slice(at + 1)) ? [{ ...act, action: 'arrest_or_try', target: null }] : [act];
  });
}

/** "Weltstrafgericht verurteilt Ex-Milizchef aus ...": no act and no state alone stands behind the verb. */
function isOfPerson(behind: readonly Word[]): boolean {
  const [first, second] = behind;
  const stateAlone = first?.naming?.sort === 'name' && (second === undefined || second.mark !== '');
  return first !== undefined && !stateAlone && !behind.some(({ entries }) => entries.some(({ class: name }) => name === 'noun'));
}
