// When waiting is no use: all models that may answer a question are down for longer than its patience, or wrongly configured.
import type { Fault } from '../fault.js';
import { nameOf, type WaitingQuestion } from './choose.js';
import type { Lane } from './lane.js';

/** No model can be asked; the run ends with `exitCode`, 78 where only an operator mends it. The question was not answered, nor failed. */
export class NoLane extends Error {
  override name = 'NoLane';
  constructor(
    message: string,
    readonly exitCode: 75 | 78,
    readonly retryAt: Date | undefined,
  ) {
    super(message);
  }
}

interface Hopeless {
  model: string;
  fault: Fault;
  /** Infinity where only an operator helps, undefined where nobody knows. */
  until: number | undefined;
}

/** Null while there is hope. */
export function whyNoLane(waiting: WaitingQuestion, lanes: readonly Lane[], patienceMs: number, now: number): NoLane | null {
  const asked = waiting.makers.filter((maker) => !waiting.without.has(nameOf(maker)));
  const hopeless: Hopeless[] = [];
  for (const maker of asked) {
    const lane = lanes.find(({ server }) => server.engine === maker.engine);
    const why = lane && hopelessness(lane, maker.model, patienceMs, now);
    if (!why) return null;
    hopeless.push({ ...why, model: nameOf(maker) });
  }
  const sentences = [...new Set(hopeless.map(({ model, fault }) => `${model}: ${fault.message}`))];
  if (hopeless.every(({ until }) => until === Number.POSITIVE_INFINITY))
    return new NoLane(`No model can be asked before the settings are put right. ${sentences.join(' ')}`, 78, undefined);
  const until = Math.min(...hopeless.flatMap((one) => one.until ?? []));
  return new NoLane(
    `No model can be asked now; nothing is lost, the next run tries again. ${sentences.join(' ')}`,
    75,
    until === Number.POSITIVE_INFINITY ? undefined : new Date(until),
  );
}

function hopelessness(lane: Lane, model: string, patienceMs: number, now: number): Omit<Hopeless, 'model'> | null {
  const wrong = lane.wrongWith(model);
  if (wrong) return { fault: wrong, until: Number.POSITIVE_INFINITY };
  const trouble = lane.troubleOf(model);
  // A lane that may be asked, or is being asked, may answer, however long ago its trouble began.
  if (trouble && trouble.until > now) {
    const { since, until, fault } = trouble;
    return now - since > patienceMs || until - now > patienceMs ? { fault, until } : null;
  }
  const standstill = lane.standstill(now);
  return standstill?.tooLong ? { fault: standstill.why(), until: undefined } : null;
}
