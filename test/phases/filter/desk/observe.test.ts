// `sni observe` and `sni discrepancies`: what a model is asked about decisions of code, what is kept of it, and that nothing is asked twice.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { projectRoot } from '../../../../lib/config.js';
import { furnish, sni, sniProcess } from '../../../lib/desk/fixture.js';
import { makeTestWorld } from '../../../support/in-test.js';
import { type FakeOllama, startFakeOllama } from '../../../support/models/fake-ollama.js';
import type { Question } from '../../../support/models/question.js';
import { makeWorld, type World } from '../../../support/world.js';

const source = await makeTestWorld();
let ollama: FakeOllama;
let world: World;
let answer: (question: Question) => object;
const ask = (...args: string[]) => sni(['--config', world.settings, ...args], { SNI_HOME: world.home });
const told = async (...args: string[]) => JSON.parse((await ask(...args, '--json')).stdout);

/** What agrees with all that code decided of the furnished titles. */
function agreeing({ system, user }: Question): object {
  if (system.includes('strategic news')) return { strategic: !user.includes('Cup final'), why: 'It is.', words: [] };
  if (system.includes('same happening')) return { same: true, why: 'It is.', words: [] };
  return { wrong: [], why: 'All are said.', words: [] };
}

beforeAll(async () => {
  ollama = await startFakeOllama({ models: ['judge'], answer: (question) => answer(question) });
  await furnish(source.sql);
  await source.sql`update event_families set title_count = 3 where ef_id = 2`;
  await source.sql`
    update titles set reading = '{"wording": {}, "theater": "UKRAINE", "eventType": "Strategy/Tactics", "acts": [
      {"source": "RU", "action": "attack", "target": "UA", "start": 15, "end": 18}]}' where title_id = 1`;
  await source.sql.end();
});
afterAll(() => ollama.close());

beforeEach(async () => {
  answer = agreeing;
  ollama.reset();
  await ollama.reopen();
  const models = { ollama: { url: ollama.url }, patience: '1s', roles: { observe: { models: ['ollama/judge'] } } };
  world = await makeWorld({ home: inject('home'), source: source.name, settings: { models } });
  return () => world.drop();
});

test('without a model it says so and what to do, and asks nobody', async () => {
  const bare = await makeWorld({ home: inject('home'), source: source.name });
  const { code, stdout, stderr } = await sni(['--config', bare.settings, 'observe'], { SNI_HOME: bare.home });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(
    /^No model is named for the observer, so nothing was observed\. Name one under models in .*:\n {2}roles:\n {4}observe:/,
  );
  expect(JSON.parse((await sni(['--config', bare.settings, 'observe', '--json'], { SNI_HOME: bare.home })).stdout)).toMatchObject({
    configured: false,
    kinds: [],
  });
  await bare.drop();
});

test('what a model says otherwise is a discrepancy with the words the vocabulary lacks; no decision is changed, and none is asked about twice', async () => {
  answer = (question) => {
    if (question.user.includes('Cup final') && question.system.includes('strategic news'))
      return { strategic: true, why: 'It is politics.', words: ['Cup final moved'] };
    if (question.system.includes('read off the headline') && question.user.includes('Russian drones'))
      return { wrong: [1], why: 'It names a port, not a state.', words: [] };
    return agreeing(question);
  };
  const decided = async () => [
    await world.sql`select title_id, status, strategic_tier, gate, reading, ef_id from titles order by title_id`,
    await world.sql`select * from event_families order by ef_id`,
    await world.sql`select * from framed_narratives`,
    await world.sql`select * from work order by phase, item_id`,
  ];
  const before = await decided();
  const observed = await told('observe', '--sample', '16');
  expect(observed).toMatchObject({ configured: true, sample: 11, ended: null });
  expect(observed.kinds).toMatchObject([
    { kind: 'gate', agreed: 3, differs: 1, failed: 0, ready: 0 },
    { kind: 'reading', agreed: 2, differs: 1 },
    { kind: 'grouping', agreed: 3, differs: 0 },
    { kind: 'frame', agreed: 1, differs: 0 },
  ]);
  expect(await decided()).toEqual(before);
  const asked = ollama.requests.length;
  expect(asked).toBe(11);
  await ask('observe', '--sample', '16');
  expect(ollama.requests.length).toBe(asked);
  const calls = await world.sql`select phase, count(*)::int as n from model_calls group by phase`;
  expect(calls).toEqual([{ phase: 'observe', n: 11 }]);

  const list = await told('discrepancies', 'list');
  expect(list.map(({ kind, subject, decided, judged }: Record<string, string>) => [kind, subject, decided, judged]).sort()).toEqual([
    ['gate', 'title:4', 'dropped', 'keep'],
    ['reading', 'title:1', 'attack', 'not said: an attack by Russia on Ukraine'],
  ]);
  const ofGate = list.find(({ kind }: { kind: string }) => kind === 'gate');
  expect(ofGate.lacking).toEqual([{ word: 'Cup final moved', sort: 'mechanisms', known: false, changes: expect.any(Boolean) }]);
  const number = String(ofGate.number);
  const page = (await ask('discrepancies', 'show', number)).stdout;
  expect(page).toContain('Cup final moved: as an action, the vocabulary lacks it');
  expect(page).toContain('ollama/judge');
  expect((await ask('discrepancies', 'close', number, 'it is sport', '--by', 'anna')).stdout).toBe(`Discrepancy ${number} is closed.\n`);
  expect(await told('discrepancies', 'list')).toHaveLength(1);
  expect(await told('discrepancies', 'list', '--all')).toHaveLength(2);
  expect(await told('discrepancies', 'show', number)).toMatchObject({ closedBy: 'anna', closedWhy: 'it is sport' });
  expect((await ask('undo', '--by', 'ben')).stdout).toContain(`Undone: close:${number}, close of `);
  expect(await told('discrepancies', 'show', number)).toMatchObject({ closedBy: null, closedWhy: null });
  await ask('discrepancies', 'close', number, 'it is sport', '--by', 'anna');
  expect(await ask('discrepancies', 'close', number, 'again')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('closed by anna already'),
  });
  expect(await ask('discrepancies', 'show', '99')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('There is no discrepancy 99.'),
  });
});

test('words that stand in no headline are not kept, and an answer without its shape is no verdict and is not paid again', async () => {
  answer = (question) =>
    question.system.includes('strategic news')
      ? { strategic: question.user.includes('Cup final'), why: 'No.', words: ['Martians', 'drones'] }
      : { verdict: 'fine' };
  const { kinds } = await told('observe', '--sample', '4');
  expect(kinds).toMatchObject([
    { kind: 'gate', differs: 1 },
    { kind: 'reading', agreed: 0, failed: 1, ready: 0 },
    { kind: 'grouping', failed: 1 },
    { kind: 'frame', failed: 1 },
  ]);
  const [found] = await told('discrepancies', 'list');
  expect(found.lacking.map(({ word }: { word: string }) => word)).not.toContain('Martians');
  const asked = ollama.requests.length;
  await ask('observe', '--sample', '4');
  expect(ollama.requests.length).toBe(asked);
});

test('a model that is down ends it with 75, and the next run asks what is left', async () => {
  await ollama.close();
  const down = await ask('observe', '--sample', '8');
  expect(down).toMatchObject({ code: 75, stderr: expect.stringMatching(/^The observer ended early: No model can be asked now/) });
  expect(await world.sql`select action, phase from doctor_actions`).toEqual([{ action: 'end_run', phase: null }]);
  expect((await ask('failures')).stdout).toContain('observe');
  await ollama.reopen();
  await world.sql`truncate lanes`;
  const { kinds } = await told('observe', '--sample', '8');
  expect(kinds.every(({ ready }: { ready: number }) => ready === 0)).toBe(true);
});

test('it heeds a pause that a server asked for, and the daily limit holds for it', async () => {
  await world.sql`
    insert into lanes (engine, model, state, paused_until, reason) values ('ollama', '', 'paused', now() + interval '1 hour', 'too many')`;
  expect(await ask('observe', '--sample', '4')).toMatchObject({ code: 75, stderr: expect.stringContaining('too many') });
  expect(ollama.requests).toHaveLength(0);
});

test('a run that is killed is gone on with, and nothing that was answered is asked again', async () => {
  const slow = await startFakeOllama({ models: ['judge'], answer: agreeing, latencyMs: 200 });
  const models = { ollama: { url: slow.url }, roles: { observe: { models: ['ollama/judge'] } } };
  const killed = await makeWorld({ home: inject('home'), source: source.name, settings: { models } });
  const env = { PATH: process.env['PATH'] ?? '', SNI_HOME: killed.home, SNI_CONFIG: killed.settings };
  const child = spawn(
    process.execPath,
    [join(projectRoot, 'dist/phases/filter/desk.js'), 'observe', '--sample', '16', '--max-inflight', '1'],
    {
      env,
      stdio: 'ignore',
    },
  );
  const judged = async () => (await killed.sql`select from observations where state = 'judged'`).length;
  while ((await judged()) < 3) await new Promise((done) => setTimeout(done, 20));
  child.kill('SIGKILL');
  await new Promise((done) => child.once('close', done));
  const before = await killed.sql<{ subject: string; kind: string }[]>`select kind, subject from observations where state = 'judged'`;
  const first = slow.requests.length;
  expect((await sni(['--config', killed.settings, 'observe', '--sample', '16'], { SNI_HOME: killed.home })).code).toBe(0);
  expect(await killed.sql`select from observations where state <> 'judged'`).toHaveLength(0);
  expect(slow.requests.length - first).toBe(11 - before.length);
  await killed.drop();
  await slow.close();
});

test('--sample with a number is the observer’s own, also behind sni itself, which has a --sample of the sample world', async () => {
  expect(await told('observe', '--sample', '4')).toMatchObject({ configured: true, sample: 4 });
  const wrong = await sniProcess(['--config', world.settings, 'observe', '--sample', '99999'], { SNI_HOME: world.home });
  expect(wrong).toMatchObject({ code: 78, stdout: '', stderr: expect.stringMatching(/--sample <n>.*'99999' is invalid.*whole number/) });
});
