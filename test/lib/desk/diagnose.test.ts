// `sni diagnose` on an empty, a normal and a damaged database, without one, and with wrong settings; and its looks at a machine.
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../../lib/config.js';
import { checkRights, checkStarters } from '../../../lib/desk/diagnose/machine.js';
import { makeFolder } from '../../support/folder.js';
import { makeTestWorld } from '../../support/in-test.js';
import { furnish, sni } from './fixture.js';

interface Found {
  code: number | null;
  stderr: string;
  states: Record<string, string>;
  said: (name: string) => string;
}

async function diagnosed(settings: string, env: Record<string, string>): Promise<Found> {
  const { code, stdout, stderr } = await sni(['--config', settings, 'diagnose', '--json'], env);
  const checks: { name: string; state: string; said: string; todo: string }[] = JSON.parse(stdout).checks;
  for (const { state, todo } of checks) expect(todo === '').toBe(state === 'ok');
  return {
    code,
    stderr,
    states: Object.fromEntries(checks.map(({ name, state }) => [name, state])),
    said: (name) => checks.find((one) => one.name === name)?.said ?? '',
  };
}

test('an empty database is well, but for what starts the phases', async () => {
  const world = await makeTestWorld();
  const { code, states } = await diagnosed(world.settings, { SNI_HOME: world.home });
  for (const name of ['settings', 'database', 'migrations', 'clock', 'transactions', 'locks', 'upkeep', 'lanes', 'feeds', 'quarantine'])
    expect([name, states[name]]).toEqual([name, 'ok']);
  expect(code).toBe(Object.values(states).includes('fail') ? 1 : 0);
  const { stdout } = await sni(['--config', world.settings, 'diagnose'], { SNI_HOME: world.home });
  expect(stdout).toMatch(/^ok {4}settings: /m);
  expect(stdout).toMatch(/\d+ checks: \d+ failed/);
});

test('on a normal one it tells of what failed, waits and is held open', async () => {
  const world = await makeTestWorld();
  await furnish(world.sql);
  await world.sql`update runs set started_at = now() - interval '1 hour' where finished_at is null`;
  const { states, said } = await diagnosed(world.settings, { SNI_HOME: world.home });
  expect(states).toMatchObject({ quarantine: 'warn', paused: 'warn', migrations: 'ok' });
  expect(said('quarantine')).toBe('Failed for good: 1 item of filter.');
});

test('a table that is mostly dead rows is named, with what frees them', async () => {
  const { sql, settings, home } = await makeTestWorld();
  await sql`create table shed (n int) with (autovacuum_enabled = off)`;
  await sql`insert into shed select generate_series(1, 150000)`;
  await sql`delete from shed`;
  // What was counted is told to the others when the connection rests.
  await sql`select pg_stat_force_next_flush()`;
  const { states, said } = await diagnosed(settings, { SNI_HOME: home });
  expect(states['upkeep']).toBe('warn');
  expect(said('upkeep')).toBe('Full of dead rows: shed (150,000).');
});

test('a damaged one fails by name and sentence, and the rest is looked at all the same', async () => {
  const world = await makeTestWorld();
  await world.sql`alter table lanes rename to lost`;
  await world.sql`alter table feeds rename to lost_too`;
  await world.sql`update migrations set sha256 = 'edited' where name like '001%'`;
  await world.sql`insert into spending (day, usd, by_phase) values ((now() at time zone 'UTC')::date, 4.9, '[1, "odd"]')`;
  const { code, stderr, states, said } = await diagnosed(world.settings, { SNI_HOME: world.home });
  expect(code).toBe(1);
  expect(states).toMatchObject({ database: 'ok', migrations: 'fail', feeds: 'fail', clock: 'ok', budget: 'warn', 'feed dead': 'fail' });
  expect(said('migrations')).toContain('001_news.sql');
  expect(stderr).not.toContain('    at ');
});

test('without a database, and with wrong settings, it says just that', async () => {
  const world = await makeTestWorld();
  const away = await diagnosed(world.settings, { SNI_HOME: world.home, DATABASE_URL: 'postgres://sni:hunter2@127.0.0.1:1/sni' });
  expect(away).toMatchObject({ code: 1, states: { settings: 'ok', database: 'fail' } });
  expect(JSON.stringify(away.said('database'))).not.toContain('hunter2');
  const wrong = join(makeFolder('wrong'), 'sni.yaml');
  writeFileSync(wrong, 'timezone: Nowhere/Land\n');
  expect(await diagnosed(wrong, { SNI_HOME: world.home })).toMatchObject({ code: 1, states: { settings: 'fail' } });
});

test('a file of secrets that everybody may read fails, one of its owner does not', () => {
  const root = makeFolder('root');
  mkdirSync(join(root, 'etc/sni'), { recursive: true });
  const secrets = join(root, 'etc/sni/sni.env');
  const settings = join(root, 'sni.yaml');
  for (const path of [secrets, settings]) writeFileSync(path, '');
  chmodSync(secrets, 0o644);
  expect(checkRights({ file: settings, root }, root)).toMatchObject({ state: 'fail', todo: expect.stringContaining('chmod o=') });
  chmodSync(secrets, 0o640);
  chmodSync(settings, 0o666);
  expect(checkRights({ file: settings, root }, root)).toMatchObject({ state: 'fail', said: expect.stringContaining('may write') });
  chmodSync(settings, 0o644);
  expect(checkRights({ file: settings, root }, root)).toMatchObject({ state: 'ok' });
});

test('cron that is installed and starts nothing fails; a missing worker is a warning', async () => {
  const { sql } = await makeTestWorld();
  const root = makeFolder('root');
  expect(await checkStarters(sql, root)).toMatchObject([{ name: 'starters', state: 'warn' }]);
  mkdirSync(join(root, 'etc/cron.d'), { recursive: true });
  const crontab = readFileSync(join(projectRoot, 'deploy/crontab'), 'utf8');
  // A line that somebody has put out of force starts nothing.
  writeFileSync(join(root, 'etc/cron.d/sni'), crontab.replace(/^(?=45 )/m, '# '));
  expect((await checkStarters(sql, root))[0]).toMatchObject({ state: 'warn', said: 'Nothing on this machine starts generate and enrich.' });
  writeFileSync(join(root, 'etc/cron.d/sni'), crontab);
  expect(await checkStarters(sql, root)).toMatchObject([
    { state: 'warn', said: 'Nothing on this machine starts generate.' },
    { name: 'helpers', state: 'warn', said: expect.stringContaining('watchdog, which tells what goes wrong') },
    { name: 'firing', state: 'fail', said: expect.stringContaining('ingest never ran') },
  ]);
  mkdirSync(join(root, 'etc/systemd/system/multi-user.target.wants'), { recursive: true });
  writeFileSync(join(root, 'etc/systemd/system/multi-user.target.wants/sni-p3-worker.service'), '');
  await sql`insert into runs (run_id, phase, worker, host, pid, batch, finished_at, exit) select gen_random_uuid(), name, 'w', 'h', 1, 1, now(), 'done' from phases`;
  for (const name of ['backup', 'prune'])
    writeFileSync(join(root, `etc/cron.d/sni-${name}`), readFileSync(join(projectRoot, `deploy/crontab-${name}`), 'utf8'));
  mkdirSync(join(root, 'etc/systemd/system/timers.target.wants'), { recursive: true });
  writeFileSync(join(root, 'etc/systemd/system/timers.target.wants/sni-watchdog.timer'), '');
  expect(await checkStarters(sql, root)).toMatchObject([
    { state: 'ok' },
    { name: 'helpers', state: 'ok' },
    { name: 'firing', state: 'ok' },
  ]);
});
