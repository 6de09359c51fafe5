// `sni eval models`: models measured on labelled questions, asked as the phases ask.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sni } from '../../../lib/desk/fixture.js';
import { makeFolder } from '../../../support/folder.js';
import { makeTestWorld } from '../../../support/in-test.js';
import { type FakeGemini, fakeGeminiKey, startFakeGemini } from '../../../support/models/fake-gemini.js';
import { type FakeOllama, startFakeOllama } from '../../../support/models/fake-ollama.js';
import type { Question } from '../../../support/models/question.js';
import type { World } from '../../../support/world.js';

let ollama: FakeOllama;
let gemini: FakeGemini;
let world: World;
const folder = makeFolder('benchmark');
const fileOf = (...rows: object[]): string => {
  const file = join(folder, `${rows.length}.jsonl`);
  writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
  return file;
};
const evaluate = (...args: string[]) =>
  sni(['--config', world.settings, 'eval', 'models', ...args], { SNI_HOME: world.home, GEMINI_API_KEY: fakeGeminiKey });

const titles = [{ text: 'Iran denies it sent missiles to Russia', lang: 'en', outlet: 'Harbour Post' }];
const rows = [
  { role: 'describe', titles, says: ['Iran|Tehran', 'denies|denied'], never: ['threatens'] },
  { role: 'describe', titles, says: ['Iran', 'confirms'] },
  { role: 'doctor', error: 'ECONNRESET', class: 'transient' },
  { role: 'doctor', error: 'relation "x" does not exist', class: 'code_bug' },
  { role: 'observe', titles, strategic: true },
  { role: 'observe', titles: [...titles, { text: 'Cup final moved' }], same: false },
];

/** A model that is always right of errors, says everything is strategic and the same, and writes one true sentence; the small one lies. */
function answer({ model, system, user }: Question): object {
  if (system.includes('class errors')) return { errorClass: user.includes('ECONNRESET') ? 'transient' : 'code_bug', reason: 'so' };
  if (system.includes('strategic news')) return { strategic: true, why: 'so', words: [] };
  if (system.includes('same happening')) return { same: true, why: 'so', words: [] };
  return { sentence: model.startsWith('small') ? 'Iran sent missiles to Russia and Syria.' : 'Iran denied sending missiles to Russia.' };
}

beforeAll(async () => {
  ollama = await startFakeOllama({ models: ['large', 'small'], answer });
  gemini = await startFakeGemini({ answer });
  const roles = {
    describe: { models: ['ollama/large', 'ollama/small'] },
    doctor: { models: ['ollama/missing'], second: 'gemini/gemini-2.5-flash' },
    observe: { models: ['ollama/large'] },
  };
  world = await makeTestWorld({
    settings: { models: { ollama: { url: ollama.url }, gemini: { url: gemini.url }, patience: '1s', roles } },
  });
});
afterAll(() => Promise.all([ollama.close(), gemini.close()]));

test('each model of each role gets the role’s questions: right, wrong, refused, no answer, seconds and dollars', async () => {
  const { code, stdout, stderr } = await evaluate(fileOf(...rows), '--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const measured = JSON.parse(stdout);
  expect(measured).toMatchObject([
    { role: 'describe', model: 'ollama/large', n: 2, right: 1, wrong: 1, refused: 0, failed: 0, costUsd: 0 },
    { role: 'describe', model: 'ollama/small', n: 2, right: 0, wrong: 0, refused: 2, failed: 0 },
    {
      role: 'doctor',
      model: 'ollama/missing',
      n: 2,
      right: 0,
      failed: 2,
      medianSeconds: null,
      why: expect.stringContaining('ollama pull'),
    },
    { role: 'doctor', model: 'gemini/gemini-2.5-flash', n: 2, right: 2, failed: 0 },
    { role: 'observe', model: 'ollama/large', n: 2, right: 1, wrong: 1 },
  ]);
  expect(measured[3].costUsd).toBeGreaterThan(0);
  expect(measured[0].medianSeconds).toBeGreaterThanOrEqual(0);
  expect(await world.sql`select distinct phase from model_calls`).toEqual([{ phase: 'eval' }]);
});

test('for people an aligned table of one role, and what is wrong with a line', async () => {
  const { code, stdout, stderr } = await evaluate(fileOf(...rows, { role: 'observe', titles }), '--role', 'observe');
  expect(code).toBe(1);
  expect(stdout).toMatch(/^role +model +asked +right +wrong +refused +no answer +s +\$$/m);
  expect(stdout).toMatch(/^observe +ollama\/large +2 +1 \(50 %\) +1 +0 \(0 %\) +0 +\d+\.\d +0\.0000$/m);
  expect(stderr).toMatch(/7\.jsonl:7: of "strategic" and "same" it must say one\./);
});

test('no model of the role, no question of it, no file: a sentence each', async () => {
  expect(await evaluate(fileOf(...rows), '--role', 'narrate')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('No model answers the role narrate'),
  });
  expect(await evaluate(fileOf(rows[0] ?? {}), '--role', 'doctor')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('holds no question of doctor'),
  });
  expect(await evaluate(join(folder, 'nowhere.jsonl'))).toMatchObject({ code: 78, stderr: expect.stringContaining('There is no file') });
  expect((await evaluate('--help')).stdout).toContain('{"role":"doctor","error":');
});
