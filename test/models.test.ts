// The model phases with models behind them: what they leave, and what they say where no model can be asked. What a kill costs is in
// phases/generate/graded.test.ts, where the kill waits for the checkpoint, and in models.long.ts, where it does not.
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { killSettings, twoFeeds } from './support/kill.js';
import { type FakeGemini, fakeGeminiKey, startFakeGemini } from './support/models/fake-gemini.js';
import { type FakeOllama, startFakeOllama } from './support/models/fake-ollama.js';
import { answer } from './support/models/sober-answers.js';
import { makeWorld, type World } from './support/world.js';

const home = inject('home');
const key = { GEMINI_API_KEY: fakeGeminiKey };
let gpu: FakeOllama;
let cloud: FakeGemini;
/** Titles gated and in no family yet. */
let gated: World;
const worlds: World[] = [];

beforeAll(async () => {
  gpu = await startFakeOllama({ models: ['a'], latencyMs: 5, answer });
  cloud = await startFakeGemini({ latencyMs: 20, answer });
  gated = await makeWorld({ home, settings: killSettings(twoFeeds) });
  for (const phase of ['ingest', 'filter'] as const) expect(await gated.here(phase)).toMatchObject({ code: 0 });
});
afterEach(async () => {
  gpu.reset();
  cloud.reset();
  for (const world of worlds.splice(0)) await world.drop();
});
afterAll(async () => {
  await Promise.all([gpu.close(), cloud.close(), gated.drop()]);
});

async function worldWith(models: object, phases: object = {}): Promise<World> {
  const addresses = { ollama: { url: gpu.url }, gemini: { url: cloud.url } };
  const world = await makeWorld({
    home,
    source: gated.name,
    settings: { ...killSettings(twoFeeds), phases, models: { ...addresses, patience: '1s', ...models } },
  });
  worlds.push(world);
  return world;
}

const local = { models: ['ollama/a'] };
const both = { models: ['ollama/a', 'gemini/gemini-2.5-flash'] };

test('families, contexts and narratives are made by models, each call is written down, and each output tells who made it', async () => {
  const world = await worldWith({ roles: { describe: both, enrich: both, narrate: both } });
  for (const phase of ['generate', 'enrich', 'narrate'] as const) {
    const ended = await world.here(phase, ['--batch', '40'], key);
    expect(ended.lines.filter(({ level }) => level === 'warn')).toEqual([]);
    expect(ended).toMatchObject({ code: 0, finished: { exit: 'done', failed: 0 } });
  }
  const makers = await world.sql<{ phase: string; engines: string[] }[]>`
    select 'generate' as phase, array_agg(distinct described_by->>'engine') as engines from event_families
    union all select 'enrich', array_agg(distinct enriched_by->>'engine') from event_families where status = 'active'
    union all select 'narrate', array_agg(distinct narrated_by->>'engine') from event_families where narrated_by is not null`;
  expect(makers.map(({ phase, engines }) => [phase, engines.every((engine) => ['ollama', 'gemini'].includes(engine))])).toEqual([
    ['generate', true],
    ['enrich', true],
    ['narrate', true],
  ]);
  const [books] = await world.sql<{ calls: number; spent: boolean }[]>`
    select count(*)::int as calls, (select usd - reserved from spending) >= sum(cost_usd) as spent from model_calls`;
  expect(books).toEqual({ calls: gpu.requests.length + cloud.requests.length, spent: true });
});

describe('a run whose models cannot be asked', () => {
  test('ends with 75, says what, where and what to do, and fails no item', async () => {
    const world = await worldWith({ roles: { describe: local }, ollama: { url: 'http://127.0.0.1:9' } });
    const ended = await world.here('generate');
    expect(ended).toMatchObject({ code: 75, finished: { exit: 'paused', failed: 0 } });
    const [line] = ended.lines.filter(({ event }) => event === 'paused');
    expect(line?.['reason']).toMatch(/ollama\/a: Ollama at http:\/\/127\.0\.0\.1:9 cannot be reached: .*Start it with "ollama serve"/);
    expect(await world.sql`select distinct state, attempts from work where phase = 'generate'`).toEqual([{ state: 'ready', attempts: 0 }]);
  });

  test('for want of a key ends with 78', async () => {
    const world = await worldWith({ roles: { describe: { models: ['gemini/gemini-2.5-flash'] } } });
    const ended = await world.here('generate');
    expect(ended).toMatchObject({ code: 78, finished: { exit: 'failed', failed: 0 } });
    expect(ended.lines.find(({ event }) => event === 'run failed')?.['error']).toMatch(/set GEMINI_API_KEY/);
  });

  test('because its lanes are forbidden ends with 78', async () => {
    const world = await worldWith({ roles: { describe: local } }, { generate: { lanes: ['cloud'] } });
    const ended = await world.here('generate');
    expect(ended).toMatchObject({ code: 78 });
    expect(ended.lines.find(({ event }) => event === 'run failed')?.['error']).toMatch(
      /phases\.generate\.lanes .* cloud only, and models\.roles\.describe names no such model/,
    );
    expect((await world.sql`select from model_calls`).count).toBe(0);
  });

  test('goes on by rules where the settings allow it, and what it makes is stale', async () => {
    const world = await worldWith({ roles: { describe: local }, ollama: { url: 'http://127.0.0.1:9' }, offline: 'when_down' });
    expect(await world.here('generate', ['--batch', '20'])).toMatchObject({ code: 0, finished: { exit: 'done' } });
    const versions = await world.sql<{ stale: boolean }[]>`
      select distinct w.version is distinct from p.version as stale from work w join phases p on p.name = w.phase where w.phase = 'generate' and w.state = 'done'`;
    expect(versions).toEqual([{ stale: true }]);
  });

  test('for its budget ends with 75 and tells when the next day begins; raising the limit lets the resumed phase work', async () => {
    const world = await worldWith({ roles: { describe: { models: ['gemini/gemini-2.5-flash'] } }, daily_cost_limit: 0.000001 });
    const ended = await world.here('generate', [], key);
    expect(ended).toMatchObject({ code: 75, finished: { exit: 'paused', failed: 0 } });
    expect(ended.lines.find(({ event }) => event === 'paused')?.['reason']).toMatch(/daily cost limit of all phases together/);
    expect(cloud.requests).toHaveLength(0);
    writeFileSync(world.settings, readFileSync(world.settings, 'utf8').replace('daily_cost_limit: 0.000001', 'daily_cost_limit: 5'));
    await world.sql`update phases set paused_at = null, pause_reason = null, paused_until = null`;
    expect(await world.here('generate', ['--batch', '5'], key)).toMatchObject({ code: 0, finished: { exit: 'done', failed: 0 } });
    expect(cloud.requests.length).toBeGreaterThan(0);
  });
});
