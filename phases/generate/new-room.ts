// Memory of a run of P3, most of which is what it holds of the families that are open.
import { fixYoungSpace } from '../../lib/young-space.js';

/** MiB for what is new; with more the most that a run holds is larger, and it is no quicker. */
const youngMiB = 8;

/** To be asked before the heap has grown. */
export function keepNewRoomSmall(): void {
  fixYoungSpace(youngMiB);
}
