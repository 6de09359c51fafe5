// Which links of a page are feeds.
import { expect, test } from 'vitest';
import { feedLinksIn } from '../../../../phases/ingest/desk/feed-links.js';

const urls = (page: string) => feedLinksIn(page, 'https://a.example/dir/page').map(({ url }) => url);
const link = (href: string, type = 'application/rss+xml', rel = 'alternate') => `<link rel="${rel}" type="${type}" href="${href}">`;

test('feed types of all spellings, each address once, relative ones against the page', () => {
  const page = [
    link('f.xml'),
    link('F.xml', 'Application/Atom+XML; charset=utf-8'),
    link('/f.json', 'application/feed+json', 'home ALTERNATE'),
    link('f.xml#x'),
  ];
  expect(urls(page.join(''))).toEqual(['https://a.example/dir/f.xml', 'https://a.example/dir/F.xml', 'https://a.example/f.json']);
});

test('feed: addresses are of the web', () => {
  expect(urls(link('feed://b.example/f') + link('feed:http://c.example/f'))).toEqual(['https://b.example/f', 'http://c.example/f']);
});

test('other languages, styles, the page’s own data, and addresses that are none are no feeds', () => {
  const page = [
    link('/en', 'text/html'),
    link('/x.css', 'text/css', 'alternate stylesheet'),
    link('/wp-json/feed/1', 'application/json'),
    link('/oembed?feed', 'application/json'),
    link('javascript:alert(1)'),
    link('http://[bad'),
    link(''),
  ];
  expect(urls(page.join(''))).toEqual([]);
});

test('a page of a hundred thousand links is looked at in part', () => {
  const page = Array.from({ length: 100_000 }, (_, index) => link(`/${index}.xml`)).join('');
  expect(urls(page)).toHaveLength(50);
});
