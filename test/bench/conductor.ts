// What the conductor costs, as ratios to the ideal: the door to models as a run opens it, over a real database, against fake servers of
// fixed latency in a process of their own. What a call costs beside its server is told against a bare loop of the same client.
import { GoogleGenerativeAI } from '@google/generative-ai';
import { Ollama } from 'ollama';
import type { AppModels } from '../../lib/app.js';
import { doorConfig, numbered, openDoor } from '../support/models/door.js';
import { fakeGeminiKey } from '../support/models/fake-gemini.js';
import { type ModelsProcess, startModelsProcess } from '../support/models/remote-models.js';
import { makeScratch, type Scratch } from '../support/scratch.js';

const cloudModel = 'gemini-2.5-flash';
const localMs = 200;
const cloudMs = 1000;
const cloudAtOnce = 10;
const openMs = 500;
const openAtOnce = 4;
const calls = 300;
const waveCalls = 120;
const swapMs = 2000;
const rounds = 10;
const callsARound = 20;

/**
 * `makespanRatio`: the time of 300 calls over Ollama and Gemini to the ideal schedule's. `localBusy`: the share of that time in which the
 * local server was at work. Both `OfThree`: the same with an OpenAI server that is paid for beside them. `overheadMsPerCall`: what a call
 * takes longer than one of a bare loop of the server's client, for all that is queued, paid, checked and written down; the dearest lane of
 * the three. `swaps` of 120 calls for three models, and the longest any of them waited.
 */
export async function benchConductor(): Promise<Record<string, number>> {
  const scratch = await makeScratch();
  try {
    const two = await sideBySide(scratch, ['ollama/a', `gemini/${cloudModel}`]);
    const three = await sideBySide(scratch, ['ollama/a', `gemini/${cloudModel}`, 'openai/small']);
    const overheadMsPerCall = Math.max(
      await overhead(scratch, 'ollama/a', bareOllama),
      await overhead(scratch, `gemini/${cloudModel}`, bareGemini),
      await overhead(scratch, 'openai/small', bareOpenAi),
    );
    const ofThree = { makespanRatioOfThree: three.makespanRatio, localBusyOfThree: three.localBusy };
    return { ...two, ...ofThree, overheadMsPerCall, ...(await waves(scratch)) };
  } finally {
    await scratch.drop();
  }
}

async function sideBySide(scratch: Scratch, models: readonly string[]): Promise<{ makespanRatio: number; localBusy: number }> {
  const servers = await startModelsProcess({
    ollama: { models: ['a'], loaded: 'a', latencyMs: localMs },
    gemini: { latencyMs: cloudMs },
    openai: { latencyMs: openMs },
  });
  const roles = { enrich: { models } };
  return withDoor(scratch, servers, { roles }, async ({ ask }) => {
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: calls }, (_, number) => ask(numbered(number))));
    const tookMs = performance.now() - startedAt;
    const { busyMs, firstStartedAt, lastEndedAt } = await servers.ollama.counters();
    const workedMs = (lastEndedAt ?? 0) - (firstStartedAt ?? 0);
    return { makespanRatio: rounded(tookMs / idealMs(models.length > 2)), localBusy: rounded(busyMs / workedMs) };
  });
}

/** The least time in which the lanes together end all calls. */
function idealMs(withOpen: boolean): number {
  const ended = (ms: number): number =>
    Math.floor(ms / localMs) + cloudAtOnce * Math.floor(ms / cloudMs) + (withOpen ? openAtOnce * Math.floor(ms / openMs) : 0);
  let ms = 0;
  while (ended(ms) < calls) ms += 100;
  return ms;
}

type Bare = (url: string) => Promise<unknown>;

const bareOllama: Bare = async (url) => {
  const stream = await new Ollama({ host: url }).chat({ model: 'a', stream: true, messages: [{ role: 'user', content: 'Question.' }] });
  let text = '';
  for await (const part of stream) text += part.message.content;
  return text;
};

const bareGemini: Bare = async (url) =>
  (
    await new GoogleGenerativeAI(fakeGeminiKey).getGenerativeModel({ model: cloudModel }, { baseUrl: url }).generateContent('Question.')
  ).response.text();

const bareOpenAi: Bare = async (url) => {
  const messages = [{ role: 'user', content: 'Question.' }];
  const response = await fetch(`${url}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'small', stream: true, messages }),
  });
  return await response.text();
};

/** Milliseconds a call takes longer than a bare one, calls one after the other, in turns of twenty. */
async function overhead(scratch: Scratch, model: string, bare: Bare): Promise<number> {
  const servers = await startModelsProcess({
    ollama: { models: ['a'], loaded: 'a', latencyMs: 20 },
    gemini: { latencyMs: 20 },
    openai: { latencyMs: 20 },
  });
  const { url } = model.startsWith('ollama') ? servers.ollama : model.startsWith('gemini') ? servers.gemini : servers.openai;
  return withDoor(scratch, servers, { roles: { enrich: { models: [model] } } }, async ({ ask }) => {
    const ours: number[] = [];
    const bares: number[] = [];
    for (let round = 0; round <= rounds; round++) {
      const bareMs = await timed(() => bare(url));
      const ourMs = await timed((number) => ask(numbered(round * callsARound + number)));
      if (round === 0) continue;
      bares.push(bareMs);
      ours.push(ourMs);
    }
    return rounded(median(ours) - median(bares));
  });
}

/** Milliseconds a call, of a round one after the other. */
async function timed(call: (number: number) => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  for (let number = 0; number < callsARound; number++) await call(number);
  return (performance.now() - startedAt) / callsARound;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

async function waves(scratch: Scratch): Promise<{ swaps: number; maxWaitSeconds: number }> {
  const models = ['a', 'b', 'c'];
  const servers = await startModelsProcess({ ollama: { models, latencyMs: localMs, swapMs } });
  const roles = { describe: { models: ['ollama/a'] }, enrich: { models: ['ollama/b'] }, narrate: { models: ['ollama/c'] } };
  const order = Object.keys(roles);
  return withDoor(scratch, servers, { roles }, async ({ ask, record }) => {
    await Promise.all(Array.from({ length: waveCalls }, (_, number) => ask(numbered(number, order[number % order.length]))));
    await record();
    const [row] = await scratch.sql<
      { seconds: number }[]
    >`select max(waited_ms)::float8 / 1000 as seconds from model_calls where model = any(${models})`;
    const { loads } = await servers.ollama.counters();
    return { swaps: loads, maxWaitSeconds: rounded(row?.seconds ?? Number.NaN) };
  });
}

async function withDoor<T>(scratch: Scratch, servers: ModelsProcess, models: object, work: (models: AppModels) => Promise<T>): Promise<T> {
  await scratch.sql`truncate model_calls, spending, lanes`;
  const addresses = {
    ollama: { url: servers.ollama.url },
    gemini: { url: servers.gemini.url, at_once: cloudAtOnce },
    openai: { url: `${servers.openai.url}/v1`, at_once: openAtOnce },
  };
  const prices = { 'openai/small': { input: 1, output: 2 } };
  const config = doorConfig(scratch, { ...addresses, prices, daily_cost_limit: 1000, ...models });
  const door = await openDoor(config, { maxInflight: 64 });
  try {
    return await work(door);
  } finally {
    await door.end();
    await servers.close();
  }
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
