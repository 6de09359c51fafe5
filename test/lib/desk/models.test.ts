// Which model answers what, whether it can be asked, and what to do where not: the real command, servers that speak the real protocols.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { reachServers } from '../../../lib/desk/models/reach.js';
import { makeTestWorld } from '../../support/in-test.js';
import { type FakeGemini, fakeGeminiKey, startFakeGemini } from '../../support/models/fake-gemini.js';
import { type FakeOllama, startFakeOllama } from '../../support/models/fake-ollama.js';
import { patience } from '../../support/patience.js';
import type { World } from '../../support/world.js';
import { type Answer, sni } from './fixture.js';

let world: World;
let ollama: FakeOllama;
let gemini: FakeGemini;
let ask: (env: Record<string, string>, ...args: string[]) => Promise<Answer>;
const key = { GEMINI_API_KEY: fakeGeminiKey };
const models = async (env: Record<string, string> = key) => JSON.parse((await ask(env, '--json')).stdout);

beforeAll(async () => {
  [ollama, gemini] = await Promise.all([startFakeOllama({ models: ['llama3.1:8b', 'qwen2.5'] }), startFakeGemini()]);
  world = await makeTestWorld({
    settings: {
      phases: { enrich: { lanes: ['local'], daily_cost_limit: 0.5 } },
      models: {
        daily_cost_limit: 2,
        ollama: { url: ollama.url },
        gemini: { url: gemini.url },
        roles: {
          describe: { models: ['ollama/qwen2.5', 'gemini/gemini-2.5-flash'], second: 'ollama/mistral:7b' },
          narrate: { models: ['gemini/gemini-2.5-pro', 'gemini/gemini-9-dream'] },
        },
      },
    },
  });
  ask = (env, ...args) => sni(['--config', world.settings, 'models', ...args], { SNI_HOME: world.home, ...env });
});
afterAll(() => Promise.all([ollama.close(), gemini.close()]));
beforeEach(async () => {
  ollama.reset();
  gemini.reset();
  await Promise.all([ollama.reopen(), gemini.reopen()]);
  await world.sql`truncate lanes, spending`;
});

describe('sni models', () => {
  test('--json: roles with their models in order, what is missing and what to do, servers, budget', async () => {
    const told = await models();
    expect(told.configured).toBe(true);
    expect(told.roles).toMatchObject([
      { role: 'describe', place: 1, engine: 'ollama', model: 'qwen2.5', present: true, missing: null, state: 'ready' },
      { role: 'describe', place: 2, engine: 'gemini', model: 'gemini-2.5-flash', present: true, missing: null },
      { role: 'describe', place: null, engine: 'ollama', model: 'mistral:7b', present: false, missing: 'run "ollama pull mistral:7b"' },
      { role: 'narrate', place: 1, model: 'gemini-2.5-pro', present: false, missing: expect.stringContaining('no such model') },
      { role: 'narrate', place: 2, model: 'gemini-9-dream', missing: expect.stringContaining('models.prices."gemini/gemini-9-dream"') },
    ]);
    expect(told.servers).toMatchObject([
      { engine: 'ollama', where: ollama.url, models: ['llama3.1:8b', 'qwen2.5:latest'], error: null, keySet: null },
      { engine: 'gemini', where: gemini.url, models: ['gemini-2.5-flash'], error: null, keySet: true },
    ]);
    expect(told.lanesOfPhases).toEqual([{ phase: 'enrich', lanes: ['local'] }]);
    expect(told.today).toMatchObject({ usd: 0, limitUsd: 2, phases: [{ phase: 'enrich', usd: 0, limitUsd: 0.5 }] });
  });

  test('for people, plain in a pipe, and the key is nowhere', async () => {
    const { stdout, code, stderr } = await ask(key);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^describe +1 +ollama\/qwen2\.5 +there +ready$/m);
    expect(stdout).toMatch(/^ +second opinion +ollama\/mistral:7b +missing +ready$/m);
    expect(stdout).toMatch(/^ {2}ollama\/mistral:7b: run "ollama pull mistral:7b"$/m);
    expect(stdout).toMatch(/^ +2 +gemini\/gemini-9-dream +no price +ready$/m);
    expect(stdout).toContain(`ollama, ${ollama.url}: answers, has 2 models: llama3.1:8b, qwen2.5:latest`);
    expect(stdout).toContain(`gemini, ${gemini.url}, key set: answers, has 1 model: gemini-2.5-flash`);
    expect(stdout).toContain('enrich may ask local models only (phases.enrich.lanes).');
    expect(stdout).toContain('Where no model can be reached, the work waits (models.offline: never).');
    expect(stdout).toMatch(/^all phases +\$0\.00 +\$2\.00 +░{20} 0 %$/m);
    expect(stdout + JSON.stringify(await models())).not.toContain(fakeGeminiKey);
    expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });

  test('a server that is not there: which, where, and what to do', async () => {
    await ollama.close();
    const told = await models();
    expect(told.servers[0]).toMatchObject({
      models: null,
      error: expect.stringMatching(/^Ollama at .* cannot be reached: .*ollama serve/),
    });
    expect(told.roles[0]).toMatchObject({ present: null, missing: null });
    const { stdout, code } = await ask(key);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^describe +1 +ollama\/qwen2\.5 +not reached +ready$/m);
  });

  test('no key, and a wrong one: said without showing it', async () => {
    expect((await models({})).servers[1]).toMatchObject({ keySet: false, models: null, error: expect.stringContaining('GEMINI_API_KEY') });
    expect((await models({})).roles[1]).toMatchObject({ missing: 'set GEMINI_API_KEY' });
    const { stdout } = await ask({ GEMINI_API_KEY: 'AIzaWrongOne' });
    expect(stdout).toMatch(/gemini, .*, key set: .*key/);
    expect(stdout).not.toContain('AIzaWrongOne');
  });

  test('a server that hangs costs three seconds, not more, and the other is shown', async () => {
    ollama.fault('hang', { on: 'lists' });
    const startedAt = performance.now();
    const told = await models();
    expect((performance.now() - startedAt) / 1000).toBeLessThan(patience(8));
    expect(told.servers).toMatchObject([
      { models: null, error: expect.stringMatching(/did not say its models within 3 s/) },
      { models: ['gemini-2.5-flash'] },
    ]);
  });

  test('lanes in words: a pause with its end, failures, a pause that is over, one of the whole server', async () => {
    await world.sql`
      insert into lanes (engine, model, state, paused_until, reason) values
        ('gemini', 'gemini-2.5-flash', 'paused', now() + interval '40 minutes', ${'rate limit \u001b[2J'}),
        ('ollama', '', 'open', now() + interval '90 seconds', 'connection refused'),
        ('ollama', 'qwen2.5', 'closed', null, null),
        ('gemini', 'gemini-2.5-pro', 'paused', now() - interval '1 minute', 'rate limit')`;
    const { stdout } = await ask(key);
    expect(stdout).toMatch(/gemini-2\.5-flash +there +paused, 40 min more$/m);
    expect(stdout).toMatch(/^ {2}gemini\/gemini-2\.5-flash is paused until \d{4}-\d\d-\d\d \d\d:\d\d: rate limit$/m);
    expect(stdout).toMatch(/ollama\/qwen2\.5 +there +left alone, (\d+ s|2 min) more$/m);
    expect(stdout).toMatch(/^ {2}ollama\/qwen2\.5 failed several times in a row and is left alone until .*: connection refused$/m);
    expect((await models()).roles[3]).toMatchObject({ model: 'gemini-2.5-pro', state: 'ready', until: null });
    await world.sql`update lanes set paused_until = now() - interval '1 second' where engine = 'ollama'`;
    expect((await ask(key)).stdout).toMatch(
      /^ {2}ollama\/qwen2\.5 failed several times in a row; the next question tries it: connection refused$/m,
    );
  });

  test('what live runs have under way; not of dead and ended ones, nor what they tell in another form', async () => {
    const load = [{ engine: 'gemini', waiting: 12, underWay: 7, atOnce: 10 }];
    await world.sql`
      insert into runs (run_id, phase, worker, host, pid, batch, heartbeat_at, finished_at, lanes)
      select gen_random_uuid(), phase, 'w', 'h', 1, 10, now() - make_interval(secs => silent), case when ended then now() end, lanes
      from (values ('enrich', 3, false, ${world.sql.json(load)}), ('narrate', 600, false, ${world.sql.json(load)}),
        ('generate', 3, true, ${world.sql.json(load)}), ('generate', 3, false, '{"other": true}'::jsonb)) v (phase, silent, ended, lanes)`;
    expect((await models()).loads).toEqual([{ phase: 'enrich', model: '', ...load[0] }]);
    expect((await ask(key)).stdout).toMatch(/^enrich +gemini +7 +10 +12$/m);
  });

  test('with no model configured it says so, and how to configure one', async () => {
    const bare = await makeTestWorld();
    const env = { SNI_HOME: bare.home };
    const { stdout, code } = await sni(['--config', bare.settings, 'models'], env);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^No model is configured: every phase answers by its own rules\./);
    for (const part of [bare.settings, '    describe: { models: [ollama/qwen2.5:7b] }', 'OLLAMA_HOST', 'GEMINI_API_KEY'])
      expect(stdout).toContain(part);
    expect(stdout).not.toMatch(/limit|\$/);
    expect(JSON.parse((await sni(['--config', bare.settings, 'models', '--json'], env)).stdout)).toMatchObject({
      configured: false,
      roles: [],
      servers: [],
    });
  });
});

test('a server whose client heeds no signal is given up all the same', async () => {
  const deaf = { engine: 'ollama' as const, where: 'http://x', models: () => new Promise<string[]>(() => undefined) };
  expect(await reachServers([deaf], 0.05)).toMatchObject([{ models: null, error: expect.stringContaining('within 0.05 s') }]);
});

describe('sni models test', () => {
  test('asks each model once, tells what each said or what to do, and exits 1 where one did not answer', async () => {
    const { stdout, code } = await ask(key, 'test', '--json');
    const told = JSON.parse(stdout).models as { model: string; answered: boolean; said: string }[];
    expect(told.map(({ model, answered }) => [model, answered])).toEqual([
      ['ollama/qwen2.5', true],
      ['gemini/gemini-2.5-flash', true],
      ['ollama/mistral:7b', false],
      ['gemini/gemini-2.5-pro', false],
      ['gemini/gemini-9-dream', false],
    ]);
    expect(told[2]?.said).toMatch(/^Ollama at .* has no model mistral:7b: run "ollama pull mistral:7b"\.$/);
    expect(told[4]?.said).toMatch(/has no price.*sni\.yaml/);
    expect(code).toBe(1);
    expect(ollama.requests.filter(({ model }) => model === 'qwen2.5')).toHaveLength(1);
  });

  test('ends soon where a model hangs', async () => {
    const roles = { describe: { models: ['ollama/qwen2.5'], timeout: '500ms' } };
    const hanging = await makeTestWorld({ settings: { models: { ollama: { url: ollama.url }, roles } } });
    ollama.fault('hang', { times: 10 });
    const { stdout, code } = await sni(['--config', hanging.settings, 'models', 'test', '--json'], { SNI_HOME: hanging.home });
    expect(JSON.parse(stdout).models[0]?.said).toMatch(/did not answer within 1 s/);
    expect(code).toBe(1);
    expect(ollama.requests.length).toBeLessThanOrEqual(2);
  });

  test('prints the same for people', async () => {
    const { stdout } = await ask(key, 'test');
    expect(stdout).toMatch(/^model +state +took +said$/m);
    expect(stdout).toMatch(/^ollama\/qwen2\.5 +answers +[\d.]+ s/m);
    expect(stdout).toMatch(/^ *ollama\/mistral:7b: Ollama at .*run "ollama pull mistral:7b"/m);
  });
});
