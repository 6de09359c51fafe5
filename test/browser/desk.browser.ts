// The desk in a browser: who logs in pauses, wakes and retries by a click; without a script too; every page by axe at two widths, in light and
// dark.
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readPhaseState } from '../../lib/desk/waiting-workers.js';
import { sniProcess } from '../lib/desk/fixture.js';
import { addAnna, everyDeskPage, furnishDesk, password } from '../lib/pages/desk/fixture.js';
import { furnishPages } from '../lib/pages/fixture.js';
import { servePages } from '../lib/pages/site.js';
import { makeTestWorld } from '../support/in-test.js';
import { faultsOf, openPage, overlapping, seriousFindings, startBrowser, stickingOut, tooSmall } from './browser.js';

const world = await makeTestWorld();
const { sql } = world;
const { url } = await servePages(world);
const browser = await startBrowser();

beforeAll(async () => {
  await furnishPages(sql);
  await furnishDesk(sql);
  await addAnna(sql);
});

beforeEach(async () => {
  await sql`update phases set paused_at = null, paused_until = null, pause_reason = null`;
});

async function logIn(page: Page, back = 'desk'): Promise<void> {
  await page.goto(`${url}${back}`);
  await page.getByRole('link', { name: 'Log in' }).click();
  await page.getByLabel('Name').fill('anna');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('button', { name: 'Log out' }).waitFor();
}

const told = (page: Page): Promise<string | null> => page.locator('.told').textContent();

describe.each([true, false])('with scripts %s', (javaScriptEnabled) => {
  test('who logs in pauses, resumes, wakes, retries what is filtered, sees the cost first, and logs out', async () => {
    const { page, complaints } = await openPage(browser, url, { javaScriptEnabled });
    await sql`update work set state = 'failed', error_signature = 'another kind', error = 'no' where phase = 'enrich' and item_id in (4, 5)`;
    await logIn(page);
    await page.getByRole('button', { name: 'Pause enrich' }).click();
    expect(await told(page)).toBe('enrich is paused until it is resumed.');
    expect(await sql`select name from phases where paused_at is not null`).toEqual([{ name: 'enrich' }]);
    await page.getByRole('button', { name: 'Resume enrich' }).click();
    expect(await told(page)).toBe('enrich goes on.');
    await page.getByRole('button', { name: 'Wake enrich' }).click();
    expect(await sql`select from phases where name = 'enrich' and woken_at is not null`).toHaveLength(1);
    await page.getByRole('navigation', { name: 'Desk' }).getByRole('link', { name: 'Failures' }).click();
    await page
      .locator('section', { hasText: 'another kind' })
      .or(page.locator('section', { hasText: 'no' }))
      .getByRole('link', { name: '2 items set aside' })
      .first()
      .click();
    await page.getByRole('button', { name: 'Retry these 2' }).click();
    expect(await told(page)).toBe('2 families of enrich will be tried at once.');
    await page.goto(`${url}desk/phases/enrich`);
    await page.getByLabel('What').selectOption('all');
    await page.getByRole('button', { name: 'Show how much it is' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/would be done again by enrich, at /);
    await page.goto(`${url}desk/log`);
    expect(await page.getByRole('row').nth(1).textContent()).toContain('anna');
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByRole('link', { name: 'Log in' }).waitFor();
    expect(await page.getByRole('button', { name: 'Pause enrich' }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('going back and loading anew posts nothing again', async () => {
    const { page } = await openPage(browser, url, { javaScriptEnabled });
    await logIn(page);
    const acts = async () => (await sql`select from operator_log where act = 'wake'`).length;
    const before = await acts();
    await page.getByRole('button', { name: 'Wake narrate' }).click();
    await page.locator('.told').waitFor();
    await page.reload();
    await page.goBack();
    await page.goForward();
    expect(await acts()).toBe(before + 1);
    expect(await page.locator('.told').count()).toBe(0);
  });
});

test('a click wakes a worker that sleeps, and a click pauses what is started then', async () => {
  const { page } = await openPage(browser, url);
  await logIn(page);
  const env = { SNI_HOME: world.home };
  const sleeping = sniProcess(['--config', world.settings, 'wait', 'generate', '--for', '10m'], env);
  await expect.poll(async () => (await readPhaseState(sql, 'generate')).waitingWorkers, { timeout: 60_000 }).toBe(1);
  await page.getByRole('button', { name: 'Wake generate' }).click();
  expect(await told(page)).toContain('1 sleeping worker of generate goes on at once');
  expect(await sleeping).toMatchObject({ code: 0 });
  await page.getByRole('button', { name: 'Pause generate' }).click();
  expect(await told(page)).toContain('generate is paused');
  expect(await world.run('generate')).toMatchObject({ code: 75 });
});

test('the cards are live: what changes stands there without a reload', async () => {
  const { page, complaints } = await openPage(browser, url);
  await page.goto(`${url}desk`);
  await sql`update phases set paused_at = now(), pause_reason = 'by another hand' where name = 'ingest'`;
  await page.locator('#cards').getByText('by another hand').waitFor({ timeout: 60_000 });
  expect(complaints).toEqual([]);
});

test('a wrong password is told, and axe finds nothing serious in that either', async () => {
  const { page } = await openPage(browser, url, { bypassCSP: true });
  await page.goto(`${url}desk/login`);
  await page.getByLabel('Name').fill('anna');
  await page.getByLabel('Password').fill('wrong');
  await page.getByRole('button', { name: 'Log in' }).click();
  expect(await page.getByRole('alert').textContent()).toBe('The name or the password is wrong.');
  expect(await seriousFindings(page)).toEqual([]);
});

test('every page of the desk is accessible, fits, and complains of nothing, wide and on a phone, in light and dark', async () => {
  const { page, complaints } = await openPage(browser, url, { bypassCSP: true });
  await logIn(page);
  const pages = everyDeskPage.map((path, at) => [`desk-${at}`, path] as const);
  const found = await faultsOf(page, url, pages, [seriousFindings, stickingOut, tooSmall, overlapping]);
  expect({ found, complaints }).toEqual({ found: {}, complaints: [] });
});

test('fields of a form stand side by side where there is room', async () => {
  const { page } = await openPage(browser, url, { viewport: { width: 1280, height: 900 } });
  await page.goto(`${url}desk/items?phase=enrich`);
  const tops = await page.locator('main form .fields select').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  expect(tops.length).toBeGreaterThan(2);
  expect(new Set(tops).size).toBe(1);
});
