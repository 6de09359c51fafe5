// `sni mark` and `sni marks`: an operator's word is obeyed at once and by later runs, and comes out as labelled data.
import { beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { makeTestWorld } from '../../support/in-test.js';
import { makeWorld, type World } from '../../support/world.js';
import { sni } from './fixture.js';

const sources = await makeTestWorld();
let world: World;
const ask = (...args: string[]) => sni(['--config', world.settings, ...args], { SNI_HOME: world.home });

/** Three outlets tell of one strike: grouped, enriched and told. */
beforeAll(async () => {
  const line = (title: string, publisher: string, hour: number) =>
    [`https://${publisher}.example/${hour}`, title, publisher, hour] as const;
  for (const [url, title, publisher, hour] of [
    line('Russian drones hit Odesa port, three killed', 'harbour', 6),
    line('Russian drones strike port of Odesa, three dead', 'bay', 7),
    line('“Massacre”: Russian drones hit Odesa port, three killed', 'gulf', 8),
  ])
    await sources.sql`
      with feed as (
        insert into feeds (url, publisher_name, lang) values (${`feeds/${publisher}.xml`}, ${publisher}, 'en') returning feed_id
      )
      insert into titles (feed_id, url, url_canonical, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from, raw)
      select feed_id, ${url}, ${url}, ${url}, ${title}, ${title}, ${title.toLowerCase()}, ${publisher}, 'en',
             '2026-03-10T00:00:00Z'::timestamptz + ${hour} * interval '1 hour', 'item', '{}' from feed`;
  for (const phase of ['filter', 'generate', 'enrich', 'narrate'] as const)
    expect(await sources.here(phase)).toMatchObject({ code: 0, finished: { failed: 0 } });
  // A database that somebody is connected to cannot be copied.
  await sources.sql.end();
});

beforeEach(async () => {
  world = await makeWorld({ home: inject('home'), source: sources.name });
  return () => world.drop();
});

test('a narrative marked wrong goes, is kept with the earlier ones, and is not told again until the mark is taken back', async () => {
  const { sql } = world;
  const [told] = await sql<{ id: string; thesis: string; efId: string }[]>`
    select narrative_id::text as id, thesis, ef_id::text as "efId" from framed_narratives order by narrative_id limit 1`;
  const { code, stdout } = await ask('mark', `narrative:${told?.id}`, 'wrong', 'it is no massacre', '--by', 'anna');
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: `Mark 1: the thesis of ef:${told?.efId} is wrong. It is taken out, and stays out; "sni marks undo 1" takes that back.\n`,
  });
  expect(await sql`select narrative ->> 'thesis' as thesis from earlier_narratives`).toEqual([{ thesis: told?.thesis }]);
  const again = async () => {
    await sql`update event_families set narrated_title_set = null`;
    expect(await world.here('narrate')).toMatchObject({ code: 0, finished: { done: 1, failed: 0 } });
    return (await sql`select from framed_narratives where thesis = ${told?.thesis ?? ''}`).length;
  };
  expect(await again()).toBe(0);
  expect((await ask('marks', 'undo', '1', '--by', 'ben')).stdout).toContain('Mark 1 is taken back');
  expect(await again()).toBe(1);
  expect(await ask('marks', 'undo', '1')).toMatchObject({ code: 1, stderr: expect.stringContaining('There is no mark 1 that stands.') });
  expect((await ask('marks')).stdout).toMatch(/wrong, taken back +anna +it is no massacre/);
});

test('a text of a family marked wrong goes, and the next run of its phase leaves it out; what is right stays', async () => {
  const { sql } = world;
  await ask('mark', 'ef:1', 'wrong', 'two outlets, not three', '--field', 'context');
  expect(await sql`select context from event_families`).toEqual([{ context: null }]);
  await sql`update event_families set status = 'seed'`;
  expect(await world.here('enrich')).toMatchObject({ code: 0, finished: { done: 1 } });
  expect(await sql`select status, context from event_families`).toEqual([{ status: 'active', context: null }]);
  expect(JSON.parse((await ask('audit', '--json')).stdout).findings).toEqual([]);
  const [before] = await sql`select title, summary from event_families`;
  expect(JSON.parse((await ask('mark', 'ef:1', 'right', 'read it', '--field', 'title', '--json')).stdout)).toMatchObject({
    field: 'title',
    text: before?.['title'],
    verdict: 'right',
  });
  expect(await sql`select title, summary from event_families`).toEqual([before]);
});

test('marks come out as labelled sentences that the evidence check is measured on', async () => {
  await ask('mark', 'ef:1', 'wrong', 'no', '--field', 'summary');
  await ask('mark', 'ef:1', 'right', 'yes', '--field', 'title');
  const lines = (await ask('marks', 'export')).stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toMatchObject([
    { supported: false, kind: 'marked summary', why: 'no' },
    { supported: true, kind: 'marked title', titles: [{ id: '1', outlet: 'harbour', lang: 'en' }, {}, {}] },
  ]);
});

test('what is not there, and words that are none, are sentences', async () => {
  expect(await ask('mark', 'narrative:99', 'wrong', 'x')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('There is no narrative:99.'),
  });
  expect(await ask('mark', 'ef:99', 'wrong', 'x')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('There is no ef:99 with a summary'),
  });
  expect(await ask('mark', 'title:1', 'wrong', 'x')).toMatchObject({
    code: 78,
    stderr: expect.stringContaining('It is narrative:5 or ef:12.'),
  });
  expect(await ask('mark', 'ef:1', 'bad', 'x')).toMatchObject({ code: 78 });
  expect((await ask('marks')).stdout).toContain('Nothing is marked.');
});

test('sni undo takes back the last correction of whatever kind, or a named one, and writes down who and why', async () => {
  const { sql } = world;
  const list = async () =>
    JSON.parse((await ask('undo', '--list', '--json')).stdout).map(({ id, act, byWhom, why }: Record<string, string>) => [
      id,
      act,
      byWhom,
      why,
    ]);
  expect(await ask('undo')).toMatchObject({ code: 1, stderr: expect.stringContaining('No correction stands that could be undone.') });
  await ask('mark', 'ef:1', 'wrong', 'two outlets', '--field', 'context', '--by', 'anna');
  await ask('families', 'drop-title', '1', 'title:2', '--why', 'another port', '--by', 'ben');
  expect(await list()).toEqual(
    [
      ['move:1', 'drop', 'ben', 'another port'],
      ['mark:1', 'wrong', 'anna', 'two outlets'],
    ].map(([id = '', ...rest]) => [id === 'move:1' ? expect.stringMatching(/^move:/) : id, ...rest]),
  );
  expect((await ask('undo', '--list')).stdout).toMatch(/move:\d+ .* drop +ef:1, 1 title +ben +another port/);

  const undone = await ask('undo', '--by', 'carla', '--why', 'it was the same');
  expect(undone).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Undone: move:\d+, drop of ef:1, 1 title, by ben \(another port\)\. The titles are back\.\n$/),
  });
  expect(await sql`select count(*)::int as n from titles where ef_id = 1`).toEqual([{ n: 3 }]);
  expect(await sql`select by_whom, why ->> 'said' as said from family_log where act = 'undo'`).toEqual([
    { by_whom: 'carla', said: 'it was the same' },
  ]);
  expect(await sql`select from title_rulings`).toHaveLength(0);

  expect(await ask('undo', 'mark:1', '--by', 'carla', '--why', 'it was three')).toMatchObject({ code: 0 });
  expect(await sql`select undone_by, undone_why from marks`).toEqual([{ undone_by: 'carla', undone_why: 'it was three' }]);
  expect(await list()).toEqual([]);
  expect(await ask('undo', 'mark:1')).toMatchObject({ code: 1, stderr: expect.stringContaining('There is no mark:1 that stands.') });
  expect(await ask('undo', 'ef:1')).toMatchObject({
    code: 78,
    stderr: expect.stringContaining('It is mark:3, move:7, fix:2, class:5 or close:4'),
  });
});
