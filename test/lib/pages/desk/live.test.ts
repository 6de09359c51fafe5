// Who watches the board while the desk ends: the look that is under way is the last, and says nothing.
import { Hono } from 'hono';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeWatching } from '../../../../lib/pages/desk/live.js';
import type { DeskScene } from '../../../../lib/pages/desk/scene.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a look under way at the end begins no other, and that it fails is not said', async () => {
  const warn = vi.fn();
  let looks = 0;
  const read = async () => {
    looks++;
    await new Promise((resolve) => setTimeout(resolve, 10));
    throw new Error('the connections are closed');
  };
  const watching = makeWatching({ boards: { read, forget: () => {} }, log: { warn } } as unknown as Pick<DeskScene, 'boards' | 'log'>);
  const answer = await new Hono().get('/live', watching.answer).request('/live');
  watching.close();
  await vi.advanceTimersByTimeAsync(30_000);
  expect([looks, warn.mock.calls.length, vi.getTimerCount()]).toEqual([1, 0, 0]);
  await answer.body?.cancel();
});
