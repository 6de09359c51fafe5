// What each test file costs: its seconds, the CPU of the process that ran it, and that of the processes it started. `npm test` leaves a table of it,
// the dearest first, so that nobody has to guess where the time goes. Only on Linux; elsewhere there is none.
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../lib/config.js';

/** Where the table is left. */
const left = join(projectRoot, '.sni', 'test-costs.tsv');
const notesIn = (home: string): string => join(home, 'costs.jsonl');

interface Spent {
  own: number;
  /** Of processes that have ended, and of those that they started. */
  children: number;
}
interface Cost extends Spent {
  file: string;
  pid: number;
  seconds: number;
}

const ticksASecond = 100;

/** CPU-seconds of a process so far; undefined where the system does not tell. */
function spent(pid: number | 'self'): Spent | undefined {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, 'utf8');
  // Behind the name, which may hold anything: state is the 3rd field, then utime, stime, cutime, cstime from the 14th on.
  const [user = 0, system = 0, childUser = 0, childSystem = 0] = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 15)
    .map(Number);
  return { own: (user + system) / ticksASecond, children: (childUser + childSystem) / ticksASecond };
}

let before: Spent = { own: 0, children: 0 };

/** Notes what this process has spent since the file before, or since it was started. */
export function noteCost(home: string, path: string, seconds: number): void {
  const now = spent('self');
  if (!now) return;
  const cost: Cost = {
    file: path.slice(projectRoot.length + 1),
    pid: process.pid,
    seconds,
    own: now.own - before.own,
    children: now.children - before.children,
  };
  appendFileSync(notesIn(home), `${JSON.stringify(cost)}\n`);
  before = now;
}

/** Leaves the table of all files that were run; `server` is the process of Postgres, which has a row of its own. */
export function leaveCosts(home: string, server: number | undefined): void {
  if (!existsSync(notesIn(home))) return;
  const costs = readFileSync(notesIn(home), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Cost);
  const postgres = server === undefined ? undefined : spent(server);
  if (postgres) costs.push({ file: 'Postgres', pid: server ?? 0, seconds: 0, ...postgres });
  const total = ({ own, children }: Spent) => own + children;
  const rows = costs
    .toSorted((a, b) => total(b) - total(a))
    .map((cost) =>
      [total(cost), cost.own, cost.children, cost.seconds]
        .map((number) => number.toFixed(2))
        .concat(String(cost.pid), cost.file)
        .join('\t'),
    );
  mkdirSync(dirname(left), { recursive: true });
  writeFileSync(left, `${['cpu', 'own', 'children', 'seconds', 'process', 'file'].join('\t')}\n${rows.join('\n')}\n`);
}
