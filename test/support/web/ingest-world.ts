// A world whose sources stand on a fake web: a test writes sni.yaml, runs the phase, puts all feeds due again, looks at tables.
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeEach } from 'vitest';
import { parse, stringify } from 'yaml';
import { makeTestWorld } from '../in-test.js';
import type { Ended, Line } from '../world.js';
import { type FakeWeb, startFakeWeb } from './fake-web.js';

/** No pause between two questions, two seconds for an answer, loopback allowed. */
export const briskFetching = { host_spacing: '0ms', per_host: 16, deadline: '2s', allowPrivate: true };

/** Tables are empty before each test; the web keeps what it was told, so paths are to be a test's own. */
export async function makeIngestWorld() {
  const web: FakeWeb = await startFakeWeb({ host: '0.0.0.0' });
  afterAll(() => web.close());
  const world = await makeTestWorld();
  const { sql } = world;
  beforeEach(async () => {
    await sql`truncate work, titles, feeds, runs cascade`;
  });
  return {
    web,
    world,
    sql,
    /** A source on the web's own address. */
    feed: (path: string, more: object = {}) => ({ feed: web.url(path, '127.0.0.1'), publisher: path, lang: 'en', ...more }),
    /** Writes the sources, and whatever else sni.yaml is to say. */
    configure: (sources: readonly object[], more: object = {}): void => {
      const { database, checkpoints } = parse(readFileSync(world.settings, 'utf8')) as Record<string, string>;
      writeFileSync(world.settings, stringify({ database, checkpoints, fetch: briskFetching, sources, ...more }));
    },
    run: (...args: string[]): Promise<Ended> => world.here('ingest', args),
    /** Every feed is due at the next run, also those that wait after a failure. */
    due: () => sql`update feeds set next_fetch_at = now() - interval '1 minute'`,
    /** All titles stored, in the order of their letters. */
    titles: async (): Promise<string[]> => {
      const rows = await sql<{ title: string }[]>`select title_original as title from titles`;
      return rows.map(({ title }) => title).sort();
    },
    /** The row of the feed at a path. */
    row: async (path: string) => {
      const [row] = await sql`
        select *, extract(epoch from next_fetch_at - now())::int as wait_seconds from feeds where url = ${web.url(path, '127.0.0.1')}`;
      if (!row) throw new Error(`There is no feed at ${path}.`);
      return row;
    },
  };
}

/** The log lines of an event. */
export function said(ended: Ended, event: string): Line[] {
  return ended.lines.filter((line) => line.event === event);
}

/** The titles "What 0", "What 1", ... */
export function numbered(what: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${what} ${at}`);
}
