// Items of a phase as typed on a command line: 34, or title:34 and ef:12 as "sni show" names them; and a day.
import { InvalidArgumentError } from 'commander';
import { type PhaseName, phases, positionOf } from '../config/phases.js';
import type { ItemId } from '../work.js';
import { DeskError, exitCodes } from './end.js';

const largest = 9_223_372_036_854_775_807n;

/** Each once. Throws a sentence that names the first that is none. */
export function itemIds(phase: PhaseName, typed: readonly string[]): ItemId[] {
  const sort = phases[phase].shownAs ?? (positionOf(phase) > 0 ? 'feed' : phase);
  const ids = typed
    .flatMap((text) => text.split(','))
    .filter((text) => text.trim() !== '')
    .map((text) => {
      const [, prefix, digits] = /^(?:([a-z_][a-z0-9_]*):)?(\d{1,19})$/.exec(text.trim()) ?? [];
      if (digits === undefined || (prefix !== undefined && prefix !== sort) || BigInt(digits) < 1n || BigInt(digits) > largest)
        throw new DeskError(
          `${text} is no item of ${phase}: it works on ${phases[phase].items[1]}, named 34 or ${sort}:34.`,
          exitCodes.wrongConfiguration,
        );
      return String(BigInt(digits));
    });
  return [...new Set(ids)];
}

/** A day such as 2026-03-10, as its beginning in UTC. */
export function dayArgument(text: string): Date {
  const day = new Date(`${text}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)) return day;
  throw new InvalidArgumentError('Allowed is a day such as 2026-03-10.');
}
