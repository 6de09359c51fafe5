// `sni families`: why titles are where they are, and what an operator's moves do, now and to later runs.
import { beforeEach, describe, expect, it } from 'vitest';
import { sni } from '../../../lib/desk/fixture.js';
import { makeTestWorld } from '../../../support/in-test.js';
import { empty, familiesIn, type Kept, keep, place } from '../world.js';

const world = await makeTestWorld();
const { sql } = world;
const families = (...args: string[]) => sni(['--config', world.settings, 'families', ...args], { SNI_HOME: world.home });
const jsonOf = async (...args: string[]) => JSON.parse((await families(...args, '--json')).stdout);

const strike = { actors: ['RU', 'UA'], mechanisms: ['strike', 'casualties'] };
const odesa: Kept[] = [
  { text: 'Russian drones hit Odesa port, three killed', at: 0, ...strike },
  { text: 'Three killed as Russian drones hit Odesa port', at: 1, ...strike },
  { text: 'Russian drones strike Odesa port killing three', at: 2, ...strike },
];
const samoa: Kept = { text: 'Samoa drafts a law on coral reefs', at: 3, actors: ['WS'], mechanisms: ['legislation'] };

beforeEach(() => empty(sql));

describe('why titles are in their family', () => {
  it('is told of each: founded, or joined through which, how surely, by which weights and shared words', async () => {
    const ids = await keep(sql, odesa);
    await place(sql, ids);
    const explained = await jsonOf('explain', '1');
    expect(explained.titles.map(({ how }: { how: { act: string }[] }) => how.map(({ act }) => act))).toEqual([
      ['found'],
      ['join'],
      ['join'],
    ]);
    const [step] = explained.titles[1].how;
    expect(step).toMatchObject({
      by: 'generate',
      through: { id: 1, title: odesa[0]?.text },
      madeBy: expect.stringMatching(/weights [0-9a-f]{8}/),
    });
    expect(step.score).toBeGreaterThan(step.asked);
    expect(step.shared).toContain('Odesa');
    const { stdout } = await families('explain', 'ef:1');
    expect(stdout).toContain('It joined through title:1 “Russian drones hit Odesa port, three killed”.');
    expect(stdout).toMatch(/\d+ % sure where \d+ % are asked\. Both have .*Odesa/);
  });

  it('names the pair by which another family came over, for its titles too', async () => {
    expect((await families('log')).stdout).toMatch(/^Nothing was moved in the last \S+ (h|days?)\. --since looks further back\.\n$/);
    const ids = await keep(sql, odesa);
    await place(sql, ids.slice(0, 1));
    await place(sql, ids.slice(1));
    const { stdout, code } = await families('log');
    expect(code).toBe(0);
    expect(stdout).toMatch(/1 title placed/);
    expect(stdout).toMatch(/2 titles placed/);
  });

  it('is asked of a family that there is', async () => {
    expect(await families('explain', '77')).toMatchObject({ code: 1, stderr: expect.stringContaining('no event family 77') });
    expect((await families('explain', 'seven')).code).toBe(78);
  });
});

describe('a split', () => {
  it('founds a family of the titles, tells both anew, and later titles never bring them together again', async () => {
    const ids = await keep(sql, odesa.slice(0, 2));
    await place(sql, ids);
    const done = await jsonOf('split', '1', `title:${ids[1]}`, '--why', 'another port', '--by', 'ada');
    expect(done).toMatchObject({ act: 'split', efId: 1, otherEfId: 2, titleIds: [Number(ids[1])] });
    expect(await familiesIn(sql)).toMatchObject([
      { status: 'seed', title_count: 1, titles: [ids[0]] },
      { status: 'seed', title_count: 1, titles: [ids[1]] },
    ]);
    const bridge = await keep(sql, odesa.slice(2));
    await place(sql, bridge);
    const after = (await familiesIn(sql)).filter(({ status }) => status === 'seed');
    expect(after.map(({ titles }) => titles.length).sort()).toEqual([1, 2]);
    const [entry] = (await jsonOf('log')).filter(({ act }: { act: string }) => act === 'split');
    expect(entry).toMatchObject({ byWhom: 'ada', why: { said: 'another port' } });
    expect((await jsonOf('explain', '2')).titles[0].how).toContainEqual(expect.objectContaining({ act: 'split', by: 'ada' }));
  });

  it('holds when everything is placed anew', async () => {
    const ids = await keep(sql, odesa);
    await place(sql, ids);
    await families('split', '1', ids[1] ?? '');
    await sql`update event_families set status = 'recycled', title_count = 0`;
    await sql`update titles set ef_id = null`;
    await place(sql, ids);
    const homes = await sql<
      { ef_id: string }[]
    >`select ef_id from titles where title_id = any(${ids.slice(0, 2)}::bigint[]) order by title_id`;
    expect(homes[0]?.ef_id).not.toBe(homes[1]?.ef_id);
  });

  it('refuses titles that are not there and a family without any left, and changes nothing', async () => {
    const ids = await keep(sql, [...odesa, samoa]);
    await place(sql, ids);
    const before = await familiesIn(sql);
    expect(await families('split', '1', ids[3] ?? '')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`does not hold title ${ids[3]}`),
    });
    expect((await families('split', '1', ...ids.slice(0, 3))).stderr).toContain('a split leaves some');
    expect(await familiesIn(sql)).toEqual(before);
  });
});

describe('a merge', () => {
  it('brings the second over to the first, and what is placed anew stays together', async () => {
    const ids = await keep(sql, [odesa[0] ?? samoa, samoa]);
    await place(sql, ids);
    expect(await families('merge', '1', '2', '--why', 'the same story')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('family 2 came over with 1 title'),
    });
    expect(await familiesIn(sql)).toMatchObject([
      { status: 'seed', title_count: 2, titles: ids },
      { status: 'merged', merged_into: '1', titles: [] },
    ]);
    await sql`update event_families set status = 'recycled', title_count = 0 where ef_id = 1`;
    await sql`update titles set ef_id = null`;
    await place(sql, ids);
    const open = (await familiesIn(sql)).filter(({ status }) => status === 'seed');
    expect(open).toMatchObject([{ titles: ids }]);
    expect((await jsonOf('explain', open[0]?.ef_id ?? '')).titles[1].how).toContainEqual(expect.objectContaining({ act: 'ruled' }));
  });

  it('undone, both are as they were, and the models may judge again', async () => {
    const ids = await keep(sql, [odesa[0] ?? samoa, samoa]);
    await place(sql, ids);
    const { logId } = await jsonOf('merge', '1', '2');
    expect(await jsonOf('undo', String(logId))).toMatchObject({ act: 'undo', undoes: logId, otherEfId: 2 });
    expect(await familiesIn(sql)).toMatchObject([
      { status: 'seed', title_count: 1, titles: [ids[0]] },
      { status: 'seed', title_count: 1, titles: [ids[1]], merged_into: null },
    ]);
    expect(await sql`select from title_rulings`).toHaveLength(0);
    expect(await families('undo', String(logId))).toMatchObject({ code: 1, stderr: expect.stringContaining('undone by entry') });
  });
});

describe('a title that is dropped', () => {
  it('is free, never joins what it left, and comes back where that is undone', async () => {
    const ids = await keep(sql, odesa);
    await place(sql, ids);
    const { logId } = await jsonOf('drop-title', '1', ids[2] ?? '');
    expect(await familiesIn(sql)).toMatchObject([{ status: 'seed', title_count: 2, titles: ids.slice(0, 2) }]);
    await place(sql, ids.slice(2));
    expect(await familiesIn(sql)).toMatchObject([{ titles: ids.slice(0, 2) }, { titles: ids.slice(2) }]);
    await families('undo', String(logId));
    expect(await familiesIn(sql)).toMatchObject([
      { status: 'seed', title_count: 3, titles: ids },
      { status: 'merged', merged_into: '1' },
    ]);
  });

  it('is what undoing a placing makes of its titles', async () => {
    const ids = await keep(sql, odesa);
    await place(sql, ids.slice(0, 2));
    await place(sql, ids.slice(2));
    const [newest] = await jsonOf('log');
    expect(newest).toMatchObject({ act: 'place', titleIds: [Number(ids[2])] });
    await families('undo', String(newest.logId));
    await place(sql, ids.slice(2));
    expect(await familiesIn(sql)).toMatchObject([{ titles: ids.slice(0, 2) }, { titles: ids.slice(2) }]);
  });
});

it('an operator who meets a run waits for it and begins from what it left', async () => {
  const ids = await keep(sql, odesa);
  await place(sql, ids.slice(0, 2));
  const [backend] = [await sql.reserve()];
  await backend`begin`;
  await backend`update event_families set title_set = 'changed meanwhile' where ef_id = 1`;
  const split = families('split', '1', ids[1] ?? '');
  await new Promise((resolve) => setTimeout(resolve, 300));
  await backend`commit`;
  backend.release();
  expect((await split).code).toBe(0);
  expect(await familiesIn(sql)).toMatchObject([{ titles: [ids[0]] }, { titles: [ids[1]] }]);
  expect(await sql`select from family_log where act = 'split'`).toHaveLength(1);
});
