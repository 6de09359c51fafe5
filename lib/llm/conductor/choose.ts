// Which waiting question a lane takes next. The preferred lane of a question takes it whenever it can; another takes it where that is
// sooner done than by all that waits before the preferred one. Pure but for the lanes it asks.
import type { ServedBy } from '../server.js';
import type { Lane } from './lane.js';
import { nextModel, type Playing, type WaveBounds } from './wave.js';

export interface WaitingQuestion {
  makers: readonly ServedBy[];
  since: number;
  /** Not before, by engine: it failed there a moment ago. */
  notBefore: Map<ServedBy['engine'], number>;
  /** Will not be asked of these any more. */
  without: Set<string>;
}

export function nameOf({ engine, model }: ServedBy): string {
  return `${engine}/${model}`;
}

/** The model of this lane that the question goes to now; null where it may not. */
function makerFor(lane: Lane, waiting: WaitingQuestion, now: number): ServedBy | null {
  if ((waiting.notBefore.get(lane.server.engine) ?? 0) > now) return null;
  return (
    waiting.makers.find(
      (maker) => maker.engine === lane.server.engine && !waiting.without.has(nameOf(maker)) && lane.mayAt(maker.model) <= now,
    ) ?? null
  );
}

export interface Choice<W extends WaitingQuestion> {
  waiting: W;
  maker: ServedBy;
}

/** For a lane that holds one model at a time. */
export function chooseInWaves<W extends WaitingQuestion>(
  line: readonly W[],
  lane: Lane,
  others: readonly Lane[],
  playing: Playing,
  bounds: WaveBounds,
  now: number,
): Choice<W> | null {
  const possible = choices(line, lane, others, now);
  const model = nextModel(
    possible.map(({ waiting, maker }) => ({ model: maker.model, since: waiting.since })),
    playing,
    bounds,
    now,
  );
  return possible.find(({ maker }) => maker.model === model) ?? null;
}

/** For a lane that takes them as they came. */
export function chooseOldest<W extends WaitingQuestion>(
  line: readonly W[],
  lane: Lane,
  others: readonly Lane[],
  now: number,
): Choice<W> | null {
  return choices(line, lane, others, now)[0] ?? null;
}

function choices<W extends WaitingQuestion>(line: readonly W[], lane: Lane, others: readonly Lane[], now: number): Choice<W>[] {
  const before = new Map<string, number>();
  return line.flatMap((waiting) => {
    const maker = makerFor(lane, waiting, now);
    const first = waiting.makers.find((one) => !waiting.without.has(nameOf(one)));
    if (!first) return [];
    const ahead = (before.get(first.engine) ?? 0) + 1;
    before.set(first.engine, ahead);
    if (!maker) return [];
    const preferred = first.engine === lane.server.engine ? undefined : others.find(({ server }) => server.engine === first.engine);
    if (preferred && !soonerHere(lane, preferred, ahead, first.model, now)) return [];
    return [{ waiting, maker }];
  });
}

function soonerHere(lane: Lane, preferred: Lane, ahead: number, model: string, now: number): boolean {
  return lane.callMs() < preferred.needsMs(ahead, model, now);
}
