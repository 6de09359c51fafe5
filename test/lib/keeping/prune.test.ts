import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Keep } from '../../../lib/config/keeping.js';
import { noArchive, type OpenArchive, openArchive } from '../../../lib/keeping/archive.js';
import { prune, wouldPrune } from '../../../lib/keeping/prune.js';
import { makeTestWorld } from '../../support/in-test.js';
import { sni } from '../desk/fixture.js';

const world = await makeTestWorld();
const { sql } = world;
const forEver: Keep = { raw: null, drops: null, titles: null, wordings: null, model_answers: null, runs: null, work: null };
const env = { SNI_HOME: world.home };

beforeEach(async () => {
  await sql`truncate work, titles, feeds, runs, event_families, model_calls, doctor_actions, pruned, observations restart identity cascade`;
  await sql`insert into feeds (url, publisher_name, lang) values ('feeds/a.xml', 'Harbour Post', 'en')`;
});

/** Titles 1, 2, ... of so many days ago each, with all that a title can have. */
async function titles(...rows: { days: number; status: string; family?: number }[]): Promise<void> {
  await sql`
    insert into titles (feed_id, guid, title_hash, title_original, title_display, title_norm, publisher_name, lang, description, published_at,
      published_at_from, raw, status, gate, gated_at, ef_id, ingested_at)
    select 1, 'guid ' || place, 'hash ' || place, 'Title ' || place, 'Title ' || place, 'title ' || place, 'Harbour Post', 'en', 'More of it.',
      now() - make_interval(days => days), 'item', '{"title": "x"}', status, '{}', now(), family, now() - make_interval(days => days)
    from jsonb_to_recordset(${sql.json(rows.map((row, at) => ({ family: null, ...row, place: at + 1 })))})
      as r (place int, days int, status text, family bigint)
    order by place`;
}

async function families(...rows: { days: number; status?: string; mergedInto?: number; continues?: number }[]): Promise<void> {
  for (const [at, { days, status = 'active', mergedInto = null, continues = null }] of rows.entries())
    await sql`
      insert into event_families (ef_key, status, merged_into, continues, title, summary, theater, event_type, key_actors, mechanisms,
        strategic_tier, first_at, last_at, timeline, title_count, title_set, described_by, generated_at)
      values (${`key ${at}`}, ${status}, ${mergedInto}, ${continues}, 'T', 'S', 'UKRAINE', 'Strategy/Tactics', '{}', '{}', 1,
        now() - make_interval(days => ${days}), now() - make_interval(days => ${days}), '[]', 1, 'set', '{}', now() - make_interval(days => ${days}))`;
}

const run = (keep: Partial<Keep>, { archive }: OpenArchive = noArchive, signal = new AbortController().signal) =>
  prune({ sql, keep: { ...forEver, ...keep }, archive, signal });

/** How many rows each rule let go of, without those that let go of none. */
const gone = ({ pruned }: Awaited<ReturnType<typeof prune>>) =>
  Object.fromEntries(pruned.flatMap(({ what, rows }) => (rows ? [[what, rows]] : [])));
const rowsOf = async (table: string): Promise<string[]> => {
  const rows = await sql<
    { id: string }[]
  >`select to_jsonb(t) ->> ${`${table === 'titles' ? 'title' : 'ef'}_id`} as id from ${sql(table)} t order by 1`;
  return rows.map(({ id }) => id);
};

test('the item of an old title goes, and nothing else of it; a second time finds nothing to do', async () => {
  await titles({ days: 100, status: 'gate_keep' }, { days: 89, status: 'gate_keep' });
  expect(gone(await run({ raw: 90 }))).toEqual({ 'items as feeds gave them': 1 });
  expect(await sql`select title_original as title, raw, description from titles order by title_id`).toEqual([
    { title: 'Title 1', raw: {}, description: 'More of it.' },
    { title: 'Title 2', raw: { title: 'x' }, description: 'More of it.' },
  ]);
  expect(gone(await run({ raw: 90 }))).toEqual({});
  expect(gone(await run({ raw: 80 }))).toEqual({ 'items as feeds gave them': 1 });
});

test('of a dropped title what it is known by is left; what waits and what is kept is not touched', async () => {
  await titles(
    { days: 31, status: 'gate_drop' },
    { days: 31, status: 'pending' },
    { days: 31, status: 'gate_keep' },
    { days: 3, status: 'gate_drop' },
  );
  expect(gone(await run({ drops: 30 }))).toEqual({ 'texts of dropped titles': 1 });
  expect(
    await sql`select status, guid, title_hash as hash, title_original as title, description, gate from titles order by title_id`,
  ).toEqual([
    { status: 'forgotten', guid: 'guid 1', hash: 'hash 1', title: '', description: null, gate: null },
    expect.objectContaining({ status: 'pending', title: 'Title 2' }),
    expect.objectContaining({ status: 'gate_keep', title: 'Title 3' }),
    expect.objectContaining({ status: 'gate_drop', title: 'Title 4' }),
  ]);
  const { stdout } = await sni(['--config', world.settings, 'show', 'title:1'], env);
  expect(stdout).toContain('It was dropped long ago, and its text is gone');
  for (const which of ['--stale', '--all']) await sni(['--config', world.settings, 'reprocess', 'filter', which], env);
  expect(await sql`select title_id as id from titles where status = 'forgotten'`).toEqual([{ id: '1' }]);
});

test('an old family goes with its titles and their work, one merged into it too; a later one that continued it begins its chain', async () => {
  await families(
    { days: 800 },
    { days: 790, status: 'merged', mergedInto: 1 },
    { days: 10, continues: 1 },
    { days: 10, status: 'merged', mergedInto: 3 },
  );
  await titles({ days: 800, status: 'gate_keep', family: 1 }, { days: 10, status: 'gate_keep', family: 3 });
  await sql`
    insert into work (phase, item_id, state) values
      ('filter', 1, 'done'), ('generate', 1, 'failed'), ('enrich', 1, 'done'), ('filter', 2, 'done'), ('enrich', 3, 'done')`;
  expect(gone(await run({ titles: 730 }))).toEqual({ 'families, with their titles': 2 });
  expect([await rowsOf('event_families'), await rowsOf('titles')]).toEqual([['3', '4'], ['2']]);
  expect(await sql`select phase, item_id as item from work order by 1, 2`).toEqual([
    { phase: 'enrich', item: '3' },
    { phase: 'filter', item: '2' },
  ]);
  expect(await sql`select continues from event_families where ef_id = 3`).toEqual([{ continues: null }]);
});

test('headlines that were imported late, and what is at work now, stay', async () => {
  await families({ days: 800 }, { days: 800 });
  await sql`update event_families set generated_at = now() where ef_id = 1`;
  await titles(
    { days: 800, status: 'gate_keep', family: 1 },
    { days: 800, status: 'gate_keep', family: 2 },
    { days: 800, status: 'gate_drop' },
  );
  await sql`
    insert into work (phase, item_id, state, lease_token) values ('enrich', 2, 'leased', gen_random_uuid()), ('filter', 3, 'leased', gen_random_uuid())`;
  expect(gone(await run({ titles: 730 }))).toEqual({});
  expect(await rowsOf('titles')).toEqual(['1', '2', '3']);
});

test('a title of no family goes when it is old, in its archive first; the archive is what an import takes back', async () => {
  await titles({ days: 800, status: 'gate_keep' }, { days: 800, status: 'forgotten' }, { days: 1, status: 'gate_keep' });
  const folder = join(world.folder, 'archive');
  const archive = await openArchive(folder, new Date('2026-03-10T04:00:00Z'));
  expect(gone(await run({ titles: 730 }, archive))).toEqual({ 'titles of no family': 2 });
  await archive.close();
  expect(await rowsOf('titles')).toEqual(['3']);
  const [file = '', ...others] = readdirSync(folder);
  expect([file, others]).toEqual([expect.stringMatching(/^titles-\d{4}-\d\d-20260310T040000Z\.jsonl\.gz$/), []]);
  expect(await sni(['--config', world.settings, 'import', join(folder, file)], env)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('1 title stored, 0 already there, 0 dropped'),
  });
  expect(await sql`select title_original as title, publisher_name as publisher from titles where title_id > 3`).toEqual([
    { title: 'Title 1', publisher: 'Harbour Post' },
  ]);
});

test('records of work that is done, runs and answers of models go by their own ages; what failed, what runs and the last run stay', async () => {
  await sql`
    insert into work (phase, item_id, state, finished_at)
    select phase, item, state, now() - interval '100 days'
    from (values
      ('filter', 1, 'done'), ('generate', 2, 'failed'), ('generate', 3, 'done'), ('ingest', 1, 'done'), ('narrate', 9, 'done')
    ) v (phase, item, state)`;
  await sql`
    insert into runs (run_id, phase, worker, host, pid, batch, started_at, finished_at)
    select gen_random_uuid(), 'filter', 'w', 'h', 1, 1, now() - make_interval(days => days), case when days <> 300 then now() end
    from unnest(array[200, 250, 300]) days`;
  await sql`
    insert into model_calls (call_id, at, phase, task, engine, model, prompt_version, shape_version, input_sha256, outcome, latency_ms, raw)
    select gen_random_uuid(), now() - make_interval(days => days), 'enrich', 't', 'ollama', 'm', 'p', 's', 'i', 'refused', 1, 'text'
    from unnest(array[10, 40, 200]) days`;
  const keep = { work: 90, runs: 180, model_answers: 30 };
  expect(
    Object.fromEntries((await wouldPrune(sql, { ...forEver, ...keep })).flatMap(({ kind, rows }) => (rows ? [[kind, rows]] : []))),
  ).toEqual({
    work: 2,
    runs: 2,
    model_answers: 2,
  });
  expect(gone(await run(keep))).toEqual({
    'records of work that is done': 2,
    'runs, calls of models, deeds of the doctor': 2,
    'answers of models, word for word': 2,
  });
  expect(await sql`select phase, state from work order by 1, 2`).toEqual([
    { phase: 'filter', state: 'done' },
    { phase: 'generate', state: 'failed' },
    { phase: 'ingest', state: 'done' },
  ]);
  expect((await sql`select from runs`).count).toBe(2);
  expect(await sql`select raw from model_calls order by at`).toEqual([{ raw: null }, { raw: 'text' }]);
});

test('more than one step takes is gone all the same, also where it is stopped and goes on', async () => {
  await sql`
    insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from, raw,
      status, gated_at, ingested_at)
    select 1, 'h' || n, 't', 't', 't', 'p', 'en', now(), 'item', '{"a": 1}', 'gate_drop', now(), now() - interval '200 days'
    from generate_series(1, 4100) n`;
  const stop = new AbortController();
  const first = await prune({
    sql,
    keep: { ...forEver, raw: 90 },
    archive: noArchive.archive,
    signal: stop.signal,
    onStep: () => stop.abort(),
  });
  expect(first).toMatchObject({ ended: false, pruned: expect.arrayContaining([expect.objectContaining({ kind: 'raw', rows: 2000 })]) });
  const [one, other] = await Promise.all([run({ raw: 90 }), run({ raw: 90 })]);
  expect((gone(one)['items as feeds gave them'] ?? 0) + (gone(other)['items as feeds gave them'] ?? 0)).toBe(2100);
  expect((await sql`select from titles where raw <> '{}'`).count).toBe(0);
});

test('sni prune says what would go, and what went, as a table or JSON; a wrong age is told with what is allowed', async () => {
  await titles({ days: 100, status: 'gate_keep' });
  const dry = await sni(['--config', world.settings, 'prune', '--dry-run'], env);
  expect(dry).toMatchObject({ code: 0, stderr: '' });
  expect(dry.stdout).toMatch(/^what +kept for +would go\nitems as feeds gave them +90 days +1\n/);
  const { stdout } = await sni(['--config', world.settings, 'prune', '--json'], env);
  expect(JSON.parse(stdout)).toMatchObject({
    dryRun: false,
    ended: true,
    rules: expect.arrayContaining([{ kind: 'raw', what: 'items as feeds gave them', days: 90, rows: 1 }]),
  });
});
