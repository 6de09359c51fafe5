// The loop: claim a group, work it, as many at once as the phase allows, until the batch is used up, nothing is ready, or the run must stop.
// Suspects come last, so that what kills the process holds up nothing else, and one group at a time. Knows no flags, files and exit codes.
import { phases } from '../config/phases.js';
import { within } from '../deadline.js';
import { sentenceOf } from '../errors/doctor.js';
import { claimSuspects, suspectsUpTo } from '../work/suspects.js';
import { claim, type Lease, release } from '../work.js';
import { type GroupContext, workGroup } from './group.js';

/** How long giving back a lease may take when the run fails. */
const lastWordsSeconds = 3;

interface LoopOptions {
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
  const { phase, app, counts } = context;
  const most = phases[phase.name].serial ? 1 : options.maxInflight;
  const underWay = new Set<Promise<void>>();
  const byItems = phases[phase.name].batchOf === 'items';
  const takeRoom = (wanted: number): number => {
    const taken = Math.max(0, Math.min(wanted, options.batch - spent));
    spent += taken;
    return taken;
  };
  let spent = 0;
  let reserved = 0;
  let groupsAtOnce = most;
  /** Of the batch, kept for suspects: where more waits than a run can do, they would never have their turn. */
  let setAside = await suspectsUpTo(app.sql, phase.name, Math.ceil(options.batch / 10));
  let fatal: { error: unknown } | null = null;

  while (!options.noMore.aborted && !fatal) {
    if (underWay.size >= groupsAtOnce) {
      await Promise.race(underWay);
      continue;
    }
    const lease = await take();
    if (!lease) {
      if (underWay.size === 0) break;
      await Promise.race(underWay);
      continue;
    }
    counts.claimed += lease.itemIds.length;
    if (options.noMore.aborted) {
      counts.released += await release(app.sql, lease);
      break;
    }
    start(lease);
  }
  await Promise.all(underWay);
  if (fatal) throw (fatal as { error: unknown }).error;
  return { usedUp: spent >= options.batch };

  /** The next group of the backlog; once there is none for this run and nothing is under way, one of suspects. */
  async function take(): Promise<Lease | null> {
    const { worker, batch, group } = options;
    const room = batch - spent - (byItems ? reserved : 0);
    const upTo = (items: number) => ({ worker, limit: byItems ? Math.min(group, items) : group, leaseSeconds: context.leaseSeconds });
    groupsAtOnce = most;
    const lease = room > setAside ? await claim(app.sql, phase.name, upTo(room - setAside)) : null;
    if (lease || underWay.size > 0 || room <= 0) return lease;
    const suspects = await claimSuspects(app.sql, phase.name, upTo(room));
    if (suspects) groupsAtOnce = 1;
    const noneLeft = !suspects && setAside > 0;
    setAside = suspects ? Math.max(0, setAside - suspects.itemIds.length) : 0;
    return noneLeft ? take() : suspects;
  }

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
    const freed = await within(lastWordsSeconds, release(app.sql, lease)).catch((error: unknown) => {
      app.log.warn({ event: 'lease left to run out', because: sentenceOf(because), error: sentenceOf(error) });
      return 0;
    });
    counts.released += freed;
  }
}
