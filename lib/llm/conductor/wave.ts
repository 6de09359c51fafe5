// Which model a server that holds one at a time plays next: it stays while questions for its model wait, for a change costs seconds, until
// another has waited too long. A B A A C becomes A A A B C. Pure; times are milliseconds.

interface Queued {
  model: string;
  since: number;
}

export interface Playing {
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

/** The model to play next; null where nothing waits. `queued` is in the order it came. */
export function nextModel(queued: readonly Queued[], playing: Playing, bounds: WaveBounds, now: number): string | null {
  const oldest = queued[0];
  if (!oldest) return null;
  const stays = queued.some(({ model }) => model === playing.model);
  if (!stays) return oldest.model;
  const other = queued.find(({ model }) => model !== playing.model);
  if (!other) return playing.model;
  const late = now - other.since + playing.changeMs >= bounds.longestWaitMs;
  return late && now - playing.since >= bounds.stayMs ? other.model : playing.model;
}
