// Whether two acts may be of the same parties: an act that names nobody leaves open who it was.
import { mutual } from '../reading/actions.js';
import type { Act } from '../reading/reading.js';

/** Whether the parties of two acts of one action agree, where both name them. */
export function actsAgree(one: Act, other: Act): boolean {
  const same = (a: string | null, b: string | null): boolean => a === null || b === null || stateOf(a) === stateOf(b);
  if (same(one.source, other.source) && same(one.target, other.target))
    return one.source === null || one.source !== other.target || other.source === one.source;
  return mutual.has(one.action) && same(one.source, other.target) && same(one.target, other.source);
}

/** An organ of a state acts for it: US-CONGRESS is US. */
export function stateOf(id: string): string {
  return /^[A-Z]{2}-/.test(id) ? id.slice(0, 2) : id;
}
