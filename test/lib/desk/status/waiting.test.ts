// What `sni status` says waits is what the phases would find: the same rows as their own food, whatever their backlog knows already.
import { beforeAll, expect, test } from 'vitest';
import { type PhaseName, phaseNames } from '../../../../lib/config/phases.js';
import { readConfig, sampleFile } from '../../../../lib/config.js';
import { readPhases } from '../../../../lib/desk/status/read.js';
import { mostWaitingCounted, readBelow, readWaiting } from '../../../../lib/desk/status/waiting.js';
import type { Phase } from '../../../../lib/run/phase.js';
import { discover } from '../../../../lib/work.js';
import { makeTestWorld } from '../../../support/in-test.js';
import type { World } from '../../../support/world.js';
import { furnish } from '../fixture.js';

let world: World;
const settings = readConfig(sampleFile, {});

/** The phase that its script exports under its own name. */
async function phaseOf(name: PhaseName): Promise<Pick<Phase<{ itemId: string }, unknown>, 'food'>> {
  const script = `../../../../phases/${name}.js`;
  return (await import(script))[name];
}

beforeAll(async () => {
  world = await makeTestWorld();
  const { sql } = world;
  await sql`
    insert into feeds (url, publisher_name, lang, kind, listed, next_fetch_at) values
      ('b', 'Later', 'en', 'feed', true, now() + interval '1 hour'), ('c', 'Gone', 'en', 'feed', false, now()),
      ('d', 'By hand', 'en', 'hand', true, now()), ('e', 'Dropped', 'en', 'folder', true, now())`;
  await furnish(sql);
  await sql`
    insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at,
      published_at_from, raw, status, strategic_tier, gated_at)
    select 1, 'more ' || i, 't', 't', 't', 'P', 'en', now(), 'item', '{}', case when i <= 70 then 'pending' else 'gate_keep' end,
      case when i > 75 then 1 end, case when i > 70 then now() end
    from generate_series(1, 100) i`;
});

test('each phase’s count is what its own discovery then finds, and nothing is left', async () => {
  const { sql } = world;
  // What is done and is food again waits too; what is set aside for a human does not.
  await sql`insert into work (phase, item_id, state) select 'enrich', ef_id, 'done' from event_families where status = 'seed'`;
  await sql`insert into work (phase, item_id, state) select 'narrate', min(ef_id), 'failed' from event_families where status = 'active'`;
  const waiting = await readWaiting(sql, null, 0);
  const found: [string, number][] = [];
  for (const name of phaseNames) found.push([name, (await discover(sql, name, (await phaseOf(name)).food(sql, settings))).found]);
  expect([...waiting].map(([name, { count }]) => [name, count])).toEqual(found);
  expect(Object.fromEntries(found)).toMatchObject({ ingest: 2, filter: 100, generate: 25, enrich: 1, narrate: 1 });
  expect([...(await readWaiting(sql, null, 0)).values()].every(({ count }) => count === 0)).toBe(true);
});

test('the time left is that of all that waits and of what is ready', async () => {
  const { sql } = world;
  await sql`delete from work where phase = 'generate'`;
  await sql`insert into work (phase, item_id) select 'generate', title_id from titles where ef_id is null and status = 'gate_keep' and strategic_tier = 1 limit 5`;
  const { phases } = await readPhases(sql, 'UTC', 'generate');
  expect(phases[0]).toMatchObject({ waiting: 20, ready: 5, perMinute: 1, etaMinutes: 25 });
});

test('the sources of the settings wait where none has become a feed yet', async () => {
  const fresh = await makeTestWorld();
  expect((await readWaiting(fresh.sql, 'ingest', 7)).get('ingest')).toEqual({ count: 7, more: false });
  await fresh.sql`insert into feeds (url, publisher_name, lang) values ('a', 'A', 'en')`;
  expect((await readWaiting(fresh.sql, 'ingest', 7)).get('ingest')).toEqual({ count: 1, more: false });
});

test('more than can be counted cheaply is told as so many and more', async () => {
  const fresh = await makeTestWorld();
  await fresh.sql.begin(async (sql) => {
    // What is searched for in each of them is not asked here, and would take longer than all else.
    await sql`set local session_replication_role = replica`;
    await sql`
      insert into event_families (ef_key, status, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier,
        first_at, last_at, timeline, title_count, title_set, described_by)
      select 'k' || i, 'seed', 't', 's', 'GAZA', 'Humanitarian', '{}', '{}', 1, now(), now(), '[]', 1, 'x', '{}'
      from generate_series(1, ${mostWaitingCounted + 10}) i`;
  });
  expect((await readWaiting(fresh.sql, 'enrich', 0)).get('enrich')).toEqual({ count: mostWaitingCounted, more: true });
});

test('what is below the threshold of the settings is neither food nor said to wait, and is counted apart', async () => {
  const { sql } = await makeTestWorld();
  await sql`
    insert into event_families (ef_key, status, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier, first_at, last_at,
      timeline, title_count, title_set, importance, described_by)
    select 'f ' || i, case when i <= 4 then 'seed' else 'active' end, 't', 's', 'UKRAINE', 'Conflict', '{}', '{}', tier, now(), now(), '[]', titles, 'set',
      importance, '{}'
    from (values (1, 1, 1, null::int), (2, 1, 5, null), (3, 3, 5, null), (4, 1, 5, 10), (5, 1, 5, 90), (6, 1, 5, 20)) v (i, tier, titles, importance)`;
  const only = { minTitles: 2, tier: 2, importance: 40 };
  const { phases, ...rest } = settings;
  const config = { ...rest, phases: { ...phases, enrich: { ...phases.enrich, only }, narrate: { ...phases.narrate, only } } };
  const waiting = await readWaiting(sql, null, 0, config.phases);
  expect([waiting.get('enrich')?.count, waiting.get('narrate')?.count]).toEqual([1, 1]);
  expect(await readBelow(sql, null, config.phases)).toEqual(
    new Map([
      ['enrich', 3],
      ['narrate', 1],
    ]),
  );
  expect(await readBelow(sql, null, settings.phases)).toEqual(new Map());
  for (const name of ['enrich', 'narrate'] as const)
    expect(await discover(sql, name, (await phaseOf(name)).food(sql, config))).toMatchObject({ found: 1 });
  await sql`update event_families set title_count = 2 where ef_key = 'f 1'`;
  expect(await discover(sql, 'enrich', (await phaseOf('enrich')).food(sql, config))).toMatchObject({ found: 1 });
});
