// What a model is told: the question, and once what was wrong with its answer.
import type { Judged } from './answer.js';
import type { Prompt } from './prompt.js';
import { shapeOf } from './provenance.js';
import type { Question } from './server.js';

/** The first question, without any answer yet. */
export function firstQuestion<A>(prompt: Prompt<A>, { maxTokens, temperature }: { maxTokens: number; temperature: number }): Question {
  return { system: prompt.system, turns: [{ from: 'user', text: prompt.user }], schema: shapeOf(prompt).schema, maxTokens, temperature };
}

/** The conversation so far with what was wrong, as data the model can act on. An answer without a word is no turn: servers refuse those. */
export function repairTurns({ turns }: Question, answered: string, judged: Judged<unknown>): Question['turns'] {
  const problems = 'refused' in judged ? (judged.unfounded ?? []) : judged.problems;
  const wrong = [...('refused' in judged ? [judged.refused] : []), ...problems.map(({ field, reason }) => `${field} ${reason}`)];
  return [
    ...turns,
    ...(answered.trim() === '' ? [] : [{ from: 'model' as const, text: answered.slice(0, 20_000) }]),
    {
      from: 'user',
      text: `Your answer cannot be used as it is:\n${wrong.map((line) => `- ${line.slice(0, 500)}`).join('\n')}\nAnswer again with the whole JSON object, corrected. Leave out what the given texts do not say.`,
    },
  ];
}
