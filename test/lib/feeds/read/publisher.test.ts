// Whose headline it is, and where its name is no part of it.
import { expect, test } from 'vitest';
import {
  type GivenPublisher,
  houseOf,
  type PublisherSource,
  publisherTeller,
  withoutPublisher,
} from '../../../../lib/feeds/read/publisher.js';

function publisherOf(named: GivenPublisher | null, source: PublisherSource, known?: readonly PublisherSource[]) {
  return publisherTeller(source, known)(named);
}

const bbc = { publisher: 'BBC News', domain: 'bbc.co.uk' };

test.each([
  ['Talks fail - Reuters', 'Reuters', 'reuters.com', 'Talks fail'],
  ['Talks fail | Reuters', 'Reuters', 'reuters.com', 'Talks fail'],
  ['Talks fail – Reuters.com', 'Reuters', 'reuters.com', 'Talks fail'],
  ['Talks fail - reuters.com', 'Reuters', null, 'Talks fail'],
  ['Talks fail - BBC', 'BBC News', 'bbc.co.uk', 'Talks fail'],
  ['Talks fail - BBC News', 'BBC', 'bbc.co.uk', 'Talks fail'],
  ['Talks fail - The Guardian US', 'The Guardian', 'theguardian.com', 'Talks fail'],
  ['Talks fail - The New York Times', 'New York Times', 'nytimes.com', 'Talks fail'],
  ['Talks fail | NYT', 'The New York Times', 'nytimes.com', 'Talks fail'],
  ['Talks fail - BBC News - BBC', 'BBC', 'bbc.co.uk', 'Talks fail'],
  ['Krieg in der Ukraine: Talks fail | tagesschau.de', 'Tagesschau', 'tagesschau.de', 'Krieg in der Ukraine: Talks fail'],
  ['外长会谈失败_新华网', '新华网', 'xinhuanet.com', '外长会谈失败'],
  ['Talks fail - again', 'Reuters', 'reuters.com', 'Talks fail - again'],
  ['Israel - Iran: talks fail', 'Iran', null, 'Israel - Iran: talks fail'],
  ['Trump: Reuters wrong', 'Reuters', 'reuters.com', 'Trump: Reuters wrong'],
  ['Reuters', 'Reuters', 'reuters.com', 'Reuters'],
  ['Talks fail at The Hague-Reuters', 'Reuters', 'reuters.com', 'Talks fail at The Hague-Reuters'],
])('%s of %s', (title, name, domain, display) => {
  expect(withoutPublisher(title, { name, domain })).toBe(display);
});

test("a feed's own publisher goes by its configured name, whatever edition it calls itself", () => {
  expect(publisherOf(null, bbc)).toEqual({ name: 'BBC News', domain: 'bbc.co.uk' });
  expect(publisherOf({ name: 'BBC', url: 'https://www.bbc.co.uk' }, bbc)).toEqual({ name: 'BBC News', domain: 'bbc.co.uk' });
  expect(publisherOf({ name: 'BBC News - World', url: 'https://feeds.bbc.co.uk/news/rss.xml' }, bbc)).toEqual({
    name: 'BBC News',
    domain: 'bbc.co.uk',
  });
});

test('an aggregator names others, who go by the name another source is configured with', () => {
  const google = { publisher: 'Google News', domain: 'news.google.com' };
  expect(publisherOf({ name: 'Reuters', url: 'https://www.reuters.com' }, google)).toEqual({ name: 'Reuters', domain: 'reuters.com' });
  expect(publisherOf({ name: 'BBC', url: 'https://www.bbc.co.uk' }, google, [bbc])).toEqual({ name: 'BBC News', domain: 'bbc.co.uk' });
  expect(publisherOf({ name: '', url: 'https://www.reuters.com' }, google)).toEqual({ name: 'reuters.com', domain: 'reuters.com' });
  expect(
    publisherOf({ name: 'The Star', url: 'https://thestar.com.my' }, google, [{ publisher: 'The Star', domain: 'thestar.com' }]).domain,
  ).toBe('thestar.com.my');
});

test.each([
  ['BBC', 'BBC News', 'bbc.com', 'The BBC', 'BBC News (UK)'],
  ['Reuters', 'Reuters.com', 'Reuters UK', 'reuters.co.uk', 'REUTERS'],
  ['CNN', 'CNN International', 'cnn.com'],
])('one house: %s, %s, %s', (...names) => {
  expect(new Set(names.map(houseOf)).size).toBe(1);
});

test('other houses stay others', () => {
  expect(
    new Set(['Sky News', 'Fox News', 'Daily Mail', 'Daily Express', 'Times of India', 'Times of Israel', 'The Times'].map(houseOf)).size,
  ).toBe(7);
});
