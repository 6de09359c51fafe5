// Quoted words that stand in no title to the letter.
import type { CreditedTitle } from './credits.js';
import { even, piecesOf, type quotationsOf, standsIn } from './quotes.js';
import { evened, tidied } from './tidied.js';

/** "Post does not carry the word": it stands with another. */
export const absence =
  /\b(?:does not|do not|did not|doesn't|don't|neither|nor)\s(?:\p{L}+\s)?(?:carry|have|use|quote|say|write|mention|report|give|contain|call|speak)/iu;

/** The first quoted piece that stands in none of `group`, told as a reason; null where all stand. `known` are names that may stand in quotes. */
export function misquoted(
  quoted: ReturnType<typeof quotationsOf>,
  group: readonly (CreditedTitle & { raw?: string })[],
  known: readonly string[],
): string | null {
  for (const quotation of quoted)
    for (const piece of piecesOf(quotation)) {
      const stands =
        group.some(({ raw = '' }) => standsIn(even(tidied(evened(raw))), piece)) || known.some((name) => even(tidied(name)) === piece);
      if (!stands) return `quotes "${piece}", which stands in no cited title`;
    }
  return null;
}
