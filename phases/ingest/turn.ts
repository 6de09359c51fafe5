// Takes those who want to be alone with something; leaves them one at a time, in the order they came. Guards memory and the event loop:
// two large feeds parsed at once take twice the room, and none of the sockets gets its turn between them.
import { setImmediate } from 'node:timers/promises';

interface Turn {
  /** Resolves when those before have left; at once where the turn is taken already. */
  take: () => Promise<void>;
  /** Lets the next one in; nothing where no turn was taken. */
  leave: () => void;
}

/** Makes turns at one thing. Whoever took a turn must leave it. */
export function makeTurns(): () => Turn {
  let last: Promise<void> = Promise.resolve();
  return () => {
    let leave = (): void => undefined;
    let taken: Promise<void> | undefined;
    return {
      take: () => (taken ??= queue()),
      leave: () => leave(),
    };

    async function queue(): Promise<void> {
      const before = last;
      last = new Promise((resolve) => {
        leave = resolve;
      });
      await before;
      await setImmediate();
    }
  };
}
