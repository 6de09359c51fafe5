// A pooler in transaction mode before the tests' Postgres, on a socket in a folder of its own: a client has a server connection from its
// first message to the end of its transaction, then the next has it. Like pgbouncer it answers the start of a connection itself, refuses
// settings there, hands out keys of its own, and knows nothing of prepared statements.
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface PoolingProxy {
  /** For DATABASE_URL, with these parameters. */
  url: (parameters?: string) => string;
  /** Process ids of the server connections. */
  opened: () => number;
  close: () => void;
}

interface Backend {
  socket: Socket;
  client: Client | null;
}

interface Client {
  socket: Socket;
  /** What came while no server connection was free. */
  held: Buffer[];
  /** Queries and syncs that wait for their ReadyForQuery. */
  open: number;
}

const allowed = new Set(['user', 'database', 'application_name', 'client_encoding', 'DateStyle', 'TimeZone']);

export interface PoolingOptions {
  server: { socketFolder: string; port: number; user: string };
  database: string;
  /** Server connections at most. */
  size: number;
  /** Settings at the start of a connection are passed over, not refused: ignore_startup_parameters. */
  ignoresSettings?: boolean;
}

export async function startPoolingProxy({ server, database, size, ignoresSettings = false }: PoolingOptions): Promise<PoolingProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'sni-pool-'));
  const backends: Backend[] = [];
  const idle: Backend[] = [];
  const waiting: Client[] = [];
  const sockets = new Set<Socket>();
  const known = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
  };

  /** Gives a free connection, the one used last first, to who has waited longest. */
  const serve = (): void => {
    while (waiting.length > 0 && (idle.length > 0 || backends.length < size)) {
      const backend = idle.pop() ?? open();
      const client = waiting.shift();
      if (!client) return void idle.push(backend);
      backend.client = client;
      for (const message of client.held.splice(0)) backend.socket.write(message);
    }
  };
  const open = (): Backend => {
    const socket = known(connect(join(server.socketFolder, `.s.PGSQL.${server.port}`)));
    const backend: Backend = { socket, client: null };
    backends.push(backend);
    socket.write(startup({ user: server.user, database }));
    let started = false;
    const read = messages((type, message) => {
      if (!started) {
        started = type === 'Z';
        return;
      }
      const { client } = backend;
      client?.socket.write(message);
      if (type !== 'Z' || !client) return;
      client.open--;
      if (client.open > 0 || message[5] !== 73) return;
      backend.client = null;
      idle.push(backend);
      serve();
    });
    socket.on('data', read).on('close', () => {
      backends.splice(backends.indexOf(backend), 1);
      backend.client?.socket.destroy();
      // Who came while it was ending waits for another.
      serve();
    });
    return backend;
  };
  const proxy = createServer((socket) => {
    const client: Client = { socket: known(socket), held: [], open: 0 };
    const read = messages((type, message) => {
      if (type === 'X') return void socket.end();
      if (type === 'Q' || type === 'S') client.open++;
      const backend = backends.find((one) => one.client === client);
      if (backend) return void backend.socket.write(message);
      client.held.push(message);
      if (!waiting.includes(client)) waiting.push(client);
      serve();
    });
    socket.once('data', (first) => {
      const refused = namesIn(first).find((name) => !allowed.has(name));
      if (refused !== undefined && !ignoresSettings) return void socket.end(fatal('08P01', `unsupported startup parameter: ${refused}`));
      socket.write(Buffer.concat([framed('R', Buffer.alloc(4)), framed('K', Buffer.alloc(8, 7)), framed('Z', Buffer.from('I'))]));
      socket.on('data', read);
    });
    socket.on('close', () => {
      if (waiting.includes(client)) waiting.splice(waiting.indexOf(client), 1);
      // Its transaction is not over: nobody else may have that connection.
      backends.find((one) => one.client === client)?.socket.destroy();
    });
  });
  await new Promise<void>((resolve) => proxy.listen(join(folder, '.s.PGSQL.5432'), resolve));
  const url = (parameters = '') =>
    `postgres://${server.user}@localhost/${database}?host=${encodeURIComponent(folder)}&port=5432${parameters && `&${parameters}`}`;
  return {
    url,
    opened: () => backends.length,
    close: () => {
      proxy.close();
      for (const socket of sockets) socket.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Cuts a stream into messages of a letter, a length and a body. */
function messages(take: (type: string, message: Buffer) => void): (part: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (part) => {
    rest = Buffer.concat([rest, part]);
    while (rest.length >= 5 && rest.length > rest.readUInt32BE(1)) {
      const message = rest.subarray(0, rest.readUInt32BE(1) + 1);
      rest = rest.subarray(message.length);
      take(String.fromCharCode(message[0] ?? 0), message);
    }
  };
}

function framed(type: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, body]);
}

function fatal(code: string, sentence: string): Buffer {
  return framed('E', Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${sentence}\0\0`));
}

/** Version 3.0 of the protocol. */
function startup(parameters: Record<string, string>): Buffer {
  const version = Buffer.alloc(4);
  version.writeUInt32BE(196_608);
  const body = Buffer.from(
    `${Object.entries(parameters)
      .map(([name, value]) => `${name}\0${value}\0`)
      .join('')}\0`,
  );
  return framed('', Buffer.concat([version, body]));
}

/** Names of what a client asks for at the start. */
function namesIn(first: Buffer): string[] {
  return first
    .subarray(8)
    .toString()
    .split('\0')
    .filter((_, index) => index % 2 === 0)
    .filter((name) => name !== '');
}
