// Each act of the desk is the command it says: the same code, in the log under the user's name, and no more than was shown.
import { beforeAll, expect, test } from 'vitest';
import { makeTestWorld } from '../../../support/in-test.js';
import { type Asking, addAnna, loggedIn, openDesk } from './fixture.js';

const world = await makeTestWorld();
const { sql } = world;
const { browser } = openDesk(world);
const pauseEnrich = { act: 'pause', phase: 'enrich' };
let anna: Asking;
let token: string;

beforeAll(async () => {
  await addAnna(sql);
  ({ browser: anna, token } = await loggedIn(browser()));
});

const act = (form: Record<string, string>) => anna.post('/desk/act', { ...form, token });
const told = async () => /class="told" role="status">([^<]*)</.exec((await anna.get('/desk')).text)?.[1];
const lastOf = async () => (await sql`select act, phase, items, said, by_whom, why from operator_log order by log_id desc limit 1`)[0];

test('pause, resume and wake do what the commands do, in the log under the user’s name, and the next page says it once', async () => {
  expect(
    (await act({ ...pauseEnrich, 'retry-in': '1h', why: 'the model is changed', back: '/desk/phases/enrich' })).headers.get('location'),
  ).toBe('/desk/phases/enrich');
  expect(await lastOf()).toMatchObject({ act: 'pause', phase: 'enrich', by_whom: 'anna', why: 'the model is changed' });
  expect(await told()).toMatch(/^enrich is paused until \d{4}-\d\d-\d\d \d\d:\d\d\.$/);
  expect(await told()).toBeUndefined();
  expect(await act({ act: 'wake', phase: 'enrich' })).toMatchObject({
    status: 409,
    text: expect.stringContaining('enrich is paused: the model is changed'),
  });
  await act({ act: 'resume', phase: 'enrich' });
  expect(await told()).toBe('enrich goes on.');
  expect(await lastOf()).toMatchObject({ act: 'resume', by_whom: 'anna' });
  await act({ act: 'wake', phase: 'enrich' });
  expect(await lastOf()).toMatchObject({ act: 'wake', by_whom: 'anna' });
});

test('what is filtered is retried, and nothing else', async () => {
  await sql`
      insert into work (phase, item_id, state, error, error_class, error_signature)
      select 'enrich', i, 'failed', 'no', case when i < 40 then 'transient' else 'item_specific' end, case when i <= 37 then 'one kind' else 'other' end from generate_series(1, 42) i`;
  const [failure] = JSON.parse((await anna.get('/desk/failures?format=json')).text).failures;
  const page = await anna.get(`/desk/items?phase=enrich&signature=${failure.key}`);
  expect(page.text).toContain('<button title="sni retry enrich --signature ');
  expect(page.text).toContain('Retry these 37</button>');
  await act({ act: 'retry', phase: 'enrich', signature: failure.key });
  expect(await told()).toBe('37 families of enrich will be tried at once.');
  await act({ act: 'retry', phase: 'enrich', class: 'transient' });
  expect(await told()).toBe('2 families of enrich will be tried at once.');
  await act({ act: 'retry', phase: 'enrich', ids: 'ef:40, 41' });
  expect(await told()).toBe('2 families of enrich will be tried at once.');
  expect(await sql`select item_id from work where state = 'failed'`).toEqual([{ item_id: '42' }]);
  expect(await lastOf()).toMatchObject({ act: 'retry', items: 2, by_whom: 'anna' });
});

test('before anything is done again its number and cost are shown, and no more than that is done', async () => {
  await sql`
      insert into event_families (ef_key, status, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier, first_at, last_at, timeline, title_count, title_set, described_by, narrated_title_set, narrated_at)
      select 'k' || i, 'active', 'Family', '', 'UKRAINE', 'Strategy/Tactics', '{}', '{}', 1, now(), now(), '[]', 1, 'set', '{}', 'set', now() from generate_series(1, 3) i`;
  await sql`insert into runs (run_id, phase, worker, host, pid, batch, done) values (gen_random_uuid(), 'narrate', 'w', 'h', 1, 1, 10)`;
  await sql`
      insert into model_calls (call_id, phase, task, engine, model, prompt_version, shape_version, input_sha256, outcome, cost_usd, latency_ms)
      values (gen_random_uuid(), 'narrate', 't', 'gemini', 'm', '1', '1', 'x', 'answered', 5, 1)`;
  const page = await anna.get('/desk/reprocess?phase=narrate&which=all');
  expect(page.text).toContain('3 families would be done again by narrate, at about $1.50 by what such items cost lately.');
  expect(page.text).toContain('<code>sni reprocess narrate --all --yes</code>');
  expect(await act({ act: 'reprocess', phase: 'narrate', which: 'all', shown: '2' })).toMatchObject({
    status: 409,
    text: expect.stringContaining('more than was shown'),
  });
  expect(await sql`select from event_families where narrated_title_set is null`).toHaveLength(0);
  await act({ act: 'reprocess', phase: 'narrate', which: 'all', shown: '3' });
  expect(await told()).toBe('The next run of narrate does 3 families again.');
  expect(await sql`select from event_families where narrated_title_set is null`).toHaveLength(3);
  expect(await lastOf()).toMatchObject({ act: 'reprocess', phase: 'narrate', items: 3, by_whom: 'anna' });
});
