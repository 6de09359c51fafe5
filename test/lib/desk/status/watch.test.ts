// `sni status --watch`, and the sentence on a phase that has stalled.
import { expect, test } from 'vitest';
import { makeTestWorld } from '../../../support/in-test.js';
import { furnish, sni, sniProcess } from '../fixture.js';

const world = await makeTestWorld();
await furnish(world.sql);
const env = { SNI_HOME: world.home };

test('--watch shows how things stand again and again, and ends well when it is told to', async () => {
  let said = '';
  const { code, stdout } = await sniProcess(['--config', world.settings, 'status', '--watch', '1'], env, (pid, out) => {
    out.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if ((said.match(/^phase /gm) ?? []).length === 2) process.kill(pid, 'SIGINT');
    });
  });
  expect(code).toBe(0);
  expect(stdout.match(/^phase /gm)).toHaveLength(2);
  expect(stdout).not.toContain('\u001b');
});

test('a phase whose work waits and that finishes nothing is told of, with the last error', async () => {
  await world.sql`update work set not_before = now() - interval '1 hour', discovered_at = now() - interval '1 hour' where phase = 'generate'`;
  await world.sql`insert into paces (phase, minute, done) values ('generate', now() - interval '13 minutes', 1)`;
  await world.sql`insert into doctor_actions (phase, error_class, action, sentence) values ('generate', 'transient', 'retry_later', 'It timed out.')`;
  const { stdout } = await sni(['--config', world.settings, 'status', 'generate'], env);
  expect(stdout).toMatch(/generate has finished nothing for \d+ min, and 2 items wait\..* Last: It timed out\./);
  expect(JSON.parse((await sni(['--config', world.settings, 'status', '--json'], env)).stdout).stalled).toMatchObject([
    { phase: 'generate' },
  ]);
});
