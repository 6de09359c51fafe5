// The one line: what is worst, since when, why and until when.
import { expect, test } from 'vitest';
import type { Board, PhaseBoard } from '../../../../lib/pages/desk/board/read.js';
import { verdictOf } from '../../../../lib/pages/desk/board/verdict.js';

const at = new Date('2026-03-10T13:40:00Z');
const before = (minutes: number) => new Date(at.getTime() - minutes * 60_000);
const idle: Omit<PhaseBoard, 'name'> = {
  ...{ waiting: 0, waitingMore: false, ready: 0, leased: 0, done: 0, failed: 0, stale: 0, perMinute: 0, etaMinutes: 0, spentTodayUsd: 0 },
  ...{
    paused: null,
    pausedUntil: null,
    lastRun: null,
    velocity: { tenMinutes: 0, hour: 0, day: 0 },
    hours: [],
    secondsAnItem: null,
    oldest: null,
    workers: [],
    below: null,
  },
};
const worker = { host: 'one', pid: 1, startedAt: before(5), heartbeatAt: at, done: 0, dead: false, claimed: 1, failed: 0 };
const verdict = (phases: Partial<Record<PhaseBoard['name'], Partial<PhaseBoard>>>, more: Partial<Board> = {}) => {
  const names = ['ingest', 'filter', 'generate', 'enrich', 'narrate'] as const;
  return verdictOf(
    {
      at,
      phases: names.map((name) => ({ ...idle, name, ...phases[name] })),
      troubles: [],
      alerts: [],
      lanes: [],
      spentTodayUsd: 0,
      budgetUsd: 0,
      ...more,
    },
    'UTC',
  );
};
const late = (minutes: number): Partial<PhaseBoard> => ({ ready: 5, oldest: { itemId: '1', since: before(minutes) } });
const alert = { name: 'disk', subject: '', severity: 'critical', what: 'The disk is full.', todo: '', since: at, clearedAt: null };

test('nothing waits, or what waits is in time', () => {
  expect(verdict({})).toEqual({ tone: 'good', sentence: 'All is well: nothing waits.' });
  expect(verdict({ generate: late(5), filter: { waiting: 1200, waitingMore: true } })).toEqual({
    tone: 'good',
    sentence: 'All is well: in time with 1,200+ for P2, 5 for P3.',
  });
});

test('what is furthest beyond its own bound comes first, not what has waited longest', () => {
  // Once an hour P4 may leave it for 75 min; P3 is there all the time.
  expect(verdict({ enrich: late(80), generate: late(40) }).sentence).toBe('P3 is 40 min behind: nothing runs it (P4 is behind too).');
});

test('a phase that is behind is named with why and until when', () => {
  const lanes = [{ lane: 'gemini', until: new Date('2026-03-10T14:20:00Z'), reason: 'quota' }];
  expect(verdict({ generate: late(40) }, { lanes })).toEqual({ tone: 'bad', sentence: 'P3 is 40 min behind: gemini paused until 14:20.' });
  expect(
    verdict({ generate: { ...late(40), paused: 'the model is changed', pausedUntil: new Date('2026-03-10T14:20:00Z') } }).sentence,
  ).toBe('P3 is 40 min behind: paused until 14:20 (the model is changed).');
  expect(verdict({ generate: late(40) }).sentence).toBe('P3 is 40 min behind: nothing runs it.');
  expect(verdict({ generate: { ...late(40), workers: [worker] } }).sentence).toBe(
    'P3 is 40 min behind: it runs and has finished nothing for 10 min.',
  );
  const lastRun = { dead: false, startedAt: before(50), heartbeatAt: before(42), finishedAt: null, exit: null };
  expect(verdict({ generate: { ...late(40), lastRun } }, { lanes }).sentence).toBe(
    'P3 is 40 min behind: its process died, and nothing runs it.',
  );
  const busy = { ...late(40), workers: [worker], velocity: { tenMinutes: 9, hour: 9, day: 9 }, etaMinutes: 30 };
  expect(verdict({ generate: busy }).sentence).toBe('P3 is 40 min behind: it is at work and needs about 30 min more.');
});

test('the phase that is furthest behind is told of, others and what is set aside beside it', () => {
  expect(verdict({ ingest: { ...late(300), failed: 2 }, generate: late(40), enrich: late(100) }).sentence).toBe(
    'P1 is 5 h behind: nothing runs it (P3 and P4 are behind too; 2 items set aside).',
  );
});

test('a phase that is started every hour may leave work that long', () => {
  expect(verdict({ enrich: late(70) }).tone).toBe('good');
  expect(verdict({ enrich: late(76) }).tone).toBe('bad');
});

test('without work that is late alerts come first, then pauses, then what is set aside', () => {
  const paused = { paused: 'by hand', pausedUntil: null };
  expect(verdict({ enrich: paused }, { alerts: [alert] })).toEqual({ tone: 'bad', sentence: 'The disk is full.' });
  expect(verdict({ enrich: paused })).toEqual({
    tone: 'fair',
    sentence: 'P4 is paused until it is resumed (by hand), and nothing waits for it yet.',
  });
  expect(verdict({ enrich: { failed: 37 } })).toEqual({ tone: 'fair', sentence: 'All goes on, but 37 items are set aside.' });
});
