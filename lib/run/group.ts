// One claimed group's life: worked, its lease prolonged while that goes on, what is left given back. An item that breaks the group is
// found by halving and fails alone; a fault of the whole program (database gone, disk full) is thrown on and fails no item.
import { sentenceOf } from '../errors/doctor.js';
import { type ItemId, type Lease, release } from '../work.js';
import type { Group, GroupContext } from './group/context.js';
import { failItems } from './group/fail.js';
import { keepLease } from './group/lease.js';
import { workItems } from './group/round.js';

/**
 * Works one lease to its end. Returns when every item is closed, failed or given back; throws what must end the run.
 * `stop` aborts the work; what is then unsettled is given back.
 */
export async function workGroup<Item extends { itemId: ItemId }, Result>(
  context: GroupContext<Item, Result>,
  lease: Lease,
  stop: AbortSignal,
): Promise<void> {
  const { app } = context;
  const keeper = keepLease(app.sql, lease, context.leaseSeconds, () => group.open > 0);
  const group: Group<Item, Result> = {
    ...context,
    lease,
    claimedAtMs: performance.now(),
    signal: AbortSignal.any([stop, keeper.lost]),
    open: lease.itemIds.length,
  };
  try {
    await attempt(group, lease.itemIds);
  } catch (error) {
    if (!group.signal.aborted) throw error;
    app.log.warn({ event: 'given back', items: group.open, reason: sentenceOf(group.signal.reason) });
  } finally {
    keeper.stop();
    await context.models.record();
    await context.failurePolicy.write();
  }
  if (group.open > 0) {
    await release(app.sql, lease);
    context.counts.released += group.open;
  }
}

/** Works items together; where that fails and it may be one of them, each half by itself. */
async function attempt<Item extends { itemId: ItemId }, Result>(group: Group<Item, Result>, itemIds: readonly ItemId[]): Promise<void> {
  const { app, signal, failurePolicy } = group;
  try {
    await workItems(group, itemIds);
  } catch (error) {
    if (signal.aborted) throw error;
    const seen = await failurePolicy.look(error, signal);
    signal.throwIfAborted();
    if (seen.scope === 'run') throw error;
    // Only rules may speak for a whole group: a guess would use up the tries of all for the fault of one.
    if (itemIds.length === 1 || (seen.errorClass === 'transient' && seen.decidedBy === 'rules')) {
      return failItems(group, itemIds, error, seen, false);
    }
    const middle = Math.ceil(itemIds.length / 2);
    app.log.warn({ event: 'group halved', items: itemIds.length, errorClass: seen.errorClass, error: seen.sentence });
    await attempt(group, itemIds.slice(0, middle));
    await attempt(group, itemIds.slice(middle));
  }
}
