// `sni publish` and its feeds: valid, read back by a feed reader, the same bytes again, and nothing of others touched.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import RssParser from 'rss-parser';
import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { fileName } from '../../../../lib/desk/publish/site.js';
import { harm } from '../../../support/evil-titles.js';
import { makeTestWorld } from '../../../support/in-test.js';
import { furnish, sni } from '../fixture.js';

const world = await makeTestWorld();
const { sql } = world;
const publish = (folder: string, ...args: string[]) =>
  sni(['--config', world.settings, 'publish', join(world.folder, folder), '--url', 'https://sni.example', ...args], {
    SNI_HOME: world.home,
  });
const filesOf = (folder: string) =>
  readdirSync(join(world.folder, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(world.folder, folder, name)).isFile())
    .sort();
const read = (folder: string, path: string) => readFileSync(join(world.folder, folder, path), 'utf8');
const bytesOf = (folder: string) => filesOf(folder).map((path) => [path, read(folder, path)]);

beforeAll(async () => {
  await furnish(sql);
  await sql`update event_families set first_at = '2026-03-10T01:00:00Z' where ef_key = 'large'`;
  await sql`update event_families set acts = '[{"source": "RU", "target": "UA", "action": "attack", "mode": "done", "outlets": ["Harbour Post"], "basis": "one outlet"}]' where ef_key = 'large'`;
  await sql`insert into watches (name, filter) values ('../Odesa <b>', '{"search": "odesa"}')`;
  await harm(sql, 1);
  await sql`select index_for_search(null)`;
});

test('the site is the brief, a page a family, and the feeds of the brief, of theaters, watchlists and outlets', async () => {
  const { code, stdout } = await publish('site');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\d+ files in .*: (\d+) written, 0 as before, 0 removed\.\n$/);
  const files = filesOf('site');
  expect(files).toEqual(
    expect.arrayContaining([
      'index.html',
      'families/1.html',
      'families/2.html',
      'feeds/brief.rss.xml',
      'feeds/brief.atom.xml',
      'feeds/brief.json',
    ]),
  );
  expect(files).toEqual(
    expect.arrayContaining([
      'feeds/theater/UKRAINE.atom.xml',
      `feeds/watchlist/${fileName('../Odesa <b>')}.json`,
      `feeds/outlet/${fileName('Harbour Post')}.rss.xml`,
    ]),
  );
  const index = read('site', 'index.html');
  expect(index).toContain('<link rel="alternate" type="application/atom+xml" title="SNI brief" href="feeds/brief.atom.xml">');
  for (const [, href] of index.matchAll(/href="((?!https?:)[^"#]+)"/g)) expect(files).toContain(href);
  expect(read('site', 'families/2.html')).toContain('href="../index.html"');
});

test('RSS and Atom are read back by a feed reader: newest first, ids that are addresses, texts that are text', async () => {
  for (const [kind, format] of [
    ['rss.xml', 'rss'],
    ['atom.xml', 'atom'],
  ] as const) {
    const feed = await new RssParser().parseString(read('site', `feeds/brief.${kind}`));
    expect(feed.title).toBe('SNI brief');
    expect(feed.items.map(({ link }) => link)).toEqual(['https://sni.example/families/1.html', 'https://sni.example/families/2.html']);
    for (const item of feed.items) expect(URL.canParse(item.guid ?? item['id'])).toBe(true);
    expect(feed.items[1]).toMatchObject({ title: 'Odesa port hit', isoDate: '2026-03-10T01:00:00.000Z' });
    expect(feed.items[1]?.[format === 'rss' ? 'contentSnippet' : 'summary']).toContain('an attack by Russia (read in one outlet)');
    for (const text of feed.items.flatMap(({ title = '', content = '', summary = '' }) => [title, content, summary])) {
      expect(text).not.toMatch(/<script|<img|href="(?!https?:)|\p{Bidi_Control}|(?!\n)\p{Cc}/iu);
    }
  }
});

test('the feeds are well-formed to a strict XML reader, and the JSON Feed has what its version asks for', () => {
  const feeds = filesOf('site').filter((name) => name.endsWith('.xml'));
  const check = 'import sys, xml.dom.minidom; print(len([xml.dom.minidom.parse(path) for path in sys.argv[1:]]))';
  expect(feeds.length).toBeGreaterThan(0);
  expect(execFileSync('python3', ['-c', check, ...feeds.map((path) => join(world.folder, 'site', path))], { encoding: 'utf8' })).toBe(
    `${feeds.length}\n`,
  );
  const item = z.object({
    ...{ id: z.url(), url: z.url(), title: z.string().min(1), content_html: z.string().min(1), summary: z.string().min(1) },
    ...{ date_published: z.iso.datetime(), date_modified: z.iso.datetime(), tags: z.array(z.string()) },
  });
  const shape = z.object({
    ...{ version: z.literal('https://jsonfeed.org/version/1'), title: z.string(), home_page_url: z.url(), feed_url: z.url() },
    items: z.array(item).min(1),
  });
  for (const path of filesOf('site').filter((name) => name.startsWith('feeds/') && name.endsWith('.json'))) {
    const text = read('site', path);
    shape.parse(JSON.parse(text));
    expect(text).not.toMatch(/\p{Bidi_Control}|(?!\n)\p{Cc}/u);
  }
});

test('--json says what was done', async () => {
  await publish('counted');
  expect(JSON.parse((await publish('counted', '--json')).stdout)).toEqual({
    folder: join(world.folder, 'counted'),
    files: filesOf('counted').length - 1,
    written: 0,
    removed: 0,
    url: 'https://sni.example/',
  });
});

test('a second run over the same store writes nothing, and another folder has the same bytes', async () => {
  const old = new Date('2020-01-01T00:00:00Z');
  for (const path of filesOf('site')) utimesSync(join(world.folder, 'site', path), old, old);
  expect((await publish('site')).stdout).toMatch(/: 0 written, \d+ as before, 0 removed\.\n$/);
  expect(filesOf('site').every((path) => statSync(join(world.folder, 'site', path)).mtime.getTime() === old.getTime())).toBe(true);
  await publish('other');
  expect(bytesOf('other')).toEqual(bytesOf('site'));
});

test('what is gone is removed with its folder, what others put there stays, and what is not ours is not written over', async () => {
  writeFileSync(join(world.folder, 'site/robots.txt'), 'mine');
  mkdirSync(join(world.folder, 'site/feeds/mine'));
  await sql`update event_families set status = 'recycled' where ef_id = 2`;
  await sql`delete from watches`;
  expect((await publish('site')).stdout).toMatch(/, [1-9]\d* removed\.\n$/);
  expect(existsSync(join(world.folder, 'site/families/2.html'))).toBe(false);
  expect(existsSync(join(world.folder, 'site/feeds/watchlist'))).toBe(false);
  expect(read('site', 'robots.txt')).toBe('mine');
  expect(existsSync(join(world.folder, 'site/feeds/mine'))).toBe(true);
  mkdirSync(join(world.folder, 'taken'));
  writeFileSync(join(world.folder, 'taken/index.html'), 'mine');
  expect(await publish('taken')).toMatchObject({ code: 1, stderr: expect.stringContaining('was not written by "sni publish"') });
  expect(bytesOf('taken')).toEqual([['index.html', 'mine']]);
  writeFileSync(join(world.folder, 'taken/.sni-site.json'), '{"files": ["../../x"]}');
  expect((await publish('taken')).stderr).toContain('is not the list that "sni publish" wrote');
});

test('an empty database makes a site that says so, with feeds that are valid', async () => {
  const empty = await makeTestWorld();
  const { code } = await sni(['--config', empty.settings, 'publish', join(empty.folder, 'site')], { SNI_HOME: empty.home });
  expect(code).toBe(0);
  expect(readFileSync(join(empty.folder, 'site/index.html'), 'utf8')).toContain('No event family was told of in this time.');
  expect((await new RssParser().parseString(readFileSync(join(empty.folder, 'site/feeds/brief.rss.xml'), 'utf8'))).items).toEqual([]);
});

test('an address that is none is refused, and names become names of files', async () => {
  expect((await publish('no', '--url', 'javascript:alert(1)')).code).toBe(78);
  expect(fileName('UKRAINE')).toBe('UKRAINE');
  for (const name of ['../../etc/passwd', '海湾报', 'a/b', '.hidden', 'x'.repeat(500)])
    expect(fileName(name)).toMatch(/^[a-zA-Z0-9][a-zA-Z0-9-]*$/);
  expect(fileName('Harbour Post')).not.toBe(fileName('Harbour-Post'));
});
