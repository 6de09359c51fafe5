// What servers of the OpenAI chat API do not all take. A server that refuses a part of a question is asked without it, or with what it has
// in its place, and not offered it again. Most servers refuse with the status 400 and name the part.
import type { Question } from '../server.js';

/** A part that was refused. */
export type Refused = keyof typeof refusals;

/** By the words of the refusal. What is told of the length of a question also names max_tokens: that is no refusal of it. */
const refusals = {
  schema: /response_format|json_schema|structured.output|guided|grammar/i,
  usage: /stream_options|include_usage/i,
  maxTokens:
    /max_completion_tokens['"`]? instead|max_tokens['"`]? (parameter )?(is|are)(n't| not|) ?(supported|allowed|permitted|recognized|deprecated)/i,
  temperature: /\btemperature\b/i,
};
const names = Object.keys(refusals) as Refused[];

/** The part that a refusal is about and that was sent; undefined where it is about another thing. */
export function refusedIn(status: number, text: string, before: ReadonlySet<Refused>): Refused | undefined {
  if (status !== 400 && status !== 422) return undefined;
  if (/context.length|context.window|too long|too large/i.test(text)) return undefined;
  return names.find((name) => !before.has(name) && refusals[name].test(text));
}

/** Without a schema the wanted shape is told in words. */
export function requestBody(
  model: string,
  { system, turns, schema, maxTokens, temperature }: Question,
  without: ReadonlySet<Refused>,
  thinkingTokens: number,
): object {
  const inWords = `${system}\n\nAnswer with one JSON object of this schema and nothing else:\n${JSON.stringify(schema)}`;
  return {
    model,
    stream: true,
    messages: [
      { role: 'system', content: without.has('schema') ? inWords : system },
      ...turns.map(({ from, text }) => ({ role: from === 'user' ? 'user' : 'assistant', content: text })),
    ],
    // A model that does not take max_tokens thinks, and is bounded by what it thinks and says together.
    ...(without.has('maxTokens') ? { max_completion_tokens: maxTokens + thinkingTokens } : { max_tokens: maxTokens }),
    ...(without.has('temperature') ? {} : { temperature }),
    ...(without.has('usage') ? {} : { stream_options: { include_usage: true } }),
    ...(without.has('schema') ? {} : { response_format: { type: 'json_schema', json_schema: { name: 'answer', schema } } }),
  };
}
