// What a claimed group is worked with, and what is known of it while it is under way.
import type { App, AppModels } from '../../app.js';
import type { ItemId, Lease } from '../../work.js';
import type { FailurePolicy } from '../failure-policy.js';
import type { PaceKeeper } from '../pace.js';
import type { Phase, Tools } from '../phase.js';
import type { ItemCounts } from '../progress.js';

export interface GroupContext<Item extends { itemId: ItemId }, Result> {
  phase: Phase<Item, Result>;
  app: App;
  runId: string;
  version: string;
  leaseSeconds: number;
  maxAttempts: number;
  counts: ItemCounts;
  pace: PaceKeeper;
  models: Pick<AppModels, 'ask' | 'record'>;
  since?: Date | undefined;
  takeRoom: Tools['takeRoom'];
  failurePolicy: FailurePolicy;
  /** Told after each settle: how many items it closed, and the last of them. */
  onSettled: (closed: number, lastItemId: ItemId | undefined) => void;
}

export interface Group<Item extends { itemId: ItemId }, Result> extends GroupContext<Item, Result> {
  lease: Lease;
  /** Of the process's own clock, in milliseconds. */
  claimedAtMs: number;
  /** Aborted when the run must stop or the lease is lost. */
  signal: AbortSignal;
  /** Items neither closed nor failed so far. */
  open: number;
}
