// Ships that trade: whose flag they fly is not at war, where nobody is told to have struck them.
import { isIn } from './groups.js';
import type { Phrase } from './phrase.js';
import type { Word } from './words.js';

/** What a participle says of the one it meets: a town, people or a thing of a state; and a merchant ship. */
export function struck(words: readonly Word[], met: Phrase | null): { town: boolean; trades: boolean } {
  if (!met) return { town: false, trades: false };
  const town = met.place || met.head === 'people' || met.head === 'thing';
  return { town, trades: words.slice(met.from, met.to).some((word) => isIn(word, 'merchantman')) };
}
