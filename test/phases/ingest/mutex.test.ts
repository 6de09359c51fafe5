import { expect, test } from 'vitest';
import { makeMutex } from '../../../phases/ingest/mutex.js';

test('holds are acquired one at a time, in order, and one that was not acquired holds up nobody', async () => {
  const hold = makeMutex();
  const [one, idle, two] = [hold(), hold(), hold()];
  const said: string[] = [];
  await one.acquire();
  const waiting = two.acquire().then(() => said.push('two'));
  await one.acquire();
  idle.release();
  await new Promise((resolve) => setTimeout(resolve, 20));
  said.push('one releases');
  one.release();
  one.release();
  await waiting;
  two.release();
  await hold().acquire();
  expect(said).toEqual(['one releases', 'two']);
});
