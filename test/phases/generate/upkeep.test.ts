// What a run puts in order before it looks for titles.
import { beforeEach, expect, it } from 'vitest';
import { cutBetween } from '../../../lib/matching/parting.js';
import { partsAtSilence } from '../../../phases/generate/upkeep.js';
import { generate } from '../../../phases/generate.js';
import { title } from '../../lib/matching/titles.js';
import { makeDatabase } from '../../support/database.js';
import { empty, familiesIn, keep, place, toolsOn } from './world.js';

const { sql } = await makeDatabase();
const upkeep = async () => generate.prepare?.(toolsOn(sql));
const talks = (at: number) => ({
  text: `Iran and US hold nuclear talks in Oman, day ${Math.floor(at / 24) + 1}`,
  at,
  actors: ['IR', 'US'],
  mechanisms: ['diplomacy'],
});

beforeEach(() => empty(sql));

async function longFamily(...hours: number[]): Promise<string[]> {
  const ids = await keep(sql, hours.map(talks));
  await place(sql, ids);
  await sql`update titles set ef_id = 1`;
  await sql`delete from event_families where ef_id > 1`;
  await sql`
    update event_families set title_count = ${hours.length}, last_at = first_at + make_interval(hours => ${Math.max(...hours)}), title_set = 'long'`;
  return ids;
}

it('a family that spans more than 72 hours is cut at its longest silence, and its later part continues it', async () => {
  const ids = await longFamily(0, 10, 60, 70, 80);
  await upkeep();
  expect(await familiesIn(sql)).toMatchObject([
    { status: 'seed', title_count: 2, titles: ids.slice(0, 2) },
    { status: 'seed', title_count: 3, titles: ids.slice(2), continues: '1' },
  ]);
  expect(await sql`select act, by_whom from family_log where act = 'split'`).toMatchObject([{ by_whom: 'generate' }]);
  await upkeep();
  expect(await familiesIn(sql)).toHaveLength(2);
});

it('a cut is logged with where it runs, its most alike pair, how alike both parts are, and what it was cut by', async () => {
  const ids = await longFamily(0, 10, 60, 70, 80);
  await upkeep();
  const [entry] = await sql<{ why: { said: string; madeBy: string; steps: object[] } }[]>`select why from family_log where act = 'split'`;
  expect(entry?.why.said).toBe('It spanned 80 hours, more than 72, and was cut at a silence of 50.');
  expect(entry?.why.madeBy).toMatch(/^grouping \d+, weights [0-9a-f]{8}$/);
  const [step] = entry?.why.steps ?? [];
  const features = { spanHours: 80, silenceHours: 50, earlierTitles: 2, laterTitles: 3 };
  expect(step).toMatchObject({ act: 'cut', between: [ids[1], ids[2]], features });
  const { score, through, shared } = step as { score: number; through: string[]; shared: string[] };
  expect([ids.indexOf(through[0] ?? '') < 2, ids.indexOf(through[1] ?? '') >= 2]).toEqual([true, true]);
  expect(shared).toContain('nuclear');
  expect([score >= 0, score <= 1]).toEqual([true, true]);
});

it('parts that tell of different things are less alike than parts that tell of the same', () => {
  const talks = (at: number) => title(`Iran and US hold nuclear talks in Oman, round ${at}`, 'IR US | diplomacy', { at });
  const storm = (at: number) => title(`Storm floods harbour of Bergen on day ${at}`, 'NO | disaster', { at });
  const [early, late] = [[0, 1, 2].map(talks), [80, 81, 82]];
  const [same, other] = [cutBetween(early, late.map(talks)), cutBetween(early, late.map(storm))];
  expect(same.score).toBeGreaterThan(other.score + 0.3);
});

it('one that goes on without a silence is cut into parts of at most 72 hours, each continuing the one before', async () => {
  await longFamily(...Array.from({ length: 20 }, (_, at) => at * 10));
  await upkeep();
  const [entry] = await sql`select why->>'said' as said from family_log where act = 'split' order by log_id`;
  expect(entry).toEqual({ said: 'It spanned 190 hours, more than 72, and was cut behind the first 72.' });
  const parts = await sql<{ ef_id: string; hours: number; continues: string | null }[]>`
    select ef_id, extract(epoch from last_at - first_at)::float8 / 3600 as hours, continues from event_families order by ef_id`;
  expect(parts.map(({ continues }) => continues)).toEqual([null, ...parts.slice(0, -1).map(({ ef_id }) => ef_id)]);
  for (const { hours } of parts) expect(hours).toBeLessThanOrEqual(72);
});

it('what an operator has joined is not cut', async () => {
  const ids = await longFamily(0, 10, 60, 70, 80);
  await sql`insert into family_log (act, ef_id, title_ids, why, by_whom) values ('merge', 1, '{1}', '{}', 'ada')`;
  await sql`
    insert into title_rulings (log_id, title_id, rule, side)
    select max(log_id), ${ids[0] ?? ''}::bigint, 'together', 1 from family_log`;
  await upkeep();
  expect(await familiesIn(sql)).toHaveLength(1);
});

it('a family whose dates say more than its titles do is only told anew', async () => {
  const ids = await longFamily(0, 10);
  await sql`update event_families set last_at = first_at + interval '9 days'`;
  await upkeep();
  expect(await familiesIn(sql)).toMatchObject([{ titles: ids, title_count: 2 }]);
  expect(await sql`select from event_families where last_at - first_at > interval '72 hours'`).toHaveLength(0);
  expect(await sql`select why from family_log where act = 'split'`).toEqual([
    { why: { said: 'Its dates told of more hours than its titles do.' } },
  ]);
});

it('titles of a family that was rejected are food again', async () => {
  const ids = await longFamily(0, 10);
  await sql`update event_families set status = 'recycled'`;
  await upkeep();
  expect(await sql`select from titles where ef_id is null`).toHaveLength(2);
  await place(sql, ids);
  expect((await familiesIn(sql)).map(({ status, titles }) => [status, titles])).toEqual([
    ['recycled', []],
    ['seed', ids],
  ]);
  await upkeep();
  expect((await familiesIn(sql))[1]?.titles).toEqual(ids);
});

it('of several longest silences the first is the cut', () => {
  const titles = [0, 30, 60, 90].map((at) => title('Talks go on', 'IR US | diplomacy', { at }));
  expect(partsAtSilence(titles)).toEqual([titles.slice(0, 1), titles.slice(1)]);
});
