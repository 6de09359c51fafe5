// A web server of feeds on loopback: serves what a test tells it to, late where told, and counts who asked.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

export interface Served {
  titles?: readonly string[];
  /** Sent instead of an RSS feed of the titles. */
  body?: string | Buffer;
  status?: number;
  headers?: Record<string, string>;
  delaySeconds?: number;
  /** Answered not before this is. */
  held?: Promise<void>;
}

export interface FeedServer {
  url: (name: string) => string;
  serve: (name: string, what: Served) => void;
  /** How often a feed was asked for since the last reset. */
  asked: (name: string) => number;
  /** The headers of the last request for a feed. */
  lastHeaders: (name: string) => IncomingMessage['headers'];
  until: (condition: () => boolean) => Promise<void>;
  reset: () => void;
}

/** Starts on a free port; closed, with every open connection, after the test file. */
export async function startFeedServer(): Promise<FeedServer> {
  const served = new Map<string, Served>();
  const asked = new Map<string, IncomingMessage['headers'][]>();
  const server = createServer((request, response) => {
    const name = (request.url ?? '/').slice(1);
    asked.set(name, [...(asked.get(name) ?? []), request.headers]);
    const what = served.get(name) ?? { status: 404, body: 'no such feed' };
    setTimeout(() => void (what.held ?? Promise.resolve()).then(() => answer(response, what)), (what.delaySeconds ?? 0) * 1000).unref();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: (name) => `http://127.0.0.1:${port}/${name}`,
    serve: (name, what) => served.set(name, what),
    asked: (name) => asked.get(name)?.length ?? 0,
    lastHeaders: (name) => asked.get(name)?.at(-1) ?? {},
    until: async (condition) => {
      while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
    },
    reset: () => {
      served.clear();
      asked.clear();
    },
  };
}

function answer(response: ServerResponse, { titles = [], body, status = 200, headers = {} }: Served): void {
  response.writeHead(status, { 'content-type': 'application/rss+xml; charset=utf-8', ...headers });
  response.end(body ?? rss(titles));
}

/** An RSS 2.0 feed of these titles, an hour old. */
export function rss(titles: readonly string[]): string {
  const items = titles.map((title) => {
    const escaped = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return `<item><title>${escaped}</title><link>https://news.example/${encodeURIComponent(title)}</link><pubDate>Tue, 10 Mar 2026 08:00:00 GMT</pubDate></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>News</title>${items.join('')}</channel></rss>`;
}
