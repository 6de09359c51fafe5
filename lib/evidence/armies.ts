// Whose an army is that a title names by the land in which it stands.
import { stateOf } from './agree.js';
import type { Told } from './told.js';

/** "Army in Kenya retakes town": whose army it is, and no land that suffers it. */
export function isArmyIn(titles: readonly Told[], source: string | null): boolean {
  return titles.some(({ text, actors }) =>
    actors.some(
      ({ ids, start }) =>
        ids.some((id) => stateOf(id) === stateOf(source ?? '')) &&
        /^(?:the\s|die\s)?(?:army|military|troops|forces|police|armee|militär|polizei)\s(?:in|of)\s(?:the\s)?$/i.test(text.slice(0, start)),
    ),
  );
}
