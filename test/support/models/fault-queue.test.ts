// Which request meets which fault.
import { expect, test } from 'vitest';
import { makeFaultQueue } from './fault-queue.js';
import { makeQuestion } from './question.js';

const names = ['reset', 'slow', 'hang'] as const;
const question = (model = 'm', user = 'Hello') =>
  makeQuestion({ server: 'ollama', model, schema: null }, '', [{ role: 'user', content: user }]);

test('Queued faults come in their order, each as often as told, and only for those that fit', () => {
  const faults = makeFaultQueue(names);
  faults.fault('reset', { times: 2 });
  faults.fault('slow', { when: { model: 'other' }, seconds: 3 });
  faults.fault('hang', { when: ({ user }) => user === 'Bye' });
  faults.fault('slow', { on: 'lists' });
  const met = ['m', 'm', 'm', 'other', 'other'].map((model) => faults.forAnswer(question(model)));
  expect(met.map((fault) => fault?.name ?? null)).toEqual(['reset', 'reset', null, 'slow', null]);
  expect(met[3]?.seconds).toBe(3);
  expect([faults.forAnswer(question('m', 'Bye'))?.name, faults.forList()?.name, faults.forList()]).toEqual(['hang', 'slow', null]);
});

test('Weather follows from its seed, as often as its probabilities say', () => {
  const draw = (seed: number) => {
    const faults = makeFaultQueue(names);
    faults.weather({ seed, faults: { reset: 0.05, slow: 0.2 } });
    return Array.from({ length: 4000 }, () => faults.forAnswer(question())?.name ?? null);
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
  const share = (name: string | null) => draw(7).filter((one) => one === name).length / 4000;
  expect(share('reset')).toBeCloseTo(0.05, 1.5);
  expect(share('slow')).toBeCloseTo(0.2, 1.5);
});

test('Unknown faults and impossible probabilities are refused', () => {
  const faults = makeFaultQueue(names);
  expect(() => faults.fault('flood' as 'slow')).toThrow('There is no fault "flood" here; there are reset, slow, hang.');
  expect(() => faults.weather({ seed: 1, faults: { reset: 0.7, slow: 0.7 } })).toThrow('at most 1');
});
