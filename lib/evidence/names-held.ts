// Names of a sentence that stand for actors of its titles, whatever those call them.
import type { Told } from './told.js';

/** Names of actors that the titles have under another name: "M23" of حركة 23 مارس. */
export function namesHeld(own: Told, titles: readonly Told[]): string[] {
  const ids = new Set(titles.flatMap(({ actors }) => actors.flatMap((mention) => mention.ids)));
  return own.actors.flatMap((mention) => (mention.ids.some((id) => ids.has(id)) ? [mention.text] : []));
}
