// The gate's phase over a real Postgres, also as the process that cron starts: what it decides it decides once, hostile titles break
// nothing, and a vocabulary that is wrong touches no title.
import { appendFileSync, cpSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { projectRoot } from '../../../lib/config.js';
import { readingOf } from '../../../lib/reading/stored.js';
import { makeTestWorld } from '../../support/in-test.js';
import { startScript } from '../../support/world.js';
import { insertTitles, statuses } from './news.js';

const world = await makeTestWorld();
const { sql } = world;
beforeEach(async () => {
  await sql`truncate work, titles, feeds, event_families, runs restart identity cascade`;
});

/** A settings file of this world with this vocabulary, as an environment. */
function withVocabulary(name: string, vocabulary: object): Record<string, string> {
  const file = join(world.folder, `${name}.yaml`);
  writeFileSync(file, stringify({ database: world.name, checkpoints: 'checkpoints', vocabulary }));
  return { SNI_CONFIG: file };
}

describe('a title', () => {
  test('gets its decision with the whole record, and canonical actors in order of appearance', async () => {
    await insertTitles(sql, ['Kremlin answers US sanctions', 'Seven pasta recipes']);
    expect((await world.run('filter')).finished).toMatchObject({ claimed: 2, done: 2, made: 2, exit: 'done' });
    const [kept, dropped] = await sql`
      select status, strategic_tier, actors, mechanisms, gate, gate_score, gated_at is not null as gated from titles order by title_id`;
    expect(kept).toMatchObject({ status: 'gate_keep', strategic_tier: 1, actors: ['RU', 'US'], gated: true });
    expect(kept?.['mechanisms']).toContain('sanctions');
    expect(kept?.['gate']).toMatchObject({
      vocabulary: expect.stringMatching(/^[0-9a-f]{12}$/),
      actors: [
        { id: 'RU', start: 0, end: 7 },
        { id: 'US', start: 16, end: 18 },
      ],
    });
    expect(dropped).toMatchObject({ status: 'gate_drop', strategic_tier: null, actors: [], gated: true });
    expect((await world.here('filter')).finished).toMatchObject({ claimed: 0, exit: 'nothing' });
  });

  test('that holds nothing and is alone in its group gets an empty record', async () => {
    await insertTitles(sql, ['Qwx zzv']);
    expect((await world.here('filter')).finished).toMatchObject({ claimed: 1, made: 1 });
    const [row] = await sql`select status, gate_score, actors, mechanisms, gate -> 'arithmetic' as arithmetic, reading from titles`;
    expect(row).toEqual({ status: 'gate_drop', gate_score: 0, actors: [], mechanisms: [], arithmetic: [], reading: null });
  });

  test('that is kept is read: acts, figures, theater and type; one that is dropped is not', async () => {
    await insertTitles(sql, ['Russia attacks Kyiv, killing at least nine people', 'Seven pasta recipes']);
    await world.here('filter');
    const [kept, dropped] = await sql`select reading from titles order by title_id`;
    expect(readingOf(kept?.['reading'])).toMatchObject({
      kind: 'news',
      acts: [{ source: 'RU', action: 'attack', target: 'UA', mode: 'done', saidBy: null }],
      figures: [{ value: 9, unit: 'people', what: 'killed', qualifier: 'at_least' }],
      theater: 'UKRAINE',
      eventType: 'Strategy/Tactics',
    });
    expect(dropped?.['reading']).toBeNull();
  });

  test('is read alike where there are so many that a second thread reads too', async () => {
    const many = Array.from({ length: 1200 }, (_, at) => `Russia attacks Kyiv, killing at least ${at + 2} people`);
    await insertTitles(sql, many);
    expect((await world.run('filter')).finished).toMatchObject({ claimed: 1200, done: 1200, exit: 'done' });
    const [read] = await sql`
      select count(*)::int as titles, count(distinct reading - 'figures')::int as kinds,
        count(*) filter (where (reading->'figures'->0->>'value')::int = substring(title_display from '[0-9]+')::int)::int as counted
      from titles where status = 'gate_keep'`;
    expect(read).toEqual({ titles: 1200, kinds: 1, counted: 1200 });
  });

  test('that was kept before readings were stored is read by the next run, and stays what it is', async () => {
    await insertTitles(sql, ['Kremlin answers US sanctions']);
    await world.here('filter');
    const before = await sql`select status, gate, gated_at from titles`;
    await sql`update titles set reading = null`;
    expect((await world.here('filter')).finished).toMatchObject({ claimed: 1, done: 1, made: 1 });
    expect(await sql`select status, gate, gated_at from titles where reading is not null`).toEqual(before);
    expect((await world.here('filter')).finished).toMatchObject({ claimed: 0, exit: 'nothing' });
  });

  test('that its address files under sport is not kept for the states it names alone', async () => {
    await insertTitles(sql, ['France and Italy', 'Italy and France']);
    await sql`update titles set url = 'https://example.org/sport/rugby/77' where title_id = 2`;
    await world.here('filter');
    expect(await statuses(sql)).toEqual({ 1: 'gate_keep', 2: 'gate_drop' });
  });

  test('of 500 characters of anything goes through the whole phase', async () => {
    const hostile = [
      '😀🇺🇦👩‍👩‍👧‍👦',
      '\u202eالرئيس الأمريكي يهدد إيران\u200f\u061c',
      `Z${'\u0301\u0317\u036f'.repeat(40)}`,
      'Россия中国war الحرب ไทย 한국',
      '\u0001\u0007\u001b[2J\u009b31m\\u0000 \\ " \' {} $1',
      '"}]\\","gate":null',
      '12 dead 3-1 $5 1,000,000,000',
      '美国中国俄罗斯制裁十二人死亡',
      '\ufeff\ufffd\ufffe\u2028\u2029',
      'a',
      '𝐑𝐮𝐬𝐬𝐢𝐚 𠮷',
      '     ',
    ].map((what) => [...what.repeat(500)].slice(0, 240).join(''));
    await insertTitles(sql, hostile);
    expect((await world.here('filter')).finished).toMatchObject({ claimed: hostile.length, done: hostile.length, failed: 0 });
    expect(Object.values(await statuses(sql))).not.toContain('pending');
  });
});

describe('a vocabulary that is wrong', () => {
  // So many are expected that the vocabulary is read while the database still looks for them.
  test.each([1, 150])('ends a run of %i titles with exit code 78 and the place and reason, before any title is touched', async (count) => {
    await insertTitles(
      sql,
      Array.from({ length: count }, () => 'Kremlin answers US sanctions'),
    );
    const wrong = withVocabulary('wrong', {
      add: [
        { sort: 'contexts', id: 'sport', lang: 'en', terms: ['sanctions'] },
        { sort: 'actors', id: 'BY', kind: 'state', lang: 'en', terms: ['kremlin'] },
      ],
      remove: [{ sort: 'actors', lang: 'en', term: 'atlantis' }],
    });
    const { code, lines } = await world.here('filter', [], wrong);
    expect(code).toBe(78);
    const said = String(lines.find(({ event }) => event === 'run failed')?.['error']);
    expect(said).toMatch(/wrong\.yaml: vocabulary\.remove\[0\]: "atlantis" \(en\) is not in actors/);
    expect(said).toMatch(
      /wrong\.yaml: vocabulary\.add\[0\]: "sanctions" \(en\) of sport stands under sanctions in mechanisms-en\.tsv line \d+/,
    );
    expect(said).toMatch(/wrong\.yaml: vocabulary\.add\[1\]: "kremlin" \(en\) of BY stands under RU in actors-states\.tsv line \d+/);
    expect(new Set(Object.values(await statuses(sql)))).toEqual(new Set(['pending']));
    expect(await sql`select distinct state, attempts from work`).toEqual([{ state: 'ready', attempts: 0 }]);
  });

  test('in a file ends it with file and line', async () => {
    await insertTitles(sql, ['Kremlin answers US sanctions']);
    const installed = join(world.folder, 'installed');
    for (const part of ['dist', 'sql', 'package.json', 'lib/vocabulary/terms']) {
      cpSync(join(projectRoot, part), join(installed, part), { recursive: true });
    }
    symlinkSync(join(projectRoot, 'node_modules'), join(installed, 'node_modules'));
    appendFileSync(join(installed, 'lib/vocabulary/terms/contexts-ar.tsv'), 'sport\tar\tone||two\n');
    const env = { SNI_HOME: world.home, SNI_CONFIG: world.settings };
    const { code, lines } = await startScript(join(installed, 'dist/phases/filter.js'), [], env).ended;
    expect(code).toBe(78);
    expect(lines.find(({ event }) => event === 'run failed')?.['error']).toMatch(
      /contexts-ar\.tsv line \d+: an empty term; remove the extra "\|"/,
    );
    expect(await statuses(sql)).toEqual({ 1: 'pending' });
    expect(await sql`select state, attempts from work`).toEqual([{ state: 'ready', attempts: 0 }]);
  });

  test('of another form ends it too, with every problem and its line', async () => {
    const { code, stderr } = await world.here(
      'filter',
      [],
      withVocabulary('form', { add: [{ sort: 'actor', id: 'X', lang: 'en', terms: 7 }] }),
    );
    expect(code).toBe(78);
    expect(stderr).toMatch(/form\.yaml:\d+: vocabulary\.add\[0\]\.sort: found "actor", allowed is actors, mechanisms or contexts/);
  });
});

test('what sni.yaml adds and removes counts, and changes the version of the decisions', async () => {
  const title = 'Zorblax tariffs on steel';
  await insertTitles(sql, [title, `${title} again`]);
  const own = await world.here('filter', ['--batch', '1']);
  const changed = withVocabulary('changed', {
    add: [{ sort: 'actors', id: 'ZORBLAX', kind: 'movement', name: 'Zorblax Front', lang: 'en', terms: ['zorblax'] }],
    remove: [{ sort: 'mechanisms', lang: 'en', term: 'tariffs' }],
  });
  const other = await world.here('filter', [], changed);
  expect([own.code, other.code]).toEqual([0, 0]);
  const [before, after] = await sql`select status, actors, mechanisms, gate ->> 'vocabulary' as vocabulary from titles order by title_id`;
  expect(before).toMatchObject({ actors: [], mechanisms: ['tariffs'] });
  expect(after).toMatchObject({ status: 'gate_keep', actors: ['ZORBLAX'], mechanisms: [] });
  expect(after?.['vocabulary']).not.toBe(before?.['vocabulary']);
  expect(await sql`select distinct version from work`).toHaveLength(2);
  expect(await sql`select name from actors where actor_id = 'ZORBLAX'`).toMatchObject([{ name: 'Zorblax Front' }]);
});
