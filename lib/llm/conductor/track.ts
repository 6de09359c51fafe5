// A lane with what belongs to it alone: the turn at a server that processes share, the payment of one that costs, the model that one with
// room for one model plays.
import { Fault } from '../fault.js';
import type { Server } from '../server.js';
import type { Payment } from './call.js';
import type { DecisionLog } from './decision-log.js';
import type { LaneState } from './lane/troubles.js';
import { type Lane, makeLane } from './lane.js';
import type { InLine } from './line.js';
import { makeTurn, type SharedTurn } from './turn.js';
import type { Playing } from './wave.js';

export interface TrackOptions {
  local?: { server: Server; turn: SharedTurn } | undefined;
  cloud?: { server: Server; atOnce: number; payment: Payment } | undefined;
  longestWaitMs: number;
  /** How long the turn at the local server is waited for, which others may have. */
  turnPatienceMs: number;
  makeBreaker: Parameters<typeof makeLane>[0]['makeBreaker'];
  random: () => number;
  voice: DecisionLog;
  changed: (standing: LaneState) => void;
}

export interface Track {
  lane: Lane;
  /** Null where it costs nothing. */
  payment: Payment | null;
  /** Null where no other process is in the way. */
  turn: ReturnType<typeof makeTurn> | null;
  /** Null where the server holds many models at once. */
  playing: Playing | null;
  /** Aborted when the turn is lost while a call is under way. */
  halt: () => AbortSignal | undefined;
  lastTimedOut: InLine | null;
}

/** The local lane before the cloud; `ready` is told when the turn at the local one may have come. */
export function makeTracks(options: TrackOptions, ready: () => void): Track[] {
  const { local, cloud } = options;
  return [
    ...(local ? [localTrack(local, options, ready)] : []),
    ...(cloud ? [{ ...quiet, lane: laneOf('cloud', cloud.server, cloud.atOnce, options), payment: cloud.payment }] : []),
  ];
}

const quiet = { payment: null, turn: null, playing: null, halt: () => undefined, lastTimedOut: null };

function localTrack({ server, turn: shared }: { server: Server; turn: SharedTurn }, options: TrackOptions, ready: () => void): Track {
  const { voice } = options;
  let halt = new AbortController();
  const turn = makeTurn({
    shared,
    mostMs: options.longestWaitMs / 2,
    patienceMs: options.turnPatienceMs,
    say: (sentence) => voice.decided(sentence),
    ready,
    lost: (why) => {
      halt.abort(new Fault('broken', `The local lane was lost: ${why.message}`));
      halt = new AbortController();
    },
    cannot: (error) => voice.fault('turn', `The local lane cannot be taken: ${error instanceof Error ? error.message : String(error)}`),
  });
  const playing = { model: null, since: 0, changeMs: 0 };
  return { ...quiet, lane: laneOf('local', server, 1, options, turn.standstill), turn, playing, halt: () => halt.signal };
}

function laneOf(
  name: Lane['name'],
  server: Server,
  atOnce: number,
  { makeBreaker, random, voice, changed }: TrackOptions,
  standstill: Lane['standstill'] = () => null,
): Lane {
  return makeLane({
    name,
    server,
    atOnce,
    standstill,
    makeBreaker,
    random,
    changed: (standing, words) => {
      voice.decided(words);
      if (standing) changed(standing);
    },
  });
}
