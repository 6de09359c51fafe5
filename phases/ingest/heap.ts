// Keeps the memory of P1 small. Left to itself the engine lets garbage grow to several times what lives before it collects the old of it,
// frees the buffers of large bodies no sooner, and compiles for a long life what lives for seconds.
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { compileLate } from '../../lib/late-compiling.js';
import { makeYoungLimit } from '../../lib/young-space.js';

const mebibyte = 1024 * 1024;
/** A process that holds less is left to itself. */
const easyBytes = 200 * mebibyte;
/** What may come on top of what lived after the last collection, in heap and buffers. */
const growthMost = 16 * mebibyte;

/** At more room for what is new a run is past what is easy, and half of its time goes into collections. */
const endYoungGrowth = makeYoungLimit(16);

/** The process is looked at when so much has come or gone since the last look, which costs as much as reading several items. */
const lookAfter = 2 * mebibyte;

let collect: (() => void) | undefined;
let lastHeldBytes = 0;
let lookedAtBytes = 0;

/** How many times V8's own patience a function waits until it is compiled for speed: the rest of a run is too short to win it back. */
const patience = 15;

/** From now on the heap doubles at most before what is old in it is collected (the engine would let it grow fourfold), and only what is hot is optimised. */
export function tuneEngine(): void {
  setFlagsFromString('--heap-growing-percent=100');
  compileLate(patience);
}

/** Collects where the process holds much and has grown; else it looks at two counters. A collection takes about 50 ms. */
export function collectIfLarge(): void {
  endYoungGrowth();
  const now = heldBytes();
  if (Math.abs(now - lookedAtBytes) < lookAfter) return;
  lookedAtBytes = now;
  if (now < lastHeldBytes + growthMost || process.memoryUsage.rss() < easyBytes) return;
  if (!collect) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
  lastHeldBytes = heldBytes();
  lookedAtBytes = lastHeldBytes;
}

function heldBytes(): number {
  const { used_heap_size: heapBytes, external_memory: externalBytes } = getHeapStatistics();
  return heapBytes + externalBytes;
}
