// One start or stop of the embedded Postgres at a time, over all processes of this machine. The holder listens on a socket, so the kernel
// tells of its death at once, even by SIGKILL, and process ids never matter. Each holder has a number, one above the last; the highest
// entry is never removed, so that a dead holder is followed by one only.

import { randomBytes } from 'node:crypto';
import { lchown, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Account } from './account.js';
import { absentOr, codeOf, EmbeddedPostgresError } from './failure.js';

/**
 * Runs `work` while no other process, and no other call in this one, runs work under the lock of this folder; gives its result.
 * Entries are given to `account`, so that root and the account can follow each other. Throws when the wait gets too long.
 */
export async function withLock<T>(folder: string, account: Account, waitSeconds: number, work: () => Promise<T>): Promise<T> {
  const until = Date.now() + waitSeconds * 1000;
  for (;;) {
    const last = await highestNumber(folder);
    if (last > 0 && !(await hasEnded(socketOf(folder, last), until))) {
      throw new EmbeddedPostgresError(
        `Another process has been starting or stopping the embedded Postgres for ${waitSeconds} s (lock ${join(folder, `l.${last}`)})`,
        'Look what that process does, end it and try again',
      );
    }
    const release = await claim(folder, account, last + 1);
    if (!release) continue;
    try {
      return await work();
    } finally {
      await release();
    }
  }
}

async function highestNumber(folder: string): Promise<number> {
  return Math.max(0, ...(await readdir(folder)).map(numberOf));
}

function numberOf(name: string): number {
  return /^l\.\d+$/.test(name) ? Number(name.slice(2)) : 0;
}

function socketOf(folder: string, number: number): string {
  return join(folder, `l.${number}`, 's');
}

/** True as soon as nobody listens there; false when somebody still does at `until` (milliseconds since the epoch). */
async function hasEnded(path: string, until: number): Promise<boolean> {
  while (Date.now() < until) {
    const outcome = await listenTo(path, until - Date.now());
    if (outcome === 'ended') return true;
    if (outcome === 'busy') await delay(20);
  }
  return false;
}

/** Stays connected until the holder goes away. A full backlog means that it lives. */
function listenTo(path: string, milliseconds: number): Promise<'ended' | 'busy'> {
  return new Promise((resolve, reject) => {
    const socket = connect(path);
    const timer = setTimeout(() => socket.destroy(), milliseconds);
    let refusal: unknown;
    socket.on('error', (error) => {
      refusal = error;
    });
    socket.on('close', () => {
      clearTimeout(timer);
      const code = codeOf(refusal);
      if (code === 'ECONNREFUSED' || code === 'ENOENT') resolve('ended');
      else if (refusal === undefined || code === 'ECONNRESET' || code === 'EPIPE' || code === 'EAGAIN') resolve('busy');
      else reject(refusal);
    });
    socket.resume();
  });
}

/**
 * Listens in a folder of its own and moves that folder to the number in one step, which only one process can do; gives the
 * release, or undefined when another was quicker or went on to a higher number.
 */
async function claim(folder: string, account: Account, number: number): Promise<(() => Promise<void>) | undefined> {
  const nest = join(folder, newName());
  const mine = join(folder, `l.${number}`);
  await mkdir(nest, { mode: 0o700 });
  const { server, waiting } = await listen(join(nest, 's'));
  const release = () => close(server, waiting);
  try {
    if (account.switched) for (const path of [join(nest, 's'), nest]) await lchown(path, account.uid, account.gid);
    const moved = await rename(nest, mine).then(() => true, lost);
    const won = moved && (await highestNumber(folder)) === number;
    if (!won) {
      await release();
      await discard(folder, moved ? mine : nest);
      return undefined;
    }
    await sweep(folder, number);
    return release;
  } catch (error) {
    await release();
    throw error;
  }
}

/** The number is taken, or this process slept so long that its nest was swept. */
function lost(error: unknown): false {
  if (['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(codeOf(error) ?? '')) return false;
  throw error;
}

async function listen(path: string): Promise<{ server: Server; waiting: Set<Socket> }> {
  const waiting = new Set<Socket>();
  const server = createServer((socket) => {
    waiting.add(socket);
    socket.on('error', () => socket.destroy()); // a waiter that dies is no concern of the holder
    socket.on('close', () => waiting.delete(socket));
    socket.resume();
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve));
  return { server, waiting };
}

async function close(server: Server, waiting: Set<Socket>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  for (const socket of waiting) socket.destroy();
  await closed;
}

/** Removes the entries of earlier holders, and what claims killed half-way left more than a minute ago. */
async function sweep(folder: string, number: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const earlier = numberOf(name) > 0 && numberOf(name) < number;
    const forgotten = name.startsWith('t.') && Date.now() - ((await stat(path).catch(absentOr(undefined)))?.mtimeMs ?? Date.now()) > 60_000;
    if (earlier || forgotten) await discard(folder, path);
  }
}

/** Moves the entry away before removing it: a slow claim could move itself into a folder that was just emptied. */
async function discard(folder: string, path: string): Promise<void> {
  const away = join(folder, newName());
  if (await rename(path, away).then(() => true, absentOr(false))) await rm(away, { recursive: true, force: true });
}

/** A name that no other process uses; what stays under such a name is swept after a minute. */
function newName(): string {
  return `t.${process.pid}.${randomBytes(4).toString('hex')}`;
}
