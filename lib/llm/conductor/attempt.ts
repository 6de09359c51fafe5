// One question at one lane, from its start to its end: answered, back in the line after a fault of the lane, or failed by a fault of its own.
import { Fault } from '../fault.js';
import type { Maker } from '../server.js';
import { call } from './call.js';
import { type Choice, nameOf } from './choose.js';
import type { DecisionLog } from './decision-log.js';
import type { FailedCall } from './job.js';
import type { InLine } from './line.js';
import type { Track } from './track.js';

/** A question that timed out so often has itself to blame: the item fails for now and comes again. */
const timeoutsMost = 4;
const failuresMost = 12;
const backoffMs = 100;
const backoffMostMs = 30_000;

interface Around {
  /** Nothing is answered any more. */
  stop: AbortSignal;
  log: DecisionLog;
  random: () => number;
  failed: (call: FailedCall) => void;
  /** Puts the question back into the line. */
  again: (waiting: InLine) => void;
  /** Told when the lane is free of it. */
  ended: () => void;
}

/** `waiting` is out of the line. Never throws: how it ended is told to its asker, the lane and the log. */
export async function attempt(track: Track, { waiting, lane, maker }: Choice<InLine>, around: Around): Promise<void> {
  const { inMemory, turn } = track;
  const { stop, log } = around;
  lane.started(maker.model);
  if (inMemory && inMemory.model !== nameOf(maker)) Object.assign(inMemory, { model: nameOf(maker), since: Date.now() });
  log.fed(lane.name, maker.model);
  const { job, signal } = waiting;
  waiting.waitedMs += Date.now() - waiting.enteredAt;
  const startedAt = performance.now();
  let costUsd = 0;
  try {
    const signals = [signal, stop, track.halt()];
    const served = await call({ lane, maker, question: job.question, timeoutSeconds: job.timeoutSeconds, signals }, (usd) => {
      costUsd = usd;
    });
    lane.succeeded(maker.model, served.latencyMs, served.loadMs);
    turn?.answered();
    waiting.resolve({ ...served, waitedMs: waiting.waitedMs });
  } catch (error) {
    if (signal?.aborted || stop.aborted || !(error instanceof Fault)) {
      lane.saidNothing(maker.model);
      waiting.reject(error);
    } else {
      const latencyMs = Math.round(performance.now() - startedAt);
      if (error.kind !== 'over_budget' && error.kind !== 'no_price') around.failed({ job, maker, fault: error, costUsd, latencyMs });
      log.fault(`${nameOf(maker)} ${error.kind}`, error.message);
      noteOfLane(track, { lane, maker, waiting }, error);
      answerFor(waiting, maker, error, around);
    }
  } finally {
    lane.ended(maker.model);
    around.ended();
  }
}

function noteOfLane({ lastTimedOut }: Track, { lane, maker, waiting }: Choice<InLine>, fault: Fault): void {
  // What others have set aside may come back when their calls end.
  const soon =
    fault.kind === 'over_budget' && lane.underWay() > 1 ? new Fault('over_budget', fault.message, { retryAfterSeconds: 0.25 }) : fault;
  // The same question once more says nothing new of the lane: it may be the question that has no end.
  if (fault.kind === 'timeout' && lastTimedOut.get(lane) === waiting) lane.saidNothing(maker.model);
  else lane.faulted(maker.model, soon, Date.now());
  if (fault.kind === 'timeout') lastTimedOut.set(lane, waiting);
}

/** The question goes back into the line, or fails where it is its own fault. */
function answerFor(waiting: InLine, maker: Maker, fault: Fault, { random, again }: Around): void {
  if (fault.kind === 'timeout') waiting.timeouts++;
  if (fault.kind === 'broken') waiting.failures++;
  if (fault.ofTheQuestion) waiting.without.add(nameOf(maker));
  const nobodyLeft = waiting.makers.every((one) => waiting.without.has(nameOf(one)));
  if (nobodyLeft || waiting.timeouts >= timeoutsMost || waiting.failures >= failuresMost) {
    waiting.reject(fault);
    return;
  }
  const tries = waiting.timeouts + waiting.failures;
  waiting.notBefore.set(maker.engine, Date.now() + Math.min(backoffMs * 2 ** tries, backoffMostMs) * (0.5 + random()));
  again(waiting);
}
