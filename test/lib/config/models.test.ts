// The models of sni.yaml: what its comments show is what the code takes, with the defaults it has.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { modelsShape } from '../../../lib/config/models.js';
import { listPrices } from '../../../lib/config/prices.js';
import { projectRoot, readConfig } from '../../../lib/config.js';

const folder = mkdtempSync(join(tmpdir(), 'sni-models-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The block of a key in the head of sni.yaml, without its comment signs. */
function shown(key: string): string {
  const lines = readFileSync(join(projectRoot, 'sni.yaml'), 'utf8').split('\n');
  const from = lines.findIndex((line) => line.startsWith(`# ${key}:`));
  const length = lines.slice(from + 1).findIndex((line) => !line.startsWith('#   '));
  return lines
    .slice(from, from + 1 + length)
    .map((line) => line.slice(2))
    .join('\n');
}

const read = (text: string) => {
  const file = join(folder, 'sni.yaml');
  writeFileSync(file, text);
  return readConfig(file, { GEMINI_API_KEY: 'k' });
};

test('the block that sni.yaml shows can be used as it stands, and its values are the defaults', () => {
  const { models } = read(shown('models'));
  const plain = read('').models;
  expect(models).toEqual({
    ...plain,
    roles: {
      decide: { models: [{ engine: 'ollama', model: 'qwen2.5:7b' }], maxTokens: 2000, temperature: 0.2, timeoutSeconds: 180 },
      grade: { models: [{ engine: 'gemini', model: 'gemini-2.5-flash' }], maxTokens: 2000, temperature: 0.2, timeoutSeconds: 180 },
      describe: { models: [{ engine: 'ollama', model: 'qwen2.5:7b' }], maxTokens: 2000, temperature: 0.2, timeoutSeconds: 180 },
      enrich: {
        models: [
          { engine: 'ollama', model: 'qwen2.5:7b' },
          { engine: 'gemini', model: 'gemini-2.5-flash' },
        ],
        second: { engine: 'gemini', model: 'gemini-2.5-pro' },
        maxTokens: 2000,
        temperature: 0.2,
        timeoutSeconds: 180,
      },
      observe: { models: [{ engine: 'gemini', model: 'gemini-2.5-flash' }], maxTokens: 2000, temperature: 0.2, timeoutSeconds: 180 },
    },
    prices: { ...listPrices, 'openai/gpt-4.1-mini': { input: 0.4, output: 1.6, cached: 0.1 } },
    ollama: { ...plain.ollama, options: { 'qwen2.5:7b': { num_ctx: 8192 } } },
    gemini: { ...plain.gemini, url: 'https://generativelanguage.googleapis.com', thinkingBudget: 1024 },
    openai: { ...plain.openai, url: 'http://127.0.0.1:8000/v1', atOnce: 4, runs: 'local', needsKey: false },
  });
});

test('it shows every key there is', () => {
  const { models } = parse(shown('models')) as { models: Record<string, object> };
  const { shape } = modelsShape();
  expect(Object.keys(models).sort()).toEqual(Object.keys(shape).sort());
  expect(Object.keys(models['ollama'] ?? {}).sort()).toEqual(['keep_alive', 'models', 'url']);
  expect(Object.keys(models['gemini'] ?? {}).sort()).toEqual(['at_once', 'thinking_budget', 'url']);
  expect(Object.keys(models['openai'] ?? {}).sort()).toEqual(['at_once', 'local', 'url']);
});

test('an OpenAI server is paid for and OpenAI’s own unless the settings say otherwise; a local one has an address of this machine', () => {
  expect(read('').models.openai).toMatchObject({ url: 'https://api.openai.com/v1', runs: 'cloud', atOnce: 10, needsKey: true });
  const openai = (given: string) => read(`models: { openai: { ${given} } }`).models.openai;
  expect(openai('local: true')).toMatchObject({ url: 'http://127.0.0.1:8000/v1', runs: 'local', atOnce: 1, needsKey: false });
  expect(openai('url: "https://openrouter.ai/api/v1", at_once: 32')).toMatchObject({ runs: 'cloud', atOnce: 32, needsKey: false });
  expect(() => openai('url: "http://me:s3cret@gpu:8000/v1"')).toThrow(/models\.openai\.url: .*without a password/);
  expect(() => openai('url: "http://me:s3cret@gpu:8000/v1"')).not.toThrow(/s3cret/);
});

test('the keys it shows of a phase can be used too', () => {
  expect(read(shown('phases')).phases.generate).toMatchObject({ lanes: ['local', 'cloud'], dailyCostLimitUsd: 2.5, maxPending: 50_000 });
});
