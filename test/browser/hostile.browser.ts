// Headlines, names and links that would act: in a real browser nothing runs, nothing is asked of others, and nothing sticks out.
import { beforeAll, expect, test } from 'vitest';
import { everyPage } from '../lib/pages/every-page.js';
import { furnishPages } from '../lib/pages/fixture.js';
import { servePages } from '../lib/pages/site.js';
import { makeTestWorld } from '../support/in-test.js';
import { openPage, picture, seriousFindings, startBrowser, stickingOut } from './browser.js';

const world = await makeTestWorld();
const { url } = await servePages(world);
const browser = await startBrowser();

beforeAll(async () => {
  await furnishPages(world.sql);
});

test.each([390, 1280])('%i px wide', async (width) => {
  const { page, complaints } = await openPage(browser, url, { viewport: { width, height: 900 }, bypassCSP: true });
  const found: Record<string, string[]> = {};
  for (const [at, path] of everyPage.entries()) {
    await page.goto(new URL(path, url).href);
    const faults = [...(await seriousFindings(page)), ...(await stickingOut(page))];
    if (faults.length > 0) found[path] = faults;
    await picture(page, `hostile-${at}-${width}`);
  }
  expect({ found, complaints }).toEqual({ found: {}, complaints: [] });
});

test('a title of a script of its own direction stands in its direction', async () => {
  const { page } = await openPage(browser, url);
  await page.goto(`${url}titles/4`);
  const direction = await page.evaluate(`getComputedStyle(document.querySelector('h1')).direction`);
  expect(direction).toBe('rtl');
});
