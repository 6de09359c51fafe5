// How `sni models` and `sni cost` tell of a server of the OpenAI chat API: the real commands against a fake one.
import { expect, test } from 'vitest';
import { makeTestWorld } from '../../../support/in-test.js';
import { fakeOpenAiKey, startFakeOpenAi } from '../../../support/models/fake-openai.js';
import { sni } from '../fixture.js';

const roles = { enrich: { models: ['openai/small', 'openai/other'] } };
const told = async (openai: object, env: Record<string, string> = {}, prices: object = {}, ...args: string[]) => {
  const { settings, home } = await makeTestWorld({ settings: { models: { openai, roles, prices } } });
  return await sni(['--config', settings, 'models', ...args], { SNI_HOME: home, ...env });
};

test('of one’s own: it says which models it has; neither key nor price is missed', async () => {
  const server = await startFakeOpenAi({ models: ['small'] });
  const openai = { url: `${server.url}/v1`, local: true };
  const { stdout } = await told(openai, {}, {}, '--json');
  expect(JSON.parse(stdout)).toMatchObject({
    roles: [
      { engine: 'openai', model: 'small', present: true, lacks: null, missing: null },
      { engine: 'openai', model: 'other', present: false, missing: 'this server has no such model: look at its name' },
    ],
    servers: [{ engine: 'openai', where: `${server.url}/v1`, models: ['small'], error: null, keySet: null }],
  });
  expect((await told(openai)).stdout).toContain(`openai, ${server.url}/v1: answers, has 1 model: small`);
  const asked = JSON.parse((await told(openai, {}, {}, 'test', '--json')).stdout).models;
  expect(asked).toMatchObject([
    { model: 'openai/small', answered: true },
    { model: 'openai/other', answered: false, said: expect.stringMatching(/^The OpenAI server at .* has no model other/) },
  ]);
  await server.close();
});

test('that is paid for: a price that is not named, a key that is set and not shown', async () => {
  const server = await startFakeOpenAi({ models: ['small'], key: fakeOpenAiKey });
  const openai = { url: `${server.url}/v1` };
  const { stdout } = await told(openai, { OPENAI_API_KEY: fakeOpenAiKey }, { 'openai/small': { input: 1, output: 2 } });
  expect(stdout).toMatch(/^enrich +1 +openai\/small +there +ready$/m);
  expect(stdout).toMatch(/^ +2 +openai\/other +no price +ready$/m);
  expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(/models\.prices\."openai\/other" .* set models\.openai\.local: true instead/);
  expect(stdout).toContain(`openai, ${server.url}/v1, key set: answers`);
  expect(stdout).not.toContain(fakeOpenAiKey);
  await server.close();
});

test('that is not there: which, where, and what to do', async () => {
  const server = await startFakeOpenAi();
  await server.close();
  const { stdout } = await told({ url: `${server.url}/v1`, local: true }, {}, {}, '--json');
  expect(JSON.parse(stdout).servers[0].error).toMatch(
    /^The OpenAI server at .* cannot be reached: .* Start it, or set models\.openai\.url/,
  );
});

test('what it cost is told as of any other', async () => {
  const server = await startFakeOpenAi({ models: ['small'] });
  const models = { openai: { url: `${server.url}/v1` }, roles: { enrich: { models: ['openai/small'] } } };
  const priced = { ...models, prices: { 'openai/small': { input: 100, output: 200 } } };
  const { settings, home } = await makeTestWorld({ settings: { models: priced } });
  expect(await sni(['--config', settings, 'models', 'test'], { SNI_HOME: home })).toMatchObject({ code: 0 });
  const { stdout } = await sni(['--config', settings, 'cost'], { SNI_HOME: home });
  expect(stdout).toMatch(/openai\/small .*\$0\.\d*[1-9]/);
  await server.close();
});
