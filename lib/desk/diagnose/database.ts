// The database as an operator should know it: its version, schema and clock, who holds it up, what lanes, feeds and quarantine say.
import type { Sql } from 'postgres';
import { type Looked, lookAtAll } from '../../alerts/round.js';
import type { Config } from '../../config.js';
import { sentenceOf } from '../../errors/doctor.js';
import { migrationStatus, readMigrations } from '../../migrate.js';
import { filledShare, notAll } from '../../search/fill.js';
import { clean } from '../clean.js';
import { counted, listed, spanOf } from '../words.js';
import { type DiagnoseCheck, failing, ok, warning } from './check.js';

/** The oldest that is tested. */
const oldestVersion = 150_000;
const clockSeconds = { warn: 2, fail: 30 };
const longMinutes = 15;
const lockedSeconds = 30;
const feedsShare = 0.2;
/** Rows of a table that are dead, and their share of it, from which on every look walks over them. */
const dead = { rows: 100_000, share: 0.3 };
/** Transactions since a row was last frozen. PostgreSQL freezes by itself at 200 million, and takes no more writes before 2,100 million. */
const frozenAgo = { warn: 500_000_000, fail: 1_500_000_000 };

interface Asked {
  sql: Sql;
  config: Config;
}

/** Each look by itself: one that cannot be taken is a failure of its own, and the others go on. */
export async function checkDatabase(asked: Asked): Promise<DiagnoseCheck[]> {
  const checks: DiagnoseCheck[] = [];
  for (const [name, take] of Object.entries(looks)) {
    try {
      checks.push(...[await take(asked)].flat());
    } catch (error) {
      checks.push(
        failing(
          name,
          `It could not be looked at: ${sentenceOf(error)}`,
          'See to the database first; "sni migrate --status" shows whether its tables are those of this program.',
        ),
      );
    }
  }
  return checks;
}

const looks: Record<string, (asked: Asked) => Promise<DiagnoseCheck | DiagnoseCheck[]>> = {
  database: async ({ sql }) => {
    const [row] = await sql<{ version: string; number: number; size: string }[]>`
      select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
        pg_size_pretty(pg_database_size(current_database())) as size`;
    const said = `PostgreSQL ${row?.version} answers; the database takes ${row?.size}.`;
    return (row?.number ?? 0) < oldestVersion
      ? warning('database', said, 'SNI is tested with PostgreSQL 15 and later: upgrade the server.')
      : ok('database', said);
  },

  migrations: async ({ sql, config }) => {
    const status = await migrationStatus(sql, readMigrations(`${config.root}/sql`));
    const of = (state: string) => status.filter((one) => one.state === state).map(({ name }) => name);
    if (of('edited').length > 0)
      return failing('migrations', `Edited after they were applied: ${listed(of('edited'))}.`, 'Put the files back as they were released.');
    if (of('unknown').length > 0)
      return failing('migrations', `Of a newer program: ${listed(of('unknown'))}.`, 'Install the newer program here too.');
    if (of('pending').length > 0) return failing('migrations', `Not applied: ${listed(of('pending'))}.`, 'Run "sni migrate".');
    const share = await filledShare(sql);
    return share === null
      ? ok('migrations', `All ${status.length} are applied.`)
      : warning('migrations', notAll(share), '"sni migrate" goes on with it, beside all phases.');
  },

  clock: async ({ sql }) => {
    const before = Date.now();
    const [row] = await sql<{ at: Date }[]>`select clock_timestamp() as at`;
    const apart = Math.abs((row?.at.getTime() ?? before) - (before + Date.now()) / 2) / 1000;
    if (apart < clockSeconds.warn) return ok('clock', 'This machine and the database agree on the time.');
    const said = `This machine and the database are ${spanOf(apart)} apart.`;
    return (apart < clockSeconds.fail ? warning : failing)(
      'clock',
      said,
      'Let both keep their time by NTP: "timedatectl status" says whether they do.',
    );
  },

  transactions: async ({ sql }) => {
    const rows = await sql<{ pid: number; name: string; minutes: number }[]>`
      select pid, coalesce(nullif(application_name, ''), usename, 'unknown') as name, floor(extract(epoch from now() - xact_start) / 60)::float8 as minutes
      from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and xact_start < now() - make_interval(mins => ${longMinutes})
      order by xact_start limit 5`;
    if (rows.length === 0) return ok('transactions', `None has been open for ${longMinutes} min.`);
    const which = rows.map(({ pid, name, minutes }) => `${clean(name)} (${pid}) for ${minutes} min`);
    return warning(
      'transactions',
      `Open for long: ${listed(which)}. Nothing that was deleted since can be freed.`,
      `"select pg_terminate_backend(${rows[0]?.pid})" ends the oldest.`,
    );
  },

  locks: async ({ sql }) => {
    const rows = await sql<{ pid: number; blockers: number[]; name: string }[]>`
      select pid, pg_blocking_pids(pid) as blockers, coalesce(nullif(application_name, ''), 'unknown') as name
      from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query_start < now() - make_interval(secs => ${lockedSeconds})
      order by query_start limit 5`;
    if (rows.length === 0) return ok('locks', `Nothing has waited for a lock for ${lockedSeconds} s.`);
    const which = rows.map(({ pid, blockers, name }) => `${clean(name)} (${pid}) behind ${blockers.join(' and ') || 'nobody'}`);
    return warning('locks', `Waiting: ${listed(which)}.`, 'Whoever holds the lock should end: look it up in pg_stat_activity.');
  },

  upkeep: async ({ sql }) => {
    const [row] = await sql<{ age: number }[]>`select age(datfrozenxid)::float8 as age from pg_database where datname = current_database()`;
    const age = row?.age ?? 0;
    if (age > frozenAgo.warn)
      return (age > frozenAgo.fail ? failing : warning)(
        'upkeep',
        `Not frozen for ${age.toLocaleString('en')} transactions: something keeps autovacuum from its work.`,
        'End what holds a transaction or a replication slot open, then run "vacuumdb --freeze" on the database.',
      );
    const tables = await sql<{ name: string; dead: number }[]>`
      select relname as name, n_dead_tup::float8 as dead from pg_stat_user_tables
      where n_dead_tup > ${dead.rows} and n_dead_tup > ${dead.share}::float8 * (n_live_tup + n_dead_tup) order by 2 desc limit 5`;
    if (tables.length === 0) return ok('upkeep', 'No table is full of dead rows, and all is frozen in time.');
    return warning(
      'upkeep',
      `Full of dead rows: ${listed(tables.map((one) => `${clean(one.name)} (${one.dead.toLocaleString('en')})`))}.`,
      `"vacuum analyze ${tables[0]?.name}" frees them; that they grew so many means that autovacuum is off or does not keep up.`,
    );
  },

  lanes: async ({ sql, config }) => {
    const roles = Object.keys(config.models.roles);
    if (roles.length === 0) return ok('lanes', 'No model is named in the settings: rules answer.');
    const rows = await sql<{ lane: string; reason: string; until: Date | null }[]>`
      select engine || case when model = '' then '' else '/' || model end as lane, coalesce(reason, 'no reason noted') as reason, paused_until as until
      from lanes where state <> 'closed' and (paused_until is null or paused_until > now()) order by 1`;
    if (rows.length === 0) return ok('lanes', `${counted(roles.length, 'role')} asked of models; no lane is paused.`);
    return warning(
      'lanes',
      listed(rows.map(({ lane, reason }) => `${lane} is left alone: ${clean(reason)}`)),
      '"sni models" says whether it answers now.',
    );
  },

  feeds: async ({ sql }) => {
    const [row] = await sql<{ listed: number; failing: number }[]>`
      select count(*)::float8 as listed, count(*) filter (where errors_in_row > 0)::float8 as failing from feeds where listed and kind <> 'hand'`;
    const { listed: all = 0, failing = 0 } = row ?? {};
    if (all === 0) return ok('feeds', 'None yet: the first "sni run ingest" takes in those of the settings.');
    const said = `${failing.toLocaleString('en')} of ${counted(all, 'feed')} could not be read the last time.`;
    return failing > all * feedsShare ? warning('feeds', said, '"sni feeds --broken" says which and why.') : ok('feeds', said);
  },

  quarantine: async ({ sql }) => {
    const rows = await sql<{ phase: string; items: number }[]>`
      select phase, count(*)::float8 as items from work where state = 'failed' group by phase order by phase`;
    if (rows.length === 0) return ok('quarantine', 'No item has failed for good.');
    const which = rows.map(({ phase, items }) => `${counted(items, 'item')} of ${phase}`);
    return warning(
      'quarantine',
      `Failed for good: ${listed(which)}.`,
      '"sni failures" says why; "sni retry PHASE --all" tries them again.',
    );
  },

  alerts: async (asked) => (await lookAtAll(asked)).map(ofCondition),
};

/** What "sni watchdog" would tell of. */
function ofCondition({ condition: { name, severity, fine }, troubles, error }: Looked): DiagnoseCheck {
  const named = name.replaceAll('_', ' ');
  if (error !== null) return failing(named, `It could not be looked at: ${error}`, 'See to the database first.');
  const [first] = troubles;
  if (!first) return ok(named, fine);
  const more = troubles.length > 1 ? ` And ${troubles.length - 1} more: "sni alerts".` : '';
  return (severity === 'critical' ? failing : warning)(named, `${first.what}${more}`, first.todo);
}
