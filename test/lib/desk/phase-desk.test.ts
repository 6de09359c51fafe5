// The commands that phases bring to `sni`: listed with the others, answered with the same settings.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../support/folder.js';
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

test('they are answered by the process that was asked', async () => {
  const folder = makeFolder('started');
  const noted = join(folder, 'started');
  const note = `import { appendFileSync } from 'node:fs'; appendFileSync(${JSON.stringify(noted)}, process.argv[1] + '\\n');`;
  const world = await makeTestWorld();
  const env = { SNI_HOME: world.home, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(note)}` };
  for (const words of [
    ['feeds', '--json'],
    ['gate', 'stats', '--json'],
    ['reprocess', 'filter', '--stale', '--dry-run'],
    ['export', 'opml'],
  ]) {
    writeFileSync(noted, '');
    expect((await sni(['--config', world.settings, ...words], env)).code).toBe(0);
    expect(readFileSync(noted, 'utf8').trim().split('\n'), words.join(' ')).toEqual([expect.stringMatching(/dist\/lib\/desk\/sni\.js$/)]);
  }
});

test('their exit code is handed through', async () => {
  expect((await sni(['feeds', '--borken'], {})).code).toBe(78);
  expect(await here(['add-feed'], {})).toMatchObject({ code: 78, stderr: expect.stringContaining('url') });
});
