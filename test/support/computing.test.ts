import { expect, test } from 'vitest';
import { computingTests } from './computing.js';

test('who reads headlines computes; who starts a process, serves or asks Postgres, itself or by what it takes of test/, waits', () => {
  const computing = computingTests();
  expect(computing).toEqual(
    expect.arrayContaining(['test/lib/evidence/journeys.test.ts', 'test/lib/reading/acts.test.ts', 'test/shape.test.ts']),
  );
  const waiting = [
    'test/kill.test.ts',
    'test/lib/work/order.test.ts',
    'test/support/models/fake-openai.test.ts',
    'test/deploy/install.test.ts',
  ];
  expect(computing.filter((file) => waiting.includes(file))).toEqual([]);
});
