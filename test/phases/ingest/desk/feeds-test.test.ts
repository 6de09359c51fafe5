// `sni feeds test`, as scripts and people meet it: real processes, real files, a web on loopback, and no database anywhere.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, smallHeap, sni, sniProcess } from '../../../lib/desk/fixture.js';
import { rss } from '../../../support/feed-server.js';
import { patience } from '../../../support/patience.js';
import { type FakeWeb, startFakeWeb } from '../../../support/web/fake-web.js';
import { late, redirect, status, whole } from '../../../support/web/faults.js';

const folder = mkdtempSync(join(tmpdir(), 'sni-look-'));
const settings = join(folder, 'sni.yaml');
const home = join(folder, 'home');
let web: FakeWeb;
const run = (args: readonly string[], env: Record<string, string> = {}): Promise<Answer> =>
  sni(['--config', settings, 'feeds', 'test', ...args], { SNI_HOME: home, ...env });
const look = async (...args: string[]) => {
  const answer = await run(['--json', ...args]);
  const lines = answer.stdout.split('\n').slice(0, -1);
  return { ...answer, lines: lines.map((line) => JSON.parse(line)) };
};
const file = (name: string, text: string | Buffer): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

beforeAll(async () => {
  web = await startFakeWeb();
  writeFileSync(settings, `fetch: { host_spacing: 0s, deadline: ${patience(2)}s }\n`);
});
afterAll(async () => {
  await web.close();
  rmSync(folder, { recursive: true });
});

describe('--json', () => {
  test('is one line for each input, in their order, with exactly these keys; errors are data and the exit code is 0', async () => {
    web.on('/slow', late(0.5, whole(rss(['Slow but sure']))));
    const good = file('good.xml', rss(['One &c', 'Two']));
    const inputs = [web.url('/slow'), good, join(folder, 'missing.xml'), file('page.html', '<!doctype html><title>Hi</title>'), folder];
    const { code, lines, stderr } = await look('--allow-private', ...inputs);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(lines.map(({ input }) => input)).toEqual(inputs);
    for (const line of lines) expect(Object.keys(line)).toEqual(['input', 'format', 'items', 'dropped', 'error']);
    expect(lines[0]).toMatchObject({ format: 'rss', error: null, items: [{ title: 'Slow but sure' }] });
    expect(lines[1].items).toEqual([
      { title: 'One &c', link: 'https://news.example/One%20%26c', publishedAt: '2026-03-10T08:00:00.000Z', guid: null },
      { title: 'Two', link: 'https://news.example/Two', publishedAt: '2026-03-10T08:00:00.000Z', guid: null },
    ]);
    expect(lines[2]).toMatchObject({
      format: null,
      items: [],
      dropped: [],
      error: expect.stringMatching(/^There is no file .*missing\.xml\./),
    });
    expect(lines[3]).toMatchObject({ format: null, error: expect.stringContaining('a web page') });
    expect(lines[4]).toMatchObject({ format: null, error: expect.stringContaining('is no file') });
  });

  test('links are resolved, GUIDs are as given, times that cannot be are null, items without a title are dropped', async () => {
    const items = [
      '<item><title>&lt;b&gt;Bold&lt;/b&gt; claim</title><link>/a</link><guid>No 1</guid><pubDate>Wed, 01 Jan 2070 00:00:00 GMT</pubDate></item>',
      '<item><link>https://a.example/b</link><guid>2</guid></item>',
      '<item><title>Bold claim</title><link>/c</link><guid>3</guid></item>',
    ];
    const feed = `<rss version="2.0"><channel><title>A</title><link>https://a.example/</link>${items.join('')}</channel></rss>`;
    const { lines } = await look(file('odd.xml', feed));
    expect(lines[0]).toMatchObject({
      items: [{ title: 'Bold claim', link: 'https://a.example/a', publishedAt: null, guid: 'No 1' }],
      dropped: [{ reason: 'without a title' }, { reason: 'twice in the feed' }],
      error: null,
    });
  });

  test('dates without a zone are in that of --tz, or of the source that sni.yaml names', async () => {
    const zoneless = rss(['One']).replace(/<pubDate>.*?<\/pubDate>/, '<pubDate>2026-03-10 17:00:00</pubDate>');
    const path = file('zoneless.xml', zoneless);
    const timesOf = async (...args: string[]) =>
      (await look(...args)).lines[0].items.map(({ publishedAt }: { publishedAt: string }) => publishedAt);
    expect(await timesOf(path)).toEqual(['2026-03-10T17:00:00.000Z']);
    expect(await timesOf('--tz', 'Asia/Shanghai', path)).toEqual(['2026-03-10T09:00:00.000Z']);
    const named = file('named.yaml', 'sources: [{ feed: zoneless.xml, publisher: P, lang: zh, tz: Asia/Shanghai }]\n');
    const { stdout } = await sni(['--config', named, 'feeds', 'test', '--json', path], { SNI_HOME: home });
    expect(JSON.parse(stdout).items[0].publishedAt).toBe('2026-03-10T09:00:00.000Z');
    const wrong = await look('--tz', 'Shanghai Time', path);
    expect(wrong.stderr).toContain('Allowed is a time zone, such as Asia/Shanghai, or UTC.');
  });

  test('a feed that no charset fits is an error in a sentence', async () => {
    const noise = Buffer.from(Array.from({ length: 60 }, (_, at) => 128 + ((at * 89 + 7) % 128)));
    const [before = '', after = ''] = rss(['@'])
      .replace(/<\?xml[^>]*\?>/, '')
      .split('@');
    const path = file('noise.xml', Buffer.concat([Buffer.from(before), noise, Buffer.from(after)]));
    expect((await look(path)).lines[0]).toMatchObject({ items: [], error: expect.stringMatching(/^It is not UTF-8/) });
  });

  test('starts no database, and needs none', async () => {
    await look(file('one.xml', rss(['One'])));
    const other = await sni(['--config', settings, 'feeds', 'test', '--json', join(folder, 'one.xml')], {
      DATABASE_URL: 'postgres://a@127.0.0.1:1/b',
    });
    expect(other.code).toBe(0);
    expect(existsSync(home)).toBe(false);
  });

  test('what a feed carries cannot steer a terminal, and stays one line', async () => {
    const { stdout } = await look(
      file('evil.json', JSON.stringify({ version: 'https://jsonfeed.org/version/1', items: [{ title: 'A', id: '\u001b[2J\n\u202e' }] })),
    );
    expect(stdout.slice(0, -1)).not.toMatch(/\p{Cc}|\p{Bidi_Control}/u);
    expect(JSON.parse(stdout).items[0].guid).toContain('\u202e');
  });

  test('many files take no more memory than some', async () => {
    const many = join(folder, 'many');
    mkdirSync(many);
    const more = ' and about all else of which there is nothing to be said'.repeat(10);
    const feed = rss(Array.from({ length: 60 }, (_, index) => `Headline number ${index} of a feed about nothing much${more}`));
    const files = Array.from({ length: 60 }, (_, index) => join(many, `${index}.xml`));
    for (const one of files) writeFileSync(one, feed);
    // One file needs 36 MiB: 200 KiB left of each, which is twice its length, would be too much.
    const words = ['--config', settings, 'feeds', 'test', '--json', ...files];
    const { code, stdout } = await sniProcess(words, { SNI_HOME: home, NODE_OPTIONS: smallHeap });
    expect(code).toBe(0);
    expect(stdout.split('\n').length - 1).toBe(files.length);
  });
});

describe('the web', () => {
  test('private addresses are refused unless --allow-private is said, also where sni.yaml allows them to all', async () => {
    web.on('/feed', whole(rss(['One'])));
    writeFileSync(join(folder, 'open.yaml'), 'fetch: { allowPrivate: true }\n');
    const refused = await sni(['--config', join(folder, 'open.yaml'), 'feeds', 'test', '--json', web.url('/feed')], { SNI_HOME: home });
    expect(JSON.parse(refused.stdout).error).toContain('--allow-private');
    expect(web.asked('/feed')).toHaveLength(0);
    expect((await look('--allow-private', web.url('/feed'))).lines[0].error).toBeNull();
  });

  test('a failed fetch is a sentence with the address and the reason', async () => {
    web.on('/gone', status(410));
    web.on('/loop', redirect('/loop'));
    const { lines } = await look('--allow-private', web.url('/gone'), web.url('/loop'), 'ftp://a.example/feed');
    expect(lines.map(({ error }) => error)).toEqual([
      expect.stringContaining('410'),
      expect.stringContaining('leads in a circle'),
      expect.stringContaining('only http and https'),
    ]);
  });
});

describe('for people', () => {
  test('what the feed is, what would be stored, what dropped and why; exit code 1 where an input is no feed', async () => {
    const { code, stdout } = await run([file('people.xml', rss(['Grain ship leaves Odesa', 'Grain ship leaves Odesa', '']))]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Format +RSS$/m);
    expect(stdout).toMatch(/^Dropped +2: 1 .*, 1 .*|2: 1 .* and 1 .*$/m);
    expect(stdout).toMatch(/^2026-03-10 08:00 +en +News +Grain ship leaves Odesa$/m);
    expect(await run([join(folder, 'missing.xml')])).toMatchObject({ code: 1, stdout: expect.stringContaining('There is no file') });
  });

  test('--lang comes before what a feed says; a wrong one is exit code 78 with what is allowed', async () => {
    expect((await run(['--lang', 'sv', file('sv.xml', rss(['Oslo Berlin']))])).stdout).toContain('sv (1)');
    expect(await run(['--lang', 'q?', 'x.xml'])).toMatchObject({ code: 78, stderr: expect.stringContaining('such as de') });
    expect(await run([])).toMatchObject({ code: 78, stderr: expect.stringContaining('input') });
  });
});
