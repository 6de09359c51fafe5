// The reader of headlines as the desk uses it: with the vocabulary and the lists of the settings it was asked with.
import { join } from 'node:path';
import type { Config } from '../../../lib/config.js';
import { makeHeadlineReader, type Reading } from '../../../lib/reading/whole.js';
import { currentGate } from '../current-gate.js';

type Settings = Pick<Config, 'root' | 'file' | 'vocabulary' | 'theaters' | 'eventTypes'>;

/** Reads one headline; `lang` is '' where unknown. */
export async function headlineReader(
  config: Settings,
): Promise<{ read: (title: string, lang: string) => Reading; nameOf: (actorId: string) => string }> {
  const { gate, vocabulary } = await currentGate(config);
  const read = makeHeadlineReader(vocabulary, join(config.root, 'lib/reading'), config);
  return {
    read: (title, lang) => {
      const { actors, mechanisms } = gate(title, lang);
      return read(title, lang, { actors: idsOf(actors), mechanisms: idsOf(mechanisms) });
    },
    nameOf: (actorId) => vocabulary.actors.get(actorId)?.name ?? actorId,
  };
}

function idsOf(hits: readonly { id: string }[]): string[] {
  return [...new Set(hits.map(({ id }) => id))];
}
