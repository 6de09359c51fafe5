// The pages take settings that were changed while they are served; wrong ones are reported and change nothing.
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { pino } from 'pino';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readConfig } from '../../../lib/config.js';
import { knowStages } from '../../../lib/desk/app.js';
import { pages } from '../../../lib/pages/pages.js';
import { reloadingSite } from '../../../lib/pages/reloading.js';
import { makeSite } from '../../../lib/pages/site.js';
import { makeTestWorld } from '../../support/in-test.js';

const world = await makeTestWorld();
const { sql, settings } = world;
const lines: string[] = [];
const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
const read = () => readConfig(settings, { SNI_HOME: world.home }, { paths: false });
const site = await reloadingSite({
  app: { config: read(), log },
  read,
  make: async (config, trouble) => {
    await knowStages({ sql, config });
    return makeSite({ sql, config, log }, pages, null, trouble);
  },
});
afterAll(site.close);
const get = async (path: string) => {
  const response = await site.fetch(new Request(`http://desk.test${path}`));
  return { status: response.status, text: await response.text() };
};
const write = (more: object) => writeFileSync(settings, stringify({ database: world.name, checkpoints: 'checkpoints', ...more }));
const measure = { about: 'measures words', food: { query: 'select 1 as item_id' }, do: { command: ['true'] } };

beforeEach(() => {
  lines.length = 0;
});

test('what is changed holds from the next look on: a theater, a stage', async () => {
  expect([(await get('/theaters/ATLANTIS')).status, (await get('/desk/phases/measure')).status]).toEqual([404, 404]);
  await site.look();
  expect(lines).toEqual([]);
  write({ theaters: { ATLANTIS: { name: 'Atlantis' } }, stages: { measure } });
  await site.look();
  expect([(await get('/theaters/ATLANTIS')).status, (await get('/desk/phases/measure')).status]).toEqual([200, 200]);
  expect(lines.join('')).toContain('settings read anew');
});

test('settings that have become wrong, or are gone, are reported on the desk and in the log, and the last good ones hold until they are mended', async () => {
  for (const broken of ['theaters: [', 'nothing: hunter2', null]) {
    if (broken === null) rmSync(settings);
    else writeFileSync(settings, broken);
    await site.look();
    const { status, text } = await get('/desk');
    expect([status, (await get('/theaters/ATLANTIS')).status]).toEqual([200, 200]);
    expect(text).toMatch(/role="alert">The settings in \S+ are wrong since \S+ \S+ UTC/);
    expect(text).not.toContain('hunter2');
    expect(lines.filter((line) => line.includes('"event":"settings broken"'))).toHaveLength(1);
    lines.length = 0;
  }
  write({});
  renameSync(settings, `${settings}.new`);
  renameSync(`${settings}.new`, settings);
  await site.look();
  expect((await get('/desk')).text).not.toContain('role="alert"');
  expect((await get('/theaters/ATLANTIS')).status).toBe(404);
});
