// Memory of a run of the gate. What is made of a title lives until its group is settled, long enough to be moved among what is old, and
// there V8 lets as much again pile up two or three times before it collects: at 50,000 titles more than the gate itself needs.
import { setFlagsFromString } from 'node:v8';
import { fixYoungSpace } from '../../lib/young-space.js';

/** What is old is collected when it has grown by so much since the last time. */
const growthPercent = 40;

/** MiB for what is new in each thread: with less it is collected too often, with more no quicker. */
const youngMiB = 8;
const threadYoungMiB = 4;

/** To be asked before the heap has grown. A V8 that does not know the flag says so on stderr and goes on. */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${growthPercent}`);
  fixYoungSpace(youngMiB, threadYoungMiB);
}
