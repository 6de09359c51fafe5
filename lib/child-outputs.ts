// A program that has ended may have left others in the background, which hold its outputs open: Node's "close" would wait for them as well.
import type { ChildProcess } from 'node:child_process';

/** How long what is still in the pipes is read. */
const drainMs = 500;

/** Lets go of a program's outputs soon after its end, so that "close" comes whatever it has left running. */
export function closeAfterExit(child: ChildProcess): void {
  child.once('exit', () => {
    const timer = setTimeout(() => {
      // Not at once: where this thread was busy all the while, what stands in the pipes is read first.
      setImmediate(() => {
        child.stdout?.destroy();
        child.stderr?.destroy();
      });
    }, drainMs);
    child.once('close', () => clearTimeout(timer));
  });
}
