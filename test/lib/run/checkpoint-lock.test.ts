import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectRoot } from '../../../lib/config.js';
import { type Running, startScript } from '../../support/world.js';

const folder = mkdtempSync(join(tmpdir(), 'sni-hold-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'p1.json');
let started: Running[] = [];
beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
});
afterEach(async () => {
  for (const { process } of started) process.kill('SIGKILL');
  await Promise.all(started.map(({ ended }) => ended));
  started = [];
});

/** A process that tries to hold the file once it is told to, says whether it does, and lets go on SIGTERM. */
function start(): Running & { go: () => Promise<{ held: boolean; by?: string }> } {
  const code = `
    import { lockCheckpoint } from '${projectRoot}/build/lib/run/checkpoint-lock.js';
    import { thisWorker } from '${projectRoot}/build/lib/worker.js';
    process.on('SIGUSR2', async () => {
      const me = { worker: thisWorker(), pid: process.pid, host: '${hostname()}', startedAt: new Date().toISOString() };
      const held = await lockCheckpoint('${file}', me, () => {});
      console.log(JSON.stringify({ event: 'tried', held: held.held, by: held.by }));
      process.on('SIGTERM', async () => { await held.letGo?.(); process.exit(0); });
    });
    console.log('{"event":"ready"}');
    setInterval(() => {}, 1000);`;
  const running = startScript('--input-type=module', ['-e', code], {});
  started.push(running);
  const go = async () => {
    await running.said('ready');
    running.process.kill('SIGUSR2');
    return (await running.said('tried')) as unknown as { held: boolean; by?: string };
  };
  return { ...running, go };
}

describe('a checkpoint file', () => {
  test('is held by the first; the second learns who holds it, and leaves no trace', async () => {
    const [first, second] = [start(), start()];
    expect((await first.go()).held).toBe(true);
    const refused = await second.go();
    expect(refused.held).toBe(false);
    expect(refused.by).toMatch(new RegExp(`^process ${first.process.pid} on ${hostname()}, running since \\d{4}-`));
    expect(readdirSync(folder).filter((name) => name.endsWith('.run'))).toHaveLength(1);
  });

  test('is free again, without a trace, once the holder lets go', async () => {
    const [first, second] = [start(), start()];
    await first.go();
    first.process.kill('SIGTERM');
    await first.ended;
    expect(readdirSync(folder)).toEqual([]);
    expect((await second.go()).held).toBe(true);
  });

  test('whose holder was killed is taken over at once, with or without a checkpoint in it', async () => {
    for (const checkpoint of [null, '{"runId":"r"}']) {
      if (checkpoint) writeFileSync(file, checkpoint);
      const [first, second] = [start(), start()];
      await first.go();
      first.process.kill('SIGKILL');
      await first.ended;
      expect(await second.go()).toMatchObject({ held: true });
      expect(readdirSync(folder).filter((name) => name.endsWith('.run'))).toHaveLength(1);
      second.process.kill('SIGTERM');
      await second.ended;
    }
  });

  test('that four want at once is held by one', async () => {
    const four = Array.from({ length: 4 }, start);
    await Promise.all(four.map(({ said }) => said('ready')));
    const tried = await Promise.all(four.map(({ go }) => go()));
    expect(tried.filter(({ held }) => held)).toHaveLength(1);
    for (const { held, by } of tried) expect(held || /process \d+ on|just started/.test(by ?? '')).toBe(true);
  });

  test('that four want at once after its holder was killed is held by one at most, and by the next to come', async () => {
    const dead = start();
    await dead.go();
    dead.process.kill('SIGKILL');
    await dead.ended;
    const four = Array.from({ length: 4 }, start);
    await Promise.all(four.map(({ said }) => said('ready')));
    const tried = await Promise.all(four.map(({ go }) => go()));
    expect(tried.filter(({ held }) => held).length).toBeLessThanOrEqual(1);
    for (const { process } of four) process.kill('SIGTERM');
    await Promise.all(four.map(({ ended }) => ended));
    expect((await start().go()).held).toBe(true);
  });

  test('is not taken from a holder of another container, of whom nothing can be known', async () => {
    const elsewhere = { worker: 'elsewhere/0/0/1/1', pid: 1, host: 'elsewhere', startedAt: new Date().toISOString() };
    const first = start();
    await first.go();
    first.process.kill('SIGKILL');
    await first.ended;
    writeFileSync(`${file}.elsewhere.run`, JSON.stringify(elsewhere));
    expect(await start().go()).toMatchObject({ held: false, by: expect.stringContaining('process 1 on elsewhere') });
  });

  test('whose lock went stale keeps no trace of the dead, of what was cut off, or of another host for more than a day', async () => {
    const dead = start();
    await dead.go();
    dead.process.kill('SIGKILL');
    await dead.ended;
    rmSync(`${file}.lock`, { recursive: true });
    const yesterday = Date.now() / 1000 - 90_000;
    for (const name of ['elsewhere-new.run', 'elsewhere-old.run', 'cut-off.run.new']) {
      const path = `${file}.${name}`;
      writeFileSync(path, JSON.stringify({ worker: 'elsewhere/0/0/1/1', pid: 1, host: 'elsewhere', startedAt: '2026-03-10T00:00:00Z' }));
      if (!name.includes('new.run') || name.endsWith('.new')) utimesSync(path, yesterday, yesterday);
    }
    const holder = start();
    expect((await holder.go()).held).toBe(true);
    const traces = readdirSync(folder).filter((name) => name.includes('.run'));
    expect(traces).toHaveLength(2);
    expect(traces).toContain('p1.json.elsewhere-new.run');
  });

  test('in which a crash left a cut-off trace is held all the same', async () => {
    writeFileSync(`${file}.123.run`, '{"worker":"');
    expect((await start().go()).held).toBe(true);
  });
});
