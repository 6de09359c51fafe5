// Guards the box this runs on: left to itself the engine lets garbage grow to several times what lives before it collects the old of it,
// and frees the buffers of large bodies no sooner; and it compiles for a long life what lives for seconds.
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const mebibyte = 1024 * 1024;
/** A process that holds less is left to itself. */
const easyBytes = 200 * mebibyte;
/** What may come on top of what lived after the last collection, in heap and buffers. */
const growthMost = 16 * mebibyte;

/** The process is looked at when so much has come or gone since the last look, which costs as much as reading several items. */
const lookAfter = 2 * mebibyte;

let collect: (() => void) | undefined;
let lastHeldBytes = 0;
let lookedAtBytes = 0;

/** From now on the heap doubles at most before what is old in it is collected, and what is not hot is not optimised. */
export function tuneEngine(): void {
  for (const flag of engineFlags(process.versions.v8)) setFlagsFromString(flag);
}

/**
 * The engine would let the heap grow fourfold. And it optimises a function thirty times as early: a run ends soon, and that took a fifth of its
 * CPU, measured on 20,000 items. V8 11 (Node 20) counts what a function runs through, later ones its calls; one that does not know a flag says so
 * on stderr.
 */
export function engineFlags(v8: string): string[] {
  const late =
    Number.parseInt(v8, 10) < 12
      ? ['--interrupt-budget=2000000']
      : ['--invocation-count-for-maglev=12000', '--invocation-count-for-turbofan=90000'];
  return ['--heap-growing-percent=100', ...late];
}

/** Collects where the process holds much and has grown; else it looks at two counters. A collection takes about 50 ms. */
export function collectIfLarge(): void {
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
