// What goes into a program and comes out of it. One that has ended may have left others in the background, which hold its outputs open: Node's
// "close" would wait for them as well.
import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

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

/** Gives a program the whole of its input. Whoever needs none may end before it is read: that is no error. */
export function giveInput({ stdin }: { stdin: Writable }, input: string): void {
  stdin.on('error', () => undefined);
  stdin.end(input);
}

/** What comes out of a program: the function gives the last `most` characters so far, of all outputs together, without blanks at both ends. */
export function lastSaid(outputs: readonly Readable[], most: number): () => string {
  let said = '';
  for (const output of outputs) {
    output.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-most);
    });
  }
  return () => said.trim();
}
