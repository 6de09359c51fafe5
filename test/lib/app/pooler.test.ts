// Behind a pooler in transaction mode, where nothing of a session holds: a small one that speaks the real protocol.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { stringify } from 'yaml';
import { type PhaseName, phaseNames } from '../../../lib/config/phases.js';
import { ensureRunning } from '../../../lib/db/embedded.js';
import { bundled } from '../../support/bundled.js';
import { makeDatabase } from '../../support/database.js';
import { makeFolder } from '../../support/folder.js';
import { killSettings, twoFeeds } from '../../support/kill.js';
import { doorConfig, numbered, openDoor } from '../../support/models/door.js';
import { startFakeOllama } from '../../support/models/fake-ollama.js';
import { type PoolingProxy, startPoolingProxy } from '../../support/pooling-proxy.js';
import { runHere } from '../../support/run-here.js';

const scratch = await makeDatabase({ connections: 2 });
const server = await ensureRunning({ home: inject('home') });
const gpu = await startFakeOllama({ models: ['a'], latencyMs: 20 });
const children: ChildProcess[] = [];
let pooler: PoolingProxy;

beforeEach(async () => {
  pooler = await startPoolingProxy({ server, database: scratch.name, size: 3 });
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  pooler.close();
  gpu.reset();
});

const right = () => pooler.url('prepare=false');
const models = { ollama: { url: gpu.url }, roles: { enrich: { models: ['ollama/a'] } } };

/** Runs a phase over two feeds of the sample. */
function phase(name: PhaseName, databaseUrl: string) {
  const folder = makeFolder('pooler');
  const settings = join(folder, 'sni.yaml');
  writeFileSync(settings, stringify(killSettings(twoFeeds)));
  const env = { SNI_CONFIG: settings, SNI_CHECKPOINTS: folder, SNI_HOME: scratch.home };
  return runHere(name, [], { ...env, DATABASE_URL: databaseUrl });
}

test('all phases run with ?prepare=false, on fewer server connections than each has of its own', async () => {
  for (const name of phaseNames) {
    const { code, finished, stderr } = await phase(name, right());
    expect([name, code, finished?.['failed'], stderr]).toEqual([name, 0, 0, '']);
    expect(finished?.['done']).toBeGreaterThan(0);
  }
  expect(pooler.opened()).toBeLessThanOrEqual(3);
});

test('two processes share the local lane there: never two calls at once, and both come to their turn', async () => {
  const { file } = doorConfig(scratch, models, {}, { DATABASE_URL: right() });
  const ends = [1, 2].map(async () => {
    const child = spawn(process.execPath, [bundled('models/asker'), JSON.stringify({ file, questions: 10 })], {
      env: { ...process.env, SNI_HOME: scratch.home, DATABASE_URL: right() },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    await once(child, 'close');
    return said.trim().split('\n').slice(1);
  });
  expect((await Promise.all(ends)).flat()).toEqual(Array.from({ length: 20 }, () => 'answered'));
  expect(gpu.counters()).toMatchObject({ requests: 20, mostUnderWay: 1 });
});

test('one server connection is enough for the lane and the work beside it', async () => {
  const narrow = await startPoolingProxy({ server, database: scratch.name, size: 1 });
  const config = doorConfig(scratch, models, {}, { DATABASE_URL: narrow.url('prepare=false') });
  const doors = [await openDoor(config), await openDoor(config)];
  const answers = await Promise.all(doors.flatMap(({ ask }, one) => [1, 2, 3].map((number) => ask(numbered(one * 10 + number)))));
  expect(answers.map(({ madeBy }) => madeBy.engine)).toEqual(Array.from({ length: 6 }, () => 'ollama'));
  for (const door of doors) await door.end();
  narrow.close();
});

test('without ?prepare=false a run ends with 78 and says what to type: where settings at the start are refused', async () => {
  const { code, lines, finished } = await phase('filter', pooler.url());
  expect([code, finished?.['claimed']]).toEqual([78, 0]);
  expect(JSON.stringify(lines)).toMatch(/pooler.*\(statement_timeout\): add \?prepare=false to DATABASE_URL/);
});

test('without ?prepare=false a run ends with 78 and says what to type: where prepared statements are lost', async () => {
  const patient = await startPoolingProxy({ server, database: scratch.name, size: 3, ignoresSettings: true });
  const { code, lines, finished } = await phase('filter', patient.url());
  patient.close();
  expect([code, finished?.['claimed']]).toEqual([78, 0]);
  expect(JSON.stringify(lines)).toMatch(/loses prepared statements.*: add \?prepare=false to DATABASE_URL/);
});

test('a parameter of DATABASE_URL that the pooler refuses is named', async () => {
  const { code, lines } = await phase('filter', pooler.url('prepare=false&search_path=public'));
  expect(code).toBe(78);
  expect(JSON.stringify(lines)).toMatch(/refuses \\\\?"search_path\\\\?" in DATABASE_URL/);
});

test('a pooler with one server connection loses no prepared statement, and is not refused', async () => {
  const narrow = await startPoolingProxy({ server, database: scratch.name, size: 1, ignoresSettings: true });
  const door = await openDoor(doorConfig(scratch, models, {}, { DATABASE_URL: narrow.url() }));
  expect(await door.app.sql`select 1 as one`).toEqual([{ one: 1 }]);
  await door.end();
  narrow.close();
});
