// P3 with a model behind it, killed while many questions are under way and the checkpoint is as old as it may be.
import { afterAll, expect, inject, test } from 'vitest';
import { killSettings, twoFeeds } from './support/kill.js';
import { startFakeOllama } from './support/models/fake-ollama.js';
import { answer } from './support/models/sober-answers.js';
import { makeWorld } from './support/world.js';

const gpu = await startFakeOllama({ models: ['a'], latencyMs: 5, answer });
const models = { ollama: { url: gpu.url }, patience: '1s', roles: { describe: { models: ['ollama/a'], timeout: '60s' } } };
const world = await makeWorld({ home: inject('home'), settings: { ...killSettings(twoFeeds), phases: {}, models } });
afterAll(() => Promise.all([gpu.close(), world.drop()]));

test('a run killed while models answer is taken up where it was: what it had paid for is not asked again', async () => {
  for (const phase of ['ingest', 'filter'] as const) expect(await world.here(phase)).toMatchObject({ code: 0 });
  gpu.fault('slow', { times: Number.POSITIVE_INFINITY, seconds: 0.15 });
  const first = world.start('generate', ['--batch', '60', '--resume']);
  await expect.poll(() => gpu.requests.filter(({ endedAt }) => endedAt !== null).length, { timeout: 20_000 }).toBeGreaterThan(14);
  first.process.kill('SIGKILL');
  await first.ended;
  gpu.clear();
  expect(await world.here('generate', ['--batch', '60', '--resume'])).toMatchObject({ code: 0 });
  const asked = gpu.requests.map(({ messages }) => JSON.stringify(messages));
  const twice = asked.length - new Set(asked).size;
  // A checkpoint is a second old at most, so seven answers of that second may be asked again.
  expect(twice).toBeLessThanOrEqual(8);
  expect(
    (
      await world.sql`select from titles where status = 'gate_keep' and ef_id is null and title_id in (select item_id from work where phase = 'generate' and state = 'done')`
    ).count,
  ).toBe(0);
}, 60_000);
