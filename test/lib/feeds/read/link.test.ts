// One article under many addresses.
import { expect, test } from 'vitest';
import { canonicalAddress, domainOf, resolveLink, webAddress } from '../../../../lib/feeds/read/link.js';

test.each([
  ['https://news.example/a?utm_source=rss&utm_medium=feed', 'https://news.example/a'],
  ['https://news.example/a?id=7&fbclid=x&gclid=y', 'https://news.example/a?id=7'],
  ['https://news.google.com/rss/articles/CBMiX?oc=5', 'https://news.google.com/rss/articles/CBMiX'],
  ['https://www.bbc.co.uk/news/world-1?at_medium=RSS&at_campaign=KARANGA', 'https://www.bbc.co.uk/news/world-1'],
  ['https://www.lemonde.fr/a_1.html?xtor=RSS-3208', 'https://www.lemonde.fr/a_1.html'],
  ['https://news.example/a#comments', 'https://news.example/a'],
  ['https://news.example/a/', 'https://news.example/a'],
  ['https://news.example', 'https://news.example/'],
  ['https://news.example/?p=12', 'https://news.example/?p=12'],
  ['HTTPS://News.Example:443/A', 'https://news.example/A'],
  ['http://news.example:8080/a', 'http://news.example:8080/a'],
  ['https://news.example/a?cid=12&source=x', 'https://news.example/a?cid=12&source=x'],
  ['https://news.example/amp/a', 'https://news.example/amp/a'],
  ['https://user:secret@news.example/a', 'https://news.example/a'],
  ['https://news.example/a/../b', 'https://news.example/b'],
  ['https://news.example/новости', 'https://news.example/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8'],
  ['https://пример.рф/a', 'https://xn--e1afmkfd.xn--p1ai/a'],
])('%s is %s', (link, canonical) => {
  expect(canonicalAddress(webAddress(link) ?? '')).toBe(canonical);
});

test.each([
  'javascript:alert(1)',
  'mailto:a@news.example',
  'ftp://news.example/a',
  'data:text/html,x',
  'https://',
  'a b c',
  `https://news.example/${'x'.repeat(2000)}`,
])('no web address: %s', (link) => {
  expect(webAddress(link)).toBeNull();
});

test('relative links take the innermost base that there is', () => {
  expect(resolveLink('../b', 'sub/', '', 'https://news.example/x/y')).toBe('https://news.example/x/b');
  expect(resolveLink('//cdn.example/a')).toBe('https://cdn.example/a');
  expect(resolveLink('www.news.example/a', 'https://other.example/')).toBe('https://www.news.example/a');
  expect(resolveLink('a/b')).toBe('a/b');
});

test('a domain is the host without www', () => {
  expect(domainOf('https://www.bbc.co.uk/news')).toBe('bbc.co.uk');
  expect(domainOf('no address')).toBeNull();
});
