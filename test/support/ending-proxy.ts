// Stands between a process and the tests' Postgres, on a socket in a folder of its own; ends connections as a server that shuts down does, or
// holds back what either side sends, as a network does that is gone for a while.
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const fields = Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating connection due to administrator command\0\0');
/** What Postgres says to a connection that it ends. */
const shutdown = Buffer.concat([Buffer.from('E'), Buffer.from(new Uint32Array([fields.length + 4]).buffer).swap32(), fields]);

export interface EndingProxy {
  /** For DATABASE_URL. */
  url: string;
  /** Connections so far. */
  opened: () => number;
  /** From now on nothing arrives on either side; nobody is told. */
  cut: () => void;
  /** What was sent meanwhile arrives, and all goes on. */
  mend: () => void;
  close: () => void;
}

/**
 * A connection is ended, or what was sent swallowed in silence, where `ends` says so of what a client sends; it is told the number of the
 * connection, 0 for the first.
 */
export async function startEndingProxy(
  server: { socketFolder: string; port: number; user: string },
  database: string,
  ends: (sent: Buffer, connection: number) => boolean | 'swallowed',
): Promise<EndingProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'sni-proxy-'));
  const sockets = new Set<Socket>();
  let opened = 0;
  let held: (() => void)[] | null = null;
  const deliver = (send: () => void): void => {
    if (held) held.push(send);
    else send();
  };
  const proxy = createServer((client) => {
    const connection = opened++;
    const backend = connect(join(server.socketFolder, `.s.PGSQL.${server.port}`));
    for (const [one, other] of [
      [client, backend],
      [backend, client],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
    backend.on('data', (answer) => deliver(() => client.write(answer)));
    client.on('data', (sent) => {
      const fate = ends(sent, connection);
      if (fate === true) client.end(shutdown);
      else if (fate === false) deliver(() => backend.write(sent));
    });
  });
  await new Promise<void>((resolve) => proxy.listen(join(folder, '.s.PGSQL.5432'), resolve));
  return {
    url: `postgres://${server.user}@localhost/${database}?host=${encodeURIComponent(folder)}&port=5432`,
    opened: () => opened,
    cut: () => {
      held ??= [];
    },
    mend: () => {
      const late = held ?? [];
      held = null;
      for (const send of late) send();
    },
    close: () => {
      proxy.close();
      for (const socket of sockets) socket.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
