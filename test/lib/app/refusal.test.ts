// A database that refuses us says why, and the operator hears what to type: one sentence, exit code 78, from the desk and from a run.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { urlOf } from '../../../lib/db/connection.js';
import { status } from '../../../lib/db/embedded.js';
import { makeTestWorld } from '../../support/in-test.js';
import { refusingPostgres } from '../../support/refusing-postgres.js';
import type { World } from '../../support/world.js';
import { furnish, sni } from '../desk/fixture.js';

let world: World;
/** A role without any right. Roles belong to the whole server, so its name is of this database. */
let stranger: string;

beforeAll(async () => {
  world = await makeTestWorld();
  stranger = `stranger_${world.name}`;
  await world.sql.unsafe(`create role ${stranger} login`);
});
afterAll(() => world.sql.unsafe(`drop owned by ${stranger}; drop role ${stranger}`));

async function as(role: string, database = world.name): Promise<string> {
  const { address } = await status({ home: world.home });
  if (!address) throw new Error('The tests’ own Postgres does not run.');
  return urlOf({ ...address, user: role }, database);
}

const looks = (databaseUrl: string) => sni(['--config', world.settings, 'status'], { DATABASE_URL: databaseUrl });

/** The sentence of a run, and its exit code. */
async function runs(databaseUrl: string): Promise<{ code: number | null; error: unknown }> {
  const { code, lines } = await world.here('filter', [], { DATABASE_URL: databaseUrl });
  return { code, error: lines.find(({ event }) => event === 'run failed')?.['error'] };
}

describe('who connects', () => {
  test.each([
    ['28P01', 'password authentication failed for user "sni"', /Put the right password into DATABASE_URL \(postgres:\/\/sni:PASSWORD@/],
    [
      '28000',
      'no pg_hba.conf entry for host "10.0.0.1", user "sni", database "news", no encryption',
      /pg_hba\.conf\. It may want \?sslmode=require/,
    ],
    ['XX001', 'invalid page in block 0 of relation base/5/16384', /Its files are damaged: .* restore a backup \(deploy\/restore\.sh\)/],
    ['3D000', 'database "news" does not exist', /Name the right database .* createdb "news", then "sni migrate"\./],
  ])('and is refused with %s is told what to put right, without the password', async (code, message, told) => {
    const server = await refusingPostgres(code, message);
    const url = `postgres://sni:geheim@127.0.0.1:${server.port}/news`;
    const answer = await looks(url);
    const run = await runs(url);
    await server.close();
    expect(answer).toMatchObject({ code: 78, stdout: '', stderr: expect.stringMatching(told) });
    expect(answer.stderr).toContain(message);
    expect(answer.stderr.match(new RegExp(message.replace(/[.]/g, '\\.'), 'g'))).toHaveLength(1);
    expect(run).toMatchObject({ code: 78, error: expect.stringMatching(told) });
    expect(answer.stderr + run.error).not.toMatch(/geheim|cannot be reached/);
  });

  test('as a role, or to a database, that is not there', async () => {
    expect(await looks(await as('nobody_knows_me'))).toMatchObject({
      code: 78,
      stderr: expect.stringContaining('createuser --pwprompt "nobody_knows_me"'),
    });
    expect(await looks(await as('sni', 'no_such_news'))).toMatchObject({
      code: 78,
      stderr: expect.stringContaining('createdb "no_such_news"'),
    });
  });
});

test('a role without rights is told which, and what its owner types', async () => {
  const told = new RegExp(`permission denied for table \\w+\\. .* on all tables in schema public to "${stranger}";`);
  expect(await looks(await as(stranger))).toMatchObject({ code: 78, stderr: expect.stringMatching(told) });
  // It may read, and not write: it sees how things stand, and its run is told.
  await world.sql.unsafe(`grant select on all tables in schema public to ${stranger}`);
  expect((await looks(await as(stranger))).code).toBe(0);
  expect(await runs(await as(stranger))).toMatchObject({ code: 78, error: expect.stringMatching(told) });
  const bare = await makeTestWorld({ source: 'template0' });
  expect(await sni(['--config', bare.settings, 'migrate'], { DATABASE_URL: await as(stranger, bare.name) })).toMatchObject({
    code: 78,
    stderr: expect.stringContaining(`grant usage, create on schema public to "${stranger}";`),
  });
});

test('a table that is gone, and tables without a record, are told from a database that was never made', async () => {
  const damaged = await makeTestWorld();
  await damaged.sql`alter table titles rename to lost`;
  const env = { SNI_HOME: damaged.home, SNI_CONFIG: damaged.settings };
  const told = /relation "titles" does not exist, although its migrations are on record\. Restore a backup/;
  expect(await sni(['status'], env)).toMatchObject({ code: 78, stderr: expect.stringMatching(told) });
  const { code, lines } = await damaged.run('filter');
  expect({ code, error: lines.find(({ event }) => event === 'run failed')?.['error'] }).toEqual({
    code: 78,
    error: expect.stringMatching(told),
  });
  expect(await sni(['migrate'], env)).toMatchObject({
    code: 78,
    stderr: expect.stringMatching(/on record as made these are gone: titles\. Restore/),
  });
  await damaged.sql`drop table migrations`;
  expect(await sni(['migrate'], env)).toMatchObject({
    code: 78,
    stderr: expect.stringMatching(/relation "feeds" already exists, although no migration on record made it\. Restore a backup/),
  });
});

describe('the folder of checkpoints', () => {
  test('that cannot be written is named, with what to do', async () => {
    const file = join(world.folder, 'a-file');
    writeFileSync(file, '');
    for (const folder of [file, join(file, 'below'), '/proc/nowhere']) {
      const { code, lines } = await world.here('filter', [], { SNI_CHECKPOINTS: folder });
      expect({ code, error: lines.find(({ event }) => event === 'run failed')?.['error'] }).toEqual({
        code: 78,
        error: expect.stringMatching(new RegExp(`^Checkpoints cannot be written in ${folder}: .* another folder in SNI_CHECKPOINTS\\.$`)),
      });
    }
  });
});

test('a column that is gone is told as a table is; one that no migration made is a mistake of the code', async () => {
  const broken = await makeTestWorld();
  await furnish(broken.sql);
  await broken.sql`alter table event_families rename column summary to gone`;
  const export_ = await sni(['--config', broken.settings, 'export', 'families'], { SNI_HOME: broken.home });
  expect(export_).toMatchObject({
    code: 78,
    stderr: expect.stringMatching(/column e\.summary does not exist, although its migrations are on record\. Restore a backup of it/),
  });
  const { databaseRefusalOf } = await import('../../../lib/app/refusal.js');
  const { projectRoot } = await import('../../../lib/config.js');
  const ofCode = Object.assign(new Error('column e.nobody_made_me does not exist'), { name: 'PostgresError', code: '42703' });
  expect(databaseRefusalOf(ofCode, { databaseUrl: undefined, database: 'sni', root: projectRoot }, 'the embedded Postgres')).toBeNull();
});
