// `sni reprocess filter`: which decisions become food again, and what becomes of the families their titles were in.
import { beforeEach, expect, test } from 'vitest';
import { titleSetOf } from '../../../../phases/generate/family.js';
import { sni } from '../../../lib/desk/fixture.js';
import { makeTestWorld } from '../../../support/in-test.js';
import { insertTitles, statuses } from '../news.js';

const world = await makeTestWorld();
const { sql } = world;
const reprocess = (...args: string[]) => sni(['--config', world.settings, 'reprocess', 'filter', ...args], { SNI_HOME: world.home });
const answerOf = async (...args: string[]) => JSON.parse((await reprocess(...args, '--json')).stdout);

/** Six titles, all gated: 1 and 2 free, 3 to 5 in one family, 6 alone in another. Stale: 1, 3, 4, 6. */
beforeEach(async () => {
  await sql`truncate work, titles, feeds, event_families, framed_narratives, runs restart identity cascade`;
  await insertTitles(
    sql,
    Array.from({ length: 6 }, (_, index) => `Kremlin answers US sanctions, day ${index + 1}`),
  );
  await world.here('filter');
  await sql`
    insert into event_families (ef_key, status, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier, first_at, last_at,
      timeline, title_count, title_set, described_by, enriched_title_set, narrated_title_set)
    select key, 'active', key, 'What happened.', 'GLOBAL', 'Sanctions/Economy', '{RU,US}', '{sanctions}', 1, now(), now(),
      ${sql.json([
        { at: '2026-03-10T00:00:00Z', fact: 'Only of a stale title.', cites: ['3'] },
        { at: '2026-03-10T00:00:00Z', fact: 'Of a stale and a fresh one.', cites: ['4', '5'] },
      ])}, count, set, '{}', set, set
    from (values ('three', 3, ${titleSetOf(['3', '4', '5'])}), ('one', 1, ${titleSetOf(['6'])})) v (key, count, set)`;
  await sql`update titles set ef_id = case when title_id = 6 then 2 else 1 end, generated_at = now() where title_id >= 3`;
  await sql`update work set version = '1.older' where item_id in (1, 3, 4, 6)`;
});

test('frees what another vocabulary decided, leaves families alone and says so; the next run gates it again, once', async () => {
  const { code, stdout } = await reprocess('--stale');
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout:
      'The next run ("sni run filter") gates 1 title again. Left as they are: 3 stale titles in event families; --force takes them out.\n',
  });
  expect(Object.entries(await statuses(sql)).filter(([, status]) => status === 'pending')).toEqual([['1', 'pending']]);
  expect(await sql`select gate, actors, strategic_tier, gated_at from titles where title_id = 1`).toEqual([
    { gate: null, actors: null, strategic_tier: null, gated_at: null },
  ]);
  expect((await world.here('filter')).finished).toMatchObject({ claimed: 1, done: 1, made: 1 });
  expect(await answerOf('--stale')).toMatchObject({ free: 0, inFamilies: 3, reopened: 0 });
  const status = JSON.parse((await sni(['--config', world.settings, 'status', 'filter', '--json'], { SNI_HOME: world.home })).stdout);
  expect(status.phases[0]).toMatchObject({ done: 6, stale: 3 });
});

test('--force takes titles out of their families: one keeps its others and is enriched again, one is recycled', async () => {
  expect(await answerOf('--stale', '--force')).toEqual({
    free: 1,
    inFamilies: 3,
    reopened: 4,
    familiesChanged: 1,
    familiesRecycled: 1,
    readings: 0,
    dryRun: false,
  });
  const families = await sql`
    select status, title_count, title_set, timeline, narrated_title_set = title_set as narrated,
      first_at = (select published_at from titles where title_id = 5) and last_at = first_at as spans_rest
    from event_families order by ef_id`;
  expect(families).toEqual([
    {
      status: 'seed',
      title_count: 1,
      title_set: titleSetOf(['5']),
      timeline: [{ at: '2026-03-10T00:00:00Z', fact: 'Of a stale and a fresh one.', cites: ['5'] }],
      narrated: false,
      spans_rest: true,
    },
    expect.objectContaining({ status: 'recycled', title_count: 0, title_set: titleSetOf([]), timeline: [] }),
  ]);
  expect(await sql`select title_id::int as id, ef_id::int from titles where status = 'pending' or ef_id is not null order by 1`).toEqual([
    { id: 1, ef_id: null },
    { id: 3, ef_id: null },
    { id: 4, ef_id: null },
    { id: 5, ef_id: 1 },
    { id: 6, ef_id: null },
  ]);
  expect((await world.here('filter')).finished).toMatchObject({ claimed: 4, done: 4 });
  expect(await answerOf('--stale', '--force')).toMatchObject({ free: 0, inFamilies: 0, reopened: 0 });
});

test('a family that P3 changes at the same time is passed over, whole', async () => {
  const holder = await sql.reserve();
  await holder`begin`;
  await holder`update event_families set title_set = 'changed', title_count = 4 where ef_id = 1`;
  const asked = answerOf('--stale', '--force');
  const waiting = () => sql`
    select from pg_stat_activity where wait_event_type = 'Lock' and application_name = 'sni-desk' and datname = ${world.name}`;
  await expect.poll(waiting, { timeout: 15_000 }).toHaveLength(1);
  await holder`commit`;
  holder.release();
  expect(await asked).toMatchObject({ reopened: 2, familiesChanged: 0, familiesRecycled: 1 });
  expect(await sql`select status, title_count from event_families where ef_id = 1`).toEqual([{ status: 'active', title_count: 4 }]);
  expect(await sql`select from titles where ef_id = 1`).toHaveLength(3);
});

test('--all takes fresh decisions too; --dry-run changes nothing; neither of --stale and --all is a mistake', async () => {
  expect(await answerOf('--all', '--force', '--dry-run')).toEqual({
    free: 2,
    inFamilies: 4,
    reopened: 0,
    familiesChanged: 0,
    familiesRecycled: 0,
    readings: 0,
    dryRun: true,
  });
  expect((await reprocess('--stale', '--dry-run')).stdout).toMatch(/^1 title would be gated again\. Left as they are: 3 stale titles/);
  expect(Object.values(await statuses(sql))).not.toContain('pending');
  expect(await answerOf('--all')).toMatchObject({ reopened: 2 });
  expect(await reprocess()).toMatchObject({ code: 78, stderr: expect.stringContaining('--stale or --all') });
  expect(await reprocess('--stale', '--stael')).toMatchObject({ code: 78, stderr: expect.stringContaining('--stale') });
});

test('readings of an earlier reader are made anew, also in families, and nothing else of their titles changes', async () => {
  await sql`update work set version = (select version from phases where name = 'filter') where phase = 'filter'`;
  await sql`update titles set reading = reading || '{"version": "older"}' where title_id in (2, 5)`;
  const before = await sql`select title_id, status, strategic_tier, gate, ef_id, gated_at from titles order by title_id`;
  expect((await reprocess('--stale', '--dry-run')).stdout).toBe(
    '0 titles would be gated again. 2 kept titles would be read anew and stay where they are.\n',
  );
  expect(await answerOf('--stale')).toMatchObject({ free: 0, inFamilies: 0, reopened: 0, readings: 2 });
  expect((await world.here('filter')).finished).toMatchObject({ claimed: 2, done: 2, made: 2 });
  expect(await sql`select title_id, status, strategic_tier, gate, ef_id, gated_at from titles order by title_id`).toEqual(before);
  expect(await sql`select from titles where reading is null or reading ->> 'version' = 'older'`).toHaveLength(0);
  expect((await reprocess('--stale')).stdout).toBe('No decision of the gate is stale, and no reading.\n');
});

test('a title in a family that an earlier vocabulary decided stays stale: it is not read anew without being gated again', async () => {
  await sql`update titles set reading = reading || '{"version": "older"}', gate = gate || '{"vocabulary": "older"}' where title_id = 4`;
  expect(await answerOf('--stale')).toMatchObject({ inFamilies: 3, readings: 0 });
  await world.here('filter');
  expect(await answerOf('--stale', '--dry-run')).toMatchObject({ free: 0, inFamilies: 3 });
  expect(await sql`select from titles where title_id = 4 and reading ->> 'version' = 'older'`).toHaveLength(1);
});
