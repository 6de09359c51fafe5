// An upgrade of a database that has titles: words of those that were there before are filled in while everybody writes.
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { projectRoot } from '../../../lib/config.js';
import { migrate, readMigrations, requireSchema } from '../../../lib/migrate.js';
import { fill, filledShare } from '../../../lib/search/fill.js';
import { makeDatabase } from '../../support/database.js';
import { makeTestWorld } from '../../support/in-test.js';
import { sni } from '../desk/fixture.js';

const migrations = readMigrations(join(projectRoot, 'sql'));
const older = migrations.filter(({ name }) => name < '034');
const never = new AbortController().signal;
type Sql = Awaited<ReturnType<typeof makeDatabase>>['sql'];

async function titles(sql: Sql, count: number): Promise<void> {
  await sql`insert into feeds (url, publisher_name, lang) values ('feeds/a.xml', 'Harbour Post', 'en') on conflict do nothing`;
  await sql`
    insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from, raw,
      status, gated_at)
    select (select feed_id from feeds), 'hash ' || n, 'Grain ' || n, 'Grain ' || n, 'grain ' || n, 'Harbour Post', 'en', now(), 'item', '{}',
      case n % 3 when 0 then 'pending' else 'gate_drop' end, now()
    from generate_series(1, ${count}) n`;
}

describe('a database of the time before', () => {
  test('has titles found after the upgrade has filled them in, step by step, whatever is written meanwhile', async () => {
    const { sql } = await makeDatabase({ source: 'template0', connections: 3 });
    await migrate(sql, older);
    await titles(sql, 4500);
    await migrate(sql, migrations);
    const found = async () => (await sql`select from title_search`).count;
    expect([await filledShare(sql), await found()]).toEqual([0, 0]);
    const shares: number[] = [];
    // What is decided, taken back and forgotten beside it is as it is then.
    const beside = async (share: number) => {
      shares.push(share);
      await sql`update titles set status = 'gate_drop' where title_hash in ('hash 3', 'hash 4200')`;
      await sql`update titles set title_norm = 'barley' where title_hash in ('hash 1', 'hash 4400')`;
      await sql`delete from titles where title_hash in ('hash 2', 'hash 4300')`;
    };
    const writing: Promise<void>[] = [];
    expect(await fill(sql, never, (share) => writing.push(beside(share)))).toBe(true);
    await Promise.all(writing);
    expect(shares.map((share) => Math.round(share * 100))).toEqual([44, 89]);
    expect([await filledShare(sql), await found()]).toEqual([null, 3000]);
    expect((await sql`select from title_search where words @@ to_tsquery('barley')`).count).toBe(2);
    expect(await fill(sql, never, () => expect.unreachable())).toBe(true);
  });

  test('is filled in by several at once, and goes on where it was stopped', async () => {
    const { sql } = await makeDatabase({ source: 'template0', connections: 3 });
    await migrate(sql, older);
    await titles(sql, 4500);
    await migrate(sql, migrations);
    const stop = new AbortController();
    expect(await fill(sql, stop.signal, () => stop.abort())).toBe(false);
    expect(await Promise.all([fill(sql, never, () => undefined), fill(sql, never, () => undefined)])).toEqual([true, true]);
    expect((await sql`select from title_search`).count).toBe(3000);
  });

  test('that was filled by the text that 034 once had is as it should be', async () => {
    const { sql } = await makeDatabase({ source: 'template0' });
    await migrate(
      sql,
      migrations.filter(({ name }) => name < '035'),
    );
    await sql`drop table fills`;
    const [migration] = migrations.filter(({ name }) => name.startsWith('034'));
    await sql`update migrations set sha256 = ${migration?.earlier ?? ''} where name like '034%'`;
    await migrate(sql, migrations);
    await requireSchema(sql, migrations);
    expect(await filledShare(sql)).toBeNull();
  });
});

describe('while it is being filled', async () => {
  const world = await makeTestWorld();
  const run = (...words: string[]) => sni(['--config', world.settings, ...words], { SNI_HOME: world.home });
  beforeEach(async () => {
    await world.sql`truncate titles, feeds restart identity cascade`;
    await titles(world.sql, 4);
    await world.sql`delete from title_search where title_id > 2`;
    await world.sql`update fills set up_to = 2, filled_at = null`;
  });

  test('a search says of how many titles it knows the words; an export has all; migrate goes on with it, and so does prune', async () => {
    const answer = await run('search', 'grain', '--json');
    expect(JSON.parse(answer.stdout)).toMatchObject({ titlesSearchedShare: 0.5 });
    expect((await run('search', 'grain')).stderr).toContain('searched in 50 % of the titles');
    expect((await run('diagnose')).stdout).toContain('searched in 50 % of the titles');
    expect((await run('export', 'titles', '--search', 'grain')).stdout.match(/"title":/g)).toHaveLength(4);
    expect((await run('migrate')).code).toBe(0);
    expect(JSON.parse((await run('search', 'grain', '--json')).stdout)).not.toHaveProperty('titlesSearchedShare');
    await world.sql`update fills set up_to = 2, filled_at = null`;
    expect((await run('prune')).code).toBe(0);
    expect(await filledShare(world.sql)).toBeNull();
  });
});
