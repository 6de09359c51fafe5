import { describe, expect, test } from 'vitest';
import { type FeedHealth, healthInWords, needsHuman } from '../../../../lib/feeds/fetch/health.js';

const now = new Date('2026-03-10T08:00:00Z');
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const well: FeedHealth = {
  nextAt: inSeconds(1500),
  intervalSeconds: 3600,
  errorsInRow: 0,
  failingSince: null,
  lastProblem: null,
  isGone: false,
  quietSeconds: 3600,
};
const day = 86_400;

describe('how a feed stands', () => {
  test.each([
    [{}, 'next in 25 min: changes about hourly'],
    [{ intervalSeconds: 1200 }, 'next in 25 min: changes about every 20 min'],
    [{ intervalSeconds: 6 * 3600, nextAt: inSeconds(7200) }, 'next in 2 h: changes about every 6 h'],
    [{ intervalSeconds: day, nextAt: inSeconds(30) }, 'next in 30 s: changes once a day or less'],
    [{ intervalSeconds: null, nextAt: inSeconds(-5) }, 'next at the next run: not read yet'],
    [{ errorsInRow: 1, failingSince: inSeconds(-60), lastProblem: 'no such host' }, 'failed once: no such host; next try in 25 min'],
    [
      { errorsInRow: 5, failingSince: inSeconds(-9000), lastProblem: 'HTTP 500', nextAt: inSeconds(7200) },
      'failed 5 times: HTTP 500; next try in 2 h',
    ],
    [
      { errorsInRow: 40, failingSince: inSeconds(-8 * day), lastProblem: 'HTTP 404', nextAt: inSeconds(20 * 3600) },
      'failing for 8 days (HTTP 404): needs a human; next try in 20 h',
    ],
    [{ quietSeconds: 23 * day }, 'nothing new for 23 days: suspicious, needs a human; next in 25 min'],
    [
      { errorsInRow: 1, failingSince: now, lastProblem: 'HTTP 410', isGone: true, nextAt: inSeconds(day) },
      'gone for good (HTTP 410): needs a human; next try in 24 h',
    ],
  ])('%o', (change, words) => {
    expect(healthInWords({ ...well, ...change }, now)).toBe(words);
  });
});

test('a human is needed after several failures over a day, at once for a feed that is gone, and where nothing is new for weeks', () => {
  expect(needsHuman(well, now)).toBe(false);
  expect(needsHuman({ ...well, errorsInRow: 9, failingSince: inSeconds(-day + 60) }, now)).toBe(false);
  expect(needsHuman({ ...well, errorsInRow: 1, failingSince: inSeconds(-2 * day) }, now)).toBe(false);
  expect(needsHuman({ ...well, errorsInRow: 3, failingSince: inSeconds(-day) }, now)).toBe(true);
  expect(needsHuman({ ...well, errorsInRow: 1, failingSince: now, isGone: true }, now)).toBe(true);
  expect(needsHuman({ ...well, quietSeconds: 20 * day }, now)).toBe(false);
  expect(needsHuman({ ...well, quietSeconds: 21 * day }, now)).toBe(true);
  expect(needsHuman({ ...well, quietSeconds: null }, now)).toBe(false);
});
