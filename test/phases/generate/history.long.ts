// All titles of the sample come to the same families: in whatever order feeds answered, and nearly so however the runs went.
import { expect, it } from 'vitest';
import { inBatches, killedAndResumed, makeHistory, pairF1 } from './history.js';

const history = await makeHistory();
const { world, again, generate, families, undisturbed } = history;

it('in whatever order they were stored', async () => {
  expect(undisturbed.length).toBeGreaterThan(20);
  for (const order of ['title_hash desc', 'published_at desc, title_hash', 'title_norm', 'feed_id, published_at']) {
    await again(order);
    await generate();
    expect(await families()).toEqual(undisturbed);
  }
});

it('but for hardly a pair after a kill, in other batches, and of three workers at once', async () => {
  await killedAndResumed(history);
  expect(pairF1(await families(), undisturbed)).toBeGreaterThanOrEqual(0.95);
  await inBatches(history, 40);
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
});
