// The pages on a port of their own over a test's world, asked as a browser or a program asks them.
import { afterAll } from 'vitest';
import { makeLog } from '../../../lib/app.js';
import { readConfig } from '../../../lib/config.js';
import { pages } from '../../../lib/pages/pages.js';
import { serveSite } from '../../../lib/pages/server.js';
import { makeSite } from '../../../lib/pages/site.js';
import type { World } from '../../support/world.js';

interface Got {
  status: number;
  headers: Headers;
  text: string;
}

/** Serves the world's pages until the test file ends; leaves where they are and how to get one. */
export async function servePages({
  sql,
  settings,
}: World): Promise<{ url: string; get: (path: string, headers?: Record<string, string>) => Promise<Got> }> {
  const config = readConfig(settings, {});
  const log = makeLog({ level: 'silent', name: 'test', to: 'stderr' });
  const serving = await serveSite(makeSite({ sql, config, log }, pages), { host: '127.0.0.1', port: 0 });
  afterAll(serving.close);
  const get = async (path: string, headers: Record<string, string> = {}): Promise<Got> => {
    const response = await fetch(new URL(path, serving.url), { headers });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  return { url: serving.url, get };
}
