// A sentence about headlines, and the headlines it stands on.
import { listing, outletName } from '../../lib/family/listing.js';
import type { Telling } from './telling.js';

export interface Statement {
  text: string;
  /** Title ids. */
  cites: string[];
}

/** More outlets than these are not named but counted among the others. */
const mostNamed = 6;

/** "Headlines of A and B tell of it: “hit” (A), “pounds” (B)." Each of the headlines is cited. */
export function headlinesSay(tellings: readonly Telling[], [one, more]: readonly [string, string], behind = ''): Statement {
  const who = tellings.length > 1 ? `Headlines of ${outletsOf(tellings)} ${more}` : `The headline of ${outletsOf(tellings)} ${one}`;
  return { text: `${who}${behind}`.replace(/\.?$/u, '.'), cites: tellings.map(({ member }) => member.titleId) };
}

/** Up to six outlets by name, each once; of more the first five and others. */
export function outletsOf(tellings: readonly Telling[]): string {
  const outlets = [...new Set(tellings.map(({ member }) => outletName(member)))];
  return listing(outlets.length > mostNamed ? [...outlets.slice(0, mostNamed - 1), 'others'] : outlets);
}

/** A sentence about headlines where there are any. */
export function some(tellings: readonly Telling[], say: (those: readonly Telling[]) => Statement): Statement[] {
  return tellings.length === 0 ? [] : [say(tellings)];
}
