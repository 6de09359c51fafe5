import { expect, test } from 'vitest';
import { makeBreaker } from '../../../lib/llm/conductor/breaker.js';
import { makeLane } from '../../../lib/llm/conductor/lane.js';
import { Fault } from '../../../lib/llm/fault.js';
import type { Server } from '../../../lib/llm/server.js';

const server: Server = {
  engine: 'ollama',
  where: 'http://x',
  put: () => Promise.reject(new Error('not asked')),
  models: () => Promise.resolve([]),
  billedTokensMost: () => 0,
};

function brokenLane() {
  const options = {
    name: 'local',
    server,
    atOnce: 1,
    takesTurns: true,
    payment: null,
    standstill: () => null,
    makeBreaker,
    random: () => 0.5,
    changed: () => undefined,
  } as const;
  const lane = makeLane(options);
  for (let time = 0; time < 3; time++) {
    lane.started('a');
    lane.faulted('a', new Fault('broken', 'reset'), 1000);
    lane.ended('a');
  }
  return lane;
}

test('a probe that the question itself keeps from the server leaves the lane on probation', () => {
  const lane = brokenLane();
  expect(lane.mayAt('a')).toBeGreaterThan(1000);
  lane.started('a');
  expect(lane.mayAt('a')).toBe(Number.POSITIVE_INFINITY);
  lane.faulted('a', new Fault('refused', 'too long for num_ctx'), 9000);
  expect(lane.states().get('a')).toBe('open');
  expect(lane.mayAt('a')).toBeLessThan(9000);
});

test('a probe whose answer is withheld has shown that the server answers', () => {
  const lane = brokenLane();
  lane.started('a');
  lane.faulted('a', new Fault('blocked', 'SAFETY'), 9000);
  expect(lane.states().get('a')).toBe('closed');
});
