// Everything a server can do wrong, by name: for runs that meet it all at once. What bodies can do wrong stands in hostile-bodies.ts.
import { gzipSync } from 'node:zlib';
import type { Answer, FakeWeb } from './fake-web.js';
import { compressed, drip, endless, hang, hangAfterHead, late, raw, redirect, reset, status, truncated, whole } from './faults.js';
import { feedOf } from './fetching.js';
import { type Hostile, hostileBodies } from './hostile-bodies.js';

const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n';
const lure = feedOf(['A title that must never be stored']);
const mebibyte = 1024 * 1024;

/** The whole set; `web` is the web it will be served by, for what needs paths of its own. */
export function hostile(web: Pick<FakeWeb, 'on' | 'url'>): Hostile[] {
  for (let step = 0; step < 8; step++) web.on(`/chain-${step}`, redirect(`/chain-${step + 1}`, 301));
  web.on('/chain-8', whole(lure));
  web.on('/ring-1', redirect('/ring-2'));
  web.on('/ring-2', redirect('/ring-1'));
  web.on('/moved', whole(feedOf(['The feed has moved and is read'])));
  const nothing = servers.map(([name, answer]) => ({ name, answer, stored: [] }));
  return [
    ...nothing,
    { name: 'one that comes at the last moment', answer: late(0.8, whole(feedOf(['Late but whole']))), stored: ['Late but whole'] },
    { name: 'a permanent redirect', answer: redirect('/moved', 301), stored: ['The feed has moved and is read'] },
    ...hostileBodies,
  ];
}

const servers: readonly (readonly [name: string, answer: Answer])[] = [
  ['silence', hang],
  ['a head and then silence', hangAfterHead],
  ['an endless drip', drip],
  ['an endless body', endless()],
  ['a gzip bomb', endless({ gzip: true })],
  ['a gzip bomb packed loosely', endless({ gzip: true, level: 1 })],
  ['a brotli bomb', compressed(Buffer.alloc(100 * mebibyte, ' '), 'br')],
  ['a deflate bomb', compressed(Buffer.alloc(100 * mebibyte, ' '), 'deflate')],
  ['a body of 100 MB, announced', truncated('x', 100 * mebibyte)],
  ['a reset', reset],
  ['a body cut short of its length', truncated(lure.slice(0, -10), 100_000)],
  ['a chunk cut off', raw(`${head}Transfer-Encoding: chunked\r\n\r\nffff\r\n${lure.slice(0, -10)}`)],
  ['rubbish for a chunk size', raw(`${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n${lure}\r\n`)],
  ['another protocol', raw('SSH-2.0-OpenSSH_9.2\r\n')],
  ['no byte at all', raw('')],
  ['a header of 40,000 characters', raw(`${head}X-Long: ${'x'.repeat(40_000)}\r\n\r\n${lure}`)],
  ['a NUL in a header', raw(`${head}X-Nul: a\0b\r\n\r\n${lure}`)],
  ['lengths that contradict each other', raw(`${head}Content-Length: 3\r\nContent-Length: 4\r\n\r\n${lure}`)],
  ['a length and chunks', raw(`${head}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`)],
  ['a negative length', raw(`${head}Content-Length: -1\r\n\r\n${lure}`)],
  ['a switch of protocols', raw('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n')],
  ['a status of 999', raw('HTTP/1.1 999 Whatever\r\nConnection: close\r\n\r\n')],
  ['a redirect loop', redirect('/ring-1')],
  ['more redirects than allowed', redirect('/chain-0')],
  ['a redirect to the metadata service', redirect('http://169.254.169.254/latest/meta-data/')],
  ['a redirect to the metadata service in one number', redirect('http://2852039166/latest/meta-data/', 301)],
  ['a redirect to the metadata service by IPv6', redirect('http://[::ffff:169.254.169.254]/latest/meta-data/', 308)],
  ['a redirect to a file', redirect('file:///etc/passwd')],
  ['a redirect to data', redirect(`data:text/xml,${encodeURIComponent(lure)}`)],
  ['a redirect to no address', redirect('http://[')],
  ['a redirect without an address', status(302)],
  ['nothing (204)', status(204)],
  ['unchanged that nobody asked for (304)', status(304)],
  ['a part (206)', status(206, {}, lure)],
  ['a login page (401)', status(401, {}, lure)],
  ['a refusal (403)', status(403, {}, lure)],
  ['no such page (404)', status(404, {}, lure)],
  ['gone for good (410)', status(410, {}, lure)],
  ['slow down (429)', status(429, { 'retry-after': '7200' }, lure)],
  ['slow down for a hundred years (429)', status(429, { 'retry-after': 'Fri, 01 Jan 2126 00:00:00 GMT' }, lure)],
  ['an error (500)', status(500, {}, lure)],
  ['closed for repair (503)', status(503, { 'retry-after': 'soon' }, lure)],
  ['a compression nobody asked for', whole(lure, { 'content-encoding': 'zstd' })],
  ['five compressions in each other', whole(lure, { 'content-encoding': 'gzip, gzip, gzip, gzip, gzip' })],
  ['brotli that is none', whole(lure, { 'content-encoding': 'br' })],
  ['gzip that breaks off', whole(gzipSync(lure).subarray(0, -20), { 'content-encoding': 'gzip' })],
];
