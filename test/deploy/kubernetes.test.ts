// deploy/kubernetes: what runs there is what runs on a box, and the command of each container ends as Kubernetes takes it. The types of the
// manifests are checked by `npm run check`.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { phaseNames, phases, positionOf } from '../../lib/config/phases.js';
import { projectRoot } from '../../lib/config.js';
import { sni } from '../lib/desk/fixture.js';
import { makeFolder } from '../support/folder.js';
import { makeTestWorld } from '../support/in-test.js';

interface Pod {
  terminationGracePeriodSeconds?: number;
  containers: { args: string[]; env?: { name: string; value: string }[]; livenessProbe?: { exec: { command: string[] } } }[];
}
interface CronJob {
  metadata: { name: string };
  spec: { schedule: string; jobTemplate: { spec: { activeDeadlineSeconds: number; template: { spec: Pod } } } };
}
interface Workload {
  kind: string;
  metadata: { name: string };
  spec: { template: { spec: Pod } };
}

const base = join(projectRoot, 'deploy/kubernetes/base');
const documents = <Shape>(file: string): Shape[] =>
  parseAllDocuments(readFileSync(join(base, file), 'utf8')).map((document) => document.toJS() as Shape);
const cronJobs = documents<CronJob>('cronjobs.yaml');
const workloads = ['p3-worker.yaml', 'pages.yaml', 'migrate.yaml'].flatMap((file) => documents<Workload>(file));

function argsOf(pod: Pod | undefined): readonly string[] {
  return pod?.containers[0]?.args ?? [];
}

function podOf(name: string): Pod | undefined {
  return (
    cronJobs.find(({ metadata }) => metadata.name === name)?.spec.jobTemplate.spec.template.spec ??
    workloads.find(({ kind, metadata }) => kind !== 'Service' && metadata.name === name)?.spec.template.spec
  );
}

/** What cron runs on a box: minute and hour, cap in seconds, the words behind node. */
function cronLine(file: string, name: string): { schedule: string; cap: number; words: string[] } {
  const line = readFileSync(join(projectRoot, 'deploy', file), 'utf8')
    .split('\n')
    .find((one) => one.includes(`/${name}.lock`));
  const [, schedule = '', cap = '', unit = '', words = ''] =
    /^(\S+ +\S+ \S+ \S+ \S+) sni .* timeout -k 30s (\d+)(m|h) node --env-file=\S+ \/opt\/sni\/current\/(.*?) >>/.exec(line ?? '') ?? [];
  return { schedule: schedule.replace(/ +/g, ' '), cap: Number(cap) * (unit === 'h' ? 3600 : 60), words: words.split(' ') };
}

describe('a cron job runs what cron runs on a box, at the same minute and under the same cap', () => {
  const ofPhases = phaseNames.filter((name) => phases[name].hourlyAt !== null).map((name) => `p${positionOf(name)}`);
  test.each([
    ...ofPhases.map((name) => ['crontab', name]),
    ['crontab-prune', 'prune'],
    ['crontab-watchdog', 'watchdog'],
  ])('%s: %s', (file, name) => {
    const { schedule, cap, words } = cronLine(file, name);
    const job = cronJobs.find(({ metadata }) => metadata.name === `sni-${name}`);
    expect(job?.spec).toMatchObject({ schedule, jobTemplate: { spec: { activeDeadlineSeconds: cap } } });
    expect(argsOf(podOf(`sni-${name}`))).toEqual(['node', ...words, ...(file === 'crontab' ? ['--busy-ok'] : [])]);
  });

  test('crontab-brief: brief, but for its file', () => {
    const { schedule, words } = cronLine('crontab-brief', 'brief');
    expect(cronJobs.find(({ metadata }) => metadata.name === 'sni-brief')?.spec.schedule).toBe(schedule);
    expect(argsOf(podOf('sni-brief')).map((word) => word.replace('/tmp/', '/var/lib/sni/'))).toEqual(['node', ...words]);
  });

  test('no phase is forgotten', () => {
    const names = cronJobs.map(({ metadata }) => metadata.name);
    expect(names).toEqual(expect.arrayContaining(ofPhases.map((name) => `sni-${name}`)));
    expect(podOf('sni-p3-worker')).toBeDefined();
  });
});

test('a pod may take longer to end than the phase in it', () => {
  const graces = [
    ...documents<CronJob>('pod-of-cronjob.yaml').map(({ spec }) => spec.jobTemplate.spec.template.spec),
    podOf('sni-p3-worker'),
  ].map((pod) => pod?.terminationGracePeriodSeconds ?? 0);
  for (const grace of graces) expect(grace).toBeGreaterThan(Math.max(...phaseNames.map((name) => phases[name].defaults.graceSeconds)) + 10);
});

describe('the command of a container', async () => {
  const world = await makeTestWorld();
  const folder = makeFolder('pod');
  const file = join(folder, 'sni.env');
  writeFileSync(file, `# of a box\nSNI_HOME="${world.home}"\nSNI_CONFIG="/nowhere/sni.yaml"\nSNI_CHECKPOINTS="${folder}/checkpoints"\n`);

  /** As the pod runs it, with what its manifest sets; what the image would have at /etc/sni stands in a folder. */
  function run(
    words: readonly string[],
    env: Record<string, string> = {},
  ): { child: ChildProcess; ended: Promise<{ code: number | null; said: string }> } {
    const child = spawn(join(projectRoot, 'deploy/container/with-settings.sh'), words, {
      cwd: projectRoot,
      env: { PATH: `${dirname(process.execPath)}:${process.env['PATH']}`, file, SNI_CONFIG: world.settings, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
    return { child, ended: new Promise((resolve) => child.once('close', (code) => resolve({ code, said }))) };
  }

  test('has the settings of sni.env as a box has them, but what the pod sets itself', async () => {
    const { ended } = run(['node', '-p', '[process.env.SNI_CHECKPOINTS, process.env.SNI_CONFIG].join()']);
    expect(await ended).toEqual({ code: 0, said: `${folder}/checkpoints,${world.settings}\n` });
  });

  test('is not run where its settings cannot be read', async () => {
    const { ended } = run(['node', '-p', '"ran"'], { file: folder });
    expect(await ended).toMatchObject({ code: 78, said: expect.stringContaining(`${folder} cannot be read`) });
  });

  test('of a phase that is paused ends well, with wrong settings as failed', async () => {
    await world.sql`update phases set paused_at = now(), pause_reason = 'feeds are being moved' where name = 'ingest'`;
    const wrong = join(folder, 'wrong.yaml');
    writeFileSync(wrong, 'databse: x\n');
    const words = argsOf(podOf('sni-p1'));
    expect(await run(words).ended).toMatchObject({ code: 0, said: expect.stringContaining('feeds are being moved') });
    expect(await run(words, { SNI_CONFIG: wrong }).ended).toMatchObject({ code: 78 });
  });

  test.each(['sni-migrate', 'sni-p5'])('%s ends well where there is nothing to do', async (name) => {
    expect(await run(argsOf(podOf(name))).ended).toMatchObject({ code: 0 });
  });

  test.each([
    ['sni-p2', 'filter'],
    ['sni-p4', 'enrich'],
  ] as const)('%s ends well where there is nothing to do', async (name, phase) => {
    const [node, script, ...flags] = argsOf(podOf(name));
    expect([node, script]).toEqual(['node', `dist/phases/${phase}.js`]);
    expect(await world.here(phase, flags)).toMatchObject({ code: 0, finished: { exit: 'nothing' } });
  });

  test.each(['sni-prune', 'sni-watchdog'])('%s ends well where there is nothing to do', async (name) => {
    const [node, script, ...words] = argsOf(podOf(name));
    expect([node, script]).toEqual(['node', 'dist/lib/desk/sni.js']);
    expect(await sni(words, { SNI_HOME: world.home, SNI_CONFIG: world.settings })).toMatchObject({ code: 0 });
  });

  test('of the pages takes requests until it is told to end, and ends well', async () => {
    const words = argsOf(podOf('sni-pages')).map((word) => (word === '8787' ? '0' : word));
    const { child, ended } = run(words);
    const port = await new Promise<string>((resolve) =>
      child.stdout?.on('data', (chunk: Buffer) => {
        const [, found] = /:(\d+)/.exec(chunk.toString()) ?? [];
        if (found) resolve(found);
      }),
    );
    for (const probe of ['health', 'ready']) expect((await fetch(`http://127.0.0.1:${port}/${probe}`)).status).toBe(200);
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
  });

  test('of the worker keeps the file alive that its probe looks at, and ends well when it is told to', async () => {
    const alive = join(folder, 'alive');
    const { child, ended } = run(argsOf(podOf('sni-p3-worker')), { SNI_ALIVE: alive });
    while (!existsSync(alive)) await sleep(20);
    const probe =
      podOf('sni-p3-worker')?.containers[0]?.livenessProbe?.exec.command.map((word) => word.replaceAll('/tmp/alive', alive)) ?? [];
    const exitOf = () => new Promise((resolve) => spawn(probe[0] ?? '', probe.slice(1)).once('close', resolve));
    expect(await exitOf()).toBe(0);
    // It breathes between two batches, and says so.
    while (!readFileSync(alive, 'utf8').includes('next batch at')) await sleep(50);
    expect(statSync(alive).mtimeMs).toBeGreaterThan(0);
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
    await new Promise((resolve) => spawn('touch', ['-d', '20 minutes ago', alive]).once('close', resolve));
    expect(await exitOf()).toBe(1);
  });
});
