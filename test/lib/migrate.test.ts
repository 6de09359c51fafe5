import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { projectRoot } from '../../lib/config.js';
import { ensureRunning } from '../../lib/db/embedded.js';
import { migrate, migrationStatus, readMigrations, requireSchema, SchemaError } from '../../lib/migrate.js';
import { makeDatabase } from '../support/database.js';
import { settingsFor } from '../support/scratch.js';
import { startScript } from '../support/world.js';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});
const empty = () => makeDatabase({ source: 'template0', connections: 3 });

/** A folder of these files by name, and its migrations. */
function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'sni-migrate-'));
  made.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}
const migrations = (files: Record<string, string>) => readMigrations(folderOf(files));
const tables = async (sql: Awaited<ReturnType<typeof empty>>['sql']) =>
  (await sql<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'public' order by 1`).map(({ name }) => name);

const two = {
  '001_first.sql': 'create table first (id int);',
  '002_second.sql': 'alter table first add column more int; -- no end of line',
};

describe('the files of a folder', () => {
  test('are read in order of their numbers, other files left alone', () => {
    const read = migrations({ ...two, 'README.md': 'x', '003_third.sql': '' });
    expect(read.map(({ name }) => name)).toEqual(['001_first.sql', '002_second.sql', '003_third.sql']);
    expect(read[0]).toMatchObject({ text: two['001_first.sql'], sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test.each([
    ['a gap', ['001_a.sql', '003_b.sql'], /003_b\.sql.*begin with 002_/],
    ['a number twice', ['001_a.sql', '001_b.sql'], /001_b\.sql.*begin with 002_/],
    ['a number that starts late', ['002_a.sql'], /002_a\.sql.*begin with 001_/],
    ['capitals', ['001_First.sql'], /001_First\.sql/],
    ['a hyphen', ['001-a.sql'], /001-a\.sql/],
    ['no number', ['first.sql'], /first\.sql/],
  ])('with %s are refused with the name it should have', (_, names, sentence) => {
    const reading = () => migrations(Object.fromEntries(names.map((name) => [name, ''])));
    expect(reading).toThrow(SchemaError);
    expect(reading).toThrow(sentence);
  });
});

test('no file of today takes away what the program before it reads or writes: both run side by side during an upgrade', () => {
  const taking = /^\s*(?:drop table|alter table \w+ (?:drop column|rename)|alter table .* alter column \w+ (?:type|set not null))/im;
  // The first release with workers on several machines had 33 files.
  const files = readMigrations(join(projectRoot, 'sql')).slice(33);
  expect(files.length).toBeGreaterThan(3);
  expect(files.filter(({ text }) => taking.test(text)).map(({ name }) => name)).toEqual([]);
  expect(taking.test('alter table work drop column priority;')).toBe(true);
});

describe('migrate', () => {
  test('applies what is pending once, in order, and says what it applied', async () => {
    const { sql } = await empty();
    expect((await migrationStatus(sql, migrations(two))).map(({ state, appliedAt }) => [state, appliedAt])).toEqual([
      ['pending', null],
      ['pending', null],
    ]);
    expect(await migrate(sql, migrations(two))).toEqual(['001_first.sql', '002_second.sql']);
    expect(await migrate(sql, migrations(two))).toEqual([]);
    const status = await migrationStatus(sql, migrations(two));
    expect(status).toMatchObject([{ state: 'applied' }, { state: 'applied' }]);
    expect(status[0]?.appliedAt).toBeInstanceOf(Date);
    const more = migrations({ ...two, '003_third.sql': 'create table third (id int)' });
    await expect(requireSchema(sql, more)).rejects.toThrow(/lacks 003_third\.sql.*sni migrate/);
    expect(await migrate(sql, more)).toEqual(['003_third.sql']);
    await requireSchema(sql, more);
  });

  test('run by five processes at once applies each file once', async () => {
    const { sql, name } = await empty();
    const folder = folderOf({
      '001_slow.sql': 'create table slow (id int); select pg_sleep(0.3);',
      '002_more.sql': 'insert into slow values (1);',
    });
    const settings = JSON.stringify({ ...settingsFor(await ensureRunning({ home: inject('home') }), name, 1), onnotice: undefined });
    const code = `
      import postgres from '${projectRoot}/node_modules/postgres/src/index.js';
      import { migrate, readMigrations } from '${projectRoot}/build/lib/migrate.js';
      const sql = postgres({ ...${settings}, onnotice: () => undefined });
      console.log(JSON.stringify({ event: 'migrated', names: await migrate(sql, readMigrations('${folder}')) }));
      await sql.end();`;
    const ended = await Promise.all(Array.from({ length: 5 }, () => startScript('--input-type=module', ['-e', code], {}).ended));
    expect(ended.map(({ code, stderr }) => [code, stderr])).toEqual(Array(5).fill([0, '']));
    expect(ended.flatMap(({ lines }) => lines.flatMap(({ names }) => names as string[])).toSorted()).toEqual([
      '001_slow.sql',
      '002_more.sql',
    ]);
    expect(await sql`select * from slow`).toHaveLength(1);
  });

  test('refuses a file that was edited after it was applied, and applies nothing', async () => {
    const { sql } = await empty();
    await migrate(sql, migrations(two));
    const edited = migrations({ ...two, '001_first.sql': 'create table other (id int);', '003_third.sql': 'create table third (id int);' });
    await expect(migrate(sql, edited)).rejects.toThrow(/001_first\.sql was edited/);
    await expect(requireSchema(sql, edited)).rejects.toThrow(SchemaError);
    expect((await migrationStatus(sql, edited)).map(({ state }) => state)).toEqual(['edited', 'applied', 'pending']);
    expect(await tables(sql)).toEqual(['first', 'migrations']);
  });

  test('refuses a database that is newer than the code', async () => {
    const { sql } = await empty();
    await migrate(sql, migrations(two));
    const older = migrations({ '001_first.sql': two['001_first.sql'] });
    await expect(migrate(sql, older)).rejects.toThrow(/newer than this code: it has 002_second\.sql/);
    expect((await migrationStatus(sql, older)).at(-1)).toMatchObject({ name: '002_second.sql', state: 'unknown' });
  });

  test('of a file that fails changes nothing of it, keeps those before it, and goes on once it is mended', async () => {
    const { sql } = await empty();
    const failing = (third: string) => migrations({ ...two, '003_third.sql': third, '004_fourth.sql': 'create table fourth (id int);' });
    const broken = 'create table third (id int); insert into first values (1); select 1/0; create table never (id int);';
    await expect(migrate(sql, failing(broken))).rejects.toThrow(/003_third\.sql failed and changed nothing: division by zero/);
    expect(await tables(sql)).toEqual(['first', 'migrations']);
    expect(await sql`select * from first`).toHaveLength(0);
    await expect(migrate(sql, failing('create tabel third;'))).rejects.toThrow(/syntax error/);
    expect(await migrate(sql, failing('create table third (id int);'))).toEqual(['003_third.sql', '004_fourth.sql']);
  });

  test('whose backend is killed in the middle of a file leaves nothing of it, and nobody locked out', async () => {
    const { sql } = await empty();
    const files = (between: string) =>
      migrations({ '001_torn.sql': `create table before (id int); ${between}; create table after (id int);` });
    const migrating = migrate(sql, files('select pg_sleep(20)'));
    const failed = expect(migrating).rejects.toThrow(/001_torn\.sql/);
    const asleep = () => sql`select pid from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`;
    while ((await asleep()).length === 0);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`;
    await failed;
    expect(await tables(sql)).toEqual([]);
    expect(await migrate(sql, files('select 1'))).toEqual(['001_torn.sql']);
    expect(await tables(sql)).toEqual(['after', 'before', 'migrations']);
  });
});
