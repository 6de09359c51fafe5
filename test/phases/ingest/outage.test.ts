import { expect, test } from 'vitest';
import { watchNetwork } from '../../../phases/ingest/outage.js';

const feedOf = (host: number) => `http://h${host}.example/feed`;

test('five hosts in a row that cannot be reached are an outage, told once; slow ones of it count no more', () => {
  const network = watchNetwork();
  const told = [1, 2, 3, 4, 5, 6].map((host) => network.failed(feedOf(host), 'offline'));
  expect(told).toEqual(['feed', 'feed', 'feed', 'feed', 'begins', 'goes on']);
  expect(network.failed(feedOf(7), 'deadline')).toBe('goes on');
});

test('many feeds of one host are one host; slow ones, broken connections and addresses that are not asked say nothing', () => {
  const network = watchNetwork();
  for (let at = 0; at < 20; at++) expect(network.failed(feedOf(1), 'connect')).toBe('feed');
  for (let host = 2; host < 20; host++)
    for (const kind of ['deadline', 'reset', 'private', 'resting'] as const) expect(network.failed(feedOf(host), kind)).toBe('feed');
  expect(['dns', 'dns', 'connect'].map((kind, at) => network.failed(feedOf(30 + at), kind as 'dns'))).toEqual(['feed', 'feed', 'feed']);
  expect(network.failed(feedOf(40), 'offline')).toBe('begins');
});

test('an answer ends it, also one that says no', () => {
  const network = watchNetwork();
  for (let host = 1; host < 5; host++) network.failed(feedOf(host), 'dns');
  network.answered();
  expect(network.failed(feedOf(5), 'dns')).toBe('feed');
  for (let host = 6; host < 9; host++) network.failed(feedOf(host), 'dns');
  expect(network.failed(feedOf(9), 'dns')).toBe('begins');
  expect(network.failed(feedOf(10), 'status')).toBe('feed');
  expect(network.failed(feedOf(11), 'connect')).toBe('feed');
});
