// What both fake model servers stand on: HTTP on loopback that can be closed and opened again on its port, the book of what was asked,
// the faults to come, and all of that under /_control for who is in another process.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Fault, type FaultOptions, type FaultQueue, makeFaultQueue, type Weather } from './fault-queue.js';
import { type Asked, type Counters, type Ledger, makeLedger } from './ledger.js';

/** A fake model server as a test holds it. */
export interface ModelServer<Name extends string, Counts extends Counters = Counters> {
  /** "http://127.0.0.1:41234", without a slash at its end. */
  url: string;
  /** The requests for answers since the start or the last reset, oldest first. */
  readonly requests: readonly Asked[];
  counters(): Counts;
  /** The next request that fits meets this fault. Throws where there is no such fault. */
  fault(name: Name, options?: FaultOptions): void;
  weather(weather: Weather<Name>): void;
  /** From now on requests wait until what this gives is called; once at a time, within the process only. */
  hold(): () => void;
  /** No fault from now on. */
  clear(): void;
  /** No fault, no request, no count, and nothing waits; what is loaded stays. */
  reset(): void;
  /** Cuts every connection; from now on they are refused. */
  close(): Promise<void>;
  /** Listens again on the same port. */
  reopen(): Promise<void>;
}

export interface Routes<Name extends string> {
  ledger: Ledger;
  faults: FaultQueue<Name>;
}

/** Answers one request, whose body is parsed JSON, or undefined where none came. */
export type Route = (request: IncomingMessage, response: ServerResponse, body: unknown, path: string) => Promise<void> | void;

export interface ServerParts<Name extends string, Counts extends Counters> {
  faultNames: readonly Name[];
  route(parts: Routes<Name>): Route;
  /** Counts beside those of the ledger. */
  more(): Omit<Counts, keyof Counters>;
  resetMore(): void;
  /** How this protocol says that the request was wrong (status 400) or that the server failed (500). */
  sayError(response: ServerResponse, status: 400 | 500, sentence: string): void;
  port?: number;
}

export async function startModelServer<Name extends string, Counts extends Counters>(
  parts: ServerParts<Name, Counts>,
): Promise<ModelServer<Name, Counts>> {
  const ledger = makeLedger();
  const faults = makeFaultQueue(parts.faultNames);
  const route = parts.route({ ledger, faults });
  let held: Promise<void> | null = null;
  let letGo = (): void => undefined;
  const http = createServer((request, response) => {
    // A client that goes away in the middle is what many tests are about; the ledger learns of it from "close".
    response.on('error', () => undefined);
    const path = new URL(request.url ?? '/', 'http://fake').pathname;
    handle(request, response, path).catch((error: Error) => {
      const clientLeft = response.destroyed && (error as NodeJS.ErrnoException).code === 'ECONNRESET';
      if (clientLeft) return;
      if (response.headersSent || response.destroyed) throw error;
      if (path.startsWith('/_control/')) sendJson(response, 400, { error: error.message });
      else parts.sayError(response, error instanceof SyntaxError ? 400 : 500, error.message);
    });
  });
  http.keepAliveTimeout = 60_000;
  const listen = (port: number) => new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  await listen(parts.port ?? 0);
  const { port } = http.address() as AddressInfo;

  const handle = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    const text = await readAll(request);
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    if (path.startsWith('/_control/')) await control(server, path.slice('/_control/'.length), body, response);
    else {
      await held;
      await route(request, response, body, path);
    }
  };

  const server: ModelServer<Name, Counts> = {
    url: `http://127.0.0.1:${port}`,
    get requests() {
      return ledger.requests;
    },
    counters: () => ({ ...ledger.counters(), ...parts.more() }) as Counts,
    fault: faults.fault,
    weather: faults.weather,
    hold: () => {
      held = new Promise((resolve) => {
        letGo = () => {
          held = null;
          resolve();
        };
      });
      return letGo;
    },
    clear: faults.clear,
    reset: () => {
      letGo();
      faults.clear();
      ledger.reset();
      parts.resetMore();
    },
    close: () =>
      new Promise((resolve) => {
        if (!http.listening) return resolve();
        http.close(() => resolve());
        http.closeAllConnections();
      }),
    reopen: async () => {
      if (!http.listening) await listen(port);
    },
  };
  return server;
}

/** What is done under /_control; see remote-models.ts for the other end. */
async function control<Name extends string>(
  server: ModelServer<Name>,
  action: string,
  body: unknown,
  response: ServerResponse,
): Promise<void> {
  if (action === 'counters') return sendJson(response, 200, server.counters());
  if (action === 'requests') return sendJson(response, 200, server.requests);
  if (action === 'fault') {
    const { name, times, ...options } = body as FaultOptions & { name: Name };
    // JSON knows no Infinity and says null.
    server.fault(name, { ...options, times: times === null ? Number.POSITIVE_INFINITY : (times ?? 1) });
  } else if (action === 'weather') server.weather(body as Weather<Name>);
  else if (action === 'clear') server.clear();
  else if (action === 'reset') server.reset();
  else if (action === 'refuse') {
    const { seconds } = body as { seconds: number };
    response.on('finish', () => void server.close().then(() => setTimeout(() => void server.reopen(), seconds * 1000)));
  } else throw new Error(`There is nothing under /_control/${action}.`);
  sendJson(response, 200, {});
}

async function readAll(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

export function sendJson(response: ServerResponse, status: number, value: unknown, type = 'application/json; charset=utf-8'): void {
  response.writeHead(status, { 'content-type': type }).end(JSON.stringify(value));
}

/** Waits; true when the time has passed, false as soon as the client has gone. */
export function pause(ms: number, response: ServerResponse): Promise<boolean> {
  if (response.destroyed) return Promise.resolve(false);
  if (ms <= 0) return Promise.resolve(true);
  return new Promise((resolve) => {
    const gone = () => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(() => {
      response.off('close', gone);
      resolve(true);
    }, ms);
    response.once('close', gone);
  });
}

/** Milliseconds from request to answer: one number for all models, or one for each (0 for those not named). */
export type Latency = number | Readonly<Record<string, number>>;

export function latencyOf(latencyMs: Latency, model: string): number {
  return typeof latencyMs === 'number' ? latencyMs : (latencyMs[model] ?? 0);
}

/** The milliseconds of a "slow" fault; 0 for any other. */
export function slowness(fault: Fault<string> | null): number {
  return fault?.name === 'slow' ? (fault.seconds ?? 1) * 1000 : 0;
}
