// Starts a fake web as a process of its own and speaks with it.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '../../../lib/config.js';
import type { WebCounts, WebPlaces, WebWish } from './web-process.js';

export interface FarWeb extends WebPlaces {
  counts: () => Promise<WebCounts>;
  close: () => void;
}

/** Needs the compiled web-process.js in build/. Rejects when it ends before it listens. */
export async function startFarWeb(wish: WebWish): Promise<FarWeb> {
  const child = fork(join(projectRoot, 'build/test/support/web/web-process.js'), [JSON.stringify(wish)]);
  const places = await nextMessage<WebPlaces>(child);
  return {
    ...places,
    counts: async () => {
      const counts = nextMessage<WebCounts>(child);
      child.send('counts');
      return await counts;
    },
    close: () => child.disconnect(),
  };
}

async function nextMessage<Message>(child: ChildProcess): Promise<Message> {
  const ended = new AbortController();
  const early = once(child, 'exit', { signal: ended.signal }).then(
    ([code]) => {
      throw new Error(`The fake web ended with ${code} before it answered.`);
    },
    () => new Promise<never>(() => undefined),
  );
  try {
    const [message] = (await Promise.race([once(child, 'message'), early])) as [Message];
    return message;
  } finally {
    ended.abort();
  }
}
