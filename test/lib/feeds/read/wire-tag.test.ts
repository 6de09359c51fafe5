// Tags of version and form beside a headline are cut; what says of what kind it is, and what is told in brackets, stays.
import { expect, test } from 'vitest';
import { withoutWireTags } from '../../../../lib/feeds/read/wire-tag.js';

test.each([
  ['UPDATE 2-Oil sinks on weak China data', 'Oil sinks on weak China data'],
  ['WRAPUP 1-Ukraine, Russia trade strikes', 'Ukraine, Russia trade strikes'],
  ['REFILE-Bad loan triggers bank test', 'Bad loan triggers bank test'],
  ['(LEAD) Speaker departs for Beijing', 'Speaker departs for Beijing'],
  ['(2nd LD) Speaker departs for Beijing', 'Speaker departs for Beijing'],
  ['Putin’s answers after his visit to China (WATCH IN FULL)', 'Putin’s answers after his visit to China'],
  ['Truce holds in Gaza, families return [VIDEO]', 'Truce holds in Gaza, families return'],
  ['Взрыв в порту Одессы (ВИДЕО)', 'Взрыв в порту Одессы'],
])('%s', (title, display) => {
  expect(withoutWireTags(title)).toBe(display);
});

test.each([
  'Update on talks in Geneva',
  'Russia updates 2-year budget',
  'Leading (UN) envoy leaves Damascus',
  'TIMELINE-How the truce failed',
  'LIVE: Parliament votes on budget',
  'Google (GOOG) fined by regulators',
  'Trump (video)',
  'Correct-ed Facts of War',
])('%s stays', (title) => {
  expect(withoutWireTags(title)).toBe(title);
});
