// `sni add-feed`: feeds and pages on a web on loopback become rows of feeds, once.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Answer, sni } from '../../../lib/desk/fixture.js';
import { rss } from '../../../support/feed-server.js';
import { makeTestWorld } from '../../../support/in-test.js';
import { patience } from '../../../support/patience.js';
import { type FakeWeb, startFakeWeb } from '../../../support/web/fake-web.js';
import { redirect, status, whole } from '../../../support/web/faults.js';
import type { World } from '../../../support/world.js';

let web: FakeWeb;
let world: World;
const add = (path: string, ...flags: string[]): Promise<Answer> =>
  sni(['--config', world.settings, 'add-feed', web.url(path), '--allow-private', ...flags], { SNI_HOME: world.home });
const html = (head: string) => whole(`<!doctype html><html><head>${head}</head><body>Hi</body></html>`, { 'content-type': 'text/html' });
const german = rss([
  'Die Regierung will das Gesetz noch in diesem Jahr beschließen',
  'Der Kanzler reist am Montag nach Brüssel zum Gipfel',
]);
const rows = () => world.sql`select url, kind, origin, publisher_name, country, owner, lang, settings, listed from feeds order by feed_id`;

beforeAll(async () => {
  web = await startFakeWeb();
  world = await makeTestWorld({ settings: { fetch: { host_spacing: '0s', deadline: `${patience(2)}s` }, sources: [] } });
});
afterAll(() => web.close());
beforeEach(async () => {
  await world.sql`truncate feeds cascade`;
});

describe('a feed by its address', () => {
  test('is read, shown with what is guessed of it, stored once, and read by the next run', async () => {
    web.on('/de.xml', whole(german));
    const first = await add('/de.xml');
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toMatch(/^Language +de \(2 of 2 titles; the feed does not say\)$/m);
    expect(first.stdout).toMatch(/^Added as feed \d+\./m);
    const stored = await rows();
    expect(stored).toMatchObject([{ url: web.url('/de.xml'), kind: 'feed', origin: 'hand', publisher_name: 'News', lang: 'de' }]);
    const again = await add('/de.xml');
    expect(again.stdout).toMatch(/already there as feed \d+; nothing was changed\.$/m);
    expect(await rows()).toEqual(stored);
    expect((await world.here('ingest')).code).toBe(0);
    expect(await world.sql`select count(*)::int as n from titles`).toEqual([{ n: 2 }]);
    expect(await world.sql`select listed from feeds`).toEqual([{ listed: true }]);
  });

  test('goes by what the flags say, also when they come later', async () => {
    web.on('/de.xml', whole(german));
    await add(
      '/de.xml',
      '--publisher',
      'Der Bote',
      '--lang',
      'gsw',
      '--country',
      'CH',
      '--owner',
      'private',
      '--every',
      '30m',
      '--tz',
      'Europe/Zurich',
    );
    const flagged = {
      publisher_name: 'Der Bote',
      lang: 'gsw',
      country: 'CH',
      owner: 'private',
      settings: { everySeconds: 1800, tz: 'Europe/Zurich', allowPrivate: true },
    };
    expect(await rows()).toMatchObject([flagged]);
    expect((await add('/de.xml', '--every', '2h')).stdout).toContain('it now goes by what the flags say');
    expect(await rows()).toMatchObject([{ ...flagged, settings: { everySeconds: 7200, tz: 'Europe/Zurich', allowPrivate: true } }]);
  });

  test('that has moved for good is stored where it is now, and known under both addresses', async () => {
    web.on('/old', redirect('/new.xml', 301));
    web.on('/new.xml', whole(german));
    await add('/old');
    expect((await add('/old')).stdout).toContain('already there');
    expect((await add('/new.xml')).stdout).toContain('already there');
    expect(await rows()).toMatchObject([{ url: web.url('/new.xml') }]);
  });

  test('of sni.yaml, or of a list, is left to it; one that is no longer read is read again', async () => {
    web.on('/de.xml', whole(german));
    await world.sql`insert into feeds (url, publisher_name, lang) values (${web.url('/de.xml')}, 'Named', 'de')`;
    expect((await add('/de.xml', '--publisher', 'Other')).stdout).toContain('from sni.yaml; nothing was changed');
    await world.sql`update feeds set listed = false`;
    expect((await add('/de.xml')).stdout).toContain('was not read any more; from now on it is');
    expect(await rows()).toMatchObject([{ publisher_name: 'Named', origin: 'hand', listed: true }]);
  });
});

describe('a web page', () => {
  test('is searched for its main feed: relative links, before comments, the others named', async () => {
    web.on(
      '/page',
      html(`<base href="/sub/"><link rel="alternate" type="application/rss+xml" title="Comments" href="comments.xml">
        <link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1"><link rel="stylesheet" href="x.css">
        <link rel="alternate" type="application/rss+xml" title="All &amp; news" href="main.xml">
        <link rel="alternate" type="application/atom+xml" title="Sport" href="/sport.xml">`),
    );
    web.on('/sub/main.xml', whole(german));
    const { code, stdout } = await add('/page');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Feed +http.*\/sub\/main\.xml$/m);
    expect(stdout).toMatch(/^Also there +Sport: http.*sport\.xml; Comments: http.*\/sub\/comments\.xml$/m);
    expect(await rows()).toMatchObject([{ url: web.url('/sub/main.xml') }]);
  });

  test('whose first feed is broken gives its next one', async () => {
    web.on(
      '/page',
      html('<link rel=alternate type=application/rss+xml href=/dead.xml><link rel=alternate type=application/atom+xml href=/de.xml>'),
    );
    web.on('/dead.xml', status(500));
    web.on('/de.xml', whole(german));
    await add('/page');
    expect(await rows()).toMatchObject([{ url: web.url('/de.xml') }]);
  });

  test('without a feed, or with none that can be read, is a sentence, exit code 1, and nothing stored', async () => {
    web.on('/bare', html('<title>Bare</title>'));
    expect(await add('/bare')).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('links to no feed') });
    web.on('/page', html('<link rel="alternate" type="application/rss+xml" href="/dead.xml">'));
    web.on('/dead.xml', status(404));
    expect(await add('/page')).toMatchObject({ code: 1, stderr: expect.stringMatching(/links to feeds that cannot be read:\n {2}.*404/) });
    expect(await rows()).toEqual([]);
  });
});

test('private machines are refused unless allowed; what is no address is exit code 78', async () => {
  const plain = (...args: string[]) => sni(['--config', world.settings, 'add-feed', ...args], { SNI_HOME: world.home });
  expect(await plain(web.url('/de.xml'))).toMatchObject({ code: 1, stderr: expect.stringContaining('--allow-private') });
  for (const wrong of ['news.example/feed', 'file:///etc/passwd', 'http://', '']) expect((await plain(wrong)).code).toBe(78);
  expect(await plain('https://a.example/', '--every', 'often')).toMatchObject({ code: 78, stderr: expect.stringContaining('30m') });
  expect(await plain('https://a.example/', '--country', 'ger')).toMatchObject({ code: 78, stderr: expect.stringContaining('such as GB') });
  expect(await plain('https://a.example/', '--owner', 'king')).toMatchObject({
    code: 78,
    stderr: expect.stringContaining('public, private or state'),
  });
});

test('a feed’s own words cannot steer the terminal', async () => {
  web.on(
    '/evil',
    whole(`<rss version="2.0"><channel><title>A\u202e&#x9b;31m</title><item><title>\u009b31mRed news today</title></item></channel></rss>`),
  );
  const { stdout } = await add('/evil');
  expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Bidi_Control}/u);
});
