// Memory of a run of the gate. What is made of a title lives until its group is settled, long enough to be moved among what is old, and
// there V8 lets as much again pile up two or three times before it collects: at 50,000 titles more than the gate itself needs.
import { setFlagsFromString } from 'node:v8';

/** What is old is collected when it has grown by so much since the last time. */
const growthPercent = 40;

/** To be asked before the heap has grown. A V8 that does not know the flag says so on stderr and goes on. */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${growthPercent}`);
}
