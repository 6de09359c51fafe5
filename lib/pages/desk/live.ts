// Tells who watches that the board has changed: server-sent events, one look for all, none while nobody watches, and never so often that
// looking is work.
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { DeskScene } from './scene.js';

interface Watching {
  answer: (context: Context) => Response;
  close: () => void;
}

const most = { watchers: 100 };
const everyMs = 2000;
/** A look that takes long is followed by so many times its length of rest. */
const rest = 10;

type Tell = (state: string) => void;

/** `answer` gives 503 once a hundred watch; `close` ends all that do. */
export function makeWatching({ boards, log }: Pick<DeskScene, 'boards' | 'log'>): Watching {
  const watchers = new Map<Tell, () => void>();
  let timer: NodeJS.Timeout | undefined;
  let isLooking = false;
  let isEnding = false;

  const look = async (): Promise<void> => {
    isLooking = true;
    const began = performance.now();
    try {
      const state = createHash('sha256')
        .update(JSON.stringify(await boards.read()))
        .digest('base64url')
        .slice(0, 16);
      for (const tell of watchers.keys()) tell(state);
    } catch (error) {
      if (isEnding) return;
      log.warn({ event: 'live_failed', err: error }, 'how all stands could not be read; it is tried again');
    }
    isLooking = false;
    const waitMs = Math.max(everyMs, rest * (performance.now() - began));
    timer = watchers.size === 0 || isEnding ? undefined : setTimeout(look, waitMs);
  };

  return {
    answer: (context) => {
      if (watchers.size >= most.watchers) return context.body(null, 503, { 'Retry-After': '60' });
      context.header('Cache-Control', 'no-store');
      return streamSSE(context, async (stream) => {
        const tell: Tell = (data) => void stream.writeSSE({ event: 'state', data, retry: 5000 });
        const ended = new Promise<void>((resolve) => {
          stream.onAbort(resolve);
          watchers.set(tell, resolve);
        });
        if (timer === undefined && !isLooking) void look();
        await ended;
        watchers.delete(tell);
      });
    },
    close: () => {
      isEnding = true;
      clearTimeout(timer);
      for (const end of watchers.values()) end();
    },
  };
}
