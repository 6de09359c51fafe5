// deploy/crontab, crontab-backup, crontab-observe, crontab-prune, crontab-watchdog and crontab-brief: each line read as Debian's cron reads it, and run once with the real flock, timeout and node, in a scratch place.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { phaseNames, phases, positionOf } from '../../lib/config/phases.js';
import { projectRoot } from '../../lib/config.js';
import { makeFolder } from '../support/folder.js';
import { makeTestWorld } from '../support/in-test.js';

const text = readFileSync(join(projectRoot, 'deploy/crontab'), 'utf8');
const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
const settings = Object.fromEntries(lines.flatMap((line) => [...line.matchAll(/^(\w+)=(.*)$/g)].map(([, name, value]) => [name, value])));
const jobs = lines
  .filter((line) => !/^\w+=/.test(line))
  .map((line) => {
    const [minute = '', hour, day, month, weekday, user, ...words] = line.split(/\s+/);
    return { minute, when: [hour, day, month, weekday].join(' '), user, command: line.slice(line.indexOf(words[0] ?? '')) };
  });
const byCron = phaseNames.filter((name) => phases[name].hourlyAt !== null);

const shapeOf = /\/(p\d)\.lock choom -n 500 -- timeout -k 30s (\d+)m node .*phases\/(\w+)\.js (.*) >> \/var\/log\/sni\/(p\d)\.log/;

const world = await makeTestWorld();
let folder: string;

beforeEach(() => {
  folder = makeFolder('cron');
  // As on a box, where the program is a link to a release.
  symlinkSync(projectRoot, join(folder, 'current'));
  writeFileSync(
    join(folder, 'sni.env'),
    `SNI_HOME="${world.home}"\nSNI_CONFIG="${world.settings}"\nSNI_CHECKPOINTS="${folder}/checkpoints"\n`,
  );
});

/** As cron runs it: by its shell, with its settings and little else; what it prints would be mailed. */
function cron(command: string): Promise<{ code: number | null; mail: string }> {
  const placed = command
    .replaceAll('/opt/sni/current', join(folder, 'current'))
    .replaceAll('/etc/sni', folder)
    .replaceAll('/run/lock/sni', folder)
    .replaceAll('/var/log/sni', folder)
    .replaceAll('/var/lib/sni', folder);
  const child = spawn(settings['SHELL'] ?? '', ['-c', placed], {
    env: { ...settings, PATH: `${dirname(process.execPath)}:${settings['PATH']}`, HOME: folder, LOGNAME: 'sni' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let mail = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      mail += chunk.toString();
    });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, mail })));
}

function log(name: string): Record<string, unknown>[] {
  return readFileSync(join(folder, name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

test('the crontab is one that cron takes as it is meant', () => {
  expect(text.endsWith('\n')).toBe(true);
  expect(Object.keys(settings)).toEqual(['SHELL', 'PATH', 'MAILTO', 'TZ', 'NODE_COMPILE_CACHE']);
  expect(Object.values(settings).join('')).not.toMatch(/[$"'%]/);
  for (const { command } of jobs) expect(command).not.toContain('%');
  // A minute beyond its deadline a run is ended, if it has not ended itself.
  expect(jobs.map(({ minute, when, user, command }) => [minute, when, user, ...(shapeOf.exec(command)?.slice(1) ?? [])])).toEqual(
    byCron.map((name) => {
      const { hourlyAt, flags, defaults } = phases[name];
      const given = [`--batch ${defaults.batch}`, ...(flags.includes('max-inflight') ? [`--max-inflight ${defaults.maxInflight}`] : [])];
      const place = `p${positionOf(name)}`;
      return [`${hourlyAt}`, '* * * *', 'sni', place, `${defaults.deadlineSeconds / 60 + 1}`, name, `${given.join(' ')} --resume`, place];
    }),
  );
  for (const { command } of jobs) expect(command).toMatch(/^flock -n -E 75 -o \/run\/lock\/sni\/p\d\.lock /);
});

test('the backup by cron has the same settings and shape, once a night', () => {
  const [line = '', ...settingsAgain] = readFileSync(join(projectRoot, 'deploy/crontab-backup'), 'utf8').trimEnd().split('\n').reverse();
  expect(settingsAgain.filter((other) => /^\w/.test(other)).reverse()).toEqual(lines.slice(0, 4));
  expect(line).toMatch(
    /^30 3 \* \* \* sni flock -n -E 75 -o \/run\/lock\/sni\/backup\.lock choom -n 500 -- timeout -k 30s 4h \/opt\/sni\/current\/deploy\/backup\.sh >> /,
  );
  expect(line).not.toContain('%');
});

test('the observer by cron has the same settings and shape, once a night, and without a model it ends well and mails nothing', async () => {
  const [line = '', ...settingsAgain] = readFileSync(join(projectRoot, 'deploy/crontab-observe'), 'utf8').trimEnd().split('\n').reverse();
  expect(settingsAgain.filter((other) => /^\w/.test(other)).reverse()).toEqual(lines.slice(0, 4));
  expect(line).toMatch(/^30 4 \* \* \* sni flock -n -E 75 -o \/run\/lock\/sni\/observe\.lock choom -n 500 -- timeout -k 30s 1h node /);
  expect(line).not.toContain('%');
  expect(await cron(line.slice(line.indexOf('flock')))).toEqual({ code: 0, mail: '' });
  expect(readFileSync(join(folder, 'observe.log'), 'utf8')).toContain('No model is named for the observer');
});

test('the watchdog by cron has the same settings and shape, every other minute, and where nothing is wrong it mails nothing', async () => {
  const [line = '', ...settingsAgain] = readFileSync(join(projectRoot, 'deploy/crontab-watchdog'), 'utf8').trimEnd().split('\n').reverse();
  expect(settingsAgain.filter((other) => /^\w/.test(other)).reverse()).toEqual(lines.slice(0, 4));
  expect(line).toMatch(
    /^1-59\/2 \* \* \* \* sni flock -n -E 75 -o \/run\/lock\/sni\/watchdog\.lock choom -n 500 -- timeout -k 30s 5m node /,
  );
  expect(line).not.toContain('%');
  expect(await cron(line.slice(line.indexOf('flock')))).toEqual({ code: 0, mail: '' });
  expect(readFileSync(join(folder, 'watchdog.log'), 'utf8')).toContain('0 alerts began, 0 ended');
});

test('what is old goes by cron with the same settings and shape, once a night, before the backup', async () => {
  const [line = '', ...settingsAgain] = readFileSync(join(projectRoot, 'deploy/crontab-prune'), 'utf8').trimEnd().split('\n').reverse();
  expect(settingsAgain.filter((other) => /^\w/.test(other)).reverse()).toEqual(lines.slice(0, 4));
  expect(line).toMatch(/^10 2 \* \* \* sni flock -n -E 75 -o \/run\/lock\/sni\/prune\.lock choom -n 500 -- timeout -k 30s 35m node /);
  expect(line).not.toContain('%');
  expect(await cron(line.slice(line.indexOf('flock')))).toEqual({ code: 0, mail: '' });
  expect(readFileSync(join(folder, 'prune.log'), 'utf8')).toContain('records of work that is done');
});

test('the brief by cron has the same settings and shape, each morning; it is written, and where nobody is named sent to nobody', async () => {
  const [line = '', ...settingsAgain] = readFileSync(join(projectRoot, 'deploy/crontab-brief'), 'utf8').trimEnd().split('\n').reverse();
  expect(settingsAgain.filter((other) => /^\w/.test(other)).reverse()).toEqual(lines.slice(0, 4));
  expect(line).toMatch(/^0 6 \* \* \* sni flock -n -E 75 -o \/run\/lock\/sni\/brief\.lock choom -n 500 -- timeout -k 30s 15m node /);
  expect(line).not.toContain('%');
  expect(await cron(line.slice(line.indexOf('flock')))).toEqual({ code: 0, mail: '' });
  expect(readFileSync(join(folder, 'brief.log'), 'utf8')).toMatch(/^No mail is configured: .* Not sent\.\nWritten to /);
  expect(readFileSync(join(folder, 'brief.html'), 'utf8')).toMatch(/^<!doctype html>/);
  const unit = readFileSync(join(projectRoot, 'deploy/timers/sni-brief.service'), 'utf8');
  expect(unit).toContain(`sni.js ${/sni\.js (brief .*) >> /.exec(line)?.[1]}\n`);
});

test('where memory runs out, a run is taken and not the database', async () => {
  const command = (jobs[0]?.command ?? '').replace(/timeout .* >> \S+ 2>&1/, 'cat /proc/self/oom_score_adj');
  expect(await cron(command)).toEqual({ code: 0, mail: '500\n' });
});

describe('each line, run once', () => {
  test.each(
    jobs.map(({ command }, index) => [byCron[index] ?? '', command] as const),
  )('%s ends well, logs and mails nothing', async (phase, command) => {
    expect(await cron(command)).toEqual({ code: 0, mail: '' });
    const position = command.match(/p(\d)\.log/)?.[1];
    expect(log(`p${position}.log`).at(-1)).toMatchObject({ event: 'finished', phase, exit: 'nothing' });
    expect(existsSync(join(folder, `p${position}.lock`))).toBe(true);
  });
});

describe('a line', () => {
  const command = jobs[1]?.command ?? '';

  test('whose last run is still at work, or whose phase is paused, does nothing and mails nobody', async () => {
    const holder = spawn('flock', ['-o', join(folder, 'p2.lock'), 'sleep', '60'], { detached: true, stdio: 'ignore' });
    while (spawnSync('flock', ['-n', '-E', '75', join(folder, 'p2.lock'), 'true']).status !== 75) await sleep(20);
    expect(await cron(command)).toEqual({ code: 0, mail: '' });
    expect(readFileSync(join(folder, 'p2.log'), 'utf8')).toBe('');
    process.kill(-(holder.pid ?? 0), 'SIGKILL');

    await world.sql`update phases set paused_at = now() where name = 'filter'`;
    expect(await cron(command)).toEqual({ code: 0, mail: '' });
    expect(log('p2.log').at(-1)).toMatchObject({ event: 'finished', exit: 'paused' });
    await world.sql`update phases set paused_at = null`;
  });

  test('whose run fails mails one sentence', async () => {
    writeFileSync(join(folder, 'sni.env'), 'DATABASE_URL="postgres://sni@127.0.0.1:9/sni"\n');
    expect((await cron(command)).mail).toMatch(/^SNI P2 \(filter\) has failed: the last lines of .*p2\.log say why\.\n$/);
    expect(log('p2.log').at(-1)).toMatchObject({ event: 'finished', exit: 'failed' });
  });
});
