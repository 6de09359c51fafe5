// Stands between a process and the tests' Postgres, on a socket in a folder of its own; ends connections as a server that shuts down does.
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
    backend.pipe(client);
    client.on('data', (sent) => {
      const fate = ends(sent, connection);
      if (fate === true) client.end(shutdown);
      else if (fate === false) backend.write(sent);
    });
  });
  await new Promise<void>((resolve) => proxy.listen(join(folder, '.s.PGSQL.5432'), resolve));
  return {
    url: `postgres://${server.user}@localhost/${database}?host=${encodeURIComponent(folder)}&port=5432`,
    opened: () => opened,
    close: () => {
      proxy.close();
      for (const socket of sockets) socket.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
