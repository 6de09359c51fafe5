// The same titles come to the same families: in whatever order feeds answered, and nearly so however the runs went. A fifth of the sample; all
// of it, and three workers at once, in history.long.ts.
import { expect, it } from 'vitest';
import { twoFeeds } from '../../support/kill.js';
import { inBatches, killedAndResumed, makeHistory, pairF1 } from './history.js';

const history = await makeHistory(twoFeeds);
const { again, generate, families, undisturbed } = history;

it('titles come to the same families in whatever order they were stored', async () => {
  expect(undisturbed.length).toBeGreaterThan(20);
  for (const order of ['title_hash desc', 'published_at desc, title_hash']) {
    await again(order);
    await generate();
    expect(await families()).toEqual(undisturbed);
  }
});

it('a kill and other batches change hardly a pair', async () => {
  await killedAndResumed(history);
  expect(pairF1(await families(), undisturbed)).toBeGreaterThanOrEqual(0.95);
  await inBatches(history, 25);
  expect(pairF1(await families(), undisturbed)).toBeGreaterThanOrEqual(0.95);
});
