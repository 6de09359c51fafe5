// Fakes of what is told: one HTTP server for all kinds that speak it, an SMTP server, and a command that writes down what it gets.
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { makeFolder } from '../../support/folder.js';

export interface Got {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Receiver {
  url: string;
  got: Got[];
  /** What it answers from now on. */
  answer: (status: number) => void;
  /** Looks while the request waits for its answer. */
  meanwhile: (look: () => Promise<void>) => void;
  close: () => Promise<void>;
}

export async function httpReceiver(): Promise<Receiver> {
  const got: Got[] = [];
  let status = 200;
  let look = async (): Promise<void> => {};
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      got.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body });
      void look().finally(() => response.writeHead(status).end());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    got,
    answer: (next) => {
      status = next;
    },
    meanwhile: (next) => {
      look = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export interface MailReceiver {
  url: string;
  mails: string[];
  close: () => Promise<void>;
}

export async function mailReceiver(password: string): Promise<MailReceiver> {
  const mails: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) =>
      auth.password === password ? done(null, { user: auth.username }) : done(new Error('Wrong password.')),
    onData: (stream, _session, done) => {
      let text = '';
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      stream.on('end', () => {
        mails.push(text);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://sni@127.0.0.1:${port}`, mails, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** A command that appends what it reads to a file. */
export function commandReceiver(): { path: string; got: () => string[] } {
  const folder = makeFolder('told');
  const path = join(folder, 'tell-me');
  const told = join(folder, 'told');
  writeFileSync(path, `#!/bin/sh\ncat >> ${told}\n`);
  chmodSync(path, 0o755);
  writeFileSync(told, '');
  return { path, got: () => readFileSync(told, 'utf8').split('\n').filter(Boolean) };
}
