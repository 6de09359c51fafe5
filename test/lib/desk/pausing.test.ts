// pause, resume, wake and wait: real commands and real runs over one database.
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { readPhaseState } from '../../../lib/desk/waiting-workers.js';
import { thisWorker } from '../../../lib/worker.js';
import { makeTestWorld } from '../../support/in-test.js';
import { patience } from '../../support/patience.js';
import { fakeSystemd } from '../../support/systemd.js';
import { type Answer, sni, sniProcess } from './fixture.js';

const world = await makeTestWorld({ settings: { timezone: 'Europe/Berlin' } });
const { sql } = world;
const env = { SNI_HOME: world.home };
const ask = (...args: string[]): Promise<Answer> => sni(['--config', world.settings, ...args], env);
const started = (...args: string[]): Promise<Answer> => sniProcess(['--config', world.settings, ...args], env);

beforeEach(async () => {
  await sql`update phases set paused_at = null, paused_until = null, pause_reason = null, woken_at = null`;
  await sql`delete from runs`;
});

describe('sni pause and resume', () => {
  test('a paused phase does not run and says why, until it is resumed', async () => {
    expect(await ask('pause', 'narrate', 'the', 'vocabulary', 'changes')).toMatchObject({
      code: 0,
      stdout: 'narrate is paused until "sni resume narrate": the vocabulary changes\n',
    });
    expect((await world.here('narrate')).lines.find((line) => line.event === 'paused')?.['reason']).toBe('the vocabulary changes');
    expect((await ask('resume', 'narrate')).stdout).toBe('narrate goes on.\n');
    expect(await Promise.all([world.here('narrate'), ask('resume', 'narrate')])).toMatchObject([
      { code: 0 },
      { stdout: 'narrate was not paused.\n' },
    ]);
  });

  test('--retry-in and --until end it by themselves, in the time zone of the settings', async () => {
    const paused = JSON.parse((await ask('pause', 'narrate', '--retry-in', '3h', '--json')).stdout);
    expect(Date.parse(paused.until) - Date.now()).toBeGreaterThan(2.99 * 3_600_000);
    expect(paused).toMatchObject({ phase: 'narrate', reason: null, runsEnding: 0 });
    expect(JSON.parse((await ask('pause', 'narrate', '--until', '2099-07-01 14:30', '--json')).stdout).until).toBe(
      '2099-07-01T12:30:00.000Z',
    );
    const soon = Date.parse(JSON.parse((await ask('pause', 'narrate', '--until', '14:30', '--json')).stdout).until) - Date.now();
    expect(soon).toBeGreaterThan(0);
    expect(soon).toBeLessThanOrEqual(25 * 3_600_000);
  });

  test('says which runs of it end', async () => {
    await sql`insert into runs (run_id, phase, worker, host, pid, batch) values (gen_random_uuid(), 'narrate', 'w', 'h', 1, 100)`;
    expect((await ask('pause', 'narrate')).stdout).toContain('1 run of it under way: it ends by itself within 25 s.');
    const dead = `${thisWorker()}0`;
    await sql`update runs set worker = ${dead}`;
    expect((await ask('pause', 'narrate')).stdout).not.toContain('under way');
  });

  test('refuses what it cannot mean with a sentence and exit code 78', async () => {
    const wrong: [string[], string][] = [
      [['pause', 'narrate', '--until', '25:00'], 'Allowed is a time such as 14:30'],
      [['pause', 'narrate', '--until', '2026-02-30 10:00'], 'Allowed is a time such as 14:30'],
      [['pause', 'narrate', '--until', '2020-01-01 10:00'], 'is past'],
      [['pause', 'narrate', '--retry-in', 'soon'], 'a span of time such as 90s'],
      [['wait', 'narrate'], '--for'],
    ];
    const answers = await Promise.all(wrong.map(([args]) => ask(...args)));
    expect(answers).toMatchObject(wrong.map(([, sentence]) => ({ code: 78, stderr: expect.stringContaining(sentence) })));
  });
});

describe('sni wake and wait', () => {
  /** Until a worker sleeps, and again with another connection where one was cut. */
  async function sleeper(): Promise<void> {
    while ((await readPhaseState(sql, 'generate')).waitingWorkers === 0) await sleep(50);
    await sleep(200);
  }

  test('a sleeping worker is woken at once, also when its connection was cut meanwhile', async () => {
    const waiting = started('wait', 'generate', '--for', '60s');
    await sleeper();
    await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'sni-wait-generate'`;
    await sleep(100);
    await sleeper();
    const wokenAt = performance.now();
    expect((await ask('wake', 'generate')).stdout).toBe('1 sleeping worker of generate goes on at once.\n');
    expect(await waiting).toMatchObject({ code: 0, stdout: 'generate was woken.\n' });
    expect(performance.now() - wokenAt).toBeLessThan(patience(5) * 1000);
  });

  test('a wish that comes while no worker sleeps is kept for the next wait, and answered by the next run', async () => {
    expect((await ask('wake', 'generate')).stdout).toContain('systemctl start sni-p3-worker');
    expect((await ask('wait', 'generate', '--for', '60s')).stdout).toBe('generate was woken.\n');
    await world.here('generate');
    expect((await ask('wait', 'generate', '--for', '1s')).stdout).toBe('The 1 s are over.\n');
  });

  test('a run that is about to answer the wish keeps the worker asleep, or two would turn in circles', async () => {
    await sql`insert into runs (run_id, phase, worker, host, pid, batch) values (gen_random_uuid(), 'generate', 'w', 'h', 1, 100)`;
    expect((await ask('wake', 'generate')).stdout).toContain('1 run of generate under way');
    expect((await ask('wait', 'generate', '--for', '1s')).stdout).toBe('The 1 s are over.\n');
  });

  test('a paused phase is not woken; its end ends the wait', async () => {
    await ask('pause', 'generate', 'quota');
    expect(await ask('wake', 'generate')).toMatchObject({ code: 75, stderr: expect.stringContaining('sni resume generate') });
    const systemd = fakeSystemd(world.folder);
    const waiting = sniProcess(['--config', world.settings, 'wait', 'generate', '--for', '60s', '--saying', 'batch 3 waits'], {
      ...env,
      ...systemd.env,
    });
    await sleeper();
    await expect.poll(systemd.heard, { timeout: 20_000 }).not.toEqual([]);
    expect(systemd.heard()[0]).toMatch(/^STATUS=batch 3 waits, paused: quota, next batch at \d\d:\d\d, 0 waiting WATCHDOG=1$/);
    await ask('resume', 'generate');
    expect(await waiting).toMatchObject({ code: 0, stdout: 'generate was woken.\n' });
  });

  test('a database that is gone neither ends the wait nor prolongs it, and is told once', async () => {
    const began = performance.now();
    const gone = await sniProcess(['--config', world.settings, 'wait', 'generate', '--for', '3s'], {
      DATABASE_URL: 'postgres://sni:geheim@127.0.0.1:9/sni',
    });
    expect(gone).toMatchObject({ code: 0, stdout: 'The 3 s are over.\n' });
    expect(gone.stderr).toMatch(/^The database at 127\.0\.0\.1:9\/sni cannot be reached: .*\n$/);
    expect(performance.now() - began).toBeGreaterThan(3000);
    expect(performance.now() - began).toBeLessThan(3000 + patience(3) * 1000);
  });
});
