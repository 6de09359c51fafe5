// One at a time, in the order they came. Two large feeds parsed at once would take twice the memory, and between them none of the sockets
// would be read.
import { setImmediate } from 'node:timers/promises';

interface Hold {
  /** Resolves when those before have released; at once where it is held already. */
  acquire: () => Promise<void>;
  /** Lets the next one in; nothing where it was not acquired. */
  release: () => void;
}

/** Makes a mutex: each call gives a hold of one's own. Whoever acquired must release. */
export function makeMutex(): () => Hold {
  let last: Promise<void> = Promise.resolve();
  return () => {
    let release = (): void => undefined;
    let acquired: Promise<void> | undefined;
    return {
      acquire: () => (acquired ??= queue()),
      release: () => release(),
    };

    async function queue(): Promise<void> {
      const before = last;
      last = new Promise((resolve) => {
        release = resolve;
      });
      await before;
      await setImmediate();
    }
  };
}
