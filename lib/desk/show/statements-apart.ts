// Which statements of a narrative are about its own headlines: the first narrative of a family also tells what headlines of no group do.
import type { ItemId } from '../../work.js';
import type { ShownFrame } from './family.js';

interface Parted {
  own: ShownFrame['statements'];
  apart: ShownFrame['statements'];
}

/** Apart is what stands on headlines alone of which none is by an outlet of the narrative; what cites nothing, or unknown headlines, is its own. */
export function statementsApart(
  { statements, outlets }: Pick<ShownFrame, 'statements' | 'outlets'>,
  outletOf: (id: ItemId) => string | undefined,
): Parted {
  const isApart = ({ cites }: ShownFrame['statements'][number]): boolean => {
    const cited = cites.map(outletOf);
    return cited.length > 0 && cited.every((outlet) => outlet !== undefined && !outlets.includes(outlet));
  };
  return { own: statements.filter((one) => !isApart(one)), apart: statements.filter(isApart) };
}
