// A server that speaks just enough of Postgres to refuse whoever comes, with the code and the words given.

import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

export interface RefusingPostgres {
  port: number;
  close: () => Promise<void>;
}

/** An ErrorResponse to every startup message: https://www.postgresql.org/docs/current/protocol-message-formats.html */
export function refusingPostgres(code: string, message: string): Promise<RefusingPostgres> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk: Buffer) => {
      const wantsTls = chunk.length === 8 && chunk.readInt32BE(4) === 80_877_103;
      if (wantsTls) return void socket.write('N');
      const body = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`);
      const head = Buffer.alloc(5);
      head.write('E');
      head.writeInt32BE(body.length + 4, 1);
      socket.end(Buffer.concat([head, body]));
    });
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve({ port: (server.address() as AddressInfo).port, close: () => new Promise((closed) => server.close(() => closed())) }),
    ),
  );
}
