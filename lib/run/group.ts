// One claimed group's life: load, work, settle, its lease prolonged while it goes on. An item that breaks the group is found by
// halving and fails alone; a fault of the whole program (database gone, disk full) is thrown on and fails no item.

import type { App, Models } from '../app.js';
import { phases } from '../config/phases.js';
import type { DiagnosedError } from '../errors/diagnoses.js';
import { sentenceOf } from '../errors/doctor.js';
import { extend, fail, type Lease, release, settle } from '../work.js';
import type { FailurePolicy } from './failure-policy.js';
import type { Phase, Tools } from './phase.js';
import type { Counts } from './progress.js';

export interface GroupContext<Item extends { itemId: string }, Result> {
  phase: Phase<Item, Result>;
  app: App;
  runId: string;
  version: string;
  leaseSeconds: number;
  maxAttempts: number;
  counts: Counts;
  models: Pick<Models, 'ask' | 'record'>;
  since?: Date | undefined;
  takeRoom: Tools['takeRoom'];
  failurePolicy: FailurePolicy;
  /** Told after each settle: how many items it closed, and the last of them. */
  onSettled: (closed: number, lastItemId: string | undefined) => void;
}

/** How often a serial group is worked anew because another worker settled first. */
const maxRounds = 50;

/** Other workers were quicker, again and again. */
class Superseded extends Error {
  override name = 'Superseded';
}

/**
 * Works one lease to its end. Returns when every item is closed, failed or given back; throws what must end the run.
 * `stop` aborts the work; what is then unsettled is given back.
 */
export async function workGroup<Item extends { itemId: string }, Result>(
  context: GroupContext<Item, Result>,
  lease: Lease,
  stop: AbortSignal,
): Promise<void> {
  const { app, leaseSeconds, counts, failurePolicy } = context;
  const lost = new AbortController();
  const signal = AbortSignal.any([stop, lost.signal]);
  let open = lease.itemIds.length;
  const keeper = setInterval(
    () => {
      extend(app.sql, lease, leaseSeconds).then(
        (held) => {
          if (held === 0 && open > 0) lost.abort(new Error('The lease was lost.'));
        },
        (error) => lost.abort(error),
      );
    },
    (leaseSeconds * 1000) / 3,
  );
  try {
    await attempt(lease.itemIds);
  } catch (error) {
    if (!signal.aborted) throw error;
    app.log.warn({ event: 'given back', items: open, reason: sentenceOf(signal.reason) });
  } finally {
    clearInterval(keeper);
    await context.models.record();
    await failurePolicy.write();
  }
  if (open > 0) {
    await release(app.sql, lease);
    counts.released += open;
  }

  async function attempt(itemIds: readonly string[]): Promise<void> {
    try {
      await once(itemIds);
    } catch (error) {
      if (signal.aborted) throw error;
      const seen = await failurePolicy.look(error, signal);
      signal.throwIfAborted();
      if (seen.scope === 'run') throw error;
      // Only rules may speak for a whole group: a guess would use up the tries of all for the fault of one.
      if (itemIds.length === 1 || (seen.errorClass === 'transient' && seen.decidedBy === 'rules'))
        return failItems(itemIds, error, seen, false);
      const middle = Math.ceil(itemIds.length / 2);
      app.log.warn({ event: 'group halved', items: itemIds.length, errorClass: seen.errorClass, error: seen.sentence });
      await attempt(itemIds.slice(0, middle));
      await attempt(itemIds.slice(middle));
    }
  }

  async function once(itemIds: readonly string[]): Promise<void> {
    const { phase } = context;
    let standIns = false;
    const tools: Tools = {
      config: app.config,
      sql: app.sql,
      log: app.log,
      since: context.since,
      takeRoom: context.takeRoom,
      signal,
      ask: async (prompt) => {
        const answer = await context.models.ask(prompt, signal);
        standIns ||= answer.standIn === true;
        context.counts.answered++;
        return answer;
      },
    };
    for (let round = 1; round <= maxRounds; round++) {
      const basedOn = phases[phase.name].serial ? await revisionOf(app, phase.name) : undefined;
      const items = await phase.load(itemIds, tools);
      const outcomes = items.length > 0 ? await phase.work(items, tools) : [];
      signal.throwIfAborted();
      const results = outcomes.filter((outcome) => 'result' in outcome);
      const errors = outcomes.filter((outcome) => 'error' in outcome);
      const loaded = new Set(items.map((item) => item.itemId));
      const closing = [...results.map((result) => result.itemId), ...itemIds.filter((itemId) => !loaded.has(itemId))];
      if (closing.length + errors.length !== itemIds.length) {
        throw new TypeError(`Phase ${phase.name} gave ${outcomes.length} outcomes for ${items.length} items; each item needs one.`);
      }
      if (closing.length > 0) {
        const whole = closing.length === lease.itemIds.length;
        const written = phase.settle(app.sql, results, tools);
        const settled = await settle(app.sql, lease, {
          itemIds: whole ? null : closing,
          version: standIns ? `${context.version}+rules` : context.version,
          written,
          basedOn,
        });
        if (settled.superseded) continue;
        open -= closing.length;
        counts.done += settled.closed;
        counts.released += closing.length - settled.closed;
        counts.made += settled.made;
        context.onSettled(closing.length, closing.at(-1));
        if (results.length > 0 && settled.closed > 0) failurePolicy.succeeded(Math.min(results.length, settled.closed));
      }
      for (const { itemId, error } of errors) {
        const seen = await failurePolicy.look(error, signal);
        signal.throwIfAborted();
        await failItems([itemId], error, seen, results.length > 0);
      }
      return;
    }
    throw new Superseded(`Other workers settled first ${maxRounds} times in a row; the group is given back and comes again.`);
  }

  async function failItems(itemIds: readonly string[], error: unknown, seen: DiagnosedError, amongSuccesses: boolean): Promise<void> {
    if (seen.scope === 'run') throw error;
    await failurePolicy.weigh(itemIds, seen, amongSuccesses);
    const failure = { errorClass: seen.errorClass, error: seen.sentence, retry: seen.retry, signature: seen.signature };
    const became = await fail(app.sql, lease, itemIds, failure, context.maxAttempts);
    const { failed, retried } = became;
    failurePolicy.note(seen, became);
    open -= itemIds.length;
    counts.failed += failed + retried;
    counts.released += itemIds.length - failed - retried;
    app.log.warn({ event: failed > 0 ? 'quarantined' : 'will retry', itemIds: itemIds.slice(0, 20), ...failure });
  }
}

async function revisionOf(app: App, phase: string): Promise<string> {
  const rows = await app.sql<{ revision: string }[]>`select revision from phases where name = ${phase}`;
  return rows[0]?.revision ?? '0';
}
