// What a service that waits to hear of runs is told, and that nobody waits for it.
import { writeFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { makeTestWorld } from '../../support/in-test.js';
import { httpReceiver } from '../alerts/receivers.js';

const world = await makeTestWorld();
const receiver = await httpReceiver();
afterAll(() => receiver.close());
const settle = (url: string) =>
  writeFileSync(world.settings, stringify({ database: world.name, checkpoints: 'checkpoints', notify: { pings: { enrich: { url } } } }));
const heard = () => receiver.got.splice(0).map(({ path, body }) => [path, body]);

test('it hears of the start and the success of a run, and of no other phase', async () => {
  settle(`${receiver.url}/uuid`);
  expect((await world.run('enrich')).finished).toMatchObject({ exit: 'nothing' });
  await world.here('narrate');
  expect(heard()).toEqual([
    ['/uuid/start', ''],
    ['/uuid', 'nothing'],
  ]);
});

test('it hears of a failure and why, and of a pause as a word in between', async () => {
  await world.sql`update phases set paused_at = now(), pause_reason = 'by hand' where name = 'enrich'`;
  await world.here('enrich');
  expect(heard().map(([path]) => path)).toEqual(['/uuid/start', '/uuid/log']);
  await world.sql`update phases set paused_at = null, pause_reason = null`;
  await world.sql`alter table event_families rename to lost`;
  expect((await world.here('enrich')).code).toBe(78);
  const [, failure] = heard();
  expect(failure).toEqual(['/uuid/fail', expect.stringContaining('event_families')]);
  await world.sql`alter table lost rename to event_families`;
});

test('one that refuses or is not there costs a run nothing, and its address is in no log', async () => {
  receiver.answer(500);
  const refused = await world.here('enrich');
  settle('http://127.0.0.1:9/secret');
  const gone = await world.here('enrich');
  for (const { code, lines, stderr } of [refused, gone]) {
    expect(code).toBe(0);
    expect(lines.filter(({ event }) => event === 'ping not heard')).toHaveLength(1);
    expect(JSON.stringify(lines) + stderr).not.toMatch(/uuid|secret/);
  }
});
