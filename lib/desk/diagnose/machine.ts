// This machine: who may read the secrets, and whether cron or timers are there to start what must run, and have started it.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { type PhaseName, phaseNames, phases, positionOf } from '../../config/phases.js';
import type { Config } from '../../config.js';
import { listed, spanOf } from '../words.js';
import { type DiagnoseCheck, failing, ok, warning } from './check.js';

/** A phase that is started every hour should have begun within so long, a worker have said something. */
const firedWithinSeconds = 2 * 3600;

/** `root` is where the system's files stand: / */
export function checkRights({ file, root: project }: Pick<Config, 'file' | 'root'>, root = '/'): DiagnoseCheck {
  const secrets = [join(root, 'etc/sni/sni.env'), join(project, '.env')].filter((path) => existsSync(path));
  const open = secrets.filter((path) => (statSync(path).mode & 0o007) !== 0);
  if (open.length > 0)
    return failing(
      'rights',
      `Everybody on this machine may read ${listed(open)}, which holds secrets.`,
      `"chmod o= ${open.join(' ')}", then change the secrets.`,
    );
  const writable = [...secrets, file].filter((path) => existsSync(path) && (statSync(path).mode & 0o002) !== 0);
  if (writable.length > 0)
    return failing('rights', `Everybody on this machine may write ${listed(writable)}.`, `"chmod o-w ${writable.join(' ')}".`);
  return ok(
    'rights',
    secrets.length === 0
      ? 'No file with secrets stands here; only its owner may change the settings.'
      : `Only who should may read ${listed(secrets)}.`,
  );
}

/** How a phase is started here; null where nothing does. */
function starterOf(phase: PhaseName, root: string): string | null {
  const unit = `sni-p${positionOf(phase)}`;
  const system = join(root, 'etc/systemd/system');
  const worker = phases[phase].hourlyAt === null;
  if (worker) {
    const wanted = join(system, 'multi-user.target.wants');
    return existsSync(wanted) && readdirSync(wanted).some((name) => name.startsWith(`${unit}-worker`)) ? `${unit}-worker` : null;
  }
  if (hasLineOf(join(root, 'etc/cron.d/sni'), `phases/${phase}.js`)) return '/etc/cron.d/sni';
  return existsSync(join(system, 'timers.target.wants', `${unit}.timer`)) ? `${unit}.timer` : null;
}

/** A line of cron that is no comment. */
function hasLineOf(path: string, program: string): boolean {
  if (!existsSync(path)) return false;
  return readFileSync(path, 'utf8')
    .split('\n')
    .some((line) => !/^\s*#/.test(line) && line.includes(program));
}

/** What else should be started where phases are, and what is missed without it. */
const others = { watchdog: 'tells what goes wrong', backup: 'saves the database', prune: 'lets go of what is old' };

function checkOthers(root: string): DiagnoseCheck {
  const missing = Object.entries(others).filter(
    ([name]) =>
      !hasLineOf(join(root, `etc/cron.d/sni-${name}`), ' * ') &&
      !existsSync(join(root, 'etc/systemd/system/timers.target.wants', `sni-${name}.timer`)),
  );
  if (missing.length === 0) return ok('helpers', `Started too: ${listed(Object.keys(others))}.`);
  return warning(
    'helpers',
    `Nothing on this machine starts ${listed(missing.map(([name, does]) => `${name}, which ${does}`))}.`,
    'deploy/install.sh puts what is missing into /etc/cron.d; where another machine does it, all is well.',
  );
}

/** What starts each phase, and whether it did. Where nothing is installed nothing is missed: phases may be run by hand, or elsewhere. */
export async function checkStarters(sql: Sql, root = '/'): Promise<DiagnoseCheck[]> {
  const starters = phaseNames.map((phase) => ({ phase, by: starterOf(phase, root) }));
  const without = starters.filter(({ by }) => by === null).map(({ phase }) => phase);
  if (without.length === phaseNames.length)
    return [
      warning(
        'starters',
        'Nothing on this machine starts the phases: no line of cron, no timer, no worker.',
        'deploy/install.sh installs them; or run phases by hand, or on another machine.',
      ),
    ];
  const installed =
    without.length > 0
      ? warning(
          'starters',
          `Nothing on this machine starts ${listed(without)}.`,
          'deploy/install.sh puts what is missing; "systemctl enable --now sni-p3-worker" starts the worker.',
        )
      : ok('starters', `Started by ${listed([...new Set(starters.map(({ by }) => by ?? ''))])}.`);
  const rows = await sql<{ phase: PhaseName; seconds: number | null; paused: boolean }[]>`
    select p.name as phase, paused_at is not null as paused,
      extract(epoch from now() - (select max(greatest(r.started_at, r.heartbeat_at)) from runs r where r.phase = p.name))::float8 as seconds
    from phases p order by position`;
  const late = rows.filter(
    ({ phase, seconds, paused }) => !paused && !without.includes(phase) && (seconds === null || seconds > firedWithinSeconds),
  );
  const helpers = checkOthers(root);
  if (late.length === 0) return [installed, helpers, ok('firing', 'What is installed has run in the last two hours, or is paused.')];
  const which = late.map(({ phase, seconds }) => `${phase} ${seconds === null ? 'never ran' : `ran ${spanOf(seconds)} ago`}`);
  return [
    installed,
    helpers,
    failing(
      'firing',
      `Installed, and yet: ${listed(which)}.`,
      '"systemctl status cron" and "systemctl list-timers" say whether they are at work; /var/log/sni says what a run met.',
    ),
  ];
}
