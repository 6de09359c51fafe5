// An OpenAI server as a lane among others: local, it shares Ollama's turn, for both stand on one GPU; else it is paid for and waits for none.
import { afterEach, describe, expect, test } from 'vitest';
import { makeDatabase } from '../../support/database.js';
import { type Door, doorConfig, numbered, openDoor } from '../../support/models/door.js';
import { startFakeGemini } from '../../support/models/fake-gemini.js';
import { startFakeOllama } from '../../support/models/fake-ollama.js';
import { fakeOpenAiKey, startFakeOpenAi } from '../../support/models/fake-openai.js';

const scratch = await makeDatabase({ connections: 2 });
const gpu = await startFakeOllama({ models: ['a'], latencyMs: 30 });
const vllm = await startFakeOpenAi({ models: ['small', 'org/large:free'], latencyMs: 30 });
const far = await startFakeOpenAi({ key: fakeOpenAiKey, latencyMs: 30 });
const cloud = await startFakeGemini({ latencyMs: 30 });
const doors: Door[] = [];
const priced = { 'openai/small': { input: 10, output: 20 } };

async function door(models: readonly string[], openai: object, more: object = {}, phases: object = {}): Promise<Door> {
  const roles = { enrich: { models, timeout: '30s' } };
  const config = doorConfig(
    scratch,
    { ollama: { url: gpu.url }, gemini: { url: cloud.url }, roles, openai: { url: `${vllm.url}/v1`, ...openai }, ...more },
    { phases },
    { OPENAI_API_KEY: fakeOpenAiKey },
  );
  const opened = await openDoor(config);
  doors.push(opened);
  return opened;
}

const paid = { url: `${far.url}/v1`, local: false };
const many = ({ ask }: Door, count: number, from = 0) =>
  Promise.all(Array.from({ length: count }, (_, number) => ask(numbered(from + number))));
const gaps = () => {
  const all = [...gpu.requests, ...vllm.requests].toSorted((a, b) => a.startedAt - b.startedAt);
  return { all, side: all.map(({ model }) => (model === 'a' ? 'ollama' : 'openai')) };
};

afterEach(async () => {
  for (const opened of doors.splice(0)) await opened.end();
  for (const server of [gpu, vllm, far, cloud]) server.reset();
  await scratch.sql`truncate model_calls, spending, lanes`;
});

describe('a local OpenAI server', () => {
  test('costs nothing, needs no price, and is asked as often at once as the settings say', async () => {
    // Slow enough that four meet at it on a busy machine too.
    const slow = await startFakeOpenAi({ models: ['small'], latencyMs: 300 });
    const opened = await door(['openai/small'], { local: true, at_once: 4, url: `${slow.url}/v1` });
    const [first] = await many(opened, 12);
    expect(first?.madeBy).toMatchObject({ engine: 'openai', model: 'small', task: 'enrich' });
    expect(slow.counters()).toMatchObject({ requests: 12, mostUnderWay: 4 });
    await slow.close();
    await opened.record();
    expect(
      await scratch.sql`select engine, model, sum(tokens_in) > 0 as counted, sum(cost_usd)::float8 as usd from model_calls group by 1, 2`,
    ).toEqual([{ engine: 'openai', model: 'small', counted: true, usd: 0 }]);
    expect((await scratch.sql`select from spending`).count).toBe(0);
  });

  test('is never asked while Ollama is, for both stand on one GPU, and is played in waves with it', async () => {
    const roles = {
      enrich: { models: ['ollama/a'] },
      narrate: { models: ['openai/small'] },
      describe: { models: ['openai/org/large:free'] },
    };
    const opened = await door([], { local: true, at_once: 2 }, { roles });
    const order = ['enrich', 'narrate', 'describe'];
    await Promise.all(Array.from({ length: 30 }, (_, number) => opened.ask(numbered(number, order[number % 3]))));
    const { all } = gaps();
    expect(all).toHaveLength(30);
    const overlapping = all.filter((one, index) =>
      all.slice(index + 1).some((later) => later.model !== one.model && later.startedAt < (one.endedAt ?? 0)),
    );
    expect(overlapping).toEqual([]);
    expect(all.filter(({ model }, index) => index > 0 && model !== all[index - 1]?.model).length).toBeLessThanOrEqual(4);
    expect(vllm.counters().mostUnderWay).toBe(2);
  });

  test('and Ollama are asked by one process of the database at a time', async () => {
    const [one, other] = [await door(['ollama/a'], { local: true }), await door(['openai/small'], { local: true, at_once: 4 })];
    await Promise.all([many(one, 8), many(other, 8, 100)]);
    const { side } = gaps();
    expect(side).toHaveLength(16);
    expect(side.filter((name, index) => index > 0 && name !== side[index - 1])).toHaveLength(1);
  });

  test('that is down leaves its questions to Ollama, and one that is only busy does not', async () => {
    const opened = await door(['openai/small', 'ollama/a'], { local: true, at_once: 2 });
    expect((await many(opened, 10)).map(({ madeBy }) => madeBy.engine)).toEqual(Array.from({ length: 10 }, () => 'openai'));
    vllm.fault('missing-model', { times: Number.POSITIVE_INFINITY });
    expect((await opened.ask(numbered(20))).madeBy.engine).toBe('ollama');
  });

  test('works beside the cloud', async () => {
    const opened = await door(['openai/small', 'gemini/gemini-2.5-flash'], { local: true });
    // However late the local lane has its turn, the cloud has not answered all by itself before.
    const release = cloud.hold();
    const answers = many(opened, 40);
    await expect.poll(() => vllm.requests.length, { timeout: 30_000 }).toBeGreaterThan(0);
    release();
    const engines = (await answers).map(({ madeBy }) => madeBy.engine);
    expect(new Set(engines)).toEqual(new Set(['openai', 'gemini']));
  });
});

describe('an OpenAI server that is paid for', () => {
  test('takes no turn, costs by its price, and its key is in its header alone', async () => {
    const opened = await door(['openai/small'], paid, { prices: priced });
    await many(opened, 5);
    await opened.record();
    expect((await scratch.sql`select from turns`).count).toBe(0);
    const [call] = await scratch.sql<{ usd: number; same: boolean }[]>`
      select sum(cost_usd)::float8 as usd, sum((tokens_in * 10 + tokens_out * 20) / 1e6) = sum(cost_usd) as same from model_calls`;
    expect(call?.usd).toBeGreaterThan(0);
    expect(call?.same).toBe(true);
    await expect
      .poll(async () => (await scratch.sql`select usd::float8 as usd, reserved::float8 as reserved from spending`)[0])
      .toEqual({ usd: call?.usd, reserved: 0 });
    expect(JSON.stringify(opened.lines)).not.toContain(fakeOpenAiKey);
  });

  test('that takes neither schema nor usage nor max_tokens nor temperature is asked as it wants, and learned from once', async () => {
    const odd = await startFakeOpenAi({ untaken: ['response_format', 'stream_options', 'max_tokens', 'temperature'] });
    const opened = await door(['openai/small'], { url: `${odd.url}/v1` }, { prices: priced });
    await many(opened, 5);
    const learned = odd.counters().requests;
    await opened.ask(numbered(10));
    expect(odd.counters().requests).toBe(learned + 1);
    await opened.record();
    // What was used is not told, so that the worst case counts.
    expect(await scratch.sql`select outcome, min(cost_usd) > 0 as paid, count(*)::int as calls from model_calls group by 1`).toEqual([
      { outcome: 'answered', paid: true, calls: 6 },
    ]);
    await odd.close();
  });

  test('is refused by the budget before it is asked', async () => {
    const { ask } = await door(['openai/small'], paid, { prices: priced, daily_cost_limit: 0, patience: '1s' });
    await expect(ask(numbered(1))).rejects.toMatchObject({
      name: 'NoLane',
      exitCode: 75,
      message: expect.stringMatching(/daily cost limit/),
    });
    expect(far.requests).toHaveLength(0);
  });

  test('is one of the cloud where a phase may ask the cloud alone, and a local one is local', async () => {
    const phases = { enrich: { lanes: ['cloud'] } };
    expect((await (await door(['ollama/a', 'openai/small'], paid, { prices: priced }, phases)).ask(numbered(1))).madeBy.engine).toBe(
      'openai',
    );
    await expect((await door(['openai/small'], { local: true }, {}, phases)).ask(numbered(2))).rejects.toThrow(/allows cloud only/);
  });

  test('that says to wait is waited for as long as it says, and its pause is known to the next process', async () => {
    const patience = { prices: priced, patience: '1s' };
    const first = await door(['openai/small'], paid, patience);
    far.fault('rate-limited', { seconds: 300 });
    await expect(first.ask(numbered(1))).rejects.toMatchObject({ name: 'NoLane', exitCode: 75 });
    await first.end();
    doors.pop();
    expect(first.lines.map(({ decided }) => decided)).toContainEqual(expect.stringContaining('openai paused: rate limit, 300 s'));
    const before = far.requests.length;
    await expect((await door(['openai/small'], paid, patience)).ask(numbered(2))).rejects.toThrow(/Rate limit reached for small/);
    expect(far.requests).toHaveLength(before);
  });
});
