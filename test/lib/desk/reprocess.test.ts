// `sni reprocess` of all phases and `sni stale`: what becomes food again, what is said and asked first, and what it refuses.
import { beforeEach, describe, expect, test } from 'vitest';
import { noteVersion } from '../../../lib/version.js';
import { makeTestWorld } from '../../support/in-test.js';
import { type Answer, furnish, sni, sniProcess } from './fixture.js';

const world = await makeTestWorld();
const { sql } = world;
const ask = (...args: string[]): Promise<Answer> => sni(['--config', world.settings, ...args], { SNI_HOME: world.home });
const answerOf = async (...args: string[]) => JSON.parse((await ask('reprocess', ...args, '--json')).stdout);

/** Families 1 and 3 are active, 2 is a seed; title 1 is decided and in family 2. */
beforeEach(async () => {
  await sql`truncate work, titles, feeds, event_families, framed_narratives, runs, operator_log, versions, model_calls, actors restart identity cascade`;
  await furnish(sql);
  await sql`update phases set paused_at = null, paused_until = null, version = null`;
  await sql`update event_families set enriched_at = now(), narrated_at = now(), narrated_title_set = title_set where status = 'active'`;
  await noteVersion(sql, 'enrich', ['enrich 4', 'enrich by rules']);
  await sql`insert into work (phase, item_id, state, version) select 'enrich', id, 'done', version from phases, (values (1), (3)) v (id) where name = 'enrich'`;
  await noteVersion(sql, 'enrich', ['enrich 5', 'enrich by rules']);
  await sql`update work set version = (select version from phases where name = 'enrich') where phase = 'enrich' and item_id = 3`;
});

describe('sni reprocess', () => {
  test('of enrich makes stale families food again, after it said how many and was told to', async () => {
    const refused = await ask('reprocess', 'enrich', '--stale');
    expect(refused).toMatchObject({ code: 78, stdout: '', stderr: expect.stringContaining('1 family would be done again by enrich, at') });
    expect(refused.stderr).toContain('Nothing was changed: say --yes');
    expect(await sql`select ef_id::int as id from event_families where status = 'active' order by 1`).toEqual([{ id: 1 }, { id: 3 }]);
    expect(await ask('reprocess', 'enrich', '--stale', '--yes', '--by', 'anna', '--why', 'a better prompt')).toMatchObject({
      code: 0,
      stdout: 'The next run ("sni run enrich") does 1 family again.\n',
    });
    expect(await sql`select ef_id::int as id from event_families where status = 'active'`).toEqual([{ id: 3 }]);
    expect(await sql`select act, phase, items, item_ids::text[], said, by_whom, why from operator_log`).toEqual([
      { act: 'reprocess', phase: 'enrich', items: 1, item_ids: ['1'], said: 'stale', by_whom: 'anna', why: 'a better prompt' },
    ]);
    expect((await ask('reprocess', 'enrich', '--stale', '--yes')).stdout).toBe(
      'Nothing to do: nothing of enrich is done that was named.\n',
    );
  });

  test('says what it would cost by what such items cost lately', async () => {
    await sql`update runs set phase = 'narrate'`;
    await sql`
      insert into model_calls (call_id, phase, task, engine, model, prompt_version, shape_version, input_sha256, outcome, latency_ms, cost_usd)
      values (gen_random_uuid(), 'narrate', 'narrate', 'gemini', 'm', '1', '1', 'x', 'answered', 1, 1015)`;
    expect((await ask('reprocess', 'narrate', '--all', '--dry-run')).stdout).toBe(
      '2 families would be done again by narrate, at about $2.00 by what such items cost lately.\n',
    );
    expect(await answerOf('narrate', 'ef:1', '--dry-run')).toEqual({ phase: 'narrate', items: 1, costUsd: 1, reopened: 0, dryRun: true });
    expect(await sql`select from event_families where narrated_title_set is null and status = 'active'`).toHaveLength(0);
  });

  test('of narrate takes those told since a day, of ingest makes feeds due and asked for whole', async () => {
    await sql`update event_families set narrated_at = '2026-03-01' where ef_id = 1`;
    expect(await answerOf('narrate', '--since', '2026-03-02', '--yes')).toMatchObject({ items: 1, reopened: 1 });
    expect(await sql`select ef_id::int as id from event_families where narrated_title_set is null and status = 'active'`).toEqual([
      { id: 3 },
    ]);
    await sql`update feeds set fetched_at = now(), next_fetch_at = now() + interval '1 hour', etag = 'x', body_sha256 = 'y'`;
    expect(await answerOf('ingest', 'feed:1')).toMatchObject({ items: 1, costUsd: 0, reopened: 1 });
    expect(await sql`select etag, body_sha256, next_fetch_at <= now() as due from feeds`).toEqual([
      { etag: null, body_sha256: null, due: true },
    ]);
  });

  test('of generate takes titles out of their families, also one by its id', async () => {
    expect(await answerOf('generate', 'title:1', '--yes')).toMatchObject({ items: 1, reopened: 1 });
    expect(await sql`select title_id::int as id, ef_id from titles where status = 'gate_keep' and ef_id is null`).toEqual([
      { id: 1, ef_id: null },
    ]);
    expect(await sql`select title_count from event_families where ef_id = 2`).toEqual([{ title_count: 2 }]);
    expect(await answerOf('generate', '--all', '--yes')).toMatchObject({ items: 2, reopened: 2 });
    expect(await sql`select status from event_families where ef_id = 2`).toEqual([{ status: 'recycled' }]);
  });

  test('of filter takes titles by id and by day, and asks nobody where it costs nothing', async () => {
    const { stdout } = await sniProcess(['--config', world.settings, 'reprocess', 'filter', 'title:4', '--json'], { SNI_HOME: world.home });
    expect(JSON.parse(stdout)).toMatchObject({ free: 1, inFamilies: 0, reopened: 1 });
    expect(await answerOf('filter', '--since', '2999-01-01')).toMatchObject({ free: 0, reopened: 0 });
    expect(await answerOf('filter', '1', '2', '--dry-run')).toMatchObject({ free: 0, inFamilies: 2 });
  });

  test('refuses what names nothing, and a database that misses a table, with a sentence', async () => {
    const wrong: [string[], string][] = [
      [['enrich'], 'Say what to do again'],
      [['filter'], 'Say what to'],
      [['enrich', '--all', '--force'], '--force is of filter'],
      [['narrate', '--since', 'monday'], 'Allowed is a day'],
      [['narrate', 'title:1'], 'is no item of narrate'],
    ];
    for (const [args, sentence] of wrong)
      expect(await ask('reprocess', ...args)).toMatchObject({ code: 78, stderr: expect.stringContaining(sentence) });
    const damaged = await makeTestWorld();
    await damaged.sql`alter table versions rename to lost`;
    for (const args of [['stale'], ['reprocess', 'enrich', '--all', '--yes'], ['retry', 'enrich', '--all'], ['log']]) {
      const { code, stderr } = await sni(['--config', damaged.settings, ...args], { SNI_HOME: damaged.home });
      expect([args, stderr.includes('    at ')]).toEqual([args, false]);
      expect([args[0], code]).toEqual([args[0], args[0] === 'stale' ? 78 : 0]);
    }
  });
});

describe('sni stale', () => {
  test('says by phase what made what is stale and what would make it now', async () => {
    const { stdout } = await ask('stale', 'enrich');
    expect(stdout).toMatch(/enrich: 1 of 2 families done are stale/);
    expect(stdout).toMatch(/1 family by 1\.\w+ \(first run .*\): enrich 4 where now enrich 5/);
    expect(stdout).toContain('sni reprocess enrich --stale');
  });

  test('says that nothing is, and of what nobody knows what made it just that', async () => {
    await sql`delete from work where phase <> 'filter'`;
    await sql`update versions set makers = '"edited by hand"'`;
    expect((await ask('stale', 'enrich')).stdout).toContain('Nothing is stale');
    await noteVersion(sql, 'filter', ['words']);
    expect((await ask('stale')).stdout).toContain('1 title by nobody knows what');
    await sql`update work set version = 'odd' where phase = 'filter' and state = 'done'`;
    await sql`insert into versions (phase, version, makers) values ('filter', 'odd', '{"a": 1}')`;
    expect((await ask('stale')).stdout).toContain('3 titles by odd');
  });
});
