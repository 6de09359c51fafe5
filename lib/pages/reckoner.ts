// Keeps up what is too much to reckon while a reader waits: positions of the usual spans, while the pages are served.
import type { App } from '../app.js';
import { keepPositions, usualDays } from '../search/kept-positions.js';
import { lately } from './span.js';

/** How often it looks whether anything is due. */
const everyMs = 5 * 60_000;

/** Begins at once and again every `everyMs` after it ended. What fails is logged, and pages then reckon for themselves. */
export function startReckoner({ sql, log }: Pick<App, 'sql' | 'log'>): { close: () => void } {
  let isEnding = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    try {
      const { until } = await lately(sql, new Date());
      for (const days of usualDays) if (!isEnding) await keepPositions(sql, days, until);
    } catch (error) {
      if (isEnding) return;
      log.warn({ event: 'positions_not_kept', err: error }, 'positions could not be reckoned ahead; pages reckon them when they are asked');
    }
    if (!isEnding) timer = setTimeout(look, everyMs).unref();
  };
  void look();
  return {
    close: () => {
      isEnding = true;
      clearTimeout(timer);
    },
  };
}
