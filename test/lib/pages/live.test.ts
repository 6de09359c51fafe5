// Listeners that come at once, as all do after a restart: one look at the store is for all of them, and ends with the last.
import { Hono } from 'hono';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { App } from '../../../lib/app.js';
import { makeLive } from '../../../lib/pages/live.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A store that answers after 10 ms and says how often it was asked. */
function served() {
  let looks = 0;
  const sql = async () => {
    looks++;
    await new Promise((resolve) => setTimeout(resolve, 10));
    return [{ state: `state ${looks}` }];
  };
  const live = makeLive({ sql, log: { warn: () => {} } } as unknown as Pick<App, 'sql' | 'log'>);
  const site = new Hono().get('/live', live.answer);
  return { live, looks: () => looks, listen: async () => (await site.request('/live')).body?.getReader() };
}

test('those who come at once share one look, and one more every five seconds', async () => {
  const { live, looks, listen } = served();
  const readers = await Promise.all([listen(), listen(), listen()]);
  await vi.advanceTimersByTimeAsync(10);
  expect(looks()).toBe(1);
  for (const reader of readers) {
    const { value } = (await reader?.read()) ?? {};
    expect(new TextDecoder().decode(value)).toContain('data: state 1');
  }
  await vi.advanceTimersByTimeAsync(5_010);
  expect(looks()).toBe(2);
  live.close();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(looks()).toBe(2);
});
