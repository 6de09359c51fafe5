// One lane as the conductor sees it: what is under way, which of its models may be asked when, and why not. Time is handed in, milliseconds
// since 1970.
import type { Fault } from '../fault.js';
import type { Server } from '../server.js';
import { makeLoad } from './lane/load.js';
import { makeTroubles, type TroublesOptions } from './lane/troubles.js';
import type { Payment } from './payment.js';
import type { Standstill } from './turn.js';

/** All that tells one lane from another. */
export interface LaneData {
  /** In the log. */
  name: string;
  server: Server;
  /** Calls under way at once. */
  atOnce: number;
  /** Whether its server stands on the GPU that all such servers, and all processes, share. */
  takesTurns: boolean;
  /** Null where it costs nothing. */
  payment: Payment | null;
}

interface LaneOptions extends LaneData, TroublesOptions {
  /** Why nothing begins here at all, and since when; null where calls may. */
  standstill: (now: number) => Standstill | null;
}

export type Lane = ReturnType<typeof makeLane>;

/** A lane with nothing under way and no trouble. */
export function makeLane(options: LaneOptions) {
  const { name, server, atOnce, takesTurns, payment, standstill } = options;
  const troubles = makeTroubles(options);
  const load = makeLoad(takesTurns ? 'local' : 'far', atOnce);
  const { mayAt, wrongWith, troubleOf, heard, saidNothing, states } = troubles;
  const { underWay, hasRoom, callMs, changeMs, ended } = load;
  return {
    name,
    server,
    atOnce,
    takesTurns,
    payment,
    standstill,
    ...{ mayAt, wrongWith, troubleOf, heard, saidNothing, states },
    ...{ underWay, hasRoom, callMs, changeMs, ended },
    /** What is under way here and `calls` more take, once they may begin. */
    loadMs: load.needsMs,
    /** How long until `calls` more would be done here. */
    needsMs: (calls: number, model: string, now: number): number =>
      (standstill(now)?.waitedMs ?? 0) + Math.max(0, mayAt(model) - now) + load.needsMs(calls),
    started: (model: string): void => {
      load.started(model);
      troubles.started(model);
    },
    succeeded: (model: string, latencyMs: number, loadedMs: number): void => {
      load.succeeded(latencyMs, loadedMs);
      troubles.succeeded(model);
    },
    faulted: (model: string, fault: Fault, now: number): void => {
      if (troubles.faulted(model, fault, now)) load.troubled();
    },
  };
}
