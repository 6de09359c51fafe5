// Times that a test has to let pass - a deadline, a silence - where other work keeps the machine busy: what answers within a second on a quiet one
// may take ten. What can be waited for by what happens is.
import { availableParallelism, loadavg } from 'node:os';

/** Of programs that want a core at once, so many each core are the tests' own. */
const own = 4;

/** So many seconds, as they are while the tests have the machine for themselves; in proportion more where it has more to do. */
export function patience(seconds: number, { load = loadavg()[0] ?? 0, cores = availableParallelism() } = {}): number {
  return seconds * Math.max(1, load / (own * cores));
}
