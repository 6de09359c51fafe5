// Nothing of a headline, a name, a link, a model's or an operator's words acts on any page, in any format.
import { beforeAll, expect, test } from 'vitest';
import { makeTestWorld } from '../../support/in-test.js';
import { readSources } from '../../support/source-files.js';
import { elementsIn } from './elements.js';
import { everyPage } from './every-page.js';
import { attacks, furnishPages } from './fixture.js';
import { servePages } from './site.js';

const world = await makeTestWorld();
const { get } = await servePages(world);

beforeAll(async () => {
  await furnishPages(world.sql);
});

/** What the pages are made of; an attack would bring others. */
const ownElements =
  '!doctype html head meta title link script body a header nav ul ol li article h4 form label input button select option main h1 h2 h3 p span strong bdi footer div section table thead tbody tr th td br mark dl dt dd time blockquote figure figcaption svg rect text circle line details summary path g abbr code'.split(
    ' ',
  );

/** What addresses of the fixture carry before their host and behind their question mark. */
const secrets = /hunter2|user:secret|t0ken/;

test.each(everyPage)('nothing acts on %s', async (path) => {
  const { status, text } = await get(path);
  expect(status).toBe(200);
  expect(text).not.toMatch(/\p{Bidi_Control}|(?!\n)\p{Cc}/u);
  expect(text).not.toMatch(secrets);
  const elements = elementsIn(text);
  expect(elements.map(({ name }) => name).filter((name) => !ownElements.includes(name ?? ''))).toEqual([]);
  for (const { name, attribs = {} } of elements) {
    expect(Object.keys(attribs).filter((key) => /^(on|style$|srcdoc$)/i.test(key))).toEqual([]);
    if (name === 'script') expect(attribs['src']).toMatch(/^\/assets\/live-[0-9a-f]{12}\.js$/);
    for (const address of [attribs['href'], attribs['src'], attribs['action']])
      if (address !== undefined) expect(address).toMatch(/^(?:\/(?!\/)|#|\?|https:\/\/harbour\.example\/)/);
  }
  const ids = elements.flatMap(({ attribs }) => attribs?.['id'] ?? []);
  expect(ids).toHaveLength(new Set(ids).size);
});

test.each(everyPage)('%s is JSON as well, and safe to print', async (path) => {
  const { status, text, headers } = await get(`${path}${path.includes('?') ? '&' : '?'}format=json`);
  expect([status, headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
  expect(text).not.toMatch(/\p{Bidi_Control}|(?!\n)\p{Cc}/u);
  expect(text).not.toMatch(secrets);
  expect(typeof JSON.parse(text)).toBe('object');
});

test('what an address says is shown as text and asked for as text', async () => {
  for (const attack of attacks) {
    for (const path of ['/outlets/', '/actors/', '/theaters/', '/families?theater=', '/search?q=', '/?since=', '/compare?a=']) {
      const { status, text } = await get(path + encodeURIComponent(attack));
      expect([path, attack, status < 500]).toEqual([path, attack, true]);
      expect(text).not.toMatch(/<script>|<img|\p{Bidi_Control}|(?!\n)\p{Cc}/u);
    }
  }
  for (const path of [
    '/outlets/%00',
    '/outlets/%E0%A4%A',
    '/search?q=%00%FF',
    '/titles/999999999999999999',
    '/families/99999999999999999999',
  ])
    expect((await get(path)).status).toBeLessThan(500);
});

test('no page writes HTML but by the templates that clean and escape', () => {
  const others = readSources(['lib/pages']).filter(({ file, text }) => file !== 'lib/pages/html.ts' && /'hono\/html'/.test(text));
  expect(others.map(({ file }) => file)).toEqual([]);
});
