// The model phases with a model that lies: what of its lies is stored, and what is kept about them.
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { phaseNames } from '../lib/config/phases.js';
import { killSettings, twoFeeds } from './support/kill.js';
import { type FakeOllama, startFakeOllama } from './support/models/fake-ollama.js';
import { makeLiar } from './support/models/lying-answers.js';
import { makeWorld, type World } from './support/world.js';

const told = new Set<string>();
let gpu: FakeOllama;
let world: World;

beforeAll(async () => {
  gpu = await startFakeOllama({ models: ['a'], latencyMs: 2, answer: makeLiar(told) });
  const local = { models: ['ollama/a'] };
  const models = { ollama: { url: gpu.url }, roles: { describe: local, enrich: local, narrate: local } };
  world = await makeWorld({ home: inject('home'), settings: { ...killSettings(twoFeeds), models } });
});
afterAll(async () => {
  await Promise.all([gpu.close(), world.drop()]);
});

test('no lie of a model is stored in any field; each is shown to it once and then kept with the call', async () => {
  for (const phase of phaseNames)
    expect(await world.here(phase, phase === 'ingest' || phase === 'filter' ? [] : ['--batch', '40'])).toMatchObject({ code: 0 });
  const stored = JSON.stringify([
    await world.sql`select title, summary, timeline, context, why_strategic, tags from event_families`,
    await world.sql`select title, thesis, framing, why_different from framed_narratives`,
  ]);
  expect(told.size).toBeGreaterThan(30);
  expect([...told].filter((lie) => stored.includes(JSON.stringify(lie).slice(1, -1)))).toEqual([]);
  const repairs = gpu.requests.filter(({ messages }) => messages.some(({ role }) => role === 'assistant'));
  expect(repairs.length).toBeGreaterThan(0);
  expect(repairs.some(({ messages }) => messages.at(-1)?.content.includes('the number 987,654 stands in no cited title'))).toBe(true);
  const [kept] = await world.sql<
    { n: number }[]
  >`select count(*)::int as n from model_calls where problems::text like '%stands in no cited title%'`;
  expect(kept?.n).toBeGreaterThan(0);
});
