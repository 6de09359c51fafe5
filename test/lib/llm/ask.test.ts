import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { AnswerRefused, type Call, makeAsk, provenanceOf } from '../../../lib/llm/ask.js';
import type { Job } from '../../../lib/llm/conductor.js';
import { Fault } from '../../../lib/llm/fault.js';
import type { Answer, Prompt, Provenance } from '../../../lib/llm/prompt.js';

interface Facts {
  facts: { text: string; cites: string[] }[];
}

const shape = z.object({ facts: z.array(z.object({ text: z.string(), cites: z.array(z.string()) })) });
const sources = [
  { id: '1', text: 'Russia strikes Odesa, 12 killed' },
  { id: '2', text: 'Kyiv: ‘We will rebuild’' },
];

/** A question whose offline answer is `raw`, whatever that is. */
function asking(raw: unknown, changes: Partial<Prompt<Facts>> = {}): Prompt<Facts> {
  return {
    task: 'test',
    version: '1',
    role: 'test',
    system: 'State facts.',
    user: 'Headlines: ...',
    shape,
    sources,
    claims: ({ facts }) => facts.map(({ text, cites }, index) => ({ field: `facts.${index}`, text, cites })),
    without: ({ facts }, problems) => ({ facts: facts.filter((_, index) => !problems.some(({ field }) => field === `facts.${index}`)) }),
    offline: () => raw as Facts,
    ...changes,
  };
}

/** Asks once; gives the answer and the calls that were told of. */
async function ask(prompt: Prompt<Facts>, signal?: AbortSignal) {
  const calls: Call[] = [];
  const answering = makeAsk((call) => calls.push(call))(prompt, signal);
  const answer = await answering.catch((error: unknown) => error as Error);
  return { answer, calls };
}

const standing = { text: 'In Odesa 12 died', cites: ['1'] };

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
  await makeAsk(() => undefined, memory)(asking({ facts: [standing] }));
  expect(touched).toEqual([]);
});

const m = { engine: 'gemini', model: 'm' } as const;

describe('a model', () => {
  const usage = { in: 100, cached: 0, out: 20, thinking: 0 };
  const cost = { tokensIn: 100, tokensOut: 20, costUsd: 0.003 };

  /** A model that gives these answers in turn, its memory, what it was asked, and what became of them. */
  function answering(raws: unknown[], second?: { engine: 'ollama'; model: string }) {
    const calls: Call[] = [];
    const kept: Answer<unknown>[] = [];
    const jobs: Job[] = [];
    const conductor = {
      put: async (job: Job) => {
        jobs.push(job);
        const raw = raws.shift();
        if (raw instanceof Error) throw raw;
        const text = typeof raw === 'string' ? raw : JSON.stringify(raw);
        const [maker = m] = job.makers;
        return { text, cut: false, usage, loadMs: 0, maker, costUsd: 0.003, waitedMs: 1, latencyMs: 2 };
      },
    };
    const asked = () => ({ makers: [m], second, maxTokens: 100, temperature: 0, timeoutSeconds: 5 });
    const recall = (madeBy: Provenance) => kept.find((answer) => JSON.stringify(answer.madeBy) === JSON.stringify(madeBy));
    const memory = { recall, keep: (answer: Answer<unknown>) => kept.push(answer) };
    return { calls, kept, jobs, ask: makeAsk((call) => calls.push(call), memory, { asked, conductor, offlineWhenDown: false }) };
  }
  const paying = (...raws: unknown[]) => answering(raws);
  const invented = { text: 'In Lviv', cites: ['1'] };

  test('is asked an equal question once; another one is asked anew', async () => {
    const { calls, kept, ask } = paying({ facts: [standing, invented] }, { facts: [standing, invented] }, { facts: [] });
    const first = await ask(asking(null));
    expect(await ask(asking(null))).toEqual(first);
    expect(first).toMatchObject({ madeBy: { engine: 'gemini', model: 'm' }, problems: [{ field: 'facts.1' }] });
    expect(await ask(asking(null, { user: 'Other headlines' }))).toMatchObject({ value: { facts: [] } });
    expect([calls.length, kept.length]).toEqual([3, 2]);
    expect(calls[0]).toMatchObject({ outcome: 'answered', ...cost });
  });

  test('whose answer does not stand is shown what is wrong, once, and its better answer is taken', async () => {
    const { calls, kept, jobs, ask } = paying({ facts: [standing, invented] }, { facts: [standing] });
    expect(await ask(asking(null))).toMatchObject({ value: { facts: [standing] }, problems: [] });
    expect(jobs[1]?.question.turns).toMatchObject([
      { from: 'user', text: 'Headlines: ...' },
      { from: 'model', text: expect.stringContaining('In Lviv') },
      { from: 'user', text: expect.stringMatching(/facts\.1 the name Lviv/) },
    ]);
    expect(calls).toMatchObject([
      { outcome: 'refused', problems: [{ field: 'facts.1' }], raw: expect.stringContaining('In Lviv'), ...cost },
      { outcome: 'repaired', problems: [], raw: undefined, ...cost },
    ]);
    expect(kept).toHaveLength(1);
  });

  test.each([
    ['what is no JSON', 'I cannot answer that.', /is no JSON/],
    ['nothing', '', /is empty/],
    ['another shape', { facts: 'none' }, /does not have its shape/],
  ])('that gives %s twice is refused with the reason, told of with its cost and what it said, and not kept', async (_, raw, reason) => {
    const { calls, kept, ask } = paying(raw, raw);
    await expect(ask(asking(null))).rejects.toThrow(reason);
    const said = typeof raw === 'string' ? raw : JSON.stringify(raw);
    expect(calls).toMatchObject([
      { outcome: 'refused', raw: said, error: expect.stringMatching(reason), ...cost },
      { outcome: 'refused', raw: said, ...cost },
    ]);
    expect(kept).toEqual([]);
  });

  test.each([
    ['in a fence', `\`\`\`json\n${JSON.stringify({ facts: [standing] })}\n\`\`\``],
    ['among words', `Here it is: ${JSON.stringify({ facts: [standing] })} I hope it helps.`],
  ])('may give its answer %s', async (_, raw) => {
    const { calls, ask } = paying(raw);
    expect(await ask(asking(null))).toMatchObject({ value: { facts: [standing] } });
    expect(calls).toMatchObject([{ outcome: 'answered' }]);
  });

  test('whose answer does not stand after its repair is followed by the second model, whose answer is taken when it is better', async () => {
    const second = { engine: 'ollama', model: 's' } as const;
    const { calls, jobs, ask } = answering([{ facts: [invented] }, { facts: [invented] }, { facts: [standing] }], second);
    expect(await ask(asking(null))).toMatchObject({ value: { facts: [standing] }, madeBy: second });
    expect(jobs.map(({ makers }) => makers)).toEqual([[m], [m], [second]]);
    expect(calls.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'answered']);
  });

  test('that cannot be asked fails the question with what it said, and tells of no answer', async () => {
    const { calls, ask } = paying(new Fault('blocked', 'Gemini withheld its answer (SAFETY).'));
    await expect(ask(asking(null))).rejects.toThrow('withheld');
    expect(calls).toEqual([]);
  });

  test.each([
    [{ facts: 'none' }],
    [{ facts: [{ text: 'In Lviv', cites: ['9'] }] }],
  ])('is asked again where what was kept is not fit any more: %j', async (value) => {
    const { calls, kept, ask } = paying({ facts: [standing] });
    const prompt = asking(null, { without: (answer) => answer });
    kept.push({ value, madeBy: provenanceOf(prompt, m), problems: [] });
    expect(await ask(prompt)).toMatchObject({ value: { facts: [standing] } });
    expect(calls).toHaveLength(1);
  });
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
