// How long what waits in the tables has waited, before any run has taken it into its backlog.
import { beforeEach, expect, test } from 'vitest';
import { oldestFood } from '../../lib/food.js';
import { makeDatabase } from '../support/database.js';

const { sql } = await makeDatabase();
const settings = { phases: {}, ingestEverySeconds: 3600 };

async function titles(...hoursAgo: number[]): Promise<void> {
  await sql`
    insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from, raw, ingested_at)
    select 1, 'h' || h, 't', 't', 't', 'P', 'en', now(), 'item', '{}', now() - make_interval(hours => h) from unnest(${hoursAgo}::integer[]) h`;
}
const hoursOf = (since: Date | undefined) => (since === undefined ? null : Math.round((Date.now() - since.getTime()) / 3_600_000));

beforeEach(async () => {
  await sql`truncate feeds, titles, work, runs restart identity cascade`;
  await sql`insert into feeds (url, publisher_name, lang, next_fetch_at) values ('a.xml', 'A', 'en', now() - interval '2 hours')`;
});

test('the oldest that no backlog holds is told, with how many there are', async () => {
  await titles(5, 9, 7);
  await sql`insert into work (phase, item_id, state) values ('filter', 2, 'failed'), ('filter', 3, 'ready')`;
  const food = await oldestFood(sql, null, settings);
  expect([...food.keys()]).toEqual(['ingest', 'filter']);
  expect(food.get('filter')).toMatchObject({ itemId: '1', found: 1 });
  expect([hoursOf(food.get('filter')?.since), hoursOf(food.get('ingest')?.since)]).toEqual([5, 2]);
  expect([...(await oldestFood(sql, 'ingest', settings)).keys()]).toEqual(['ingest']);
});

test('feeds that are always due are read by hand and wait for nobody', async () => {
  expect((await oldestFood(sql, null, { ...settings, ingestEverySeconds: 0 })).size).toBe(0);
});

test('what a run that ended well has left there became food since', async () => {
  await titles(9);
  await sql`
    insert into runs (run_id, phase, worker, host, pid, batch, started_at, finished_at, exit) values
      (gen_random_uuid(), 'filter', 'w', 'h', 1, 10, now() - interval '3 hours', now() - interval '3 hours', 'done'),
      (gen_random_uuid(), 'filter', 'w', 'h', 1, 10, now() - interval '1 hour', now() - interval '1 hour', 'failed')`;
  expect(hoursOf((await oldestFood(sql, null, settings)).get('filter')?.since)).toBe(3);
});

test('families that do not reach what the settings ask wait for nobody', async () => {
  await sql`
    insert into event_families (ef_key, status, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier, first_at, last_at, timeline,
      title_count, title_set, described_by, generated_at)
    values ('k', 'seed', 't', 's', 'GAZA', 'Other', '{}', '{}', 1, now(), now(), '[]', 1, 'x', '{}', now() - interval '4 hours')`;
  expect(hoursOf((await oldestFood(sql, 'enrich', settings)).get('enrich')?.since)).toBe(4);
  expect((await oldestFood(sql, 'enrich', { ...settings, phases: { enrich: { only: { minTitles: 2 } } } })).size).toBe(0);
});
