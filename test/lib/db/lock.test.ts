// The lock of the embedded Postgres: real processes, some of them killed while they hold it.

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownAccount } from '../../../lib/db/account.js';
import { withLock } from '../../../lib/db/lock.js';
import { begin, clear, copyInto, openFolder, until } from './compiled.js';

let base = '';
let compiled = '';
beforeAll(async () => {
  base = await openFolder();
  compiled = join(base, 'compiled');
  await copyInto(compiled);
});
afterAll(() => clear([base]));

async function counter(name: string): Promise<string> {
  const folder = join(base, name);
  await mkdir(join(folder, 'lock'), { recursive: true });
  for (const file of ['entered', 'left']) await writeFile(join(folder, file), '');
  await writeFile(join(folder, 'number'), '0');
  return folder;
}

test('four processes that count without care under the lock lose no count', async () => {
  const folder = await counter('honest');
  const ends = Array.from({ length: 4 }, () => new Promise((done) => begin(compiled, 'count', [folder, '25']).on('close', done)));
  await Promise.all(ends);
  expect(await readFile(join(folder, 'number'), 'utf8')).toBe('100');
  expect((await readdir(join(folder, 'lock'))).length).toBe(1);
});

test('holders killed with SIGKILL are followed at once, by one process at a time', async () => {
  const folder = await counter('killed');
  const children = Array.from({ length: 5 }, () => begin(compiled, 'count', [folder, '1000000']));
  const ends = children.map((child) => new Promise((done) => child.on('close', done)));
  await delay(400);
  for (const child of children.slice(0, 4)) {
    await delay(60);
    child.kill('SIGKILL');
  }
  const leftLength = async () => (await readFile(join(folder, 'left'), 'utf8')).length;
  const before = await leftLength();
  await until(async () => (await leftLength()) > before);
  children[4]?.kill('SIGKILL');
  await Promise.all(ends);
  const entered = (await readFile(join(folder, 'entered'), 'utf8')).trim().split('\n');
  const left = (await readFile(join(folder, 'left'), 'utf8')).trim().split('\n');
  // With one holder at a time both files tell the same story, but for the entries of those who were killed inside.
  expect(entered.length - left.length).toBeLessThanOrEqual(5);
  let at = 0;
  for (const pid of left) {
    while (entered[at] !== pid && at < entered.length) at++;
    expect(entered[at++]).toBe(pid);
  }
});

test('calls in one process also follow one another, and an error gives the lock back', async () => {
  const folder = join(await counter('own'), 'lock');
  let inside = 0;
  const results = await Promise.allSettled(
    Array.from({ length: 8 }, (_, i) =>
      withLock(folder, ownAccount(), 10, async () => {
        expect(++inside).toBe(1);
        await delay(5);
        inside--;
        if (i % 2 === 0) throw new Error('on purpose');
      }),
    ),
  );
  expect(results.map((result) => result.status).sort()).toEqual([...Array(4).fill('fulfilled'), ...Array(4).fill('rejected')]);
});

test('whoever waits too long gets a sentence', async () => {
  const folder = join(await counter('long'), 'lock');
  const holder = withLock(folder, ownAccount(), 10, () => delay(1500));
  await delay(100);
  await expect(withLock(folder, ownAccount(), 0.3, async () => {})).rejects.toThrow(/Another process has been starting or stopping/);
  await holder;
});
