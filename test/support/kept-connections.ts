// What a test file runs in its own process uses the same connections one after another, as long as it names the same database: a connection
// costs more than most commands of `sni` do on it.
import { inject } from 'vitest';
import { connect } from '../../lib/app/connection.js';
import { type Connect, open } from '../../lib/app.js';
import { opening } from '../../lib/desk/app.js';
import { atEnd } from './at-end.js';
import { reaching } from './reaching.js';

type Connected = Awaited<ReturnType<Connect>>;

/** Those of one database: for commands, and for runs, of these only what no run has now; by what they were opened as. */
interface Kept {
  shared: Map<string, Connected>;
  free: Map<string, Connected[]>;
}

const perDatabase = new Map<string, Kept>();

/** Commands of `sni`, which come one at a time, from here on. */
export function keepConnections(): void {
  opening.open = (config, log, name) => open(config, log, name, reachShared);
}

/** Runs of phases, of which several may be under way: each has connections that no other uses meanwhile. */
export function keepRunsConnections(): void {
  Object.assign(reaching, { reach: reachFree, leave });
}

const reachShared: Connect = async (config, name, log) => {
  // Elsewhere it may be that connecting is what a test looks at.
  if (config.databaseUrl !== undefined || config.home !== inject('home')) return connect(config, name, log);
  const { shared } = keptOf(config.database);
  const key = String(config.connections);
  const mine = shared.get(key) ?? (await connect(config, name, log));
  shared.set(key, mine);
  return { ...mine, sql: endingBy(mine.sql, async () => undefined) };
};

const reachFree: Connect = async (config, name, log) => {
  if (config.databaseUrl !== undefined || config.home !== inject('home')) return connect(config, name, log);
  const key = `${config.connections} ${name}`;
  const mine = keptOf(config.database).free.get(key)?.pop() ?? (await connect(config, name, log));
  const giveBack = async (): Promise<void> => {
    const { free } = keptOf(config.database);
    free.set(key, [...(free.get(key) ?? []), mine]);
  };
  return { ...mine, sql: endingBy(mine.sql, giveBack) };
};

function keptOf(database: string): Kept {
  const known = perDatabase.get(database);
  if (known) return known;
  const kept: Kept = { shared: new Map(), free: new Map() };
  perDatabase.set(database, kept);
  atEnd(() => leave(database));
  return kept;
}

async function leave(database: string): Promise<void> {
  const kept = perDatabase.get(database);
  perDatabase.delete(database);
  if (kept) await Promise.all([...kept.shared.values(), ...[...kept.free.values()].flat()].map(({ sql }) => sql.end({ timeout: 1 })));
}

/** Whoever opened it ends it; what is kept by it, such as what a phase knows of a database, is kept no longer. */
function endingBy(sql: Connected['sql'], end: () => Promise<void>): Connected['sql'] {
  return new Proxy(sql, { get: (target, key) => (key === 'end' ? end : Reflect.get(target, key)) });
}
