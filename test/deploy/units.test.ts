// deploy/units.sh: the units it makes run what the crontab runs, and are like those they are made of. That systemd takes them is tested by
// deploy/test/check-units.sh.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { phaseNames, phases, positionOf } from '../../lib/config/phases.js';
import { projectRoot } from '../../lib/config.js';
import { heap } from '../../lib/desk/serve.js';
import { makeFolder } from '../support/folder.js';

const made = (deploy: string, folder: string) => spawnSync('bash', [join(deploy, 'units.sh'), folder], { encoding: 'utf8' });
const folder = makeFolder('units');
const deploy = join(projectRoot, 'deploy');
const { status } = made(deploy, folder);
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');
const byTimer = phaseNames.filter((name) => phases[name].hourlyAt !== null);

test('each phase that is run by the hour has a service and a timer, the workers of P3 a unit for further ones', () => {
  expect(status).toBe(0);
  const names = byTimer.flatMap((name) => [`sni-p${positionOf(name)}.service`, `sni-p${positionOf(name)}.timer`]);
  expect(readdirSync(folder).sort()).toEqual([...names, 'sni-p3-worker@.service'].sort());
});

test.each(byTimer)('the units of %s run it as the crontab does', (name) => {
  const unit = `sni-p${positionOf(name)}`;
  const line = readFileSync(join(deploy, 'crontab'), 'utf8').match(`.*/phases/${name}\\.js (?<flags>.*?) >> .*`)?.groups?.['flags'];
  const service = textOf(`${unit}.service`);
  expect(service).toContain(`\nExecStart=node /opt/sni/current/dist/phases/${name}.js ${line}\n`);
  expect(service).toContain(`\nTimeoutStartSec=${phases[name].defaults.deadlineSeconds / 60 + 1}min\n`);
  expect(textOf(`${unit}.timer`)).toContain(`\nOnCalendar=*-*-* *:${String(phases[name].hourlyAt).padStart(2, '0')}:00\n`);
  expect(service + textOf(`${unit}.timer`)).not.toContain('@p');
});

test('the unit for further workers is the worker’s, with a name', () => {
  const lines = readFileSync(join(deploy, 'sni-p3-worker.service'), 'utf8').split('\n');
  const others = textOf('sni-p3-worker@.service').split('\n');
  expect(others.filter((line, index) => index > 0 && line !== lines[index])).toEqual([
    'Description=SNI P3 worker %i: gathers strategic titles into event families',
    'ExecStart=/opt/sni/current/deploy/p3-worker.sh --name %i',
  ]);
});

test('the worker’s own defaults are those of its phase; a batch is ended a minute after its deadline', () => {
  const { batch, maxInflight, deadlineSeconds } = phases.generate.defaults;
  expect(readFileSync(join(deploy, 'p3-worker.sh'), 'utf8')).toContain(
    `size=${batch} inflight=${maxInflight} cap=${deadlineSeconds / 60 + 1}m `,
  );
});

test('the unit of the pages starts the script of the pages, which is built, and is installed', () => {
  const [, flags, script = ''] =
    /^ExecStart=node (.+) \/opt\/sni\/current\/(\S+) serve$/m.exec(readFileSync(join(deploy, 'sni-serve.service'), 'utf8')) ?? [];
  expect(flags).toBe(heap.join(' '));
  expect(existsSync(join(projectRoot, script))).toBe(true);
  expect(readFileSync(join(deploy, 'system.sh'), 'utf8')).toContain('"deploy/sni-serve.service $system/sni-serve.service"');
});

test('a stage of one’s own is run by name, by a timer or by cron, with the same words', () => {
  const service = readFileSync(join(deploy, 'timers/sni-stage@.service'), 'utf8');
  const [, script = ''] = /^ExecStart=node \/opt\/sni\/current\/(\S+) %i --resume$/m.exec(service) ?? [];
  expect(existsSync(join(projectRoot, script))).toBe(true);
  expect(readFileSync(join(deploy, 'crontab-stage'), 'utf8')).toContain(
    ` node --env-file=/etc/sni/sni.env /opt/sni/current/${script} NAME --resume >> `,
  );
  for (const unit of ['sni-stage@.service', 'sni-stage@.timer'])
    expect(readFileSync(join(deploy, 'system.sh'), 'utf8')).toContain(`"deploy/timers/${unit} $system/${unit}"`);
});

test('a line of the crontab that is not like the others is said, with its words', () => {
  const other = makeFolder('units');
  cpSync(deploy, other, { recursive: true });
  writeFileSync(join(other, 'crontab'), '7 * * * * sni /opt/sni/current/run-it\n');
  expect(made(other, join(other, 'units'))).toMatchObject({ status: 1, stderr: expect.stringContaining('7 * * * * sni /opt/sni') });
});
