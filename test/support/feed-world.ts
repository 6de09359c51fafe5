// A world of six feeds on a loopback server, for tests of how runs begin, share, stop and die: the feeds answer when the test says.
import { beforeEach } from 'vitest';
import { startFeedServer } from './feed-server.js';
import { makeTestWorld } from './in-test.js';

/** Two feeds are read at once; everything is empty, and each feed has one headline, before each test. `more` are further settings. */
export async function makeFeedWorld(more: object = {}) {
  const web = await startFeedServer();
  const feeds = Array.from({ length: 6 }, (_, index) => `feed-${index}`);
  const world = await makeTestWorld({
    settings: {
      sources: feeds.map((name) => ({ feed: web.url(name), publisher: name, lang: 'en' })),
      phases: { ingest: { group: 1, max_inflight: 2, grace: '3s' } },
      fetch: { allowPrivate: true, host_spacing: '0ms', deadline: '2m' },
      ...more,
    },
  });
  const { sql } = world;
  const allAsked = (many: number) => web.until(() => feeds.filter((name) => web.asked(name) > 0).length === many);
  beforeEach(async () => {
    web.reset();
    for (const name of feeds) web.serve(name, { titles: [`Headline of ${name}`] });
    await sql`truncate work, titles, feeds, runs cascade`;
    await sql`update phases set paused_at = null, paused_until = null`;
  });
  return {
    web,
    feeds,
    world,
    sql,
    /** All feeds answer so late, with titles that begin so. */
    serveLate: (what: string, delaySeconds: number) => {
      for (const name of feeds) web.serve(name, { titles: [`${what} ${name}`], delaySeconds });
    },
    /** All feeds answer when what is given is called, with titles that begin so. */
    serveHeld: (what: string) => {
      let answer = (): void => undefined;
      const held = new Promise<void>((resolve) => {
        answer = resolve;
      });
      for (const name of feeds) web.serve(name, { titles: [`${what} ${name}`], held });
      return answer;
    },
    /** Until both feeds that are read at once have been asked for. */
    bothAsked: () => allAsked(2),
    /** Until so many feeds have been asked for. */
    allAsked,
  };
}
