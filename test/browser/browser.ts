// Debian's Chromium, driven by playwright-core: pages that say what went wrong in them, what axe finds, and pictures to look at.
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll } from 'vitest';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Where pictures of every page go, by name, width and colours; undefined: nowhere. */
const pictures = process.env['TESTS_PICTURES'];

/** Started once a test file; SNI_CHROMIUM names another. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = process.env['SNI_CHROMIUM'] ?? usual.find((path) => existsSync(path));
  if (executablePath === undefined)
    throw new Error(
      'No Chromium is installed. On Debian: apt-get install -y --no-install-recommends chromium; or name one with SNI_CHROMIUM.',
    );
  if (pictures !== undefined) mkdirSync(pictures, { recursive: true });
  // As root, and in most containers, Chromium has no sandbox of its own.
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  afterAll(() => browser.close());
  return browser;
}

/** A page, and what it complains of: errors of scripts and of loading, dialogs, requests to anybody but `origin`. */
export async function openPage(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) complaints.push(`a request to ${request.url()}`);
  });
  return { page, complaints };
}

/** A page as it is looked at. */
interface Sight {
  width: number;
  colours: 'light' | 'dark';
}

/** As on a desk and as on a phone. */
export const sights: readonly Sight[] = [1280, 390].flatMap((width) => [
  { width, colours: 'light' as const },
  { width, colours: 'dark' as const },
]);

/**
 * What each page has wrong, by its path and how it was looked at; empty where all is well. Each is opened once and looked at in each of the
 * `wanted` ways: at two widths, in light and dark, where nothing else is said.
 */
export async function faultsOf(
  page: Page,
  origin: string,
  pages: Iterable<readonly [name: string, path: string]>,
  looks: readonly ((page: Page) => Promise<string[]>)[],
  wanted = sights,
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const [name, path] of pages) {
    await page.goto(new URL(path, origin).href);
    for (const { width, colours } of wanted) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: colours });
      const faults: string[] = [];
      for (const look of looks) faults.push(...(await look(page)));
      if (faults.length > 0) found[`${path}, ${width} px, ${colours}`] = faults;
      await picture(page, `${name}-${width}-${colours}`);
    }
  }
  return found;
}

/** A picture to look at, where TESTS_PICTURES names a folder: to paint a page of full length takes longer than to judge it. */
export async function picture(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

/**
 * What axe calls serious or critical on the page, as it names the rule and the first element. In the dark the same elements have other colours, and
 * only these are judged. The page's context needs `bypassCSP`.
 */
export async function seriousFindings(page: Page): Promise<string[]> {
  if (!(await page.evaluate(`'axe' in window`))) await page.addScriptTag({ path: axe });
  const asked = `axe.run({ resultTypes: ['violations'], ...(matchMedia('(prefers-color-scheme: dark)').matches && { runOnly: ['color-contrast'] }) })`;
  const found = (await page.evaluate(asked)) as { violations: { id: string; impact: string; nodes: { html: string }[] }[] };
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

/** Elements that stick out of the window to the right; what scrolls within its own box does not count, unless the page itself is too wide. */
export function stickingOut(page: Page): Promise<string[]> {
  return page.evaluate(`
    (() => {
      if (document.documentElement.scrollWidth <= innerWidth) return [];
      const out = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1);
      const loose = out.filter((one) => !one.closest('.wide'));
      return (loose.length > 0 ? loose : out).slice(0, 3).map((one) => one.outerHTML.slice(0, 150));
    })()`) as Promise<string[]>;
}

/** Words in pictures that are smaller than a reader can read, as they stand in the window. */
export function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(`
    [...document.querySelectorAll('svg text')]
      .filter((one) => one.getClientRects().length > 0)
      .map((one) => [one.textContent, parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a])
      .filter(([, px]) => px < 9.5)
      .map(([text, px]) => text + ' at ' + px.toFixed(1) + ' px')`) as Promise<string[]>;
}

/** Times that are broken in two at the end of a line. */
export function brokenTimes(page: Page): Promise<string[]> {
  return page.evaluate(
    `[...document.querySelectorAll('time')].filter((one) => one.getClientRects().length > 1).map((one) => one.textContent + ' in two lines')`,
  ) as Promise<string[]>;
}

/** Buttons and links that one cannot tell apart by a finger, and words that lie over others of the same row of fields. */
export function overlapping(page: Page): Promise<string[]> {
  return page.evaluate(`
    (() => {
      const boxes = [...document.querySelectorAll('main button, main a, main label, main input, main select, main code')]
        .filter((one) => one.type !== 'hidden' && one.getClientRects().length === 1)
        .map((one) => ({ one, at: one.getBoundingClientRect() }));
      const found = [];
      for (const [place, { one: a, at: p }] of boxes.entries())
        for (const { one: b, at: q } of boxes.slice(place + 1)) {
          if (a.contains(b) || b.contains(a)) continue;
          const across = Math.min(p.right, q.right) - Math.max(p.left, q.left);
          const down = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
          if (across > 2 && down > 2) found.push(a.outerHTML.slice(0, 80) + ' over ' + b.outerHTML.slice(0, 80));
        }
      return found.slice(0, 3);
    })()`) as Promise<string[]>;
}
