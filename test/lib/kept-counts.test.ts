// The kept counts of work, titles and families are the counts, whatever happened to the rows, also side by side.
import { expect, test } from 'vitest';
import { readTotals } from '../../lib/desk/status/totals.js';
import { sumUpCounts, workCounts } from '../../lib/kept-counts.js';
import { makeTestWorld } from '../support/in-test.js';
import { furnishPages } from './pages/fixture.js';

const { sql } = await makeTestWorld();

async function kept() {
  return await sql`select * from ${workCounts(sql)} c order by phase, state, version`;
}

async function counted() {
  return await sql`select phase, state, version, count(*)::float8 as items from work group by phase, state, version order by phase, state, version`;
}

test('an empty backlog has no counts', async () => {
  expect(await kept()).toEqual([]);
});

test('rows that come, change and go are counted in the statement that does it, several kinds in one too', async () => {
  await sql`insert into work (phase, item_id) select 'filter', i from generate_series(1, 50) i union all select 'enrich', 1`;
  await sql`update work set state = 'done', version = 'a' where item_id <= 20`;
  await sql`update work set priority = 3`;
  await sql`
    with again as (update work set state = 'ready' where phase = 'filter' and item_id <= 5 returning 1),
    new as (insert into work (phase, item_id) values ('narrate', 9) returning 1),
    gone as (delete from work where item_id > 45 returning 1)
    select count(*) from again, new, gone`;
  await sql`insert into work (phase, item_id) values ('narrate', 9) on conflict (phase, item_id) do update set state = 'failed'`;
  expect(await kept()).toEqual(await counted());
  await expect(
    sql.begin(async (tx) => {
      await tx`delete from work`;
      throw new Error('taken back');
    }),
  ).rejects.toThrow('taken back');
  expect(await kept()).toEqual(await counted());
});

test('many changes are summed up while others go on', async () => {
  const change = async (phase: string): Promise<void> => {
    for (let at = 0; at < 120; at++) await sql`update work set version = ${`v${at}`} where phase = ${phase}`;
  };
  await sql`insert into work_counts select 'ingest', 'ready', null, 1 from generate_series(1, 1000) union all select 'ingest', 'ready', null, -1000`;
  await Promise.all([change('filter'), change('enrich'), change('narrate'), sumUpCounts(sql), sumUpCounts(sql), sumUpCounts(sql)]);
  expect(await kept()).toEqual(await counted());
  await sumUpCounts(sql);
  const [{ rows }] = await sql<[{ rows: number }]>`select count(*)::int as rows from work_counts`;
  expect(rows).toBeLessThan(1000);
  expect(await kept()).toEqual(await counted());
});

test('an emptied backlog has no counts', async () => {
  await sql`truncate work`;
  expect(await kept()).toEqual([]);
});

test('titles and families are counted in the statement that changes them', async () => {
  const [keptTitles, keptFamilies] = [
    sql`select status, tiered, placed, sum(items)::int as items from title_counts group by 1, 2, 3 having sum(items) <> 0 order by 1, 2, 3`,
    sql`select status, sum(items)::int as items from family_counts group by 1 having sum(items) <> 0 order by 1`,
  ];
  await furnishPages(sql);
  await sql`update titles set status = 'pending', strategic_tier = null, ef_id = null where title_id in (1, 5)`;
  await sql`update titles set title_norm = 'other'`;
  await sql`delete from titles where title_id = 6`;
  await sql`update event_families set status = 'recycled' where ef_id = 1`;
  expect([await keptTitles, await keptFamilies]).toEqual([
    await sql`select status, strategic_tier is not null as tiered, ef_id is not null as placed, count(*)::int as items from titles group by 1, 2, 3 order by 1, 2, 3`,
    await sql`select status, count(*)::int as items from event_families group by 1 order by 1`,
  ]);
  const { titles, titlesPending, familiesRecycled } = await readTotals(sql);
  expect({ titles, titlesPending, familiesRecycled }).toEqual({ titles: 5, titlesPending: 2, familiesRecycled: 1 });
});

test('narratives are counted as they come and go, also with their family, and summed up', async () => {
  const both = async () => [(await readTotals(sql)).narratives, (await sql`select from framed_narratives`).count];
  const [kept, there] = await both();
  expect(kept).toBe(there);
  expect(there).toBeGreaterThan(0);
  await sql`insert into narrative_counts select n from generate_series(-600, 600) n`;
  await sumUpCounts(sql);
  expect((await sql`select from narrative_counts`).count).toBe(1);
  await sql`
    insert into framed_narratives (ef_id, position, title, thesis, framing, lexicon, outlets, prevalence, evidence, title_set, made_by)
    select ef_id, 3, title, thesis, framing, lexicon, outlets, prevalence, evidence, title_set, made_by from framed_narratives limit 1`;
  expect(await both()).toEqual([(there ?? 0) + 1, (there ?? 0) + 1]);
  await sql`update titles set ef_id = null`;
  await sql`delete from event_families`;
  expect(await both()).toEqual([0, 0]);
});
