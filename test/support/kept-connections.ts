// Commands of `sni` that a test file runs in its own process use the same connections one after another, as long as they name the same
// database: a connection costs more than most commands do on it.
import { inject } from 'vitest';
import { connect } from '../../lib/app/connection.js';
import { open } from '../../lib/app.js';
import { opening } from '../../lib/desk/app.js';
import { atEnd } from './at-end.js';

type Connected = Awaited<ReturnType<typeof connect>>;

const kept = new Map<string, Connected>();

/** From here on, for the databases of this test run's own server. */
export function keepConnections(): void {
  opening.open = (config, log, name) => open(config, log, name, keptOrNew);
}

const keptOrNew: typeof connect = async (config, name, log) => {
  // Elsewhere it may be that connecting is what a test looks at.
  if (config.databaseUrl !== undefined || config.home !== inject('home')) return connect(config, name, log);
  const key = `${config.database} ${config.connections}`;
  const known = kept.get(key) ?? (await connect(config, name, log));
  if (!kept.has(key)) keep(key, known);
  return { ...known, sql: unending(known.sql) };
};

function keep(key: string, connected: Connected): void {
  kept.set(key, connected);
  atEnd(async () => {
    kept.delete(key);
    await connected.sql.end({ timeout: 1 });
  });
}

/** A command closes what it opened. */
function unending(sql: Connected['sql']): Connected['sql'] {
  return new Proxy(sql, { get: (target, key) => (key === 'end' ? async () => undefined : Reflect.get(target, key)) });
}
