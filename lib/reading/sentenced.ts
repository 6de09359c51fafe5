// In German whoever is "verurteilt" or "angeklagt", and nobody is named who does it, stands before a court: no state is condemned or accused.
import type { Act } from './reading.js';
import type { Word } from './words.js';

const beforeCourt = /^(?:verurteilt|angeklagt)$/;

/** The acts without such blame upon the land of who is tried. */
export function withoutSentenced(acts: readonly Act[], words: readonly Word[]): readonly Act[] {
  return acts.filter(({ action, source, start }) => {
    if (source !== null || (action !== 'condemn' && action !== 'accuse')) return true;
    return !words.some((word) => word.start === start && beforeCourt.test(word.text));
  });
}
