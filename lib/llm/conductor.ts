// The supervisor of the model lanes: takes questions, each with the models that may answer it; leaves each answered once. Questions wait in
// one line; a lane draws the next when it is free, so no lane idles while something waits that it may take. A lane's fault costs no
// question: it waits or takes the other lane. Knows no database and no prompt.
import { call, type Payment, type Served } from './conductor/call.js';
import { type Choice, chooseInWaves, chooseOldest, nameOf } from './conductor/choose.js';
import type { DecisionLog } from './conductor/decision-log.js';
import { type NoLane, whyNoLane } from './conductor/give-up.js';
import type { FailedCall, Job } from './conductor/job.js';
import { type Lane, type LaneState, makeLane } from './conductor/lane.js';
import { type InLine, makeLine } from './conductor/line.js';
import { makeTurn, type SharedTurn } from './conductor/turn.js';
import type { Playing } from './conductor/wave.js';
import { Fault } from './fault.js';
import type { ServedBy, Server } from './server.js';

export type { Served } from './conductor/call.js';
export type { FailedCall, Job } from './conductor/job.js';

interface ConductorOptions {
  local?: { server: Server; turn: SharedTurn } | undefined;
  cloud?: { server: Server; atOnce: number; payment: Payment } | undefined;
  /** Calls under way at once, in all lanes. */
  maxInflight: number;
  longestWaitMs: number;
  stayMs: number;
  patienceMs: number;
  /** The same for the turn at the local server, which others may have. */
  turnPatienceMs: number;
  makeBreaker: Parameters<typeof makeLane>[0]['makeBreaker'];
  random: () => number;
  voice: DecisionLog;
  failed: (call: FailedCall) => void;
  changed: (standing: LaneState) => void;
}

export type Conductor = ReturnType<typeof makeConductor>;

/** A question that timed out so often has itself to blame: the item fails for now and comes again. */
const timeoutsMost = 4;
const failuresMost = 12;
const backoffMs = 100;
const backoffMostMs = 30_000;

export function makeConductor(options: ConductorOptions) {
  const { local, cloud, maxInflight, voice, random, patienceMs, longestWaitMs, stayMs } = options;
  const laneOf = (name: Lane['name'], server: Server, atOnce: number, standstill: Lane['standstill'] = () => null): Lane =>
    makeLane({
      name,
      server,
      atOnce,
      standstill,
      makeBreaker: options.makeBreaker,
      random,
      changed: (standing, words) => {
        voice.decided(words);
        if (standing) options.changed(standing);
      },
    });
  const localLane = local && laneOf('local', local.server, 1, (now) => turn?.standstill(now) ?? null);
  const cloudLane = cloud && laneOf('cloud', cloud.server, cloud.atOnce);
  const lanes = [localLane, cloudLane].flatMap((lane) => lane ?? []);
  const line = makeLine(() => pump());
  const playing: Playing = { model: null, since: 0, changeMs: 0 };
  const stop = new AbortController();
  let halt = new AbortController();
  let wake: NodeJS.Timeout | undefined;
  let pumping = false;
  const calls = new Set<Promise<void>>();
  const lastTimedOut = new WeakMap<Lane, InLine>();
  const turn =
    local &&
    makeTurn({
      shared: local.turn,
      mostMs: longestWaitMs / 2,
      patienceMs: options.turnPatienceMs,
      say: (sentence) => voice.decided(sentence),
      ready: () => pump(),
      lost: (why) => {
        halt.abort(new Fault('broken', `The local lane was lost: ${why.message}`));
        halt = new AbortController();
      },
      cannot: (error) => voice.fault('turn', `The local lane cannot be taken: ${error instanceof Error ? error.message : String(error)}`),
    });

  return {
    /** Answers once, by one of the job's models. Throws NoLane, a Fault of the question itself, or the signal's reason. */
    put: (job: Job, signal?: AbortSignal): Promise<Served> =>
      new Promise((resolve, reject) => {
        if (signal?.aborted || stop.signal.aborted) return reject(signal?.reason ?? stop.signal.reason);
        const fresh = {
          since: job.since ?? Date.now(),
          notBefore: new Map(),
          without: new Set<string>(),
          timeouts: 0,
          failures: 0,
          enteredAt: 0,
          waitedMs: 0,
        };
        line.enter({ job, makers: job.makers, signal, resolve, reject, ...fresh });
        pump();
      }),
    lanes,
    /** What waits and is under way, by lane. */
    waiting: (): number => line.waiting.length,
    /** Ends what is under way; nothing is answered any more. Resolves when all of it has ended. */
    close: async (): Promise<void> => {
      clearTimeout(wake);
      turn?.close();
      stop.abort(new Error('The run ends.'));
      line.rejectAll(stop.signal.reason);
      voice.end();
      await Promise.all([...calls]);
    },
  };

  function pump(): void {
    if (pumping || stop.signal.aborted) return;
    pumping = true;
    const now = Date.now();
    for (const lane of lanes) {
      while (lane.hasRoom() && underWay() < maxInflight) {
        const choice = choose(lane, now);
        if (!choice || (lane === localLane && turn?.mayBegin(now) === false)) break;
        const begun = begin(lane, choice).finally(() => calls.delete(begun));
        calls.add(begun);
      }
    }
    // Also where questions wait that it could answer, were it not left alone: others may ask another model.
    if (localLane?.underWay() === 0) turn?.idle();
    giveUp(now);
    pumping = false;
    sleep(now);
  }

  function choose(lane: Lane, now: number): Choice<InLine> | null {
    if (lane !== localLane) return chooseOldest(line.waiting, lane, lanes, now);
    return chooseInWaves(line.waiting, lane, lanes, { ...playing, changeMs: lane.changeMs() }, { longestWaitMs, stayMs }, now);
  }

  async function begin(lane: Lane, { waiting, maker }: Choice<InLine>): Promise<void> {
    line.remove(waiting);
    lane.started(maker.model);
    if (lane === localLane && playing.model !== maker.model) Object.assign(playing, { model: maker.model, since: Date.now() });
    voice.fed(lane.name, maker.model);
    const { job, signal } = waiting;
    waiting.waitedMs += Date.now() - waiting.enteredAt;
    const startedAt = performance.now();
    let costUsd = 0;
    try {
      const payment = lane === cloudLane ? (cloud?.payment ?? null) : null;
      const signals = [signal, stop.signal, lane === localLane ? halt.signal : undefined];
      const served = await call({ lane, maker, question: job.question, timeoutSeconds: job.timeoutSeconds, payment, signals }, (usd) => {
        costUsd = usd;
      });
      lane.succeeded(maker.model, served.latencyMs, served.loadMs);
      if (lane === localLane) turn?.answered();
      waiting.resolve({ ...served, waitedMs: waiting.waitedMs });
    } catch (error) {
      if (signal?.aborted || stop.signal.aborted || !(error instanceof Fault)) {
        lane.saidNothing(maker.model);
        waiting.reject(error);
      } else {
        const latencyMs = Math.round(performance.now() - startedAt);
        if (error.kind !== 'over_budget' && error.kind !== 'no_price') options.failed({ job, maker, fault: error, costUsd, latencyMs });
        faulted(lane, maker, waiting, error);
      }
    } finally {
      lane.ended(maker.model);
      pump();
    }
  }

  /** The lane notes it; the question goes back into the line, or fails where it is its own fault. */
  function faulted(lane: Lane, maker: ServedBy, waiting: InLine, fault: Fault): void {
    const now = Date.now();
    voice.fault(`${nameOf(maker)} ${fault.kind}`, fault.message);
    // What others have set aside may come back when their calls end.
    const soon =
      fault.kind === 'over_budget' && lane.underWay() > 1 ? new Fault('over_budget', fault.message, { retryAfterSeconds: 0.25 }) : fault;
    // The same question once more says nothing new of the lane: it may be the question that has no end.
    if (fault.kind === 'timeout' && lastTimedOut.get(lane) === waiting) lane.saidNothing(maker.model);
    else lane.faulted(maker.model, soon, now);
    if (fault.kind === 'timeout') {
      waiting.timeouts++;
      lastTimedOut.set(lane, waiting);
    }
    if (fault.kind === 'broken') waiting.failures++;
    if (fault.ofTheQuestion) waiting.without.add(nameOf(maker));
    const nobodyLeft = waiting.makers.every((one) => waiting.without.has(nameOf(one)));
    if (nobodyLeft || waiting.timeouts >= timeoutsMost || waiting.failures >= failuresMost) {
      waiting.reject(fault);
      return;
    }
    const tries = waiting.timeouts + waiting.failures;
    waiting.notBefore.set(maker.engine, now + Math.min(backoffMs * 2 ** tries, backoffMostMs) * (0.5 + random()));
    line.enter(waiting);
  }

  /** Rejects what nobody can answer within its patience. */
  function giveUp(now: number): void {
    for (const waiting of [...line.waiting]) {
      const why: NoLane | null = whyNoLane(waiting, lanes, patienceMs, now);
      if (!why) continue;
      line.remove(waiting);
      waiting.reject(why);
    }
  }

  function underWay(): number {
    return lanes.reduce((sum, lane) => sum + lane.underWay(), 0);
  }

  /** Until the next moment at which something may have changed by itself. */
  function sleep(now: number): void {
    clearTimeout(wake);
    if (line.waiting.length > 0) wake = setTimeout(pump, Math.max(1, line.nextMoment(lanes, now) - now));
  }
}
