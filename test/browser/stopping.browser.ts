// What a click does to work under way: a pause lands within the item that is worked, what is resumed does each item once, and who sleeps wakes at once.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../../lib/config.js';
import { readPhaseState } from '../../lib/desk/waiting-workers.js';
import { addAnna, password } from '../lib/pages/desk/fixture.js';
import { servePages } from '../lib/pages/site.js';
import { makeTestWorld } from '../support/in-test.js';
import { startScript } from '../support/world.js';
import { openPage, startBrowser } from './browser.js';

/** Takes a second over each item and writes down that it has begun and ended. */
const slow = `
import { appendFileSync, readFileSync } from 'node:fs';
const { item_id } = JSON.parse(readFileSync(0, 'utf8'));
appendFileSync('began', item_id + '\\n');
setTimeout(() => { appendFileSync('ended', item_id + '\\n'); console.log('{}'); }, 1000);
`;
const items = 12;
const measure = {
  about: 'takes its time',
  food: { query: `select generate_series(1, ${items}) as item_id` },
  do: { command: [process.execPath, 'slow.mjs'] },
  max_inflight: 1,
};
const world = await makeTestWorld({ settings: { stages: { measure } } });
const { sql, folder, settings, home } = world;
const { url } = await servePages(world);
const browser = await startBrowser();
const env = { SNI_HOME: home, SNI_CONFIG: settings };
const run = () => startScript(join(projectRoot, 'dist/lib/stage/run.js'), ['measure', '--resume'], env);
const lines = (name: string): string[] =>
  existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8').trim().split('\n') : [];

beforeAll(async () => {
  writeFileSync(join(folder, 'slow.mjs'), slow);
  await sql`insert into phases (name, position) values ('measure', 6)`;
  await addAnna(sql);
});

async function logIn(page: Page): Promise<void> {
  await page.goto(`${url}desk/login`);
  await page.getByLabel('Name').fill('anna');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('button', { name: 'Log out' }).waitFor();
  await page.goto(`${url}desk`);
}

test('a click on pause lets a running worker end the item it has, and no other; resumed, each item is done once', async () => {
  const { page } = await openPage(browser, url);
  await logIn(page);
  const running = run();
  await expect.poll(() => lines('began').length, { timeout: 60_000 }).toBeGreaterThanOrEqual(2);
  await page.getByRole('button', { name: 'Pause measure' }).click();
  await page.getByText('measure is paused until it is resumed.').waitFor();
  const begun = lines('began').length;
  const { code, finished } = await running.ended;
  expect([code, finished?.exit]).toEqual([75, 'paused']);
  expect(lines('began').length).toBeLessThanOrEqual(begun + 1);
  expect(lines('ended')).toEqual(lines('began'));
  expect(await sql`select from work where phase = 'measure' and state = 'leased'`).toHaveLength(0);
  expect(await sql`select from work where phase = 'measure' and state = 'done'`).toHaveLength(lines('ended').length);
  expect(await run().ended).toMatchObject({ code: 75 });
  await page.getByRole('button', { name: 'Resume measure' }).click();
  await page.getByText('measure goes on.').waitFor();
  expect(await run().ended).toMatchObject({ code: 0 });
  expect(
    lines('began')
      .map(Number)
      .sort((a, b) => a - b),
  ).toEqual(Array.from({ length: items }, (_, at) => at + 1));
});

test('a click on wake ends the sleep of a worker within two seconds', async () => {
  const { page } = await openPage(browser, url);
  await logIn(page);
  const sleeping = startScript(join(projectRoot, 'dist/lib/desk/sni.js'), ['wait', 'generate', '--for', '10m'], env);
  await expect.poll(async () => (await readPhaseState(sql, 'generate')).waitingWorkers, { timeout: 60_000 }).toBe(1);
  let wokenAtMs = Number.POSITIVE_INFINITY;
  void sleeping.ended.then(() => {
    wokenAtMs = performance.now();
  });
  const clickedAtMs = performance.now();
  await page.getByRole('button', { name: 'Wake generate' }).click();
  expect(await sleeping.ended).toMatchObject({ code: 0 });
  expect(wokenAtMs - clickedAtMs).toBeLessThan(2000);
});
