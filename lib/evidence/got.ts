// Whether a sentence tells from either side what one does for another in its titles.
import type { Mention } from './actors.js';
import type { Told } from './told.js';

/** "wins a reprieve from Washington" of what Washington does for him, or of what he does for Washington; null where neither is told. */
export function gotFrom({ text }: Told, titles: readonly Told[], one: Mention, other: Mention): 'same' | 'reversed' | null {
  if (!got.test(text.slice(one.end, other.start))) return null;
  const does = (giver: Mention, getter: Mention): boolean =>
    titles.some(({ acts }) => acts.some(({ source, target }) => giver.ids.includes(source ?? '') && getter.ids.includes(target ?? '')));
  if (does(other, one)) return 'same';
  return does(one, other) ? 'reversed' : null;
}

const got = /^\s(?:\p{L}+\s)?(?:wins?|won|gets?|got|secures?|secured|obtains?|obtained|receives?|received)\s.*\bfrom\s(?:the\s)?$/iu;

/** The same act between both is read off the sentence and off a title: who buys and who sells stand in either order. */
export function isReadAlike(own: Told, titles: readonly Told[], one: Mention, other: Mention): boolean {
  const between = [...one.ids, ...other.ids];
  return own.acts.some(
    ({ action, source, target }) =>
      source !== null &&
      target !== null &&
      between.includes(source) &&
      between.includes(target) &&
      titles.some(({ acts }) => acts.some((act) => act.action === action && act.source === source && act.target === target)),
  );
}
