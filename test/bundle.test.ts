import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../lib/config.js';
import { makeTestWorld } from './support/in-test.js';
import { startScript, type World } from './support/world.js';

const folder = mkdtempSync(join(tmpdir(), 'sni-bundle-'));
let world: World;
beforeAll(async () => {
  world = await makeTestWorld();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a bundled phase runs when it is started by a path with links in it; deploy/crontab.test.ts does so with all that cron starts', async () => {
  symlinkSync(join(projectRoot, 'dist'), join(folder, 'current'));
  const env = { SNI_HOME: world.home, SNI_CONFIG: world.settings };
  const { code, finished, stderr } = await startScript(join(folder, 'current/phases/generate.js'), [], env).ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(finished).toMatchObject({ phase: 'generate', exit: 'nothing' });
});

test('a stack trace of bundled code names the sources', async () => {
  await world.sql`drop table work cascade`;
  const { lines } = await world.run('filter', [], { SNI_LOG: 'debug' });
  const failed = lines.find(({ event }) => event === 'run failed');
  expect(failed?.['stack']).toMatch(/^\s+at .*\b(?:lib|phases)\/[\w/-]+\.ts:\d+:\d+/m);
  expect(failed?.['stack']).not.toMatch(/dist\/(?:chunks|phases)/);
});

test('the code that a phase starts with holds no vocabulary and no reader of YAML with lines', () => {
  const text = readFileSync(join(projectRoot, 'dist/phases/filter.js'), 'utf8');
  expect(text).not.toMatch(/from ['"]yaml['"]/);
  expect(text).toMatch(/import\(['"]\.\.\/chunks\/compiled-/);
});

test('of the chunks, those of an earlier build are noted as such: just those that nothing of this one asks for', () => {
  const dist = join(projectRoot, 'dist');
  const earlier = new Set(readFileSync(join(dist, '.earlier'), 'utf8').split('\n'));
  const scripts = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.js') && !earlier.has(join('dist', name)),
  );
  const asksFor = (name: string): string[] =>
    [...readFileSync(join(dist, name), 'utf8').matchAll(/['"](\.[^'"\s]*-[A-Z0-9]{8}\.js)['"]/g)].map(([, to = '']) =>
      join(dirname(name), to),
    );
  const asked = new Set(scripts.flatMap(asksFor));
  expect(scripts.filter((name) => name.startsWith('chunks/') && !asked.has(name))).toEqual([]);
  expect([...asked].filter((name) => !scripts.includes(name))).toEqual([]);
});
