// Which model a server that holds one at a time is asked next: it stays while questions for its model wait, for a change costs seconds, until
// another has waited too long. A B A A C becomes A A A B C. Pure; times are milliseconds.

interface Queued {
  model: string;
  since: number;
}

export interface ModelInMemory {
  /** The model in memory, as far as we know; null at first. */
  model: string | null;
  since: number;
  /** What one more question and a change of model take, as measured. */
  changeMs: number;
}

export interface WaveBounds {
  longestWaitMs: number;
  stayMs: number;
}

/** The model to ask next; null where nothing waits. `queued` is in the order it came. */
export function nextModel(queued: readonly Queued[], inMemory: ModelInMemory, bounds: WaveBounds, now: number): string | null {
  const oldest = queued[0];
  if (!oldest) return null;
  const stays = queued.some(({ model }) => model === inMemory.model);
  if (!stays) return oldest.model;
  const other = queued.find(({ model }) => model !== inMemory.model);
  if (!other) return inMemory.model;
  const late = now - other.since + inMemory.changeMs >= bounds.longestWaitMs;
  return late && now - inMemory.since >= bounds.stayMs ? other.model : inMemory.model;
}
