import { expect, test } from 'vitest';
import type { Ask, Prompt } from '../../../lib/llm/prompt.js';
import { limiter } from '../../../lib/run/limiter.js';

/** A way to ask whose answers come when told, and a limiter of two over it. `asked` are tasks in the order they were asked. */
function limited() {
  const asked: string[] = [];
  const answers = new Map<string, { resolve: () => void; reject: (error: Error) => void }>();
  const asking = (({ task }: Prompt<unknown>) => {
    asked.push(task);
    return new Promise((resolve, reject) => answers.set(task, { resolve: () => resolve({ value: task }), reject }));
  }) as unknown as Ask;
  const ask = limiter(2, asking);
  return {
    asked,
    ask: (task: string, signal?: AbortSignal) => ask({ task } as Prompt<unknown>, signal).then(({ value }) => value),
    answer: (task: string) => answers.get(task)?.resolve(),
    fail: (task: string) => answers.get(task)?.reject(new Error('no answer')),
  };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('asks at most so many at once, the rest in the order they came', async () => {
  const { asked, ask, answer } = limited();
  const all = ['a', 'b', 'c', 'd'].map((task) => ask(task));
  await turn();
  expect(asked).toEqual(['a', 'b']);
  answer('b');
  await turn();
  expect(asked).toEqual(['a', 'b', 'c']);
  answer('a');
  await turn();
  for (const task of ['c', 'd']) answer(task);
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
});

test('a question that fails makes room for the next', async () => {
  const { asked, ask, fail, answer } = limited();
  const failing = expect(Promise.all([ask('a'), ask('b')])).rejects.toThrow('no answer');
  const last = ask('c');
  fail('a');
  await failing;
  await turn();
  expect(asked).toEqual(['a', 'b', 'c']);
  answer('c');
  expect(await last).toBe('c');
});

test('an aborted question leaves the queue at once with the reason, and takes no room', async () => {
  const { asked, ask, answer } = limited();
  const running = ['a', 'b'].map((task) => ask(task));
  const stop = new AbortController();
  const aborted = expect(ask('c', stop.signal)).rejects.toThrow('lease lost');
  const last = ask('d');
  stop.abort(new Error('lease lost'));
  await aborted;
  await expect(ask('e', stop.signal)).rejects.toThrow('lease lost');
  answer('a');
  await turn();
  expect(asked).toEqual(['a', 'b', 'd']);
  for (const task of ['b', 'd']) answer(task);
  await Promise.all([...running, last]);
});

test('a hundred questions of one signal wait without a warning', async () => {
  const { ask, answer } = limited();
  const warnings: Error[] = [];
  const note = (warning: Error) => warnings.push(warning);
  process.on('warning', note);
  const { signal } = new AbortController();
  const all = Array.from({ length: 100 }, (_, index) => ask(String(index), signal));
  for (let index = 0; index < 100; index++) {
    await turn();
    answer(String(index));
  }
  await Promise.all(all);
  process.off('warning', note);
  expect(warnings).toEqual([]);
});
