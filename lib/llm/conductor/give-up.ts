// When waiting is no use: all models that may answer a question are down for longer than its patience, or wrongly configured.
import type { Fault } from '../fault.js';
import { nameOf, type Waiting } from './choose.js';
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
  /** Infinity where only an operator helps. */
  until: number;
}

/** Null while there is hope. */
export function whyNoLane(waiting: Waiting, lanes: readonly Lane[], patienceMs: number, now: number): NoLane | null {
  const asked = waiting.makers.filter((maker) => !waiting.without.has(nameOf(maker)));
  const hopeless: Hopeless[] = [];
  for (const maker of asked) {
    const lane = lanes.find(({ server }) => server.engine === maker.engine);
    const why = lane && hopelessness(lane, maker.model, patienceMs, now);
    if (!why) return null;
    hopeless.push({ ...why, model: nameOf(maker) });
  }
  const until = Math.min(...hopeless.map((one) => one.until));
  const sentences = [...new Set(hopeless.map(({ model, fault }) => `${model}: ${fault.message}`))];
  return until === Number.POSITIVE_INFINITY
    ? new NoLane(`No model can be asked before the settings are put right. ${sentences.join(' ')}`, 78, undefined)
    : new NoLane(`No model can be asked now; nothing is lost, the next run tries again. ${sentences.join(' ')}`, 75, new Date(until));
}

function hopelessness(lane: Lane, model: string, patienceMs: number, now: number): Omit<Hopeless, 'model'> | null {
  const wrong = lane.wrongWith(model);
  if (wrong) return { fault: wrong, until: Number.POSITIVE_INFINITY };
  const trouble = lane.troubleOf(model);
  if (!trouble) return null;
  const { since, until, fault } = trouble;
  // A lane that may be asked, or is being asked, may answer, however long ago its trouble began.
  if (until <= now) return null;
  return now - since > patienceMs || until - now > patienceMs ? { fault, until } : null;
}
