// What every page keeps to: headers, formats, freshness, and sentences where something cannot be had.
import { type IncomingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { makeLog } from '../../../lib/app.js';
import { projectRoot, readConfig } from '../../../lib/config.js';
import { assets } from '../../../lib/pages/assets.js';
import { isAnswered } from '../../../lib/pages/hosts.js';
import { pages } from '../../../lib/pages/pages.js';
import { serveSite } from '../../../lib/pages/server.js';
import { makeSite } from '../../../lib/pages/site.js';
import { makeTestWorld } from '../../support/in-test.js';
import { startScript } from '../../support/world.js';
import { furnish, sniProcess } from '../desk/fixture.js';
import { servePages } from './site.js';

const world = await makeTestWorld();
const { get, url } = await servePages(world);

beforeAll(async () => {
  await furnish(world.sql);
});

test('a page lets a browser run nothing that stands in it and load nothing of others', async () => {
  const { headers, text } = await get('/');
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe|https?:|data:|\*/);
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(text).not.toMatch(/<script(?! src="\/assets\/)|<[^>]* (?:style|on\w+)=/);
  expect(text).not.toMatch(/(?:src|action)="(?!\/)/);
});

test('style and script stand under addresses that change with what is in them, and may be kept for ever', async () => {
  const { text } = await get('/');
  for (const { path } of assets) {
    expect(text).toContain(path);
    const { status, headers } = await get(path);
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
  }
});

test('who has a page already is told so, and gets it anew once it differs', async () => {
  const address = '/?since=2026-03-10&until=2026-03-12';
  const first = await get(address);
  const etag = first.headers.get('etag') ?? '';
  expect(etag).toMatch(/^"[\w-]{22}"$/);
  const again = await get(address, { 'If-None-Match': `"other", W/${etag}` });
  expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
  expect((await get(address, { 'If-None-Match': '"other"' })).text).toBe(first.text);
});

test('what is not there, not understood or not allowed is a sentence, as a page and as JSON', async () => {
  expect(await get('/nowhere')).toMatchObject({ status: 404, text: expect.stringContaining('<h1>There is no such page</h1>') });
  expect(await get('/?since=soon')).toMatchObject({
    status: 400,
    text: expect.stringContaining('&quot;soon&quot; is no time: allowed are'),
  });
  expect(await get('/?theater=<b>')).toMatchObject({ status: 400, text: expect.stringContaining('There is no theater &lt;b&gt;.') });
  expect(await get('/?format=xml')).toMatchObject({ status: 400, text: expect.stringContaining('allowed are html and json') });
  const json = await get('/?most=0&format=json');
  expect([json.status, JSON.parse(json.text)]).toEqual([400, { error: '"most" is "0": allowed is a whole number from 1 to 100.' }]);
});

test('a page that the database refuses says so and tells nothing of it', async () => {
  await world.sql`alter table event_families rename to families_away`;
  const { status, text, headers } = await get('/?since=2026-03-09');
  await world.sql`alter table families_away rename to event_families`;
  expect([status, headers.get('retry-after')]).toEqual([503, '10']);
  expect(text).toContain('&quot;sni diagnose&quot; says what is wrong');
  expect(text).not.toContain('event_families');
  expect((await get('/?since=2026-03-09')).status).toBe(200);
});

test('the first screen is the brief; where nothing came in lately, that of the day up to the latest headline', async () => {
  const { text } = await get('/');
  expect(text).toContain('<h1>What the headlines tell</h1>');
  expect(text).toContain('Nothing came in during the last 24 hours');
  const edition = JSON.parse((await get('/?since=2026-03-10&until=2026-03-12&format=json')).text);
  expect(edition).toMatchObject({ since: '2026-03-10T00:00:00.000Z', until: '2026-03-12T00:00:00.000Z', isOld: false });
  expect((await get('/?since=2026-03-10&until=2026-03-12')).text).toContain('<a href="/families/2">');
});

test('who listens hears at once how it stands, again when a family changed, and the end of it all ends him', async () => {
  const log = makeLog({ level: 'silent', name: 'test', to: 'stderr' });
  const serving = await serveSite(makeSite({ sql: world.sql, config: readConfig(world.settings, {}), log }, []), {
    host: '127.0.0.1',
    port: 0,
  });
  const answer = await fetch(`${serving.url}live`);
  expect(answer.headers.get('content-type')).toBe('text/event-stream');
  const heard = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await heard?.read())?.value).toBe('event: state\ndata: 0.1\nretry: 15000\n\n');
  await world.sql`insert into family_log (act, ef_id, title_ids, why, by_whom) values ('place', 1, '{}', '{}', 'generate')`;
  expect((await heard?.read())?.value).toBe('event: state\ndata: 1.1\nretry: 15000\n\n');
  await serving.close();
  expect(await heard?.read()).toMatchObject({ done: true });
});

test('every page is described for programs, with what its address may say', async () => {
  const { status, text } = await get('/openapi.json');
  const described = JSON.parse(text);
  expect([status, described.openapi]).toEqual([200, '3.1.0']);
  const others = ['/feeds/{file}', '/feeds/{of}/{file}', '/live', '/health', '/ready', '/metrics', '/openapi.json'];
  expect(Object.keys(described.paths)).toEqual([...pages.map(({ path }) => path.replace(/:(\w+)(\{.*\})?/g, '{$1}')), ...others]);
  expect(described.paths['/families/{id}'].get.parameters.map(({ name }: { name: string }) => name)).toEqual(['id', 'format']);
  expect(described.paths['/compare'].get.parameters.map(({ name }: { name: string }) => name)).toEqual(['a', 'b', 'days', 'format']);
  for (const path of Object.keys(described.paths)) {
    if (path === '/live') continue;
    const asked = path
      .replace('{id}', '1')
      .replace('{name}', 'Harbour Post')
      .replace('/{of}/{file}', '/theater/UKRAINE.atom.xml')
      .replace('{file}', 'brief.json');
    const { status, headers } = await get(asked);
    const answered = described.paths[path].get.responses[status];
    expect([asked, status < 500, Object.keys(answered?.content ?? {})]).toEqual([
      asked,
      true,
      expect.arrayContaining([headers.get('content-type')?.replace(/;.*/, '')]),
    ]);
  }
});

test('the command says where the pages are, serves them, and ends with 0 when it is told to', async () => {
  const { code, stdout, stderr } = await sniProcess(
    ['--config', world.settings, 'serve', '--port', '0'],
    { SNI_HOME: world.home },
    (pid, said) => {
      said.once('data', async (line: Buffer) => {
        const [url = ''] = /http:\S+/.exec(line.toString()) ?? [];
        const answer = await fetch(url);
        if (answer.status === 200) process.kill(pid, 'SIGTERM');
      });
    },
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^The pages are at http:\/\/127\.0\.0\.1:\d+\/\n$/);
});

test('a page goes packed to who takes it so, once and the same', async () => {
  const address = '/families';
  const plain = await rawly(address, {});
  expect([plain.headers['content-encoding'], plain.headers.vary]).toEqual([undefined, 'Accept-Encoding']);
  for (const [accepts, encoding, unpack] of [
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip;q=0.5, br;q=0', 'gzip', gunzipSync],
  ] as const) {
    const { headers, body } = await rawly(address, { 'Accept-Encoding': accepts });
    expect(headers['content-encoding']).toBe(encoding);
    expect(unpack(body).toString()).toBe(plain.body.toString());
    expect(headers.etag).not.toBe(plain.headers.etag);
    expect((await rawly(address, { 'Accept-Encoding': accepts, 'If-None-Match': headers.etag ?? '' })).status).toBe(304);
  }
  expect((await rawly('/health', { 'Accept-Encoding': 'gzip' })).headers['content-encoding']).toBeUndefined();
});

test('bound to this machine alone it answers to no other name', async () => {
  for (const [host, status] of [
    ['localhost:8787', 200],
    ['127.0.0.1', 200],
    ['[::1]:80', 200],
    ['evil.example', 421],
    ['127.0.0.1.evil.example', 421],
    ['127.0.0.1@evil.example', 400],
    ['sni.example.org', 421],
  ] as const)
    expect([host, (await rawly('/health', { Host: host })).status]).toEqual([host, status]);
  expect(isAnswered('sni.example.org', '127.0.0.1', ['sni.example.org'])).toBe(true);
  expect(isAnswered('any.example', '0.0.0.0', [])).toBe(true);
});

test('what is under way when the end is asked for is answered, and nothing is logged as an error', async () => {
  let answered: Promise<number> = Promise.resolve(0);
  const holder = await world.sql.reserve();
  await holder`begin`;
  await holder`lock table event_families in access exclusive mode`;
  const { code, stderr } = await sniProcess(['--config', world.settings, 'serve', '--port', '0'], { SNI_HOME: world.home }, (pid, said) => {
    said.once('data', async (line: Buffer) => {
      const [url = ''] = /http:\S+/.exec(line.toString()) ?? [];
      answered = fetch(`${url}families`).then(({ status }) => status);
      while ((await holder`select from pg_locks where not granted and relation = 'event_families'::regclass`).length === 0);
      process.kill(pid, 'SIGTERM');
      await holder`commit`;
      holder.release();
    });
  });
  expect({ code, stderr, status: await answered }).toEqual({ code: 0, stderr: '', status: 200 });
});

/** With headers that fetch sets by itself, and the body as it comes. */
function rawly(path: string, headers: Record<string, string>): Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }> {
  return new Promise((resolve, reject) => {
    request(new URL(path, url), { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }));
    })
      .on('error', reject)
      .end();
  });
}

test('a port that is none or taken is a sentence', async () => {
  // What the command starts, which says it.
  const script = join(projectRoot, 'dist/lib/pages/serve.js');
  const serve = (...flags: string[]) =>
    startScript(script, ['serve', ...flags], { SNI_HOME: world.home, SNI_CONFIG: world.settings }).ended;
  expect(await serve('--port', 'x')).toMatchObject({
    code: 78,
    stderr: expect.stringContaining('Allowed is a whole number from 0 to 65535.'),
  });
  expect(await serve('--host', '203.0.113.7', '--port', '0')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('203.0.113.7 is no address of this machine. Name one with --host.'),
  });
});
