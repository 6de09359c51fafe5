// What an address says of the section its story stands in.
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadVocabulary } from '../../../lib/vocabulary.js';
import { sectionOf } from '../../../phases/filter/section.js';

const { weights } = loadVocabulary(fileURLToPath(new URL('../../../lib/vocabulary/terms', import.meta.url)));

it.each([
  ['https://news.example.org/sport/football/late-goal-1234', 'sport'],
  ['https://www.example.de/Politik/ausland/gipfel-a-12.html?ref=rss', 'politik'],
  ['https://sport.example.at/stories/3001', 'sport'],
  ['https://example.es/2026/03/01/deportes/gol.html', 'deportes'],
  ['https://example.org/news/world', ''],
  ['https://example.org/story/war-and-sport', ''],
  ['https://sport.de/story/1', ''],
  ['https://news.google.com/rss/articles/CBMi?oc=5', ''],
  ['http://', ''],
  ['not an address', ''],
  [null, ''],
])('of %s is %j', (url, section) => {
  expect(sectionOf(url, weights)).toBe(section);
});
