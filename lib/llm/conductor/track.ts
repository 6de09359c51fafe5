// Lanes with what belongs to them alone. Those that take turns share one: their servers stand on one GPU, which holds one model at a time,
// whichever server asks it to, and which the processes of a database share. Every other lane is by itself.
import { Fault } from '../fault.js';
import type { DecisionLog } from './decision-log.js';
import type { LaneState } from './lane/troubles.js';
import { type Lane, type LaneData, makeLane } from './lane.js';
import type { InLine } from './line.js';
import { makeTurn, type SharedTurn, type Standstill } from './turn.js';
import type { ModelInMemory } from './wave.js';

export interface TrackOptions {
  /** One of each server; of two that could take a question, the earlier is looked at first. */
  lanes: readonly LaneData[];
  /** Over all processes, for the lanes that take turns. */
  turn: SharedTurn;
  longestWaitMs: number;
  /** How long the turn is waited for, which others may have. */
  turnPatienceMs: number;
  makeBreaker: Parameters<typeof makeLane>[0]['makeBreaker'];
  random: () => number;
  log: DecisionLog;
  changed: (state: LaneState) => void;
}

export interface Track {
  /** One, or those that share the turn. */
  lanes: readonly Lane[];
  /** Null where no other process is in the way. */
  turn: ReturnType<typeof makeTurn> | null;
  /** Null where models are not in each other’s way. */
  inMemory: ModelInMemory | null;
  /** Aborted when the turn is lost while a call is under way. */
  halt: () => AbortSignal | undefined;
  /** The question that timed out last, by lane. */
  lastTimedOut: Map<Lane, InLine>;
}

/** The lanes that take turns before all others; `ready` is told when the turn may have come. */
export function makeTracks(options: TrackOptions, ready: () => void): Track[] {
  const sharing = options.lanes.filter(({ takesTurns }) => takesTurns);
  const alone = options.lanes.filter(({ takesTurns }) => !takesTurns);
  const none = { turn: null, inMemory: null, halt: () => undefined };
  return [
    ...(sharing.length > 0 ? [sharedTrack(sharing, options, ready)] : []),
    ...alone.map((lane) => ({ ...none, lanes: [laneOf(lane, options, () => null)], lastTimedOut: new Map() })),
  ];
}

function sharedTrack(sharing: readonly LaneData[], options: TrackOptions, ready: () => void): Track {
  const { log } = options;
  let halt = new AbortController();
  const turn = makeTurn({
    shared: options.turn,
    mostMs: options.longestWaitMs / 2,
    patienceMs: options.turnPatienceMs,
    say: (sentence) => log.decided(sentence),
    ready,
    lost: (why) => {
      halt.abort(new Fault('broken', `The local lane was lost: ${why.message}`));
      halt = new AbortController();
    },
    cannot: (error) => log.fault('turn', `The local lane cannot be taken: ${error instanceof Error ? error.message : String(error)}`),
  });
  const lanes = sharing.map((lane) => laneOf(lane, options, turn.standstill));
  return { lanes, turn, inMemory: { model: null, since: 0, changeMs: 0 }, halt: () => halt.signal, lastTimedOut: new Map() };
}

function laneOf(data: LaneData, { makeBreaker, random, log, changed }: TrackOptions, standstill: (now: number) => Standstill | null): Lane {
  return makeLane({
    ...data,
    standstill,
    makeBreaker,
    random,
    changed: (state, words) => {
      log.decided(words);
      if (state) changed(state);
    },
  });
}
