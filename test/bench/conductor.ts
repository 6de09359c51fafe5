// What the conductor costs, as ratios to the ideal: the door to models as a run opens it, over a real database, against fake servers of
// fixed latency in a process of their own.
import type { Models } from '../../lib/open.js';
import { doorConfig, numbered, openDoor } from '../support/models/door.js';
import { type ModelsProcess, startModelsProcess } from '../support/models/remote-models.js';
import { makeScratch, type Scratch } from '../support/scratch.js';

const cloudModel = 'gemini-2.5-flash';
const localMs = 200;
const cloudMs = 1000;
const cloudAtOnce = 10;
const calls = 300;
const waveCalls = 120;
const swapMs = 2000;
const sequentialCalls = 200;

/**
 * `makespanRatio`: the time of 300 calls over both lanes to the ideal schedule's. `localBusy`: the share of that time in which the local
 * server was at work. `overheadMsPerCall`: what a call takes beside its server, the dearer lane of the two. `swaps` of 120 calls for
 * three models, and the longest any of them waited.
 */
export async function benchConductor(): Promise<Record<string, number>> {
  const scratch = await makeScratch();
  try {
    const { makespanRatio, localBusy } = await sideBySide(scratch);
    const overheadMsPerCall = Math.max(await overhead(scratch, 'ollama/a'), await overhead(scratch, `gemini/${cloudModel}`));
    return { makespanRatio, localBusy, overheadMsPerCall, ...(await waves(scratch)) };
  } finally {
    await scratch.drop();
  }
}

async function sideBySide(scratch: Scratch): Promise<{ makespanRatio: number; localBusy: number }> {
  const servers = await startModelsProcess({ ollama: { models: ['a'], loaded: 'a', latencyMs: localMs }, gemini: { latencyMs: cloudMs } });
  const roles = { enrich: { models: ['ollama/a', `gemini/${cloudModel}`] } };
  return withDoor(scratch, servers, { roles }, async ({ ask }) => {
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: calls }, (_, number) => ask(numbered(number))));
    const tookMs = performance.now() - startedAt;
    const { busyMs, firstStartedAt, lastEndedAt } = await servers.ollama.counters();
    const workedMs = (lastEndedAt ?? 0) - (firstStartedAt ?? 0);
    return { makespanRatio: rounded(tookMs / idealMs()), localBusy: rounded(busyMs / workedMs) };
  });
}

/** The least time in which both lanes together end all calls. */
function idealMs(): number {
  let ms = 0;
  while (Math.floor(ms / localMs) + cloudAtOnce * Math.floor(ms / cloudMs) < calls) ms += localMs;
  return ms;
}

/** Milliseconds a call takes beside its server, one after the other, with all that is written for it. */
async function overhead(scratch: Scratch, model: string): Promise<number> {
  const servers = await startModelsProcess({ ollama: { models: ['a'], loaded: 'a', latencyMs: 20 }, gemini: { latencyMs: 20 } });
  return withDoor(scratch, servers, { roles: { enrich: { models: [model] } } }, async ({ ask }) => {
    await ask(numbered(-1));
    const server = model.startsWith('ollama') ? servers.ollama : servers.gemini;
    await server.reset();
    const startedAt = performance.now();
    for (let number = 0; number < sequentialCalls; number++) await ask(numbered(number));
    const tookMs = performance.now() - startedAt;
    const { busyMs } = await server.counters();
    return rounded((tookMs - busyMs) / sequentialCalls);
  });
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

async function withDoor<T>(scratch: Scratch, servers: ModelsProcess, models: object, work: (models: Models) => Promise<T>): Promise<T> {
  await scratch.sql`truncate model_calls, spending, lanes`;
  const addresses = { ollama: { url: servers.ollama.url }, gemini: { url: servers.gemini.url, at_once: cloudAtOnce } };
  const config = doorConfig(scratch, { ...addresses, daily_cost_limit: 1000, ...models });
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
