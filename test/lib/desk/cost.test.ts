// What models cost and what their calls were, as an operator and his scripts meet it: real processes over a real database.
import { beforeAll, describe, expect, test } from 'vitest';
import { bar } from '../../../lib/desk/cost/today.js';
import { makeTestWorld } from '../../support/in-test.js';
import type { World } from '../../support/world.js';
import { furnishCalls } from './calls-fixture.js';
import { type Answer, sni } from './fixture.js';

let world: World;
let ask: (...args: string[]) => Promise<Answer>;
const json = async (...args: string[]) => JSON.parse((await ask(...args, '--json')).stdout);

beforeAll(async () => {
  world = await makeTestWorld({ settings: { models: { daily_cost_limit: 1.5 }, phases: { enrich: { daily_cost_limit: 0.5 } } } });
  await furnishCalls(world.sql);
  ask = (...args) => sni(['--config', world.settings, ...args], { SNI_HOME: world.home });
});

describe('sni cost', () => {
  test('--json: today against the limits, days, calls by day, phase and model, answers by rules apart', async () => {
    const cost = await json('cost');
    expect(cost.today).toMatchObject({
      usd: 0.75,
      reservedUsd: 0.3,
      limitUsd: 1.5,
      phases: [
        { phase: 'enrich', usd: 0.45, limitUsd: 0.5 },
        { phase: 'narrate', usd: 0.3, limitUsd: null },
      ],
    });
    expect(cost.days.map(({ usd }: { usd: number }) => usd)).toEqual([0.75, 0.02]);
    expect(cost.use).toHaveLength(3);
    expect(cost.use[0]).toMatchObject({
      day: cost.today.day,
      phase: 'enrich',
      engine: 'gemini',
      calls: 2,
      refused: 1,
      failed: 0,
      tokensIn: 2400,
      tokensCached: 600,
      tokensOut: 800,
      tokensThinking: 200,
      costUsd: 0.45,
    });
    expect(cost.rules).toEqual([{ phase: 'generate', answers: 1 }]);
  });

  test('--days takes more or fewer of them in', async () => {
    expect((await json('cost', '--days', '1')).use).toHaveLength(1);
    expect((await json('cost', '--days', '60')).use).toHaveLength(4);
    expect(await ask('cost', '--days', '0')).toMatchObject({ code: 78 });
  });

  test('for people: bars, a line a day, phase and model, what is set aside, what rules answered', async () => {
    const { stdout } = await ask('cost');
    expect(stdout).toMatch(/^all phases +\$0\.75 +\$1\.50 +█{10}░{10} 50 %$/m);
    expect(stdout).toMatch(/^enrich +\$0\.45 +\$0\.50 +█{18}░{2} 90 %$/m);
    expect(stdout).toMatch(/^narrate +\$0\.30 +that of all$/m);
    expect(stdout).toContain('Calls in the last 7 days: $0.45');
    expect(stdout).toMatch(/^\d{4}-\d\d-\d\d +enrich +gemini\/gemini-2\.5-flash +2 +1 +0 +2,400 +600 +800 +200 +\$0\.45$/m);
    expect(stdout).toMatch(/^\$0\.30 of what is spent today is set aside for calls that are under way, or whose process was killed\.$/m);
    expect(stdout).toMatch(/^\d{4}-\d\d-\d\d: \$0\.02 stayed set aside for calls that were never settled; their process was killed\.$/m);
    expect(stdout).toMatch(/^1 answer was made by rules in the last 7 days, without a model and without cost \(generate 1\)\.$/m);
  });

  test('a sentence where nothing was asked and nothing spent', async () => {
    const bare = await makeTestWorld();
    const { stdout, code } = await sni(['--config', bare.settings, 'cost'], { SNI_HOME: bare.home });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'No model was asked in the last 7 days, and nothing was spent: "sni models" shows which models may be asked.\n',
    });
  });
});

test('a bar shows the smallest sum, is full at the limit only, and shows none without a limit', () => {
  expect(bar(0, 5)).toBe(`${'░'.repeat(20)} 0 %`);
  expect(bar(0.0001, 5)).toBe(`█${'░'.repeat(19)} 0 %`);
  expect(bar(4.999, 5)).toBe(`${'█'.repeat(19)}░ 99 %`);
  expect(bar(7, 5)).toBe(`${'█'.repeat(20)} 140 %`);
  expect(bar(0, 0)).toBe(`${'█'.repeat(20)} 100 %`);
  expect(bar(3, null)).toBe('');
});

describe('sni list calls', () => {
  test('the newest first, limited, and by what became of them', async () => {
    const ids = (rows: { id: string }[]) => rows.map(({ id }) => id.slice(0, 8));
    expect(ids(await json('list', 'calls')).slice(2)).toEqual(['bbbb0003', 'cccc0004', 'dddd0005', 'eeee0006']);
    expect(ids(await json('list', 'calls', '--limit', '3'))).toHaveLength(3);
    expect(ids(await json('list', 'calls', '--refused'))).toEqual(['aaaa0002']);
    expect(ids(await json('list', 'calls', '--status', 'failed'))).toEqual(['cccc0004']);
    expect(await ask('list', 'calls', '--refused', '--status', 'failed')).toMatchObject({ code: 78 });
  });

  test('for people: which, when, of whom, what became of it and why', async () => {
    const { stdout } = await ask('list', 'calls');
    expect(stdout).toMatch(
      /^aaaa0002 +\d{4}-\d\d-\d\d \d\d:\d\d +enrich +enrich +gemini\/gemini-2\.5-flash +refused +5\.3 +\$0\.15 +The answer does not have its shape\.$/m,
    );
    expect(stdout).toMatch(/^dddd0005 .* by rules +answered/m);
  });
});

describe('sni show call', () => {
  test('by the beginning of its id: what it was, cost and took, what did not stand, and what came back, made visible', async () => {
    const { stdout, code } = await ask('show', 'call:aaaa0002');
    expect(code).toBe(0);
    for (const part of [
      'call:aaaa0002-0000-4000-8000-000000000000',
      'refused: its answer was not accepted',
      'gemini/gemini-2.5-flash',
      'run 11111111-1111-4111-8111-111111111111',
      'prompt 3-abcdef01, shape 4a5b6c7d, input abababababab',
      '1,200 in (300 cached), 400 out, 100 thinking',
      '$0.15',
      'waited 3.1 s for its turn, then took 5.3 s',
      'The answer does not have its shape.',
      '  - facts.0: the name Lviv is in no title',
      '{"facts": [\\u001b[2J\\u001b]0;owned\\u0007\n',
      '"Odesa \\u202eport\\u009b31m"\\u0009tab',
    ])
      expect(stdout).toContain(part);
    expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Bidi_Control}/u);
  });

  test('what is its error is not said twice', async () => {
    await world.sql`update model_calls set problems = jsonb_build_array(jsonb_build_object('field', '', 'reason', error)) where error is not null`;
    const { stdout } = await ask('show', 'call:cccc');
    expect(stdout.match(/The server at 127\.0\.0\.1 was silent\./g)).toHaveLength(1);
    expect(stdout).toContain('No answer was kept.');
  });

  test('a long answer is cut for people and whole as JSON', async () => {
    const raw = 'y'.repeat(50_000);
    await world.sql`update model_calls set raw = ${raw} where call_id = 'bbbb0003-0000-4000-8000-000000000000'`;
    const { stdout } = await ask('show', 'call:bbbb');
    expect(stdout).toContain('answered after a repair');
    expect(stdout).toContain('2.4 s of it to load the model');
    expect(stdout).toContain('46,000 characters more: --json prints all.');
    expect(stdout.length).toBeLessThan(6000);
    expect((await json('show', 'call:bbbb')).raw).toBe(raw);
  });

  test('an answer by rules is said to be one; an accepted answer is not kept', async () => {
    await world.sql`update model_calls set shape_version = '' where call_id::text like 'dddd%'`;
    const { stdout } = await ask('show', 'call:dddd');
    expect(stdout).toContain('no model: the rules of the prompt');
    expect(stdout).toMatch(/prompt \S+, input /);
    expect((await ask('show', 'call:aaaa0001')).stdout).toContain('The answer was accepted as it came');
  });

  test('a beginning of several names them; one of none says where to look', async () => {
    expect(await ask('show', 'call:aaaa')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^Several calls begin with aaaa: call:aaaa0001-.*, call:aaaa0002-.*\. Type more of it\.\n$/),
    });
    expect(await ask('show', 'call:ffff')).toMatchObject({
      code: 1,
      stderr: 'There is no model call ffff. "sni list calls" shows which there are.\n',
    });
    expect(await ask('show', 'call:xyz')).toMatchObject({ code: 78 });
  });
});
