// The sample world read in a browser: from search to family, evidence, outlet and comparison, with a script and without; every page by axe,
// at two widths, in light and dark; a picture of each where TESTS_PICTURES names a folder.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { phaseNames } from '../../lib/config/phases.js';
import { addToWatch } from '../../lib/search/watch.js';
import { servePages } from '../lib/pages/site.js';
import { makeTestWorld } from '../support/in-test.js';
import { killSettings } from '../support/kill.js';
import { brokenTimes, faultsOf, openPage, picture, seriousFindings, startBrowser, stickingOut, tooSmall } from './browser.js';

const world = await makeTestWorld({ settings: { sources: (killSettings() as { sources: object[] }).sources, ingest_every: '0s' } });
const { url } = await servePages(world);
const browser = await startBrowser();

beforeAll(async () => {
  for (const phase of phaseNames) {
    const { code, stderr } = await world.run(phase, ['--batch', '100000', '--resume']);
    if (code !== 0) throw new Error(`${phase} ended with ${code}: ${stderr}`);
  }
  await addToWatch(world.sql, 'Odesa', { search: 'odesa' });
  const edition = (await (await fetch(`${url}?format=json`)).json()) as {
    since: string;
    until: string;
    stories: { wordings: object[]; acts: object[] }[];
  };
  for (const story of edition.stories) Object.assign(story, { wordings: [], acts: story.acts.slice(1) });
  await world.sql`
    insert into editions (since, until, edition)
    select ${edition.since}, ${edition.until}::timestamptz - interval '1 hour', ${world.sql.json(JSON.parse(JSON.stringify(edition)))}`;
});

describe.each([true, false])('with scripts %s', (javaScriptEnabled) => {
  test('a reader walks from a search to a family, its evidence, the outlet and a comparison', async () => {
    const { page, complaints } = await openPage(browser, url, { javaScriptEnabled });
    await page.goto(url);
    await page.getByRole('searchbox', { name: 'Search' }).fill('odesa port');
    await page.getByRole('button', { name: 'Find' }).first().click();
    await page.getByRole('table').getByRole('link').first().click();
    await expect.poll(() => page.url()).toMatch(/\/families\/\d+$/);
    const evidence = page.locator('h2:has-text("What happened") + ul a[href^="#title-"]').first();
    const outlet = (await evidence.textContent()) ?? '';
    await evidence.click();
    const row = page.locator(new URL(page.url()).hash);
    expect(await row.isVisible()).toBe(true);
    await row.getByRole('link', { name: outlet }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(outlet);
    await page.getByRole('link', { name: 'Compare it with another' }).click();
    await page.locator('main ul a').first().click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(`${outlet} and `);
    expect(await page.getByRole('heading', { name: 'What both tell of' }).isVisible()).toBe(true);
    expect(complaints).toEqual([]);
  });

  test('a form narrows the families', async () => {
    const { page } = await openPage(browser, url, { javaScriptEnabled });
    await page.goto(`${url}families`);
    await page.getByText('Narrow').click();
    await page.getByLabel('Theater').selectOption('UKRAINE');
    await page.getByRole('button', { name: 'Show' }).click();
    const theaters = await page.locator('td.text .quiet a').allTextContents();
    expect(theaters.length).toBeGreaterThan(1);
    expect([...new Set(theaters)]).toEqual(['Ukraine']);
  });
});

test('by the keyboard the first step leads past the head', async () => {
  const { page } = await openPage(browser, url);
  await page.goto(url);
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').textContent()).toBe('To the content');
  await page.keyboard.press('Enter');
  expect(await page.locator(':focus').getAttribute('id')).toBe('main');
});

test('the first screen says when something new has come in', async () => {
  const { page } = await openPage(browser, url);
  await page.goto(url);
  const notice = page.getByRole('link', { name: 'Something new has come in: show it' });
  // Again and again: what comes in before the page listens is nothing new to it.
  const comesIn = async (): Promise<number> => {
    await world.sql`insert into family_log (act, ef_id, title_ids, why, by_whom) select 'place', min(ef_id), '{}', '{}', 'generate' from event_families`;
    return notice.count();
  };
  await expect.poll(comesIn, { interval: 1000, timeout: 60_000 }).toBe(1);
  await notice.click();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('What the headlines tell');
});

test('every page is accessible, fits, and complains of nothing, wide and on a phone, in light and dark', async () => {
  const { page, complaints } = await openPage(browser, url, { bypassCSP: true });
  const found = await faultsOf(page, url, await everyPage(), [seriousFindings, stickingOut, tooSmall, brokenTimes, wrappedHead]);
  expect({ found, complaints }).toEqual({ found: {}, complaints: [] });
});

test('printed, a page has its content and neither head nor forms', async () => {
  const { page } = await openPage(browser, url);
  await page.emulateMedia({ media: 'print' });
  for (const [name, path] of await everyPage()) {
    await page.goto(new URL(path, url).href);
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    await picture(page, `${name}-print`);
  }
});

/** On a desk the head is one line. */
async function wrappedHead(page: Page): Promise<string[]> {
  if ((page.viewportSize()?.width ?? 0) < 1200) return [];
  const tops = await page.locator('header a, header button').evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
  const isOneLine = tops.every(({ top, bottom }) => top < (tops[0]?.bottom ?? 0) && bottom > (tops[0]?.top ?? 0));
  return isOneLine ? [] : ['the head takes two lines'];
}

/** A name and the address of each page, the largest family and its first headline among them. */
async function everyPage(): Promise<(readonly [string, string])[]> {
  const [largest] = await world.sql<{ ef: string; title: string; outlet: string; other: string; actor: string }[]>`
    select e.ef_id::text as ef, min(t.title_id)::text as title, min(t.publisher_name) as outlet, max(t.publisher_name) as other, e.key_actors[1] as actor
    from event_families e join titles t using (ef_id) group by e.ef_id order by e.title_count desc, e.ef_id limit 1`;
  if (largest === undefined) throw new Error('The sample has no family.');
  const [outlet, other] = [largest.outlet, largest.other].map(encodeURIComponent);
  return [
    ['brief', '/'],
    ['family', `/families/${largest.ef}`],
    ['title', `/titles/${largest.title}`],
    ['families', '/families'],
    ['families-narrowed', '/families?theater=UKRAINE&sort=size'],
    ['outlets', '/outlets'],
    ['outlet', `/outlets/${outlet}`],
    ['actors', '/actors'],
    ['actor', `/actors/${largest.actor}`],
    ['theaters', '/theaters'],
    ['theater', '/theaters/UKRAINE'],
    ['map', '/map?days=30'],
    ['map-of-theater', '/map?theater=UKRAINE&days=30'],
    ['one-sided', '/one-sided'],
    ['watchlists', '/watchlists'],
    ['watchlist', '/watchlists/Odesa'],
    ['positions', '/positions'],
    ['changes', '/changes'],
    ['compare-choose', '/compare'],
    ['compare', `/compare?a=${outlet}&b=${other}`],
    ['search', '/search'],
    ['search-found', '/search?q=odesa'],
    ['search-nothing', '/search?q=xyzzy'],
  ];
}
