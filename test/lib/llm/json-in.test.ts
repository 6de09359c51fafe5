// The answer found in what a model wrote around it.
import { expect, test } from 'vitest';
import * as z from 'zod';
import { jsonIn } from '../../../lib/llm/answer/json-in.js';
import { judgeReply } from '../../../lib/llm/answer.js';
import { checkClaims } from '../../support/evidence.js';
import { numbered } from '../../support/models/door.js';

const right = '{"text":"right"}';
const judged = (text: string) => judgeReply(numbered(1), { text, cut: false }, checkClaims);

test.each([
  ['alone', right],
  ['in a fence, with a note in braces behind it', `\`\`\`json\n${right}\n\`\`\`\n(I left {other} out: {see above})`],
  ['behind thoughts with braces', `<think>\nPerhaps {"text": 7}, or {this}?\n</think>\n\n${right}`],
  ['behind thoughts whose beginning stands in the template', `It could be {"text":"draft"}.\n</think>\n${right}`],
  ['before thoughts', `${right}\n<thinking>Or {"text":"another"}?</thinking>`],
  ['behind thoughts in square brackets', `[THINK]{"text":"draft"}[/THINK]${right}`],
  ['after a draft of the same shape', `First: {"text":"draft"}. Better: ${right}`],
  ['before an object of another shape', `${right}\n\nUsage: {"tokens": 7}`],
  ['behind a brace that nothing closes', `{ Well. Here: ${right}`],
  ['inside braces that are no JSON', `{{ ${right} }}`],
  ['in a list', `[${right}]`],
  ['in thoughts alone', `<think>So it is ${right}</think>`],
  ['in thoughts that nothing ends', `<think>So it is ${right} and that is`],
])('an answer is found %s', (_, text) => {
  expect(judged(text)).toEqual({ value: { text: 'right' }, problems: [] });
});

test('braces, quotation marks and think tags inside a text end nothing', () => {
  const text = 'a } brace, a \\" mark, a {, and </think> too';
  expect(judged(`Here: {"text":"${text.replace('</think>', '')}"} {`)).toMatchObject({ problems: [] });
  expect(judged(`{"text":"${text}"}`)).toEqual({ value: { text: JSON.parse(`"${text}"`) }, problems: [] });
});

test('where no object has the shape, the reason is that of the likeliest', () => {
  expect(judged('<think>{"text":1}</think>{"word":"x"}')).toMatchObject({ refused: expect.stringMatching(/shape.*text/s) });
  expect(judged('No braces here.')).toEqual({ refused: 'The answer to "enrich" is no JSON.' });
});

test('of several that have the shape the one that stands is taken', () => {
  const prompt = {
    ...numbered(1),
    shape: z.strictObject({ text: z.string() }),
    sources: [{ id: '1', text: 'Storm hits Lisbon' }],
    claims: ({ text }: { text: string }) => [{ field: 'text', text, cites: ['1'] }],
    without: () => {
      throw new Error('Nothing is left.');
    },
  };
  const both = 'Storm in Lisbon: {"text":"Storm hits Lisbon"}. Not: {"text":"Storm hits Madrid"}';
  expect(judgeReply(prompt, { text: both, cut: false }, checkClaims)).toMatchObject({ value: { text: 'Storm hits Lisbon' } });
});

test('a text of braces alone is given up, not read for ever', () => {
  expect(jsonIn('{"a":'.repeat(100_000))).toEqual([]);
  expect(jsonIn('<think>'.repeat(100_000))).toEqual([]);
});
