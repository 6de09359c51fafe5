import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { DatabaseSilent, listenForSilence } from '../../../lib/run/silence.js';

const never = new Promise<never>(() => undefined);

test('silence is measured from what was heard last, and ends what waits with a sentence', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const onSilent = vi.fn();
  const silence = listenForSilence(60, onSilent);
  const waiting = silence.unless(never).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(50_000);
  silence.heard();
  await vi.advanceTimersByTimeAsync(59_000);
  expect(onSilent).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(onSilent).toHaveBeenCalledTimes(1);
  expect(await waiting).toBeInstanceOf(DatabaseSilent);
  await expect(silence.unless(never)).rejects.toThrow('has not answered for 60 s');
});

test('what is heard in time is handed on, and nothing is said after the end', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const onSilent = vi.fn();
  const silence = listenForSilence(1, onSilent);
  expect(await silence.unless(Promise.resolve(7))).toBe(7);
  silence.stop();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(onSilent).not.toHaveBeenCalled();
});

test('time in which this process was busy or frozen is no silence of the database', async () => {
  const onSilent = vi.fn();
  const silence = listenForSilence(1.2, onSilent);
  onTestFinished(silence.stop);
  // Nothing else is done meanwhile: no timer comes.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1500);
  await sleep(10);
  expect(onSilent).not.toHaveBeenCalled();
});
