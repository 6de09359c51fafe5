// Hands questions to the lanes of model servers. Questions wait in one line, and a lane that is free draws the next one that it may
// answer, so no lane idles while there is work for it. A lane's fault costs no question: it waits, or another lane takes it.
import { attempt } from './conductor/attempt.js';
import type { Served } from './conductor/call.js';
import { type Choice, chooseInWaves, chooseOldest, nameOf } from './conductor/choose.js';
import { whyNoLane } from './conductor/give-up.js';
import type { FailedCall, Job } from './conductor/job.js';
import type { Lane } from './conductor/lane.js';
import { type InLine, makeLine } from './conductor/line.js';
import { makeTracks, type Track, type TrackOptions } from './conductor/track.js';

export type { Served } from './conductor/call.js';
export type { FailedCall, Job } from './conductor/job.js';

interface ConductorOptions extends TrackOptions {
  /** Calls under way at once, in all lanes. */
  maxInflight: number;
  stayMs: number;
  patienceMs: number;
  failed: (call: FailedCall) => void;
}

export type Conductor = ReturnType<typeof makeConductor>;

/** One serves a run; `failed` hears of each call that came to nothing. Nothing is asked of a server before `put`. */
export function makeConductor(options: ConductorOptions) {
  const { maxInflight, log, random, failed, patienceMs } = options;
  const line = makeLine(() => pump());
  const tracks = makeTracks(options, () => pump());
  const lanes = tracks.flatMap(({ lanes }) => lanes);
  const stop = new AbortController();
  const around = { stop: stop.signal, log, random, failed, again: line.enter, ended: pump };
  const calls = new Set<Promise<void>>();
  let wake: NodeJS.Timeout | undefined;
  let pumping = false;

  return {
    /** Answers once, by one of the job's models. Throws NoLane, a Fault of the question itself, or the signal's reason. */
    put: (job: Job, signal?: AbortSignal): Promise<Served> =>
      new Promise((resolve, reject) => {
        if (signal?.aborted || stop.signal.aborted) return reject(signal?.reason ?? stop.signal.reason);
        line.enterNew(job, signal, resolve, reject);
        pump();
      }),
    lanes,
    /** How many questions wait, for whatever lane. */
    waiting: (): number => line.waiting.length,
    /** Ends what is under way; nothing is answered any more. Resolves when all of it has ended. */
    close: async (): Promise<void> => {
      clearTimeout(wake);
      for (const { turn } of tracks) turn?.close();
      stop.abort(new Error('The run ends.'));
      line.rejectAll(stop.signal.reason);
      log.end();
      await Promise.all([...calls]);
    },
  };

  function pump(): void {
    if (pumping || stop.signal.aborted) return;
    pumping = true;
    const now = Date.now();
    for (const track of tracks) {
      while (hasRoom(track) && underWay(lanes) < maxInflight) {
        const choice = choose(track, now);
        if (!choice || track.turn?.mayBegin(now, underWay(track.lanes) > 0) === false) break;
        line.remove(choice.waiting);
        const begun = attempt(track, choice, around).finally(() => calls.delete(begun));
        calls.add(begun);
      }
    }
    // Also where questions wait that it could answer, were it not left alone: others may ask another model.
    for (const track of tracks) if (underWay(track.lanes) === 0) track.turn?.idle();
    giveUp(now);
    pumping = false;
    sleep(now);
  }

  function choose(track: Track, now: number): Choice<InLine> | null {
    const [lane] = track.lanes;
    if (!track.inMemory) return lane ? chooseOldest(line.waiting, lane, lanes, now) : null;
    const inMemory = { ...track.inMemory, changeMs: Math.max(...track.lanes.map((one) => one.changeMs())) };
    const choice = chooseInWaves(line.waiting, track.lanes, lanes, inMemory, options, now);
    // What is under way ends before another model takes the memory.
    return choice && underWay(track.lanes) > 0 && nameOf(choice.maker) !== inMemory.model ? null : choice;
  }

  /** Rejects what nobody can answer within its patience. */
  function giveUp(now: number): void {
    for (const waiting of [...line.waiting]) {
      const why = whyNoLane(waiting, lanes, patienceMs, now);
      if (!why) continue;
      line.remove(waiting);
      waiting.reject(why);
    }
  }

  /** Until the next moment at which something may have changed by itself. */
  function sleep(now: number): void {
    clearTimeout(wake);
    if (line.waiting.length > 0) wake = setTimeout(pump, Math.max(1, line.nextMoment(lanes, now) - now));
  }
}

function underWay(lanes: readonly Lane[]): number {
  return lanes.reduce((sum, lane) => sum + lane.underWay(), 0);
}

/** Lanes that share a turn hold one model between them: one of them that is full lets the others begin nothing. */
function hasRoom({ lanes }: Track): boolean {
  return lanes.every((lane) => lane.underWay() === 0 || lane.hasRoom());
}
