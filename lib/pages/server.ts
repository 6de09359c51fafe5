// The site on a port: it says where it listens, and ends when told so, after what is under way was answered.
import { createAdaptorServer } from '@hono/node-server';
import { isAnswered } from './hosts.js';
import type { WebSite } from './site.js';

interface Place {
  host: string;
  /** 0 for any that is free. */
  port: number;
  /** The address of a web server before it that passes its own name on. */
  pages?: () => string | undefined;
}

interface Serving {
  /** With a slash at its end. */
  url: string;
  /** Takes no more requests, ends what is open and resolves when all is closed. */
  close: () => Promise<void>;
}

/** What is under way may take so long after the end was asked for. */
const graceMs = 5000;

/** Throws a sentence where nothing can listen there. */
export async function serveSite(site: WebSite, { host, port, pages }: Place): Promise<Serving> {
  const others = (): string[] => {
    const before = pages?.();
    return before === undefined ? [] : [new URL(before).hostname];
  };
  const fetch: WebSite['fetch'] = (request, ...more) =>
    isAnswered(request.headers.get('host'), host, others()) ? site.fetch(request, ...more) : new Response(misdirected, { status: 421 });
  const server = createAdaptorServer({ fetch, serverOptions: { requestTimeout: 30_000, headersTimeout: 10_000 } });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(new Error(refusal(cause, { host, port }), { cause })));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}/`,
    close: () =>
      new Promise<void>((resolve) => {
        const atLast = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(atLast);
          resolve();
        });
        site.close();
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      }),
  };
}

const misdirected =
  'These pages answer to the names of this machine alone. Where a web server before them passes its own name on, name its address as notify.pages in the settings.\n';

function refusal({ code, message }: NodeJS.ErrnoException, { host, port }: Place): string {
  if (code === 'EADDRINUSE') return `Port ${port} of ${host} is taken. Name another with --port, or 0 for any that is free.`;
  if (code === 'EACCES') return `Port ${port} may not be listened at by this account. Name one above 1023 with --port.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `${host} is no address of this machine. Name one with --host.`;
  return `Nothing can listen at ${host}, port ${port}: ${message}.`;
}
