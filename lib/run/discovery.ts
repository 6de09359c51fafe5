// What a run finds of its phase's food: at its start, and again where its batch is not used up.
import type { App } from '../app.js';
import { phases } from '../config/phases.js';
import { discover, type ItemId } from '../work.js';
import type { Phase } from './phase.js';
import type { ItemCounts } from './progress.js';
import { readyUpTo, tooMuchWaits } from './waiting.js';

interface Discovery {
  /** How many items the first look brought into the backlog. */
  found: number;
  /** Looks again for `left` of the batch; whether it may bring something. False at once where the last look saw all food there was. */
  findMore: (left: number) => Promise<boolean>;
}

/** Looks for food, unless `max_pending` says not to. After each look `counts.total` is what the run has claimed and can claim. */
export async function startDiscovery<Item extends { itemId: ItemId }, Result>(
  phase: Phase<Item, Result>,
  app: App,
  { batch, since, counts }: { batch: number; since: Date | undefined; counts: ItemCounts },
): Promise<Discovery> {
  // What fails is made up for by others, so twice the batch; P1 counts in titles what feeds bring.
  const mostFor = (wanted: number): number | undefined => (phases[phase.name].batchOf === 'items' ? 2 * wanted : undefined);
  const look = (wanted: number) => discover(app.sql, phase.name, phase.food(app.sql, app.config, since), mostFor(wanted));
  const ahead = async (): Promise<void> => {
    try {
      await phase.ahead?.(app);
    } catch (error) {
      // Nothing depends on it, and the work tells it where it matters.
      app.log.debug({ event: 'not made ready ahead', error });
    }
  };
  const first = (await tooMuchWaits(phase, app)) ? { found: 0, isCut: false } : (await Promise.all([look(batch), ahead()]))[0];
  let { isCut } = first;
  counts.total = await readyUpTo(app, phase.name, batch);
  return {
    found: first.found,
    findMore: async (left) => {
      if (!isCut) return false;
      ({ isCut } = await look(left));
      const ready = await readyUpTo(app, phase.name, left);
      counts.total = counts.claimed + ready;
      return ready > 0 || isCut;
    },
  };
}
