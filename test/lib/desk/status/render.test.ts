// What `sni status` shows a person.
import { expect, test } from 'vitest';
import { makeScreen } from '../../../../lib/desk/screen.js';
import type { PhasePace } from '../../../../lib/desk/status/pace.js';
import { progressText } from '../../../../lib/desk/status/phase-text.js';
import type { PhaseStatus } from '../../../../lib/desk/status/read.js';
import { renderStatus } from '../../../../lib/desk/status/render.js';

const pipe = makeScreen({ write: () => true });
const at = new Date('2026-03-10T12:00:00Z');
const idle: PhaseStatus = {
  name: 'filter',
  waiting: 0,
  waitingMore: false,
  ready: 0,
  leased: 0,
  done: 0,
  failed: 0,
  stale: 0,
  perMinute: 0,
  etaMinutes: 0,
  paused: null,
  spentTodayUsd: 0,
  pausedUntil: null,
  lastRun: null,
};
const rendered = (phase: Partial<PhaseStatus>) =>
  renderStatus({ at, phases: [{ ...idle, ...phase }], paces: new Map(), totals: null, sources: 0, timeZone: 'UTC' }, pipe);

test('a phase that never ran has no rate and no guess', () => {
  expect(rendered({ ready: 1200, etaMinutes: null })).toMatch(/filter +0 +1,200 +0 +0 +0 +0 +- +- +\$0\.00 +never$/);
});

test('what waits in the tables is told beside the backlog, and a count that ended early says so', () => {
  expect(rendered({ waiting: 19_993, etaMinutes: 120, perMinute: 166.6 })).toMatch(/filter +19,993 +0 .* 2 h +\$0\.00/);
  expect(rendered({ waiting: 50_000, waitingMore: true, etaMinutes: 120, perMinute: 400 })).toMatch(/filter +50,000\+ +0 .* 2 h\+ /);
});

test('a run is told apart by its state: ended, running, died', () => {
  const run = {
    dead: false,
    startedAt: new Date('2026-03-10T11:50:00Z'),
    heartbeatAt: new Date('2026-03-10T11:59:58Z'),
    finishedAt: null,
    exit: null,
  };
  expect(rendered({ lastRun: run })).toMatch(/running for 10 min$/);
  expect(rendered({ lastRun: { ...run, heartbeatAt: new Date('2026-03-10T11:55:00Z') } })).toMatch(/died 5 min ago$/);
  expect(rendered({ lastRun: { ...run, dead: true } })).toMatch(/died 2 s ago$/);
  expect(rendered({ lastRun: { ...run, finishedAt: run.heartbeatAt, exit: 'died' } })).toMatch(/died 2 s ago$/);
  expect(rendered({ lastRun: { ...run, finishedAt: new Date('2026-03-10T11:59:00Z'), exit: 'done' } })).toMatch(/60 s ago, done$/);
});

test('a bar shows how much is done of all there is to do, and is full only where nothing is left', () => {
  expect(progressText({ ...idle, done: 63, waiting: 20, ready: 10, leased: 2, failed: 5 })).toBe('██████░░░░ 63 %');
  expect(progressText({ ...idle, done: 9999, failed: 1 })).toBe('█████████░ 99 %');
  expect(progressText({ ...idle, done: 7 })).toBe('██████████ 100 %');
  expect(progressText({ ...idle, ready: 7 })).toBe('░░░░░░░░░░ 0 %');
  expect(progressText(idle)).toBe('');
});

test('a pause says why and until when, cleaned', () => {
  expect(rendered({ paused: 'model\u001b[2J down', pausedUntil: new Date('2026-03-10T15:00:00Z') })).toContain(
    'filter is paused until 2026-03-10 15:00: model down',
  );
  expect(rendered({ paused: 'by hand' })).toContain('filter is paused until it is resumed: by hand');
});

const pace: PhasePace = {
  perMinute: { tenMinutes: 12.5, hour: 4, day: 0.5 },
  hours: [...Array<number>(22).fill(0), 30, 240],
  secondsAnItem: { p50: 0.35, p90: 12.34 },
  oldest: { itemId: '7', since: new Date('2026-03-10T09:00:00Z') },
  workers: [
    {
      host: 'box\u001b[2J',
      pid: 41,
      startedAt: at,
      heartbeatAt: new Date('2026-03-10T11:59:50Z'),
      dead: false,
      claimed: 60,
      done: 50,
      failed: 1,
    },
    { host: 'old', pid: 42, startedAt: at, heartbeatAt: new Date('2026-03-10T11:30:00Z'), dead: true, claimed: 60, done: 0, failed: 0 },
  ],
};

test('one phase is told of whole: velocity, hours, seconds an item, the oldest that waits, its workers', () => {
  const shown = renderStatus({ at, phases: [idle], paces: new Map([['filter', pace]]), totals: null, sources: 0, timeZone: 'UTC' }, pipe);
  expect(shown).toContain('12.5 a minute over ten minutes, 4 over the hour, 0.5 over the day');
  expect(shown).toMatch(/·{22}▁█|·{22}▂█/);
  expect(shown).toContain('at most 240 in an hour');
  expect(shown).toContain('p50 350 ms, p90 12.3 s');
  expect(shown).toContain('title:7 has waited for 3 h');
  expect(shown).toContain('process 41 on box (heard of 10 s ago): 50 of 60 done, 1 failed');
  expect(shown).toContain('process 42 on old (gone, last heard of 30 min ago)');
  expect(shown).not.toContain('\u001b');
});

test('of all phases each has a line where something waits or somebody works, and a narrow terminal keeps what matters', () => {
  const paces = new Map([
    ['filter', pace],
    ['enrich', { ...pace, oldest: null, workers: [] }],
  ]);
  const status = { at, phases: [idle, { ...idle, name: 'enrich' }], paces, totals: null, sources: 0, timeZone: 'UTC' };
  const shown = renderStatus(status, pipe);
  expect(shown).toContain('350 ms, 12.3 s');
  expect(shown).toMatch(/^filter: title:7 has waited for 3 h; process 41 on box/m);
  expect(shown).not.toMatch(/^enrich: /m);
  const narrow = renderStatus(status, { ...pipe, columns: 80 });
  expect(narrow).toMatch(/last run/);
  expect(narrow).not.toMatch(/^phase .*last 24 h/);
});
