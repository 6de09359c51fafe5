import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { AnswerRefused, type Call, makeAsk, provenanceOf } from '../../../lib/llm/ask.js';
import type { Prompt } from '../../../lib/llm/prompt.js';
import { evidence } from '../../support/evidence.js';
import { asking, type Facts, shape, standing } from './asking.js';

/** Asks once; gives the answer and the calls that were told of. */
async function ask(prompt: Prompt<Facts>, signal?: AbortSignal) {
  const calls: Call[] = [];
  const answering = makeAsk((call) => calls.push(call), evidence)(prompt, signal);
  const answer = await answering.catch((error: unknown) => error as Error);
  return { answer, calls };
}

describe('an answer', () => {
  test('whose claims stand comes back as it is, with what made it', async () => {
    const { answer, calls } = await ask(asking({ facts: [standing] }));
    expect(answer).toMatchObject({
      value: { facts: [standing] },
      problems: [],
      madeBy: { engine: 'offline', model: 'rules', task: 'test' },
    });
    expect(calls).toMatchObject([{ outcome: 'answered', problems: [], costUsd: 0, tokensIn: 0, tokensOut: 0 }]);
  });

  test.each([
    ['number', { text: 'In Odesa 13 died', cites: ['1'] }, /number 13/],
    ['name', { text: 'A strike on Lviv', cites: ['1'] }, /name Lviv/],
    ['quote', { text: 'Kyiv says “we surrender”', cites: ['2'] }, /quotes "we surrender"/],
    ['id', { text: 'In Odesa 12 died', cites: ['3'] }, /cites 3/],
  ])('loses the claim with an invented %s, says which and why, and keeps the others', async (_, invented, reason) => {
    const { answer, calls } = await ask(asking({ facts: [invented, standing] }));
    const problems = [{ field: 'facts.0', reason: expect.stringMatching(reason) }];
    expect(answer).toMatchObject({ value: { facts: [standing] }, problems });
    expect(calls).toMatchObject([{ outcome: 'answered', problems }]);
  });

  test('that keeps a claim which does not stand is refused, and the call is told of', async () => {
    const { answer, calls } = await ask(asking({ facts: [{ text: 'In Lviv', cites: ['1'] }] }, { without: (value) => value }));
    expect(answer).toBeInstanceOf(AnswerRefused);
    expect((answer as Error).message).toMatch(/"test" does not stand on its titles: facts\.0 the name Lviv/);
    expect(calls).toMatchObject([{ outcome: 'refused', problems: [{ reason: expect.stringContaining('Lviv') }] }]);
  });

  test.each([
    [null],
    ['text'],
    [{}],
    [{ facts: [{ text: 5, cites: [] }] }],
    [{ facts: 'none' }],
  ])('of the wrong shape %j is refused, and the call is told of', async (raw) => {
    const { answer, calls } = await ask(asking(raw));
    expect(answer).toBeInstanceOf(AnswerRefused);
    expect((answer as Error).message).toMatch(/"test" does not have its shape/);
    expect(calls.map(({ outcome }) => outcome)).toEqual(['refused']);
  });

  test('of rules that throw fails with what they said, and the call is told of', async () => {
    const offline = () => {
      throw new Error('No narrative stands.');
    };
    const { answer, calls } = await ask(asking(null, { offline }));
    expect((answer as Error).message).toBe('No narrative stands.');
    expect(calls).toMatchObject([{ outcome: 'failed', problems: [{ reason: 'No narrative stands.' }] }]);
  });
});

test('a question whose signal is aborted is not asked: it throws the reason and no call is told of', async () => {
  const reason = new Error('The lease was lost.');
  let asked = false;
  const offline = () => {
    asked = true;
    return { facts: [] };
  };
  const { answer, calls } = await ask(asking(null, { offline }), AbortSignal.abort(reason));
  expect({ answer, calls, asked }).toEqual({ answer: reason, calls: [], asked: false });
});

test('an offline answer is neither recalled from paid answers nor kept among them', async () => {
  const touched: string[] = [];
  const memory = {
    recall: () => {
      touched.push('recall');
      return undefined;
    },
    keep: () => touched.push('keep'),
  };
  await makeAsk(() => undefined, evidence, memory)(asking({ facts: [standing] }));
  expect(touched).toEqual([]);
});

describe('provenance', () => {
  const made = (changes: Partial<Prompt<Facts>> = {}) => provenanceOf(asking(null, changes), { engine: 'offline', model: 'rules' });

  test('is equal for equal questions, down to every hash', () => {
    expect(made()).toEqual(made());
    expect(made()).toMatchObject({
      promptVersion: expect.stringMatching(/^1-[0-9a-f]{8}$/),
      inputSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test.each([
    ['promptVersion', { system: 'State facts only.' }],
    ['promptVersion', { version: '2' }],
    ['shapeVersion', { shape: shape.extend({ more: z.string() }) as never }],
    ['inputSha256', { user: 'Other headlines' }],
    ['inputSha256', { known: ['Kyiv'] }],
    ['task', { task: 'other' }],
  ] as const)('differs in %s alone after %j', (field, changes) => {
    const { [field]: before, ...same } = made();
    const { [field]: after, ...others } = made(changes);
    expect(after).not.toBe(before);
    expect(others).toEqual(same);
  });
});
