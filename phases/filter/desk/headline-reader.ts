// The reader of headlines as the desk uses it: with the vocabulary and the lists of the settings it was asked with.
import type { Config } from '../../../lib/config.js';
import { tidy } from '../../../lib/feeds/read/plain-text.js';
import { withoutWireTags } from '../../../lib/feeds/read/wire-tag.js';
import type { Reading } from '../../../lib/reading/whole.js';
import { currentGate, currentReader } from '../current-gate.js';

type Settings = Pick<Config, 'root' | 'file' | 'vocabulary' | 'theaters' | 'eventTypes'>;

/** Reads one headline, cleaned as P1 would store it; `lang` is '' where unknown. */
export async function headlineReader(
  config: Settings,
): Promise<{ read: (title: string, lang: string) => Reading; nameOf: (actorId: string) => string }> {
  const [{ gate, vocabulary }, { read }] = await Promise.all([currentGate(config), currentReader(config)]);
  return {
    read: (given, lang) => {
      const title = withoutWireTags(tidy(given));
      return read(title, lang, gate(title, lang));
    },
    nameOf: (actorId) => vocabulary.actors.get(actorId)?.name ?? actorId,
  };
}
