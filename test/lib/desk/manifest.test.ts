// Work planned into a manifest, dispatched, done by the phases and proved line by line.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { projectRoot } from '../../../lib/config.js';
import { systemTests } from '../../../lib/stage/system-test.js';
import { makeTestWorld } from '../../support/in-test.js';
import { runChosenHere } from '../../support/run-here.js';
import { startScript } from '../../support/world.js';
import { furnish, sni } from './fixture.js';

const world = await makeTestWorld();
const { sql, settings, home, folder } = world;
const desk = (...words: string[]) => sni(['--config', settings, ...words], { SNI_HOME: home });
const file = join(folder, 'm.jsonl');
const env = { SNI_HOME: home, SNI_CONFIG: settings };
const runTests = () => runChosenHere(() => systemTests, [], env);
const linesOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const proved = async () => {
  const { code, stdout } = await desk('verify', file, '--json');
  return { code, states: linesOf(stdout).map(({ state }) => state) as string[] };
};
const repeat = (state: string, count: number) => Array<string>(count).fill(state);

beforeEach(async () => {
  await sql`truncate work, dispatched, system_tests, system_test_rows, runs, operator_log, titles, event_families, feeds, actors restart identity cascade`;
  await sql`update phases set paused_at = null, paused_until = null, pause_reason = null`;
});

test('fifty tests of the installation: each has a receipt of all it did, and only then all is done', async () => {
  expect((await desk('plan', 'system-test', '--count', '50', '--ms', '1', '--out', file)).code).toBe(0);
  expect(await proved()).toEqual({ code: 1, states: repeat('missing', 50) });
  expect((await desk('dispatch', file)).stdout).toContain('50 lines of 50 loaded');
  expect((await desk('dispatch', file)).stdout).toContain('0 lines of 50 loaded');
  expect(await proved()).toEqual({ code: 75, states: repeat('waiting', 50) });
  const ended = await startScript(join(projectRoot, 'dist/lib/stage/run.js'), ['system_test'], env).ended;
  expect(ended.finished).toMatchObject({ done: 50, exit: 'done' });
  expect(await proved()).toEqual({ code: 0, states: repeat('done', 50) });
  const kinds =
    await sql`select kind, receipt - 'ms' as receipt from system_tests where kind in ('crud', 'held_crud') order by test_id limit 2`;
  expect(kinds).toEqual([
    { kind: 'crud', receipt: { created: true, read: true, updated: true, deleted: true } },
    { kind: 'held_crud', receipt: { created: true, read: true, updated: true, deleted: true, held: true } },
  ]);
  expect(await sql`select from system_test_rows`).toHaveLength(0);
  expect((await desk('dispatch', file)).stdout).toContain('0 lines of 50 loaded');
  expect((await runTests()).finished).toMatchObject({ claimed: 0, exit: 'nothing' });
});

test('a receipt that lacks a step, or says that one failed, proves nothing', async () => {
  await desk('plan', 'system-test', '--kind', 'crud', '--count', '3', '--out', file);
  await desk('dispatch', file);
  await runTests();
  await sql`update system_tests set receipt = receipt - 'deleted' where test_id = 1`;
  await sql`update system_tests set receipt = jsonb_set(receipt, '{updated}', 'false') where test_id = 2`;
  expect(await proved()).toEqual({ code: 1, states: ['missing', 'missing', 'done'] });
});

test('gaps: what no phase has worked and what failed for good; done when it was worked and is missing no more', async () => {
  await furnish(sql);
  await sql`truncate work`;
  await sql`insert into work (phase, item_id, state, error) values ('enrich', 2, 'failed', 'It broke.')`;
  await desk('resume', 'enrich');
  await desk('plan', 'gap-fill', 'enrich', '--out', file);
  expect(linesOf(readFileSync(file, 'utf8'))).toMatchObject([{ do: 'gap-fill', phase: 'enrich', item: '2' }]);
  await desk('dispatch', file);
  expect(await sql`select state, error from work where phase = 'enrich' and item_id = 2`).toEqual([{ state: 'ready', error: null }]);
  expect(await proved()).toEqual({ code: 75, states: ['waiting'] });
  await world.here('enrich');
  expect(await proved()).toEqual({ code: 0, states: ['done'] });
  await sql`update event_families set status = 'seed' where ef_id = 2`;
  expect((await proved()).states).toEqual(['waiting']);
  await sql`update work set state = 'failed', error = 'Again.' where phase = 'enrich'`;
  expect(await proved()).toEqual({ code: 1, states: ['failed'] });
  expect((await desk('verify', file)).stdout).toContain('Again.');
});

test('of all phases where none is named, without feeds; an item that is gone is missing, whatever its work says', async () => {
  await furnish(sql);
  await sql`truncate work`;
  await desk('plan', 'gap-fill', '--out', file);
  const phases = new Set(linesOf(readFileSync(file, 'utf8')).map(({ phase }) => phase));
  expect([...phases]).toEqual(['filter', 'enrich', 'narrate']);
  await desk('dispatch', file);
  await sql`update work set state = 'done', finished_at = now() + interval '1 second' where phase = 'enrich'`;
  await sql`update event_families set status = 'merged' where status = 'seed'`;
  const { stdout } = await desk('verify', file, '--json');
  expect(linesOf(stdout).find(({ phase }) => phase === 'enrich')).toMatchObject({
    state: 'missing',
    said: 'there is no such item any more',
  });
});

test('what is done is done again once, however often its manifest is dispatched', async () => {
  await furnish(sql);
  await sql`truncate work`;
  await desk('resume', 'enrich');
  await world.here('enrich');
  await desk('plan', 'reprocess', 'enrich', '--all', '--out', file);
  const { length } = linesOf(readFileSync(file, 'utf8'));
  expect(length).toBeGreaterThan(0);
  await desk('dispatch', file);
  expect((await proved()).states).toEqual(repeat('waiting', length));
  await world.here('enrich');
  expect(await proved()).toEqual({ code: 0, states: repeat('done', length) });
  await desk('dispatch', file);
  expect((await world.here('enrich')).finished).toMatchObject({ claimed: 0 });
  expect((await desk('log')).stdout).toContain('dispatch');
});

test('a manifest with a wrong line loads nothing and says which line it is', async () => {
  const good = JSON.stringify({ plan: 'p', line: 1, do: 'echo', text: 'x' });
  for (const [line, said] of [
    ['no json', 'no JSON'],
    ['{"plan":"p","line":2,"do":"rm"}', 'm.jsonl:2'],
    ['{"plan":"p","line":2,"do":"gap-fill","phase":"enrich","item":"-1"}', 'item'],
    ['{"plan":"p","line":2,"do":"gap-fill","phase":"nothing","item":"1"}', 'nothing'],
    ['7', 'm.jsonl:2'],
  ] as const) {
    writeFileSync(file, `${good}\n${line}\n`);
    const { code, stderr } = await desk('dispatch', file);
    expect([line, code]).toEqual([line, 78]);
    expect(stderr).toContain(said);
    expect(await sql`select from dispatched`).toHaveLength(0);
  }
  expect((await desk('verify', join(folder, 'none.jsonl'))).code).toBe(78);
  writeFileSync(file, '');
  expect((await desk('dispatch', file)).code).toBe(0);
  expect((await desk('verify', file)).code).toBe(0);
});
