// A stage that sni.yaml alone makes: killed as the real process it is and resumed, retried, paused and shown like the phases.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { projectRoot } from '../../../lib/config.js';
import { phaseOf, stageNamed } from '../../../lib/stage/own.js';
import { makeTestWorld } from '../../support/in-test.js';
import { runChosenHere } from '../../support/run-here.js';
import { startScript } from '../../support/world.js';
import { sni } from '../desk/fixture.js';

const world = await makeTestWorld();
const { sql, settings, home, folder } = world;
const env = { SNI_HOME: home };
const desk = (...words: string[]) => sni(['--config', settings, ...words], env);
const surroundings = { SNI_HOME: home, SNI_CONFIG: settings, SECRET: 'hidden' };
const start = (name: string, ...flags: string[]) => startScript(join(projectRoot, 'dist/lib/stage/run.js'), [name, ...flags], surroundings);
const run = (name: string, ...flags: string[]) => runChosenHere((config) => phaseOf(stageNamed(config, name)), flags, surroundings);

/** Says how long each word is; does what a word asks for. */
const program = `
import { readFileSync, existsSync, writeFileSync } from 'node:fs';
const item = JSON.parse(readFileSync(0, 'utf8'));
if (item.word === 'hang' && !existsSync('mended')) { console.error('hanging'); setInterval(() => undefined, 1000); }
else if (item.word === 'bad' && !existsSync('mended')) { console.error('no such word'); process.exitCode = 3; }
else if (item.word === 'odd') console.log(JSON.stringify({ length: 'three' }));
else console.log(JSON.stringify({ length: item.word.length, sees: [process.env.SECRET ?? 'nothing', process.argv[2]].join(' ') }));
`;

const measure = {
  about: 'measures words',
  food: { query: 'select word_id as item_id, word from words order by word_id' },
  do: { command: [process.execPath, 'measure.mjs', '$(touch owned); *'], timeout: '60s' },
  answer: { length: 'whole', sees: 'text' },
  into: { table: 'lengths' },
  group: 2,
  max_inflight: 1,
  attempts: 3,
};

function setStages(stages: object): void {
  writeFileSync(settings, stringify({ database: world.name, checkpoints: 'checkpoints', stages }));
}

beforeAll(async () => {
  writeFileSync(join(folder, 'measure.mjs'), program);
  await sql`create table words (word_id bigint primary key, word text not null)`;
  await sql`create table lengths (item_id bigint primary key, length bigint, sees text)`;
  setStages({ measure });
});

const words = async (...all: string[]) => {
  await sql`truncate words, lengths, stage_answers, work, runs, diagnoses, doctor_actions`;
  await sql`insert into words select place, word from unnest(${all}::text[]) with ordinality as w (word, place)`;
};
const lengths = async () =>
  (await sql<{ length: string }[]>`select length from lengths order by item_id`).map(({ length }) => Number(length));

test('what its query names is answered once, kept and put into its table; another input is answered anew', async () => {
  await words('port', 'tanker', 'grain');
  expect((await start('measure').ended).finished).toMatchObject({ done: 3, made: 3, exit: 'done' });
  expect(await lengths()).toEqual([4, 6, 5]);
  expect((await run('measure')).finished).toMatchObject({ claimed: 0, exit: 'nothing' });
  await sql`update words set word = 'harbour' where word_id = 1`;
  expect((await run('measure')).finished).toMatchObject({ done: 1 });
  expect(await lengths()).toEqual([7, 6, 5]);
  const [kept] = await sql`select answer, made_by from stage_answers where stage = 'measure' and item_id = 1`;
  expect(kept).toMatchObject({ answer: { length: 7 }, made_by: { command: measure.do.command } });
});

test('no shell reads its words, and its program gets nothing of the environment that is not named', async () => {
  await words('port');
  await run('measure');
  expect(await sql`select sees from lengths`).toEqual([{ sees: 'nothing $(touch owned); *' }]);
  setStages({ measure: { ...measure, do: { ...measure.do, env: ['SECRET'] } } });
  await words('port');
  await run('measure');
  expect(await sql`select sees from lengths`).toEqual([{ sees: 'hidden $(touch owned); *' }]);
  setStages({ measure });
});

test('it is killed and resumed: what was settled stays, what was held is done by the next run', async () => {
  await words('port', 'tanker', 'grain', 'hang', 'strait');
  const running = start('measure');
  await running.said('started');
  for (;;) {
    const [row] = await sql<{ done: number; held: number }[]>`
      select count(*) filter (where state = 'done')::int as done, count(*) filter (where state = 'leased')::int as held from work`;
    if (row?.done === 2 && row.held === 2) break;
  }
  running.process.kill('SIGKILL');
  expect((await running.ended).signal).toBe('SIGKILL');
  writeFileSync(join(folder, 'mended'), '');
  expect((await run('measure', '--resume')).finished).toMatchObject({ done: 3, exit: 'done' });
  expect(await lengths()).toEqual([4, 6, 5, 4, 6]);
  expect(await sql`select sum(deaths)::int as deaths from work`).toEqual([{ deaths: 2 }]);
  rmSync(join(folder, 'mended'));
});

test('what fails waits or is set aside, is told of, and is tried again when asked to be', async () => {
  await words('port', 'bad', 'odd', 'grain');
  expect((await run('measure')).finished).toMatchObject({ done: 2, failed: 2 });
  expect(await lengths()).toEqual([4, 5]);
  const failures = (await desk('failures', 'measure')).stdout;
  expect(failures).toContain('no such word');
  expect(failures).toContain('has not the shape that sni.yaml names in length');
  writeFileSync(join(folder, 'mended'), '');
  expect((await desk('retry', 'measure', '2')).stdout).toContain('1 item');
  expect((await run('measure')).finished).toMatchObject({ done: 1 });
  rmSync(join(folder, 'mended'));
  expect(await lengths()).toEqual([4, 3, 5]);
});

test('the desk knows it: status, pause, priority, reprocess, stale; a name that is none is refused', async () => {
  await words('port', 'tanker');
  expect((await desk('status')).stdout).toMatch(/^measure +2 +0 /m);
  expect((await desk('status', 'measure')).stdout).toMatch(/^measure +2 /m);
  expect((await desk('pause', 'measure', 'by hand')).code).toBe(0);
  expect((await run('measure')).finished).toMatchObject({ exit: 'paused' });
  expect((await desk('resume', 'measure')).code).toBe(0);
  expect((await desk('run', 'nothing')).code).not.toBe(0);
  await run('measure', '--batch', '1');
  expect((await desk('status', 'measure')).stdout).toMatch(/^measure +0 +1 +0 +1 /m);
  expect((await desk('priority', 'measure', '5', '2')).code).toBe(0);
  await run('measure');
  expect((await desk('reprocess', 'measure', '1', '--yes')).stdout).toContain('1 item');
  expect((await run('measure')).finished).toMatchObject({ done: 1 });
  setStages({ measure: { ...measure, answer: { ...measure.answer, more: 'text' } } });
  expect((await desk('status', 'measur')).stderr).toContain('did you mean "measure"?');
  setStages({ measure });
});

test('its query may only read, and ends the run with 78 and a sentence where it cannot be read', async () => {
  await words('port');
  const [{ titles: before } = { titles: 0 }] = await sql`select count(*)::int as titles from words`;
  const evil = [
    'with gone as (delete from words returning 1) select 1 as item_id from gone',
    'select 1 as item_id) f) r) q; delete from words; --',
    'select word_id as item_id from words; drop table words',
    "select 1 as item_id, set_config('transaction_read_only', 'off', false)",
    "select nextval('titles_title_id_seq') as item_id",
    'select nothing as item_id from nowhere',
    "select 'word' as item_id",
    'select word from words',
  ];
  for (const query of evil) {
    setStages({ measure: { ...measure, food: { query } } });
    const { code, stderr, lines } = await run('measure');
    expect([query, code]).toEqual([query, 78]);
    expect(stderr + JSON.stringify(lines)).toContain('stages.measure.food');
    const { stdout, code: shown } = await desk('status');
    expect(shown).toBe(0);
    expect(stdout).toContain('stages.measure.food');
  }
  setStages({ measure });
  expect(await sql`select count(*)::int as titles from words`).toEqual([{ titles: before }]);
});

test('a view is food as a query is', async () => {
  await words('port', 'tanker');
  await sql`create view short_words as select word_id as item_id, word, word_id::integer as priority from words where length(word) < 5`;
  setStages({ measure: { ...measure, food: { view: 'short_words' } } });
  expect((await run('measure')).finished).toMatchObject({ done: 1 });
  setStages({ measure });
});
