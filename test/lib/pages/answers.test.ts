// Pages as they were made a moment ago: made once for all who ask, made anew in time, never in the way of an error, and bounded.
import { expect, test } from 'vitest';
import { keeper, type PageAnswer, pageAnswer } from '../../../lib/pages/answers.js';

/** A keeper with a clock of its own, and a page that says how often it was made. */
function kept() {
  let clock = 0;
  let made = 0;
  const keep = keeper(() => clock);
  const make = async (): Promise<PageAnswer> => pageAnswer(200, 'text/plain', `made ${++made}`);
  return {
    ask: async (address = '/', how = make) => (await keep(address, how)).body.toString(),
    pass: (ms: number) => {
      clock += ms;
    },
    made: () => made,
  };
}

test('those who ask at once get what is made once; an answer stays fresh for ten seconds', async () => {
  const { ask, pass, made } = kept();
  expect(await Promise.all([ask(), ask(), ask()])).toEqual(['made 1', 'made 1', 'made 1']);
  pass(9_999);
  expect(await ask()).toBe('made 1');
  expect(made()).toBe(1);
});

test('after that it is given once more while it is made anew; after a minute it is waited for', async () => {
  const { ask, pass } = kept();
  await ask();
  pass(10_000);
  expect(await ask()).toBe('made 1');
  expect(await ask()).toBe('made 2');
  pass(60_000);
  expect(await ask()).toBe('made 3');
});

test('a failure is told to who waits and not kept; behind an old answer it is told to who asks next', async () => {
  const { ask, pass } = kept();
  const fail = async (): Promise<PageAnswer> => {
    throw new Error('away');
  };
  await expect(ask('/', fail)).rejects.toThrow('away');
  expect(await ask()).toBe('made 1');
  pass(10_000);
  expect(await ask('/', fail)).toBe('made 1');
  await expect(ask('/', fail)).rejects.toThrow('away');
});

test('no more than fifteen hundred pages are kept, the oldest goes first', async () => {
  const { ask, made } = kept();
  for (let n = 0; n <= 1500; n++) await ask(`/${n}`);
  await ask('/1500');
  expect(made()).toBe(1501);
  await ask('/0');
  expect(made()).toBe(1502);
});

test('large pages are kept up to a size together', async () => {
  const { ask } = kept();
  let made = 0;
  const large = async () => pageAnswer(200, 'text/plain', `${++made}`.padEnd(8 * 2 ** 20));
  for (const address of ['/a', '/b', '/c', '/c', '/a']) await ask(address, large);
  expect(made).toBe(4);
});
