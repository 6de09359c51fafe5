// Headlines, names and links that would act: in a real browser nothing runs, nothing is asked of others, and nothing sticks out.
import { beforeAll, expect, test } from 'vitest';
import { everyPage } from '../lib/pages/every-page.js';
import { furnishPages } from '../lib/pages/fixture.js';
import { servePages } from '../lib/pages/site.js';
import { makeTestWorld } from '../support/in-test.js';
import { faultsOf, openPage, seriousFindings, sights, startBrowser, stickingOut } from './browser.js';

const world = await makeTestWorld();
const { url } = await servePages(world);
const browser = await startBrowser();

beforeAll(async () => {
  await furnishPages(world.sql);
});

test('every page, wide and on a phone', async () => {
  const { page, complaints } = await openPage(browser, url, { bypassCSP: true });
  const pages = everyPage.map((path, at) => [`hostile-${at}`, path] as const);
  const found = await faultsOf(
    page,
    url,
    pages,
    [seriousFindings, stickingOut],
    sights.filter(({ colours }) => colours === 'light'),
  );
  expect({ found, complaints }).toEqual({ found: {}, complaints: [] });
});

test('a title of a script of its own direction stands in its direction', async () => {
  const { page } = await openPage(browser, url);
  await page.goto(`${url}titles/4`);
  const direction = await page.evaluate(`getComputedStyle(document.querySelector('h1')).direction`);
  expect(direction).toBe('rtl');
});
