import { expect, test } from 'vitest';
import { defaultEventTypes, defaultTheaters } from '../../../../lib/config/lists.js';
import type { NewsTitle } from '../../../../lib/matching/features.js';
import type { Action } from '../../../../lib/reading/actions.js';
import type { Act } from '../../../../lib/reading/reading.js';
import { actorsOf, eventTypeByVotes, theaterByVotes } from '../../../../phases/generate/describe/votes.js';

const titled = (eventType: string | null, ...actions: Action[]): NewsTitle =>
  ({ eventType, acts: actions.map((action) => ({ action })), text: '', actors: [] }) as unknown as NewsTitle;

test('where no headline was read to be of a type, its acts say of which', () => {
  expect(eventTypeByVotes([titled(null, 'restrict')], defaultEventTypes)).toBe('Sanctions/Economy');
  expect(eventTypeByVotes([titled(null, 'attack'), titled(null, 'attack'), titled(null, 'arrest_or_try')], defaultEventTypes)).toBe(
    'Strategy/Tactics',
  );
  expect(eventTypeByVotes([titled(null, 'restrict'), titled('Legal/ICC')], defaultEventTypes)).toBe('Legal/ICC');
  expect(eventTypeByVotes([titled(null, 'negotiate')], defaultEventTypes)).toBe('Diplomacy/Negotiations');
});

test('what nothing speaks for is of no type, and has no vote beside a headline that tells one', () => {
  expect(eventTypeByVotes([titled('Other'), titled(null, 'other')], defaultEventTypes)).toBe('Other');
  expect(eventTypeByVotes([titled('Other'), titled('Other'), titled('Legal/ICC')], defaultEventTypes)).toBe('Legal/ICC');
});

test('who is named for a thing is no actor of a family', () => {
  const members = [{ text: 'ICC: encore un Africain dans le viseur de La Haye', actors: ['ICC', 'NL'], acts: [] }];
  expect(actorsOf(members)).toEqual(['ICC']);
});

const rejection: Act = { source: '@opposition', action: 'reject', target: null, mode: 'done', saidBy: null, start: 0, end: 1 };

test('an office of no known state is an actor of a family only where it does something or has it done to it', () => {
  const headline = { text: 'Madagascar opposition rejects result', actors: ['MG', '@opposition', '@head-of-state'] };
  expect(actorsOf([{ ...headline, acts: [] }])).toEqual(['MG']);
  expect(actorsOf([{ ...headline, acts: [rejection] }])).toEqual(['@opposition', 'MG']);
});

test('between theaters for which as many headlines speak the narrower one decides, between types the headline that stands for the family', () => {
  const [europe, china] = ['EUROPE_SECURITY', 'CHINA_TRADE'].map((theater) => ({ ...titled(null), theater })) as [NewsTitle, NewsTitle];
  expect(theaterByVotes([europe, china], defaultTheaters)).toBe('CHINA_TRADE');
  expect(theaterByVotes([europe, europe, china], defaultTheaters)).toBe('EUROPE_SECURITY');
  const [legal, strategy] = [titled('Legal/ICC'), titled('Strategy/Tactics')];
  expect([legal, strategy].map((first) => eventTypeByVotes([legal, strategy], defaultEventTypes, first))).toEqual([
    'Legal/ICC',
    'Strategy/Tactics',
  ]);
});
