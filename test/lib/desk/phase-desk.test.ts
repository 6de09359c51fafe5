// The commands that phases bring to `sni`: listed with the others, run in processes of their own, with the same settings.
import { expect, test } from 'vitest';
import { makeTestWorld } from '../../support/in-test.js';
import { sni as here, sniProcess as sni } from './fixture.js';

test('sni --help lists them; their own help comes from the phase', async () => {
  const { stdout } = await here(['--help'], {});
  for (const word of ['feeds', 'add-feed', 'add-url', 'import', 'export']) expect(stdout).toMatch(new RegExp(`^ {2}${word} `, 'm'));
  const help = await sni(['feeds', '--help'], {});
  expect(help).toMatchObject({ code: 0, stdout: expect.stringContaining('--broken') });
  expect((await here(['feeds', 'test', '--help'], {})).stdout).toContain('Usage: sni feeds test');
  expect((await here(['import', '--help'], {})).stdout).toContain('Examples:');
});

test('settings named on the command line reach them, wrong ones end before them', async () => {
  const world = await makeTestWorld();
  const { stdout, code } = await sni(['--config', world.settings, 'feeds', '--json'], { SNI_HOME: world.home });
  expect({ stdout, code }).toEqual({ stdout: '[]\n', code: 0 });
  expect(await sni(['--config', '/no/such.yaml', 'feeds'], {})).toMatchObject({
    code: 78,
    stderr: expect.stringContaining('/no/such.yaml'),
  });
});

test('their exit code is handed through', async () => {
  expect((await sni(['feeds', '--borken'], {})).code).toBe(78);
  expect(await here(['add-feed'], {})).toMatchObject({ code: 78, stderr: expect.stringContaining('url') });
});
