// What is worked alone fails alone, unless the run itself ends.
import { expect, test } from 'vitest';
import { alone } from '../../../lib/run/alone.js';

const going = new AbortController().signal;

test('what the work gives is its result, what it throws its error', async () => {
  expect(await alone(going, async () => 3)).toEqual({ result: 3 });
  expect(await alone(going, () => Promise.reject(new Error('no answer')))).toEqual({ error: new Error('no answer') });
});

test('a thrown word becomes an error', async () => {
  expect(await alone(going, () => Promise.reject('no answer'))).toEqual({ error: new Error('no answer') });
});

test('work that ends because the run must end is nobody’s fault', async () => {
  const stop = AbortSignal.abort(new Error('the lease was lost'));
  await expect(alone(stop, () => Promise.reject(new Error('no answer')))).rejects.toThrow('the lease was lost');
});
