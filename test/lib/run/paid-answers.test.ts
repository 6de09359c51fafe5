import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { readCheckpoint } from '../../../lib/checkpoint.js';
import type { Provenance } from '../../../lib/llm/prompt.js';
import { keepPaidAnswers } from '../../../lib/run/paid-answers.js';
import { noCounts } from '../../../lib/run/progress.js';

const folder = mkdtempSync(join(tmpdir(), 'sni-memory-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'p4.json');
beforeEach(() => rmSync(file, { force: true }));

const start = { runId: 'r', phase: 'enrich', worker: 'w', pid: 1, host: 'h', startedAt: '2026-03-10T00:00:00Z', batch: 10 };
const made: Provenance = { engine: 'gemini', model: 'm', task: 'enrich', promptVersion: '1-a', shapeVersion: 's', inputSha256: 'i' };
const paid = (inputSha256 = 'i') => ({
  value: { of: inputSha256 },
  madeBy: { ...made, inputSha256 },
  problems: [{ field: 'f', reason: 'r' }],
});
const lease = (token: string) => ({ phase: 'enrich', token, itemIds: ['1'] });

/** A run's memory over what the run before left in the file, with `total` items to do. */
function run(total = 10) {
  const counts = { ...noCounts(), total };
  return { memory: keepPaidAnswers(file, start, counts, readCheckpoint(file).checkpoint), counts };
}
const answersInFile = () => readCheckpoint(file).checkpoint?.answers.map(({ value }) => (value as { of: string }).of);

/** A run that paid for these inputs under one lease and died. */
function dieAfterPaying(...inputs: string[]): void {
  const { memory } = run();
  memory.claimed(lease('dead'));
  for (const input of inputs) memory.keep(paid(input));
  memory.write();
}

describe('answers a dead run paid for', () => {
  test('are recalled by the next for an equal question, with their problems', () => {
    dieAfterPaying('i');
    expect(run().memory.recall(made)).toEqual(paid());
  });

  test.each([
    'engine',
    'model',
    'task',
    'promptVersion',
    'shapeVersion',
    'inputSha256',
  ] as const)('are not recalled where the %s differs', (part) => {
    dieAfterPaying('i');
    expect(run().memory.recall({ ...made, [part]: 'other' } as Provenance)).toBeUndefined();
  });

  test('outlive the end of leases that did not ask for them, and a second death', () => {
    dieAfterPaying('one', 'two');
    const { memory, counts } = run();
    memory.claimed(lease('a'));
    expect(memory.recall({ ...made, inputSha256: 'one' })).toBeDefined();
    counts.done = 1;
    memory.ended(lease('a'));
    memory.write();
    expect(answersInFile()).toEqual(['two']);
    expect(run().memory.recall({ ...made, inputSha256: 'two' })).toBeDefined();
  });

  test('are dropped once all there was to do is done', () => {
    dieAfterPaying('never asked again');
    const { memory, counts } = run(2);
    memory.claimed(lease('a'));
    Object.assign(counts, { done: 1, failed: 1 });
    memory.ended(lease('a'));
    memory.write();
    expect(answersInFile()).toEqual([]);
  });
});

test('answers of this run are kept while a lease is held, and dropped when all have ended', () => {
  const { memory } = run();
  memory.claimed(lease('a'));
  memory.claimed(lease('b'));
  memory.keep(paid());
  memory.ended(lease('a'));
  memory.write();
  expect(answersInFile()).toEqual(['i']);
  memory.ended(lease('b'));
  memory.write();
  expect(answersInFile()).toEqual([]);
  expect(memory.recall(made)).toBeUndefined();
});

test('the file says where the run stands: progress, the item settled last, what is leased', () => {
  const { memory, counts } = run(20);
  memory.claimed(lease('a'));
  Object.assign(counts, { done: 7, failed: 2 });
  memory.settled(7, '42');
  memory.write();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    ...start,
    cursor: '42',
    done: 7,
    failed: 2,
    total: 20,
    leaseTokens: ['a'],
  });
});

test('the file is written after two thousand items, or after a second, not for each item', async () => {
  const { memory } = run();
  const written = () => readCheckpoint(file).checkpoint?.cursor;
  memory.settled(1999, '1999');
  expect(written()).toBeUndefined();
  memory.settled(1, '2000');
  expect(written()).toBe('2000');
  memory.settled(1, '2001');
  expect(written()).toBe('2000');
  await new Promise((resolve) => setTimeout(resolve, 1050));
  memory.settled(1, '2002');
  expect(written()).toBe('2002');
});
