// Whether a sentence turns where something goes: "sent weapons from Russia" of a headline that tells of weapons sent to it.

import { fromPlace, standsBehind, toPlace } from './prepositions.js';
import { scopesOf, within } from './scopes.js';
import type { Told } from './told.js';

/** Rows of concepts-*.tsv for what goes somewhere. */
const going: ReadonlySet<string> = new Set([
  'send',
  'supply',
  'export',
  'import',
  'smuggle',
  'transfer',
  'move',
  'deport',
  'flee',
  'deliver',
]);

/** "compra aviones a Estados Unidos", "achète des avions à la Suède": of whom he buys. */
function isSeller({ lang, rows }: Told): boolean {
  return (lang === 'es' || lang === 'fr') && rows.has('buy');
}

/** The first place whence for whither, told as a reason; null where there is none. */
export function otherWayRound(own: Told, titles: readonly Told[]): string | null {
  for (const scope of scopesOf(own)) {
    if (!within(scope, own.hits).some(({ row, wider }) => going.has(row) && !wider)) continue;
    for (const mention of within(scope, own.actors))
      for (const [mine, other] of [
        [fromPlace, toPlace],
        [toPlace, fromPlace],
      ] as const) {
        if (!standsBehind(mine, own, mention)) continue;
        const named = titles.flatMap((title) =>
          title.actors
            .filter(({ ids }) => ids.some((id) => mention.ids.includes(id)))
            .map((one) => standsBehind(other, title, one) && !isSeller(title)),
        );
        const goals = titles.some((title) => title.actors.filter((one) => standsBehind(other, title, one)).length > 1);
        if (named.length > 0 && named.every(Boolean) && !goals)
          return `turns where it goes: ${mention.text} is its other end in the cited titles`;
      }
  }
  return null;
}
