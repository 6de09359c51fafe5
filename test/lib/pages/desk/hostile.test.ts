// Nothing of an error, a host, a name, a reason or what is typed acts on any page of the desk, read or logged in.
import { beforeAll, expect, test } from 'vitest';
import { makeTestWorld } from '../../../support/in-test.js';
import { elementsIn } from '../elements.js';
import { attacks, furnishPages } from '../fixture.js';
import { addAnna, everyDeskPage, furnishDesk, loggedIn, openDesk } from './fixture.js';

const world = await makeTestWorld();
const { browser } = openDesk(world);
const reader = browser();
const anna = browser();

beforeAll(async () => {
  await furnishPages(world.sql);
  await furnishDesk(world.sql);
  await addAnna(world.sql);
  await loggedIn(anna);
});

const ownElements =
  '!doctype html head meta title link script body a header nav ul ol li form label input button select option main h1 h2 h3 p span strong bdi footer div section table thead tbody tr th td br dl dt dd time figure figcaption svg rect text circle line polygon g code'.split(
    ' ',
  );

test.each(everyDeskPage)('nothing acts on %s', async (path) => {
  for (const one of [reader, anna]) {
    const { status, text, headers } = await one.get(path);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).not.toMatch(/\p{Bidi_Control}|(?!\n)\p{Cc}/u);
    const elements = elementsIn(text);
    expect(elements.map(({ name }) => name).filter((name) => !ownElements.includes(name ?? ''))).toEqual([]);
    for (const { name, attribs = {} } of elements) {
      expect(Object.keys(attribs).filter((key) => /^(on|style$|srcdoc$)/i.test(key))).toEqual([]);
      if (name === 'script') expect(attribs['src']).toMatch(/^\/assets\/(?:live|desk)-[0-9a-f]{12}\.js$/);
      for (const address of [attribs['href'], attribs['src'], attribs['action']])
        if (address !== undefined) expect(address).toMatch(/^(?:\/(?!\/)|#)/);
    }
    const ids = elements.flatMap(({ attribs }) => attribs?.['id'] ?? []);
    expect(ids).toHaveLength(new Set(ids).size);
  }
});

test.each(everyDeskPage.filter((path) => path !== '/desk/login'))('%s is JSON as well, and safe to print', async (path) => {
  const { status, text } = await reader.get(`${path}${path.includes('?') ? '&' : '?'}format=json`);
  expect(status).toBe(200);
  expect(text).not.toMatch(/\p{Bidi_Control}|(?!\n)\p{Cc}/u);
  expect(typeof JSON.parse(text)).toBe('object');
});

test('what an address says is shown as text and asked for as text', async () => {
  for (const attack of attacks)
    for (const path of [
      '/desk/phases/',
      '/desk/items/',
      '/desk/items?phase=',
      '/desk/items?state=',
      '/desk/items?signature=',
      '/desk/items?after=',
      '/desk/failures?phase=',
      '/desk/login?back=',
      '/desk/runs?hours=',
      '/desk/reprocess?phase=enrich&which=ids&ids=',
    ]) {
      const { status, text } = await anna.get(path + encodeURIComponent(attack));
      expect([path, attack, status < 500]).toEqual([path, attack, true]);
      expect(
        elementsIn(text)
          .map(({ name }) => name)
          .filter((name) => !ownElements.includes(name ?? '')),
      ).toEqual([]);
    }
});

test('what is typed into a form is said as text: in the sentence, in the log, in the command', async () => {
  const { token } = await anna.get('/desk');
  for (const attack of attacks) {
    for (const form of [
      { act: attack },
      { act: 'pause', phase: attack },
      { act: 'pause', phase: 'enrich', why: attack },
      { act: 'retry', phase: 'enrich', ids: attack },
      { act: 'retry', phase: 'enrich', signature: attack },
      { act: 'close', number: '1', why: attack },
      { act: 'resume', phase: 'enrich', why: attack, back: attack },
    ]) {
      const { status, text, headers } = await anna.post('/desk/act', { ...form, token });
      expect([303, 400, 409]).toContain(status);
      expect(headers.get('location') ?? '/desk').toMatch(/^\/desk(\?|\/|$)/);
      expect(
        elementsIn(text)
          .map(({ name }) => name)
          .filter((name) => !ownElements.includes(name ?? '')),
      ).toEqual([]);
    }
    const { text } = await anna.get('/desk/log');
    expect(text).not.toMatch(/\p{Bidi_Control}|(?!\n)\p{Cc}/u);
    expect(
      elementsIn(text)
        .map(({ name }) => name)
        .filter((name) => !ownElements.includes(name ?? '')),
    ).toEqual([]);
  }
});
