// `sni add-url`, `sni import`, `sni export opml`: what an operator brings in by hand and takes out again.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type Answer, hostile, smallHeap, sni, sniProcess } from '../../../lib/desk/fixture.js';
import { makeTestWorld } from '../../../support/in-test.js';
import { startFakeWeb } from '../../../support/web/fake-web.js';
import { whole } from '../../../support/web/faults.js';
import type { World } from '../../../support/world.js';

let world: World;
let ask: (...args: string[]) => Promise<Answer>;
const file = (name: string, text: string | Buffer): string => {
  writeFileSync(join(world.folder, name), text);
  return join(world.folder, name);
};

beforeAll(async () => {
  const sources = [{ feed: 'https://www.bbc.example/rss', publisher: 'BBC', domain: 'bbc.example', lang: 'en' }];
  world = await makeTestWorld({ settings: { sources } });
  ask = (...args) => sni(['--config', world.settings, ...args], { SNI_HOME: world.home });
});
beforeEach(() => world.sql`truncate feeds, titles cascade`);

describe('sni add-url', () => {
  const url = 'https://www.bbc.example/news/1?utm_source=x';

  test('stores one pending title by the rules of feeds, and says where it is when it comes again', async () => {
    const first = await ask('add-url', url, '--title', 'Talks <b>open</b> in Geneva - BBC News', '--published', '2026-03-10T14:05Z');
    expect(first).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/Stored as title:\d+, pending/) });
    expect(
      await world.sql`
      select title_display, t.publisher_name, t.publisher_domain, url_canonical, t.lang, status, published_at, published_at_from, kind
      from titles t join feeds using (feed_id)`,
    ).toEqual([
      {
        title_display: 'Talks open in Geneva',
        publisher_name: 'BBC',
        publisher_domain: 'bbc.example',
        url_canonical: 'https://www.bbc.example/news/1',
        lang: 'en',
        status: 'pending',
        published_at: new Date('2026-03-10T14:05:00Z'),
        published_at_from: 'item',
        kind: 'hand',
      },
    ]);
    expect((await ask('add-url', url, '--title', 'Talks open in Geneva')).stdout).toMatch(/already there as title:\d+; nothing was stored/);
    expect((await ask('add-url', url, '--title', 'Talks closed')).stdout).toMatch(/already there with another title, as title:\d+/);
    expect(await world.sql`select from titles`).toHaveLength(1);
    expect((await ask('feeds')).stdout).toContain('There are no feeds.');
  });

  test('says what is wrong: exit code 78, nothing stored', async () => {
    expect(await ask('add-url', url)).toMatchObject({ code: 78, stderr: expect.stringContaining('--title') });
    expect(await ask('add-url', 'nowhere', '--title', 'A b')).toMatchObject({ code: 78, stderr: expect.stringContaining('http(s)') });
    expect(await ask('add-url', url, '--title', '...')).toMatchObject({ code: 78, stderr: expect.stringContaining('no letter') });
    expect(await ask('add-url', url, '--title', 'A b', '--published', 'soon')).toMatchObject({ code: 78 });
    expect(await world.sql`select from titles`).toHaveLength(0);
  });
});

describe('sni import of titles', () => {
  test('counts what is stored, known and dropped, with file, line and reason; again it is all known', async () => {
    const csv = file(
      'some.csv',
      `title;link;publisher;id\n"Hello, ""world"";\nand more";https://a.example/1;A;1\n${hostile.replaceAll(';', '')};https://b.example/2;B;1\n;https://c.example;C;3\n"never closed;https://d.example;D;4\nGood one;https://www.bbc.example/e;;5\nGood one;https://www.bbc.example/e;;6\n`,
    );
    const { code, stdout } = await ask('import', csv);
    expect(code).toBe(0);
    expect(stdout).toBe(
      `${csv}: 3 titles stored, 1 already there, 2 dropped.\n  ${csv}:5: without a title\n  ${csv}:6: a quote that is never closed\n`,
    );
    expect(await world.sql`select title_display, publisher_name from titles order by publisher_name`).toMatchObject([
      { title_display: 'Hello, "world"; and more', publisher_name: 'A' },
      { publisher_name: 'B' },
      { title_display: 'Good one', publisher_name: 'BBC' },
    ]);
    expect((await ask('import', csv)).stdout).toContain('0 titles stored, 4 already there, 2 dropped');
  });

  test('4,000 long lines go in seconds, in little memory, and ids of other files are not mistaken for theirs', async () => {
    const line = (what: string, n: number) =>
      JSON.stringify({
        title: `${what} number ${n} visits town ${n * 7}`,
        link: `https://n${n % 50}.example/${what}/${n}`,
        id: n,
        published_at: '2026-03-10',
        text: 'What else there is to be said of it. '.repeat(80),
      });
    const lines = (what: string, count: number) => `${Array.from({ length: count }, (_, n) => line(what, n)).join('\n')}\n`;
    await ask('import', file('other.jsonl', lines('President', 100)));
    const large = file('large.jsonl', `${lines('Minister', 4000)}{broken\n`);
    // A short file needs 36 MiB: three kilobytes left of each line, which is its length, would be too much.
    const startedAt = performance.now();
    const { code, stdout } = await sniProcess(['--config', world.settings, 'import', large], {
      SNI_HOME: world.home,
      NODE_OPTIONS: smallHeap,
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/4,000 titles stored, 0 already there, 1 dropped\.\n.*large\.jsonl:4001: is no JSON/);
    expect(performance.now() - startedAt).toBeLessThan(60_000);
    expect(await world.sql`select count(*)::int as n from titles`).toEqual([{ n: 4100 }]);
  });

  test('a packed file is taken like any other; of one that is cut off, what comes before stays and the rest is said to be missing', async () => {
    const lines = Array.from({ length: 3000 }, (_, n) =>
      JSON.stringify({ title: `Minister number ${n} visits town ${n * 7}`, publisher: `P ${n}` }),
    );
    const parts = [lines.slice(0, 2000), lines.slice(2000)].map((part) => gzipSync(`${part.join('\n')}\n`));
    const packed = join(world.folder, 'packed.jsonl.gz');
    writeFileSync(packed, Buffer.concat(parts).subarray(0, -3000));
    const cut = await ask('import', packed);
    expect(cut).toMatchObject({ code: 1, stderr: expect.stringMatching(/packed\.jsonl\.gz.*unexpected end of file/) });
    expect(cut.stderr).not.toContain('    at ');
    expect(await world.sql`select count(*)::int as n from titles`).toEqual([{ n: 2000 }]);
    writeFileSync(packed, Buffer.concat(parts));
    expect((await ask('import', packed)).stdout).toContain('1,000 titles stored, 2,000 already there, 0 dropped');
    writeFileSync(packed, 'no gzip');
    expect(await ask('import', packed)).toMatchObject({ code: 78, stderr: expect.stringContaining('cannot be unpacked') });
  });

  test('a file that cannot be taken is a sentence and exit code 78', async () => {
    expect(await ask('import', join(world.folder, 'no.csv'))).toMatchObject({
      code: 78,
      stderr: expect.stringContaining('There is no file'),
    });
    expect(await ask('import', 'titles.xls')).toMatchObject({ code: 78, stderr: expect.stringContaining('.jsonl') });
    expect(await ask('import', file('empty.csv', ''))).toMatchObject({ code: 78, stderr: expect.stringContaining('is empty') });
    const latin = file('latin.csv', Buffer.from('title\nM\u00fcnchen w\u00e4hlt\n', 'latin1'));
    expect(await ask('import', latin)).toMatchObject({ code: 78, stderr: expect.stringContaining('not UTF-8') });
    expect((await ask('import', file('nothing.csv', 'name,link\nA,b\n'))).stdout).toContain('names no column "title"');
  });
});

describe('OPML', () => {
  const list = `<?xml version="1.0"?><opml version="2.0"><body><outline text="World">
    <outline title="A &amp; &quot;B&quot;" xmlUrl="https://a.example/f?x=1&amp;y=2" language="pt-BR"/>
    <outline text="Ü\u202e &lt;i&gt;" xmlUrl="https://b.example/f"/><outline text="Twice" xmlUrl="https://b.example/f"/>
    <outline text="No" xmlUrl="javascript:alert(1)"/></outline></body></opml>`;

  test('feeds come in once, go out as valid OPML, and come in elsewhere as the same feeds', async () => {
    const path = file('in.opml', list);
    expect((await ask('import', path, '--lang', 'de')).stdout).toContain('2 feeds in');
    const again = (await ask('import', path)).stdout;
    expect(again).toContain('0 added, 2 already there.');
    expect(again).toContain(`${path}:4: the address of the outline "No" is none of http or https: javascript:alert(1)`);
    await world.sql`insert into feeds (url, publisher_name, lang, kind) values ('drop/', 'Folder', 'en', 'folder'), ('https://l.example', 'L', 'en', 'opml')`;
    await world.sql`insert into feeds (url, publisher_name, lang, listed) values ('https://old.example', 'Old', 'en', false)`;
    const out = join(world.folder, 'out.opml');
    expect(await ask('export', 'opml', '--out', out)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Wrote 2 feeds'),
      stderr: expect.stringContaining('1 source'),
    });
    expect(readFileSync(out, 'utf8').replace(/<dateCreated>.*/, '')).toBe(
      (await ask('export', 'opml')).stdout.replace(/<dateCreated>.*/, ''),
    );
    execFileSync('python3', ['-c', 'import sys, xml.dom.minidom as m; m.parse(sys.argv[1])', out]);
    const elsewhere = await makeTestWorld();
    await sni(['--config', elsewhere.settings, 'import', out], { SNI_HOME: elsewhere.home });
    const feeds = await elsewhere.sql`select url, publisher_name, lang, origin from feeds order by url`;
    expect(feeds).toEqual([
      { url: 'https://a.example/f?x=1&y=2', publisher_name: 'A & "B"', lang: 'pt-BR', origin: 'hand' },
      { url: 'https://b.example/f', publisher_name: 'Ü <i>', lang: 'de', origin: 'hand' },
    ]);
  });

  test('an outline without an address is named with its line; a folder of others is none', async () => {
    const path = file(
      'gaps.opml',
      '<opml version="2.0"><body>\n<outline text="World">\n<outline text="Gap"/>\n<outline type="rss"\n title="Two"/>\n<outline text="B" xmlUrl="https://b.example/f"/></outline>\n<outline/></body></opml>',
    );
    expect((await ask('import', path)).stdout).toBe(
      `1 feed in ${path}: 1 added, 0 already there. "sni run ingest" reads them.\n  ${path}:3: the outline "Gap" has no address (xmlUrl)\n  ${path}:4: the outline "Two" has no address (xmlUrl)\n  ${path}:7: an outline has no address (xmlUrl)\n`,
    );
  });

  test('a password goes out only where that is asked for', async () => {
    await world.sql`insert into feeds (url, publisher_name, lang) values ('https://reader:hush@a.example/f?x=1', 'A', 'en')`;
    const bare = await ask('export', 'opml');
    expect(bare).toMatchObject({ code: 0, stderr: expect.stringContaining('1 address written without the password') });
    expect(bare.stdout).toContain('xmlUrl="https://a.example/f?x=1"');
    expect(bare.stdout).not.toContain('hush');
    expect((await ask('export', 'opml', '--with-passwords')).stdout).toContain('xmlUrl="https://reader:hush@a.example/f?x=1"');
  });

  test('a list is also taken by its address, from a private network only where that is said', async () => {
    const web = await startFakeWeb();
    onTestFinished(() => web.close());
    web.on('/list', whole(list));
    expect(await ask('import', web.url('/list'))).toMatchObject({ code: 1, stderr: expect.stringContaining('--allow-private') });
    expect(web.asked('/list')).toHaveLength(0);
    expect((await ask('import', web.url('/list'), '--allow-private')).stdout).toContain('2 added');
  });

  test('what is no list, and what cannot be written, is a sentence and exit code 78', async () => {
    expect(await ask('import', file('feed.xml', '<rss version="2.0"/>'))).toMatchObject({
      code: 78,
      stderr: expect.stringContaining('no OPML list'),
    });
    expect((await ask('import', file('bare.opml', '<opml version="2.0"/>'))).stdout).toContain('names no feed');
    expect(await ask('export', 'opml', '--out', '/no/such/folder/x')).toMatchObject({
      code: 78,
      stderr: expect.stringContaining('cannot be written'),
    });
  });
});
