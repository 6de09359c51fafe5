// Says to who listens that something new is there: server-sent events, by one look at the store for all, and none while nobody listens.
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { App } from '../app.js';

interface Live {
  answer: (context: Context) => Response;
  /** Ends all that listen. */
  close: () => void;
}

const most = { listeners: 200 };
const everyMs = 5000;
/** What a browser waits before it asks again. */
const retryMs = 15_000;

type Tell = (state: string) => void;

/** `answer` gives 503 once two hundred listen; whoever comes while others listen is told at once how it stands. */
export function makeLive({ sql, log }: Pick<App, 'sql' | 'log'>): Live {
  const listeners = new Map<Tell, () => void>();
  /** A word that changes whenever families or narratives do. */
  let state: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  /** The look with which a round of looks begins, until it is done. */
  let first: Promise<void> | undefined;
  let isEnding = false;

  const look = async (): Promise<void> => {
    try {
      const [row] = await sql<{ state: string }[]>`
        select coalesce((select max(log_id) from family_log), 0) || '.' || coalesce((select max(narrative_id) from framed_narratives), 0) as state`;
      state = row?.state ?? '';
      for (const tell of listeners.keys()) tell(state);
    } catch (error) {
      if (isEnding) return;
      log.warn({ event: 'live_failed', err: error }, 'what is new could not be read; it is tried again');
    }
    timer = listeners.size === 0 || isEnding ? undefined : setTimeout(look, everyMs);
  };

  return {
    answer: (context) => {
      if (listeners.size >= most.listeners) return context.body(null, 503, { 'Retry-After': '60' });
      context.header('Cache-Control', 'no-store');
      return streamSSE(context, async (stream) => {
        const tell: Tell = (data) => void stream.writeSSE({ event: 'state', data, retry: retryMs });
        const ended = new Promise<void>((resolve) => {
          stream.onAbort(resolve);
          listeners.set(tell, resolve);
        });
        if (timer === undefined) {
          // Many come back at once after a restart: one look is begun for all of them, or each would go on for itself.
          first ??= look().finally(() => {
            first = undefined;
          });
          await first;
        } else if (state !== undefined) tell(state);
        await ended;
        listeners.delete(tell);
      });
    },
    close: () => {
      isEnding = true;
      clearTimeout(timer);
      for (const end of listeners.values()) end();
    },
  };
}
