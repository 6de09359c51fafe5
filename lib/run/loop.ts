// The loop: claim a group, work it, as many at once as the phase allows, until the batch is used up, nothing is ready, or the run must stop.
// It knows no flags, files and exit codes.
import type { App } from '../app.js';
import { areAnsweredByModels } from '../config/models.js';
import { phases } from '../config/phases.js';
import { withinSeconds } from '../deadline.js';
import { sentenceOf } from '../errors/doctor.js';
import { type ItemId, type Lease, release } from '../work.js';
import { openBatch } from './batch.js';
import { openClaims } from './claims.js';
import type { GroupContext } from './group/context.js';
import { workGroup } from './group.js';
import { makeStandby } from './standby.js';

/** How long giving back a lease may take when the run fails. */
const lastWordsSeconds = 3;

/** Items that take longer than this are claimed one group at a time with a look before each: a pause lands within what is under way. */
const lookEveryMs = 250;

interface LoopOptions {
  worker: string;
  batch: number;
  group: number;
  maxInflight: number;
  /** Asked before a claim, but not more often than a quick phase can bear; aborts `noMore` where the phase was paused. */
  lookForPause: () => Promise<void>;
  /**
   * Asked where nothing is ready, nothing under way and `left` of the batch is left; whether it brought anything into the backlog. What a run finds
   * at its start may be done by others that found the same.
   */
  findMore: (left: number) => Promise<boolean>;
  /** No further claims once this is aborted. */
  noMore: AbortSignal;
  /** The work under way is aborted and given back once this is aborted. */
  stop: AbortSignal;
  onClaimed: (lease: Lease) => void;
  onEnded: (lease: Lease) => void;
}

/**
 * Runs groups until there is no more to do, and says whether that is because the batch is used up. Throws the first error that must end
 * the run, after all groups have ended.
 */
export async function runLoop<Item extends { itemId: ItemId }, Result>(
  context: Omit<GroupContext<Item, Result>, 'takeRoom'>,
  options: LoopOptions,
): Promise<{ usedUp: boolean }> {
  const { phase, app, counts, leaseSeconds } = context;
  const { worker, noMore } = options;
  let lookedAtMs = performance.now();
  const { serial, batchOf, asks } = phases[phase.name];
  const isAlone = serial && !areAnsweredByModels(app.config.models, asks);
  const standBy = isAlone ? makeStandby(app.sql, phase.name, worker, noMore, app.log) : undefined;
  const batch = openBatch(options.batch, batchOf);
  const most = (room: number): number => (batchOf === 'items' ? Math.min(options.group, room) : options.group);
  const claims = await openClaims(app.sql, phase.name, { worker, leaseSeconds, batch: options.batch, most });
  const underWay = new Set<Promise<void>>();
  const fatal: { error: unknown }[] = [];
  const atOnce = (): number => (serial || claims.alone() ? 1 : options.maxInflight);

  while (!noMore.aborted && fatal.length === 0) {
    if (underWay.size >= atOnce()) {
      await Promise.race(underWay);
      continue;
    }
    if (batch.left() > 0 && (await standBy?.()) === false) break;
    if (performance.now() - lookedAtMs >= lookEveryMs) {
      await options.lookForPause();
      lookedAtMs = performance.now();
    }
    if (noMore.aborted) break;
    const lease = await claims.next(batch.left(), underWay.size > 0);
    if (!lease) {
      if (underWay.size > 0) await Promise.race(underWay);
      else if (batch.left() <= 0 || !(await options.findMore(batch.left()))) break;
      continue;
    }
    counts.claimed += lease.itemIds.length;
    if (noMore.aborted) {
      counts.released += await release(app.sql, lease);
      break;
    }
    start(lease);
  }
  await Promise.all(underWay);
  for (const { error } of fatal) throw error;
  return { usedUp: batch.isUsedUp() };

  function start(lease: Lease): void {
    const items = lease.itemIds.length;
    options.onClaimed(lease);
    batch.begin(items);
    const onSettled = (closed: number, lastItemId: ItemId | undefined): void => {
      batch.closed(closed);
      context.onSettled(closed, lastItemId);
    };
    const group = workGroup({ ...context, takeRoom: batch.takeRoom, onSettled }, lease, options.stop)
      .catch(async (error: unknown) => {
        fatal.push({ error });
        counts.released += await giveBack(app, lease, error);
      })
      .finally(() => {
        batch.end(items);
        underWay.delete(group);
        options.onEnded(lease);
      });
    underWay.add(group);
  }
}

/** After an error that ends the run: frees the lease at once where the database still answers; else it runs out by itself. */
function giveBack({ sql, log }: App, lease: Lease, because: unknown): Promise<number> {
  return withinSeconds(lastWordsSeconds, release(sql, lease)).catch((error: unknown) => {
    log.warn({ event: 'lease left to run out', because: sentenceOf(because), error: sentenceOf(error) });
    return 0;
  });
}
