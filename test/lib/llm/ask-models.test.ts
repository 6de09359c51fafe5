import { describe, expect, test } from 'vitest';
import { type Call, makeAsk, provenanceOf } from '../../../lib/llm/ask.js';
import type { Job } from '../../../lib/llm/conductor.js';
import { Fault } from '../../../lib/llm/fault.js';
import type { Answer, Provenance } from '../../../lib/llm/prompt.js';
import { evidence } from '../../support/evidence.js';
import { asking, standing } from './asking.js';

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
    return { calls, kept, jobs, ask: makeAsk((call) => calls.push(call), evidence, memory, { asked, conductor, offlineWhenDown: false }) };
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

  test('of whose answers nothing stands leaves the question to rules where the question says so, and is told of with what it said', async () => {
    const none = {
      without: () => {
        throw new Error('No sentence stands.');
      },
    };
    const { calls, kept, jobs, ask } = paying(...Array.from({ length: 4 }, () => ({ facts: [invented] })));
    await expect(ask(asking({ facts: [standing] }, none))).rejects.toThrow('No sentence stands.');
    expect(jobs[1]?.question.turns.at(-1)?.text).toMatch(/No sentence stands\.\n- facts\.0 the name Lviv/);
    const answer = await ask(asking({ facts: [standing] }, { ...none, elseRules: true }));
    expect(answer).toMatchObject({ value: { facts: [standing] }, madeBy: { engine: 'offline', model: 'rules' } });
    expect(await ask(asking({ facts: [standing] }, { ...none, elseRules: true }))).toEqual(answer);
    expect(calls.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'refused', 'refused', 'answered']);
    expect(kept).toEqual([answer]);
  });

  test('that gives another shape is refused, though rules might answer', async () => {
    const { ask } = paying({ facts: 'none' }, { facts: 'none' });
    await expect(ask(asking({ facts: [standing] }, { elseRules: true }))).rejects.toThrow('does not have its shape');
  });

  test('that withholds its repair has given its first answer, without what does not stand', async () => {
    const { calls, ask } = paying({ facts: [standing, invented] }, new Fault('blocked', 'Gemini withheld its answer (SAFETY).'));
    expect(await ask(asking(null))).toMatchObject({ value: { facts: [standing] }, problems: [{ field: 'facts.1' }] });
    expect(calls).toMatchObject([{ outcome: 'answered', problems: [{ field: 'facts.1' }] }]);
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
