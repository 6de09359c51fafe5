// Items of a group that failed, once the failure policy has been asked whether it is theirs.
import type { DiagnosedError } from '../../errors/diagnoses.js';
import { fail, type ItemId } from '../../work.js';
import type { Group } from './context.js';

/** They wait for another try or are quarantined. Throws, and fails none, where the error is the run's or the phase pauses for it. */
export async function failItems<Item extends { itemId: ItemId }, Result>(
  group: Group<Item, Result>,
  itemIds: readonly ItemId[],
  error: unknown,
  seen: DiagnosedError,
  amongSuccesses: boolean,
): Promise<void> {
  const { app, lease, counts, failurePolicy } = group;
  if (seen.scope === 'run') throw error;
  await failurePolicy.weigh(itemIds, seen, amongSuccesses);
  const failure = { errorClass: seen.errorClass, error: seen.sentence, retry: seen.retry, signature: seen.signature };
  const became = await fail(app.sql, lease, itemIds, failure, group.maxAttempts);
  const { failed, retried } = became;
  failurePolicy.note(seen, became);
  group.open -= itemIds.length;
  counts.failed += failed + retried;
  group.pace.failed(failed + retried);
  counts.released += itemIds.length - failed - retried;
  app.log.warn({ event: failed > 0 ? 'quarantined' : 'will retry', itemIds: itemIds.slice(0, 20), ...failure });
}
