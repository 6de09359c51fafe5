// Ships that trade: whose flag they fly is not at war, where nobody is told to have struck them.
import type { Phrase } from './phrase.js';
import type { Word } from './words.js';

const ships =
  /^(?:vraquiers?|cargos?|pétroliers?|porte-conteneurs|méthaniers?|granelero|graneleros|carguero|cargueros|petroleros?|mercantes?|portacontenedores|货轮|货船|油轮|商船|散货船|集装箱船|cargo)$/;

/** What a participle says of the one it meets: a town, people or a thing of a state; and a merchant ship. */
export function struck(words: readonly Word[], met: Phrase | null): { town: boolean; trades: boolean } {
  if (!met) return { town: false, trades: false };
  const town = met.place || met.head === 'people' || met.head === 'thing';
  return { town, trades: words.slice(met.from, met.to).some(({ text }) => ships.test(text)) };
}
