import { expect, test } from 'vitest';
import { withoutSecrets } from '../../lib/addresses.js';

test.each([
  ['https://reader:secret@a.example/f', 'https://a.example/f'],
  ['https:reader:secret@a.example/f', 'https:a.example/f'],
  ['read https://reader:sec@ret@a.example/f now', 'read https://a.example/f now'],
  ['https://a.example/f?token=abc&page=2', 'https://a.example/f?token=<secret>&page=2'],
  ['https://a.example/f?page=2&feed_api_key=abc#top', 'https://a.example/f?page=2&feed_api_key=<secret>#top'],
  ['https://a.example/f?key=Ab12Cd34Ef56', 'https://a.example/f?key=<secret>'],
])('of %s is shown %s', (address, words) => {
  expect(withoutSecrets(address)).toBe(words);
});

test.each([
  'https://a.example/@channel/feed?mail=a@b',
  'https://a.example/view.php?key=20231129010002',
  'https://a.example/a-long-word-of-an-article-0123456789-and-more',
  'mailto:desk@a.example',
  'Token=abc says the headline: write to a@b',
  'feeds/local.xml',
])('%s is shown as it is', (address) => {
  expect(withoutSecrets(address)).toBe(address);
});
