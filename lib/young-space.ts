// The room an engine gives to what is new: it doubles while much of what is made lives on for a while. V8 11 (Node 20) ends at 16 MiB, V8 13 (Node 24)
// at 64, and holds two to three times that. A flag for the most of it is heard at the start of a process only, on its command line, which cron, units
// and people would all have to say; what is heard at any time is how it grows.
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

const mebibyte = 1024 * 1024;
/** What is larger is put elsewhere. */
const pieceLength = 8000;
const piecesInMiB = 16;

/**
 * Gives this thread so much, a power of two, at once, and no more later; `threadMiB` is what threads have that are yet to start, or the most that
 * they are given. To be asked before much was made; some milliseconds.
 */
export function fixYoungSpace(mostMiB: number, threadMiB = mostMiB): void {
  const hasMiB = youngMiB();
  if (hasMiB < mostMiB) {
    growBy(mostMiB / hasMiB);
    // It grows once more has lived through its collections than it holds.
    const living: number[][] = [];
    while (youngMiB() === hasMiB && living.length < 4 * hasMiB * piecesInMiB)
      living.push(new Array<number>(pieceLength).fill(living.length));
  }
  growBy(1);
  setFlagsFromString(`--min-semi-space-size=${threadMiB}`);
}

/** What ends its growth, which doubles, at `mostMiB`; to be asked often: some microseconds until it has grown, then nothing. */
export function makeYoungLimit(mostMiB: number): () => void {
  let grows = true;
  return () => {
    if (!grows) return;
    grows = youngMiB() < mostMiB;
    if (!grows) growBy(1);
  };
}

/** Whole MiB: its head, which is no room, counts. */
function youngMiB(): number {
  const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
  return Math.max(1, Math.round(((young?.space_used_size ?? 0) + (young?.space_available_size ?? 0)) / mebibyte));
}

function growBy(factor: number): void {
  setFlagsFromString(`--semi-space-growth-factor=${factor}`);
}
