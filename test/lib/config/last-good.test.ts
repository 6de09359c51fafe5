// A worker's batches read the settings anew: what is changed holds, what is broken is reported, and the last good ones hold meanwhile.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { makeTestWorld } from '../../support/in-test.js';

const world = await makeTestWorld();
const kept = join(world.folder, 'kept.yaml');
const write = (more: object) => writeFileSync(world.settings, stringify({ database: world.name, checkpoints: 'checkpoints', ...more }));
const batch = () => world.here('enrich', [], { SNI_LAST_GOOD: kept });
const batchSize = async () => (await batch()).lines.find(({ event }) => event === 'started')?.batch;

test('a first batch with wrong settings ends with 78', async () => {
  write({ phases: { enrich: { batch: 'many' } } });
  const { code, stderr } = await world.run('enrich', [], { SNI_LAST_GOOD: kept });
  expect(code).toBe(78);
  expect(stderr).toContain('phases.enrich.batch');
  expect(existsSync(kept)).toBe(false);
});

test('what is changed holds from the next batch on', async () => {
  write({ phases: { enrich: { batch: 7 } } });
  expect(await batchSize()).toBe(7);
  write({ phases: { enrich: { batch: 9 } } });
  expect(await batchSize()).toBe(9);
});

test('settings that have become wrong are reported, and the last good ones hold until they are mended', async () => {
  for (const broken of ['phases: { enrich: { batch: many } }', 'phases: [', 'nothing: 1']) {
    writeFileSync(world.settings, broken);
    const { code, lines, finished } = await batch();
    expect([code, finished?.exit]).toEqual([0, 'nothing']);
    expect(lines.find(({ event }) => event === 'started')?.batch).toBe(9);
    expect(lines.find(({ event }) => event === 'settings broken')).toMatchObject({ level: 'error' });
    expect(readFileSync(kept, 'utf8')).toContain('batch: 9');
  }
  write({ phases: { enrich: { batch: 11 } } });
  expect(await batchSize()).toBe(11);
});
