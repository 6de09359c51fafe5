// The loop: claim a group, work it, as many at once as the phase allows, until the batch is used up, nothing is ready, or the run
// must stop. Knows nothing of flags, files and exit codes.

import { within } from '../deadline.js';
import { sentenceOf } from '../guard/doctor.js';
import { claim, type Lease, release } from '../work.js';
import { type GroupContext, workGroup } from './group.js';

/** How long giving back a lease may take when the run fails. */
const lastWordsSeconds = 3;

export interface LoopOptions {
  worker: string;
  batch: number;
  group: number;
  maxInflight: number;
  /** No further claims once this is aborted. */
  noMore: AbortSignal;
  /** The work under way is aborted and given back once this is aborted. */
  stop: AbortSignal;
  onClaimed: (lease: Lease) => void;
  onEnded: (lease: Lease) => void;
}

/** Runs groups until there is no more to do, and says whether that is because the batch is used up; throws the first error that must end the run, after all groups have ended. */
export async function runLoop<Item extends { itemId: string }, Result>(
  context: Omit<GroupContext<Item, Result>, 'takeRoom'>,
  options: LoopOptions,
): Promise<{ usedUp: boolean }> {
  const { phase, house, counts } = context;
  const groupsAtOnce = phase.serial ? 1 : options.maxInflight;
  const underWay = new Set<Promise<void>>();
  const byItems = phase.counts !== 'room';
  const takeRoom = (wanted: number): number => {
    const taken = Math.max(0, Math.min(wanted, options.batch - spent));
    spent += taken;
    return taken;
  };
  let spent = 0;
  let reserved = 0;
  let fatal: { error: unknown } | null = null;

  while (!options.noMore.aborted && !fatal) {
    if (underWay.size >= groupsAtOnce) {
      await Promise.race(underWay);
      continue;
    }
    const limit = Math.min(options.group, byItems ? options.batch - spent - reserved : options.batch > spent ? options.group : 0);
    const lease =
      limit > 0 ? await claim(house.sql, phase.name, { worker: options.worker, limit, leaseSeconds: context.leaseSeconds }) : null;
    if (!lease) {
      if (underWay.size === 0) break;
      await Promise.race(underWay);
      continue;
    }
    counts.claimed += lease.itemIds.length;
    if (options.noMore.aborted) {
      counts.released += await release(house.sql, lease);
      break;
    }
    start(lease);
  }
  await Promise.all(underWay);
  if (fatal) throw (fatal as { error: unknown }).error;
  return { usedUp: spent >= options.batch };

  function start(lease: Lease): void {
    options.onClaimed(lease);
    reserved += lease.itemIds.length;
    const group = workGroup(
      {
        ...context,
        takeRoom,
        onSettled: (closed, lastItemId) => {
          if (byItems) spent += closed;
          context.onSettled(closed, lastItemId);
        },
      },
      lease,
      options.stop,
    )
      .catch(async (error: unknown) => {
        fatal ??= { error };
        await giveBack(lease, error);
      })
      .finally(() => {
        reserved -= lease.itemIds.length;
        underWay.delete(group);
        options.onEnded(lease);
      });
    underWay.add(group);
  }

  /** After an error that ends the run: frees the lease at once where the database still answers; else it runs out by itself. */
  async function giveBack(lease: Lease, because: unknown): Promise<void> {
    const freed = await within(lastWordsSeconds, release(house.sql, lease)).catch((error: unknown) => {
      house.log.warn({ event: 'lease left to run out', because: sentenceOf(because), error: sentenceOf(error) });
      return 0;
    });
    counts.released += freed;
  }
}
