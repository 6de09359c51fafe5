import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { projectRoot } from '../../lib/config.js';
import { isSurelyDead as isDeadAfter, thisWorker } from '../../lib/worker.js';
import { startScript } from '../support/world.js';

/** This worker's name with some of its parts replaced: host, boot, namespace, pid, start. */
function otherwise(parts: { host?: string; boot?: string; namespace?: string; pid?: string; start?: string }): string {
  const [host = '', boot = '', namespace = '', pid = '', start = ''] = thisWorker().split('/');
  return Object.values({ host, boot, namespace, pid, start, ...parts }).join('/');
}

/** As of a worker that nothing was heard of for a minute. */
const isSurelyDead = (worker: string): boolean => isDeadAfter(worker, 60);

const children: ChildProcess[] = [];
afterEach(() => {
  for (const one of children.splice(0)) one.kill('SIGKILL');
});

/** A process that has said its worker's name and lives until it is killed. */
async function child() {
  const code = `
    import { thisWorker } from '${projectRoot}/build/lib/worker.js';
    console.log(JSON.stringify({ event: 'named', worker: thisWorker() }));
    setInterval(() => {}, 1000);`;
  const running = startScript('--input-type=module', ['-e', code], {});
  children.push(running.process);
  const { worker } = await running.said('named');
  return { running, worker: String(worker) };
}

test('a worker has the same name all its life, and no other process has it', async () => {
  const { worker } = await child();
  expect(thisWorker()).toBe(thisWorker());
  expect(worker).not.toBe(thisWorker());
  expect(worker.split('/')).toHaveLength(5);
});

describe('surely dead', () => {
  test('is not this worker, nor a process that lives', async () => {
    const { running, worker } = await child();
    expect([isSurelyDead(thisWorker()), isSurelyDead(worker)]).toEqual([false, false]);
    running.process.kill('SIGKILL');
    await running.ended;
    expect(isSurelyDead(worker)).toBe(true);
  });

  test('is a killed process that nobody has waited for yet', async () => {
    const code = `import { thisWorker } from '${projectRoot}/build/lib/worker.js'; console.log(thisWorker()); setInterval(() => {}, 1000);`;
    // The shell becomes "sleep", which never waits for its child: killed, the child stays a zombie.
    const shell = spawn('sh', ['-c', `"$0" --input-type=module -e "$1" & exec sleep 20`, process.execPath, code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(shell);
    const worker = String(await new Promise<Buffer>((resolve) => shell.stdout.once('data', resolve))).trim();
    const pid = Number(worker.split('/')[3]);
    expect(isSurelyDead(worker)).toBe(false);
    process.kill(pid, 'SIGKILL');
    while (!/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8')));
    expect(isSurelyDead(worker)).toBe(true);
  });

  test('is a worker whose process id another process has now', () => {
    expect(isSurelyDead(otherwise({ start: '1' }))).toBe(true);
  });

  test('is a worker from before the last boot, whoever has its process id now', () => {
    expect(isSurelyDead(otherwise({ boot: '00000000' }))).toBe(true);
  });

  test('is not one of another boot that was heard of a moment ago: another machine may have this one’s name', () => {
    expect(isDeadAfter(otherwise({ boot: '00000000' }), 6)).toBe(false);
    expect(isDeadAfter(otherwise({ start: '1' }), 0)).toBe(true);
  });

  test('is not a worker of another host or another container, whatever else is known of it', () => {
    expect(isSurelyDead(otherwise({ host: 'elsewhere', boot: '00000000', pid: '4194304' }))).toBe(false);
    expect(isSurelyDead(otherwise({ namespace: '1', pid: '4194304' }))).toBe(false);
  });

  test.each([
    '',
    'someone',
    'host/boot/1',
    otherwise({}).split('/').slice(0, 4).join('/'),
    otherwise({ pid: 'x' }),
  ])('is not who cannot be told: %j', (worker) => {
    expect(isSurelyDead(worker)).toBe(false);
  });
});
