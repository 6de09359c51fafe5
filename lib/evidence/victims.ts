// Whether a sentence lets somebody strike whom its titles show as struck alone.
import { forceful } from '../reading/actions.js';
import { marksIn, scopesOf, within } from './scopes.js';
import type { Told } from './told.js';

/** What is done to somebody by force. */
const force = new Set([
  'attack',
  'shell',
  'bomb',
  'airstrike',
  'raid',
  'ram',
  'kill',
  'wound',
  'destroy',
  'seize',
  'invade',
  'occupy',
  'sink',
]);

/** A sentence of which no act is read lets somebody strike whom the titles show as struck alone: "Ukraine hit the port of Odesa". */
export function victimActs(own: Told, titles: readonly Told[]): string | null {
  const acts = titles.flatMap((title) => title.acts).filter(({ action }) => forceful.has(action));
  for (const scope of scopesOf(own)) {
    const [subject] = within(scope, own.actors);
    const deed = within(scope, own.hits).find(({ row, start }) => force.has(row) && start >= (subject?.end ?? 0));
    if (!subject || !deed || marksIn(scope, 'by', 'underwent').length > 0) continue;
    // Right behind him stands what he does, in the active voice.
    if (
      !/^\s+(?:(?:has|have|had|again|drones?|missiles?|rockets?|jets?|forces?|troops|army|military|navy) )*$/.test(
        own.text.slice(subject.end, deed.start),
      )
    )
      continue;
    if (!/^(?:(?:'s)?\s)/.test(own.text.slice(deed.end)) || /^\s+(?:on|against|in|near|kill|leave|left)/.test(own.text.slice(deed.end)))
      continue;
    const struck = acts.some(({ target }) => target !== null && subject.ids.includes(target));
    const strikes = acts.some(({ source }) => source !== null && subject.ids.includes(source));
    if (struck && !strikes) return `lets ${subject.text} do what is done to it in the cited titles`;
  }
  return null;
}
