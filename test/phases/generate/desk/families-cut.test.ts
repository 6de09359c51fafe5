// What the upkeep cuts is told, listed and undone as what an operator moves.
import { beforeEach, describe, expect, it } from 'vitest';
import { generate } from '../../../../phases/generate.js';
import { sni } from '../../../lib/desk/fixture.js';
import { makeTestWorld } from '../../../support/in-test.js';
import { empty, familiesIn, keep, place, toolsOn } from '../world.js';

const world = await makeTestWorld();
const { sql } = world;
const families = (...args: string[]) => sni(['--config', world.settings, 'families', ...args], { SNI_HOME: world.home });
const jsonOf = async (...args: string[]) => JSON.parse((await families(...args, '--json')).stdout);

beforeEach(() => empty(sql));

describe('a cut by the upkeep', () => {
  const upkeep = async () => generate.prepare?.(toolsOn(sql));
  /** One family of talks over 80 hours, cut in two. */
  async function cutFamily(): Promise<string[]> {
    const talks = { text: 'Iran and US hold nuclear talks in Oman', actors: ['IR', 'US'], mechanisms: ['diplomacy'] };
    const ids = await keep(
      sql,
      [0, 5, 70, 80].map((at) => ({ ...talks, at })),
    );
    await place(sql, ids.slice(0, 2));
    await sql`update titles set ef_id = 1`;
    await sql`update event_families set title_count = 4, last_at = first_at + interval '80 hours', title_set = 'long'`;
    await upkeep();
    return ids;
  }

  it('is told of each title that left, with where it runs, and listed with its step', async () => {
    await cutFamily();
    const { titles } = await jsonOf('explain', '2');
    expect(titles[0].how).toEqual([
      expect.objectContaining({
        ...{ act: 'split', by: 'generate', between: [2, 3], through: expect.objectContaining({ id: expect.any(Number) }) },
        features: expect.objectContaining({ spanHours: 80, silenceHours: 65, earlierTitles: 2, laterTitles: 2 }),
      }),
    ]);
    const { stdout } = await families('explain', '2');
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /generate split it off from its earlier family: It spanned 80 hours, more than 72, and was cut at a silence of 65\. The cut runs between title:2 and title:3, 2 titles before it and 2 behind it, which are \d+ % as alike/,
    );
    const [entry] = (await jsonOf('log')).filter(({ act }: { act: string }) => act === 'split');
    expect(entry.why.steps).toMatchObject([{ act: 'cut', between: ['2', '3'] }]);
  });

  it('undone by an operator, is not made again', async () => {
    const ids = await cutFamily();
    const [entry] = (await jsonOf('log')).filter(({ act }: { act: string }) => act === 'split');
    expect(await jsonOf('undo', String(entry.logId))).toMatchObject({ act: 'undo', undoes: entry.logId, otherEfId: 2 });
    await upkeep();
    expect(await familiesIn(sql)).toMatchObject([
      { status: 'seed', titles: ids },
      { status: 'merged', merged_into: '1', titles: [] },
    ]);
  });

  it('leaves apart what an operator parted', async () => {
    const ids = await cutFamily();
    await families('split', '1', ids[1] ?? '', '--by', 'ada');
    await sql`update titles set ef_id = null`;
    await sql`update event_families set status = 'recycled', title_count = 0`;
    await place(sql, ids);
    await upkeep();
    const homes = await sql<
      { ef_id: string }[]
    >`select ef_id from titles where title_id = any(${ids.slice(0, 2)}::bigint[]) order by title_id`;
    expect(homes[0]?.ef_id).not.toBe(homes[1]?.ef_id);
  });
});
