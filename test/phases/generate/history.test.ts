// The same titles come to the same families: in whatever order feeds answered, and nearly so however the runs went.
import { beforeAll, expect, it } from 'vitest';
import { makeTestWorld } from '../../support/in-test.js';
import { killSettings } from '../../support/kill.js';

const world = await makeTestWorld({ settings: killSettings() });
const { sql } = world;

/** The columns of titles that say what they are, as a list. */
let columns = '';
/** The families of one run over titles stored by their hash. */
let undisturbed: string[];

beforeAll(async () => {
  for (const phase of ['ingest', 'filter'] as const) expect((await world.here(phase, ['--batch', '10000'])).code).toBe(0);
  const rows = await sql<{ name: string }[]>`
    select column_name as name from information_schema.columns where table_name = 'titles' and column_name not in ('title_id', 'ef_id', 'generated_at')`;
  columns = rows.map(({ name }) => name).join(', ');
  await sql.unsafe(`create table read as select ${columns} from titles`);
  await again('title_hash');
  expect((await generate()).code).toBe(0);
  undisturbed = await families();
}, 120_000);

/** Empties all that P3 left, and stores the titles anew in this order. */
async function again(order: string): Promise<void> {
  await sql`truncate event_families, titles, work, family_log restart identity cascade`;
  await sql.unsafe(`insert into titles (${columns}) select ${columns} from read order by ${order}`);
}

async function families(): Promise<string[]> {
  const rows = await sql<{ family: string }[]>`
    select e.ef_key || ': ' || string_agg(t.title_hash, ' ' order by t.title_hash) as family
    from event_families e join titles t using (ef_id) group by e.ef_id, e.ef_key order by e.ef_key`;
  return rows.map(({ family }) => family);
}

/** Of all pairs of titles in one family, how many are so in both: F1. */
function pairF1(one: readonly string[], other: readonly string[]): number {
  const pairsOf = (all: readonly string[]) =>
    new Set(
      all.flatMap((family) => {
        const titles = family.split(': ')[1]?.split(' ') ?? [];
        return titles.flatMap((title, at) => titles.slice(at + 1).map((later) => `${title} ${later}`));
      }),
    );
  const [ones, others] = [pairsOf(one), pairsOf(other)];
  return (2 * [...ones].filter((pair) => others.has(pair)).length) / (ones.size + others.size);
}

const generate = (...args: string[]) => world.here('generate', ['--batch', '10000', ...args]);

it('the sample’s titles come to the same families in whatever order they were stored', async () => {
  expect(undisturbed.length).toBeGreaterThan(20);
  for (const order of ['title_hash desc', 'published_at desc, title_hash']) {
    await again(order);
    expect((await generate()).code).toBe(0);
    expect(await families()).toEqual(undisturbed);
  }
}, 60_000);

it('a kill, other batches and three workers at once change hardly a pair', async () => {
  await again('title_hash');
  const running = world.start('generate', ['--batch', '10000', '--resume']);
  await running.said('started');
  await new Promise((resolve) => setTimeout(resolve, 500));
  running.process.kill('SIGKILL');
  expect((await running.ended).signal).toBe('SIGKILL');
  await generate('--resume');
  expect(pairF1(await families(), undisturbed)).toBeGreaterThanOrEqual(0.95);

  await again('title_hash');
  for (let ended = await world.here('generate', ['--batch', '40']); ended.finished?.['exit'] !== 'nothing'; )
    ended = await world.here('generate', ['--batch', '40']);
  expect(pairF1(await families(), undisturbed)).toBeGreaterThanOrEqual(0.95);

  // By rules one works at a time: each has a batch of a third, and whoever stands by takes over.
  await again('title_hash');
  const [{ third } = { third: 0 }] = await world.sql<{ third: number }[]>`
    select ceil(count(*) / 3.0)::int as third from titles where status = 'gate_keep' and strategic_tier is not null`;
  const workers = ['one', 'two', 'three'].map((name) =>
    world.run('generate', ['--batch', String(third)], { SNI_CHECKPOINTS: `${world.folder}/${name}` }),
  );
  const ended = await Promise.all(workers);
  expect(ended.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(Math.min(...ended.map(({ finished }) => Number(finished?.['done'])))).toBeGreaterThan(0);
  expect(pairF1(await families(), undisturbed)).toBeGreaterThanOrEqual(0.95);
}, 300_000);
