// Whether a sentence turns what its titles tell: said or yet to come, denied, only meant, on a condition, rebuffed.
import { metCondition } from './conditions.js';
import { toldNegated } from './negated.js';
import { onlyMeant } from './only-meant.js';
import { rebuffed } from './rebuffed.js';
import type { Told } from './told.js';
import { turned } from './turned.js';

/** The first turn that the titles do not take, told as a reason; null where there is none. `heard` has the quotations that it shares with titles. */
export function turnedAnywhere(told: Told, heard: Told, titles: readonly Told[], acts: ReadonlySet<string>): string | null {
  return (
    turned(heard, titles) ??
    toldNegated(heard, titles, acts) ??
    onlyMeant(told, titles, acts) ??
    metCondition(told, titles) ??
    rebuffed(told, titles, acts)
  );
}
