// What an operator sees and does after things went wrong: real runs of a phase whose items fail, and the real command.
import { beforeEach, describe, expect, test } from 'vitest';
import { type Fate, fated, setFates } from '../../support/fated-phase.js';
import { makeTestWorld } from '../../support/in-test.js';
import { runChosenHere } from '../../support/run-here.js';
import { hostile, sni } from './fixture.js';

const world = await makeTestWorld({ settings: { phases: { enrich: { group: 4, max_inflight: 1 } } } });
const { sql } = world;
const env = { SNI_HOME: world.home, SNI_CONFIG: world.settings };
const ask = (...args: string[]) => sni(args, env);
const json = async (...args: string[]) => JSON.parse((await ask(...args, '--json')).stdout);
const run = () => runChosenHere(() => fated, [], env);

const bug: Fate = { name: 'TypeError', message: 'x is not a function' };
const odd: Fate = { message: `The flux of "${hostile}" is inverted.` };

describe('after a run in which two items failed for good and one waits', () => {
  beforeEach(async () => {
    await setFates(sql, [bug, bug, odd, null]);
    await run();
  });

  test('each kind is shown with its class, who decided it, what was done and what can be done', async () => {
    const { code, stdout } = await ask('failures');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^enrich: [0-9a-f]{8}\n {2}2 items failed, last (?:just now|.* ago)\. code_bug \(by rule\); set aside\.\n {2}x is not a function\n/,
    );
    expect(stdout).toMatch(/sni show ef:[12]$/m);
    expect(stdout).toMatch(/have the code mended, then sni clear-errors enrich --signature [0-9a-f]{8}$/m);
    expect(stdout).toMatch(/1 item to be tried again, last .*\. item_specific \(nobody knew it\); tried again later\./);
    expect(stdout).toMatch(/nothing for those that wait: a run after \d{4}-/);
    expect(stdout).toMatch(/^What was done last\nwhen +phase +action +items +because$/m);
    expect(stdout).not.toMatch(/\p{Bidi_Control}|(?!\n)\p{Cc}/u);
  });

  test('and as one JSON object', async () => {
    const found = await json('failures', 'enrich', '--limit', '1');
    expect(found).toMatchObject({
      more: 1,
      paused: [],
      feedsFailing: 0,
      failures: [{ phase: 'enrich', errorClass: 'code_bug', decidedBy: 'rules', failed: 2, waiting: 0 }],
    });
    expect(found.failures).toHaveLength(1);
    expect(found.actions.map(({ action, items }: { action: string; items: number }) => `${action} ${items}`).sort()).toEqual([
      'fail_item 2',
      'retry_later 1',
    ]);
    expect(await json('failures', 'filter')).toMatchObject({ failures: [], actions: [] });
  });

  test('clear-errors puts back what failed for good, of a kind or all, says how many, and a run does them', async () => {
    const [{ key }] = (await json('failures')).failures;
    await sql`update work set state = 'failed', attempts = 5 where item_id = 3`;
    expect((await ask('clear-errors', 'enrich', '--signature', key)).stdout).toMatch(/^2 items of enrich will be tried anew/);
    expect(await sql`select state, attempts, error from work where item_id < 3`).toEqual(
      Array(2).fill({ state: 'ready', attempts: 0, error: null }),
    );
    expect(await sql`select state from work where item_id = 3`).toEqual([{ state: 'failed' }]);
    expect(await json('clear-errors', 'enrich')).toEqual({ phase: 'enrich', signature: null, cleared: 1 });
    expect((await ask('clear-errors', 'enrich')).stdout).toMatch(/^Nothing to do/);
    await sql`update fates set fate = null`;
    expect(await run()).toMatchObject({ code: 0, finished: { done: 3 } });
    expect((await ask('failures')).stdout).toMatch(/^No item has failed, and none waits to be tried again\.$/m);
  });

  test('an operator’s word on an error is stored, shown and followed', async () => {
    const [{ key, signature }] = (await json('failures')).failures;
    expect((await ask('failures', 'set', key.toUpperCase(), 'transient')).stdout).toContain(signature);
    expect(await json('failures', 'set', signature, 'transient')).toEqual({ signature, errorClass: 'transient' });
    const known = () => sql`select error_class, decided_by from diagnoses where signature = ${signature}`;
    const said = await known();
    await ask('failures', 'set', signature, 'systemic');
    expect((await ask('undo', '--why', 'it passed')).stdout).toMatch(/^Undone: class:\d+, class of systemic: /);
    expect(await known()).toEqual(said);
    await ask('clear-errors', 'enrich');
    await run();
    const [first] = (await json('failures')).failures.filter((one: { key: string }) => one.key === key);
    expect(first).toMatchObject({ errorClass: 'transient', decidedBy: 'operator', failed: 0, waiting: 2 });
    expect((await ask('failures')).stdout).toContain('transient (by an operator); tried again later.');
  });
});

test('when all is well it says so in a sentence, and nothing else', async () => {
  await setFates(sql, [null]);
  await run();
  expect(await ask('failures')).toMatchObject({ code: 0, stdout: 'No item has failed, and none waits to be tried again.\n' });
});

test('a phase that the doctor paused is shown first, with why', async () => {
  await setFates(sql, Array(4).fill(bug));
  await run();
  expect((await ask('failures')).stdout).toMatch(
    /^enrich is paused until it is resumed: 3 items failed alike: x is not a function\. It looks like a mistake/,
  );
});

test('items whose worker died are shown too, though no doctor saw them', async () => {
  await setFates(sql, [null]);
  await sql`
    insert into work (phase, item_id, state, attempts, error_class, error) values ('filter', 7, 'failed', 5, 'worker_died', 'Its worker died 5 times.')`;
  const { stdout } = await ask('failures');
  expect(stdout).toMatch(
    /^filter\n {2}1 item failed\. worker_died\.\n {2}Its worker died 5 times\.\n {2}- one of them: sni show title:7\n {2}- when the cause is gone: sni clear-errors filter$/m,
  );
});

test('what is not known or not allowed ends in a sentence', async () => {
  expect(await ask('failures', 'set', 'nothing', 'transient')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('No error is known as nothing.'),
  });
  expect(await ask('clear-errors', 'enrich', '-s', 'nothing')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('"sni failures" shows'),
  });
  expect(await ask('failures', 'set', 'x', 'bad')).toMatchObject({ code: 78, stderr: expect.stringContaining('transient') });
  expect(await ask('failures', 'enirch')).toMatchObject({ code: 78, stderr: expect.stringContaining('did you mean "enrich"?') });
  expect(await ask('clear-errors')).toMatchObject({ code: 78 });
  for (const command of [['failures'], ['failures', 'set'], ['clear-errors']]) {
    expect((await ask(...command, '--help')).stdout).toContain('Examples:');
  }
});
