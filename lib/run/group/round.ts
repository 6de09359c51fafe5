// Load, work and settle, once for some items of a group. Those of a serial phase, whose groups must see each other's settles, go one behind the
// other. Where models answer, the group is worked before its turn, so that they think at once for several workers; what they said is kept
// and not asked again when it is worked anew, because another worker settled first.
import type { App } from '../../app.js';
import { areAnsweredByModels } from '../../config/models.js';
import { phases } from '../../config/phases.js';
import { type ItemId, settle } from '../../work.js';
import type { Outcome, Tools } from '../phase.js';
import type { Group } from './context.js';
import { failItems } from './fail.js';
import { waitForEarlier } from './in-order.js';

/** How often a serial group is worked anew because another worker settled first. */
const maxRounds = 50;

/** Other workers were quicker, again and again. */
class Superseded extends Error {
  override name = 'Superseded';
}

/** Closes or fails each of the items; throws what went wrong with them together. */
export async function workItems<Item extends { itemId: ItemId }, Result>(
  group: Group<Item, Result>,
  itemIds: readonly ItemId[],
): Promise<void> {
  const { phase, signal, failurePolicy } = group;
  const asked = { standIns: false };
  const tools = toolsOf(group, asked);
  const { serial, asks } = phases[phase.name];
  const modelsAnswer = areAnsweredByModels(group.app.config.models, asks);
  for (let round = 1; round <= maxRounds; round++) {
    // Only the first time: what is worked anew has been read.
    const meanwhile = round === 1 ? async () => phase.readAhead?.(await phase.load(itemIds, tools), tools) : undefined;
    if (serial && !modelsAnswer) await waitForEarlier(group.app.sql, group.lease, signal, meanwhile);
    const basedOn = serial ? await revisionOf(group.app, phase.name) : undefined;
    const items = await phase.load(itemIds, tools);
    const outcomes = items.length > 0 ? await phase.work(items, tools) : [];
    if (serial && modelsAnswer) await waitForEarlier(group.app.sql, group.lease, signal);
    signal.throwIfAborted();
    const { results, errors, closing } = sorted(outcomes, items, itemIds);
    if (closing.length + errors.length !== itemIds.length) {
      throw new TypeError(`Phase ${phase.name} gave ${outcomes.length} outcomes for ${items.length} items; each item needs one.`);
    }
    if (closing.length > 0) {
      const version = asked.standIns ? `${group.version}+rules` : group.version;
      const isSettled = await settleItems(group, closing, { results, version, basedOn, tools });
      if (!isSettled) continue;
    }
    for (const { itemId, error } of errors) {
      const seen = await failurePolicy.look(error, signal);
      signal.throwIfAborted();
      await failItems(group, [itemId], error, seen, results.length > 0);
    }
    return;
  }
  throw new Superseded(`Other workers settled first ${maxRounds} times in a row; the group is given back and comes again.`);
}

/** `asked.standIns` becomes true when an answer is one that rules gave in a model's place. */
function toolsOf<Item extends { itemId: ItemId }, Result>(group: Group<Item, Result>, asked: { standIns: boolean }): Tools {
  const { app, signal, counts } = group;
  return {
    config: app.config,
    sql: app.sql,
    log: app.log,
    since: group.since,
    takeRoom: group.takeRoom,
    signal,
    ask: async (prompt) => {
      const answer = await group.models.ask(prompt, signal);
      asked.standIns ||= answer.standIn === true;
      counts.answered++;
      return answer;
    },
  };
}

/** `closing`: what has a result, and what was no longer food when it was loaded. */
function sorted<Result>(outcomes: readonly Outcome<Result>[], items: readonly { itemId: ItemId }[], itemIds: readonly ItemId[]) {
  const results = outcomes.filter((outcome) => 'result' in outcome);
  const errors = outcomes.filter((outcome) => 'error' in outcome);
  const loaded = new Set(items.map((item) => item.itemId));
  return { results, errors, closing: [...results.map((result) => result.itemId), ...itemIds.filter((itemId) => !loaded.has(itemId))] };
}

/** False where another worker of a serial phase was quicker: nothing is written then. */
async function settleItems<Item extends { itemId: ItemId }, Result>(
  group: Group<Item, Result>,
  closing: readonly string[],
  made: { results: readonly { itemId: ItemId; result: Result }[]; version: string; basedOn: string | undefined; tools: Tools },
): Promise<boolean> {
  const { app, lease, counts } = group;
  const { results, version, basedOn, tools } = made;
  const itemIds = closing.length === lease.itemIds.length ? null : closing;
  const written = group.phase.settle(app.sql, results, tools);
  const settled = await settle(app.sql, lease, { itemIds, version, written, basedOn });
  if (settled.superseded) return false;
  group.open -= closing.length;
  counts.done += settled.closed;
  group.pace.settled(settled.closed, (performance.now() - group.claimedAtMs) / 1000);
  counts.released += closing.length - settled.closed;
  counts.made += settled.made;
  group.onSettled(closing.length, closing.at(-1));
  if (results.length > 0 && settled.closed > 0) group.failurePolicy.succeeded(Math.min(results.length, settled.closed));
  return true;
}

async function revisionOf(app: App, phase: string): Promise<string> {
  const rows = await app.sql<{ revision: string }[]>`select revision from phases where name = ${phase}`;
  return rows[0]?.revision ?? '0';
}
