// A fake web as a process of its own, so that what it costs is not counted with what is measured. Arguments: a JSON WebWish. Answers
// each message of its parent with its counts; ends when the parent does. Feed number n stands on the loopback address of its own.
import { startFakeWeb } from './fake-web.js';
import { conditional } from './faults.js';
import { goodFeed } from './good-feeds.js';
import { hostile } from './hostile-set.js';

export interface WebWish {
  feeds: number;
  items: number;
  /** Serves the hostile set too. */
  hostile: boolean;
}

export interface WebCounts {
  bytesSent: number;
  openSockets: number;
  requests: number;
}

export interface WebPlaces {
  good: { url: string; lang: string }[];
  hostile: { url: string; name: string }[];
}

const wish = JSON.parse(process.argv[2] ?? '{}') as WebWish;
const web = await startFakeWeb({ host: '0.0.0.0' });
const places: WebPlaces = { good: [], hostile: [] };
const paths: string[] = [];
for (let number = 0; number < wish.feeds; number++) {
  const { path, body, headers, language } = goodFeed(number, wish.items);
  web.on(path, conditional(body, undefined, headers));
  paths.push(path);
  places.good.push({ url: web.url(path, `127.0.1.${number + 1}`), lang: language });
}
for (const [number, { name, answer }] of (wish.hostile ? hostile(web) : []).entries()) {
  web.on(`/hostile-${number}`, answer);
  places.hostile.push({ url: web.url(`/hostile-${number}`, `127.0.2.${number + 1}`), name });
}

process.on('message', () => {
  const requests = paths.reduce((sum, path) => sum + web.asked(path).length, 0);
  process.send?.({ bytesSent: web.bytesSent(), openSockets: web.openSockets(), requests } satisfies WebCounts);
});
process.on('disconnect', () => process.exit());
process.send?.(places);
