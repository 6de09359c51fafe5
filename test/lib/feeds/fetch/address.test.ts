// The inside of the operator's network is not reachable through a feed: not by odd spelling, not by DNS, not by redirect.
import type { LookupFunction } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { checkUrl, judgeAddress } from '../../../../lib/feeds/fetch/address.js';
import { startFakeWeb } from '../../../support/web/fake-web.js';
import { redirect, whole } from '../../../support/web/faults.js';
import { bodyOf, feedOf, problemIn, startFetching } from '../../../support/web/fetching.js';

const web = await startFakeWeb();
/** Stands for the public web: its address is judged public. */
const outside = await startFakeWeb({ host: '127.0.0.2' });
const judge = (ip: string) => (ip === '127.0.0.2' ? 'public' : judgeAddress(ip));
/** A name server of these answers, each in turn, the last for ever. */
const answering = (...answers: readonly (readonly string[])[]): LookupFunction & { asked: () => number } => {
  let turn = 0;
  const lookup: LookupFunction = (_host, options, callback) => {
    const addresses = (answers[Math.min(turn++, answers.length - 1)] ?? []).map((address) => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }));
    const [first] = addresses;
    if (options.all) callback(null, addresses);
    else callback(null, first?.address ?? '', first?.family ?? 4);
  };
  return Object.assign(lookup, { asked: () => turn });
};
afterAll(async () => {
  await web.close();
  await outside.close();
});

const feed = feedOf(['Border reopened']);

describe('addresses', () => {
  test.each([
    ['8.8.8.8', 'public'],
    ['172.32.0.1', 'public'],
    ['100.128.0.1', 'public'],
    ['2606:4700::1111', 'public'],
    ['64:ff9b::8.8.8.8', 'public'],
    ['127.0.0.1', 'private'],
    ['10.1.2.3', 'private'],
    ['172.16.0.1', 'private'],
    ['192.168.1.1', 'private'],
    ['100.64.0.1', 'private'],
    ['::1', 'private'],
    ['fd12::1', 'private'],
    ['::ffff:10.0.0.1', 'private'],
    ['::ffff:7f00:1', 'private'],
    ['64:ff9b::10.0.0.1', 'private'],
    ['0.0.0.0', 'never'],
    ['169.254.169.254', 'never'],
    ['::ffff:169.254.169.254', 'never'],
    ['64:ff9b::a9fe:a9fe', 'never'],
    ['100.100.100.200', 'never'],
    ['fd00:ec2::254', 'never'],
    ['224.0.0.1', 'never'],
    ['255.255.255.255', 'never'],
    ['fe80::1', 'never'],
    ['fe80::1%eth0', 'never'],
    ['ff02::1', 'never'],
    ['::', 'never'],
    ['::127.0.0.1', 'never'],
    ['2002:7f00:1::', 'never'],
    ['not an ip', 'never'],
  ])('%s is %s', (ip, verdict) => {
    expect(judgeAddress(ip)).toBe(verdict);
  });
});

describe('an address as written', () => {
  test.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://127.0.0.1./',
    'http://１２７.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[0:0:0:0:0:ffff:7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'https://192.168.0.1:8443/x',
  ])('%s is refused as private', (url) => {
    expect(() => checkUrl(url, false, judgeAddress)).toThrow(/is inside a private network/);
    expect(() => checkUrl(url, true, judgeAddress)).not.toThrow();
  });

  test.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://0/',
    'http://[fe80::1]/',
    'http://2852039166/',
    'http://[fd00:ec2::254]/',
  ])('%s is refused even where private addresses are allowed', (url) => {
    expect(() => checkUrl(url, true, judgeAddress)).toThrow(/is an address no feed can have/);
  });

  test.each([
    ['ftp://example.com/feed', /ftp: is not fetched/],
    ['javascript:alert(1)', /only http: and https: are/],
    ['data:text/xml,<rss/>', /data: is not/],
    ['http://', /is not a web address/],
    ['feeds.example.com/rss', /is not a web address/],
    ['http://example.com:25/', /port 25 belongs to another service/],
    ['http://exa mple.com/', /is not a web address/],
  ])('%s is refused', (url, words) => {
    expect(() => checkUrl(url, false, judgeAddress)).toThrow(words);
  });

  test('a dot after the host and a part after # are dropped', () => {
    expect(checkUrl('http://example.com./feed#top', false, judgeAddress).href).toBe('http://example.com/feed');
  });
});

describe('a name', () => {
  test('that resolves to a private address is not connected to', async () => {
    const { get, close } = startFetching({}, { lookup: answering(['127.0.0.1']) });
    const problem = problemIn(await get(web.url('/', 'inside.example'), { allowPrivate: false }));
    expect(problem).toMatchObject({ kind: 'private', brief: 'private address' });
    expect(problem.sentence).toContain(
      'inside.example, which is 127.0.0.1, is inside a private network. If the feed really lives there, say allowPrivate: true',
    );
    expect(web.sockets()).toBe(0);
    await close();
  });

  test('that is public when first asked and private when connected to again gains nothing', async () => {
    const lookup = answering(['127.0.0.2'], ['127.0.0.1']);
    const { get, close } = startFetching({}, { lookup, judge });
    outside.on('/feed', whole(feed, { connection: 'close' }));
    const url = outside.url('/feed', 'rebind.example');
    bodyOf(await get(url, { allowPrivate: false }));
    expect(problemIn(await get(url, { allowPrivate: false })).kind).toBe('private');
    expect(lookup.asked()).toBe(2);
    await close();
  });

  test('with a private address among public ones is asked at the public ones only', async () => {
    const { get, close } = startFetching({}, { lookup: answering(['127.0.0.1', '127.0.0.2']), judge });
    outside.on('/feed', whole(feed));
    expect((await get(outside.url('/feed', 'both.example'), { allowPrivate: false })).kind).toBe('body');
    expect(web.sockets()).toBe(0);
    await close();
  });

  test('whose connection an allowPrivate source has opened is not asked over it by another source', async () => {
    const { get, close } = startFetching({}, { lookup: answering(['127.0.0.1']) });
    web.on('/shared', whole(feed));
    expect((await get(web.url('/shared', 'shared.example'))).kind).toBe('body');
    expect(problemIn(await get(web.url('/shared', 'shared.example'), { allowPrivate: false })).kind).toBe('private');
    await close();
  });
});

describe('a redirect', () => {
  const { get, close } = startFetching({}, { lookup: answering(['127.0.0.1']), judge });
  afterAll(close);

  test.each([
    ['a loopback address', () => web.url('/secret')],
    ['a name of a loopback address', () => web.url('/secret', 'inside.example')],
    ['a loopback address in decimal', () => `http://2130706433:${web.port}/secret`],
    ['a mapped loopback address', () => `http://[::ffff:127.0.0.1]:${web.port}/secret`],
    ['the metadata service', () => 'http://169.254.169.254/latest/meta-data/'],
  ])('from outside to %s is refused', async (_name, target) => {
    web.on('/secret', whole('secret'));
    outside.on('/redirect', redirect(target(), 301));
    const problem = problemIn(await get(outside.url('/redirect'), { allowPrivate: false }));
    expect(problem.kind).toBe('private');
    expect(web.asked('/secret')).toHaveLength(0);
  });

  test('to the metadata service is refused even where private addresses are allowed', async () => {
    web.on('/to-metadata', redirect('http://169.254.169.254/latest/meta-data/'));
    expect(problemIn(await get(web.url('/to-metadata')))).toMatchObject({ kind: 'private', brief: 'forbidden address' });
  });
});
