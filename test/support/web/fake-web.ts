// A web on loopback: answers each path as a test says, also not at all, too slowly or with rubbish; counts what was asked and which
// sockets are open. Real sockets; nothing of the product is replaced.
import http, { type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { certificate, privateKey } from './certificate.js';

/** How a path answers; see faults.ts for those that go wrong. */
export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

export interface FakeWeb {
  /** "http://127.0.0.1:41234", without a slash at its end. */
  origin: string;
  port: number;
  /** The address of a path, on this web or as `host` names it. */
  url(path: string, host?: string): string;
  /** From now on the path answers so. What was not told of answers 404. */
  on(path: string, answer: Answer): void;
  /** The headers of each request for a path, oldest first. */
  asked(path: string): readonly IncomingHttpHeaders[];
  /** Requests of which the answer has not ended. */
  underWay(): number;
  /** The most requests that were under way at once. */
  mostUnderWay(): number;
  openSockets(): number;
  /** Sockets ever opened. */
  sockets(): number;
  /** Bytes of all answers so far, their headers too. */
  bytesSent(): number;
  close(): Promise<void>;
}

export interface WebOptions {
  /** The loopback address it listens on. */
  host?: string;
  tls?: boolean;
  /** A free one where it is missing. */
  port?: number;
}

export async function startFakeWeb({ host = '127.0.0.1', tls = false, port: wanted = 0 }: WebOptions = {}): Promise<FakeWeb> {
  const answers = new Map<string, Answer>();
  const asked = new Map<string, IncomingHttpHeaders[]>();
  const open = new Set<Socket>();
  let opened = 0;
  let underWay = 0;
  let mostUnderWay = 0;
  let sentOnClosed = 0;
  const listen = (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? '/';
    asked.set(path, [...(asked.get(path) ?? []), request.headers]);
    mostUnderWay = Math.max(mostUnderWay, ++underWay);
    response.on('close', () => underWay--);
    const answer = answers.get(path);
    if (answer) answer(response, request);
    else response.writeHead(404).end('no such page');
  };
  const server = tls ? https.createServer({ cert: certificate, key: privateKey }, listen) : http.createServer(listen);
  server.keepAliveTimeout = 60_000;
  server.on('connection', (socket: Socket) => {
    opened++;
    open.add(socket);
    socket.on('close', () => {
      open.delete(socket);
      sentOnClosed += socket.bytesWritten;
    });
    // A client that goes away in the middle is what many tests are about.
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(wanted, host, resolve));
  const { port } = server.address() as AddressInfo;
  const scheme = tls ? 'https' : 'http';
  const origin = `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return {
    origin,
    port,
    url: (path, name) => (name ? `${scheme}://${name}:${port}${path}` : `${origin}${path}`),
    on: (path, answer) => answers.set(path, answer),
    asked: (path) => asked.get(path) ?? [],
    underWay: () => underWay,
    mostUnderWay: () => mostUnderWay,
    openSockets: () => open.size,
    sockets: () => opened,
    bytesSent: () => [...open].reduce((sum, socket) => sum + socket.bytesWritten, sentOnClosed),
    close: async () => {
      server.closeAllConnections();
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
