// Which waiting question a lane takes next. The preferred lane of a question takes it whenever it can; another takes it where that is
// sooner done than by all that waits before the preferred one. Pure but for the lanes it asks.
import type { Maker } from '../server.js';
import type { Lane } from './lane.js';
import { type ModelInMemory, nextModel, type WaveBounds } from './wave.js';

export interface WaitingQuestion {
  makers: readonly Maker[];
  since: number;
  /** Not before, by engine: it failed there a moment ago. */
  notBefore: Map<string, number>;
  /** Will not be asked of these any more. */
  without: Set<string>;
}

/** As settings and sentences call a model: "ollama/qwen2.5:7b". */
export function nameOf({ engine, model }: Maker): string {
  return `${engine}/${model}`;
}

/** The model of this lane that the question goes to now; null where it may not. */
function makerFor(lane: Lane, waiting: WaitingQuestion, now: number): Maker | null {
  if ((waiting.notBefore.get(lane.server.engine) ?? 0) > now) return null;
  return (
    waiting.makers.find(
      (maker) => maker.engine === lane.server.engine && !waiting.without.has(nameOf(maker)) && lane.mayAt(maker.model) <= now,
    ) ?? null
  );
}

export interface Choice<W extends WaitingQuestion> {
  waiting: W;
  lane: Lane;
  maker: Maker;
}

/** For lanes that hold one model at a time between them. */
export function chooseInWaves<W extends WaitingQuestion>(
  line: readonly W[],
  sharing: readonly Lane[],
  all: readonly Lane[],
  inMemory: ModelInMemory,
  bounds: WaveBounds,
  now: number,
): Choice<W> | null {
  const possible = sharing.flatMap((lane) => choices(line, lane, all, now)).sort((a, b) => a.waiting.since - b.waiting.since);
  const model = nextModel(
    possible.map(({ waiting, maker }) => ({ model: nameOf(maker), since: waiting.since })),
    inMemory,
    bounds,
    now,
  );
  return possible.find(({ maker }) => nameOf(maker) === model) ?? null;
}

/** For a lane that takes them as they came. */
export function chooseOldest<W extends WaitingQuestion>(
  line: readonly W[],
  lane: Lane,
  all: readonly Lane[],
  now: number,
): Choice<W> | null {
  return choices(line, lane, all, now)[0] ?? null;
}

function choices<W extends WaitingQuestion>(line: readonly W[], lane: Lane, all: readonly Lane[], now: number): Choice<W>[] {
  const before = new Map<string, number>();
  return line.flatMap((waiting) => {
    const maker = makerFor(lane, waiting, now);
    const first = waiting.makers.find((one) => !waiting.without.has(nameOf(one)));
    if (!first) return [];
    before.set(first.engine, (before.get(first.engine) ?? 0) + 1);
    if (!maker) return [];
    const preferred = first.engine === lane.server.engine ? undefined : all.find(({ server }) => server.engine === first.engine);
    if (preferred && lane.callMs() >= waitMs(preferred, first.model, lane, all, before, now)) return [];
    return [{ waiting, lane, maker }];
  });
}

/** How long a question would wait for its preferred lane, where another could take it. `before`: questions up to it, by engine. */
function waitMs(
  preferred: Lane,
  model: string,
  other: Lane,
  all: readonly Lane[],
  before: ReadonlyMap<string, number>,
  now: number,
): number {
  // What stands before it on their GPU stands before it at the other too.
  if (preferred.takesTurns && other.takesTurns) return preferred.mayAt(model) - now;
  const beside = preferred.takesTurns ? all.filter((one) => one.takesTurns && one !== preferred) : [];
  const besideMs = beside.map((one) => one.loadMs(before.get(one.server.engine) ?? 0)).reduce((sum, ms) => sum + ms, 0);
  return preferred.needsMs(before.get(preferred.server.engine) ?? 0, model, now) + besideMs;
}
