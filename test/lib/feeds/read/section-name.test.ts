// A section's or a topic's name at the end of a title is no part of the headline; who says it, and what kind of headline it is, are.
import { expect, test } from 'vitest';
import { withoutSections } from '../../../../lib/feeds/read/section-name.js';

test.each([
  ['China marks the end of the war | NHK WORLD-JAPAN News', 'China marks the end of the war'],
  ['Officer demands removal of three films | Trump administration', 'Officer demands removal of three films'],
  ['Group claims deadly attack on rally - International - World', 'Group claims deadly attack on rally'],
  ['Police arrest five campaigners in London - War on Gaza - War on Gaza', 'Police arrest five campaigners in London'],
  ['Slowakei: Fico trifft Putin und Xi - Politik', 'Slowakei: Fico trifft Putin und Xi'],
])('%s', (title, display) => {
  expect(withoutSections(title)).toBe(display);
});

test.each([
  'UK sucking resources out of Ukraine – Moscow',
  'UK sucking resources out of Ukraine - Moscow',
  'Day of protests begins in Jerusalem | LIVE BLOG',
  'Why the truce will fail soon | Opinion',
  'Live | Trump meets Putin',
  'Liveblog Nahost | Trump droht Iran',
  'Talks with rebels fail again | Macron: “We wait”',
  '5G in Bangladesh | Bangladesh enters 5G era with limited rollout',
  'Talks fail - World',
])('%s stays', (title) => {
  expect(withoutSections(title)).toBe(title);
});
