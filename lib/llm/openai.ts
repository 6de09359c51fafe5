// Any server that speaks the OpenAI chat API: vLLM, llama.cpp, LM Studio, OpenRouter. Always streamed, so that an answer can be broken off.
// A server that refuses to be given a schema is asked without one from then on: the answer is checked and repaired all the same.
import { Fault, faultOfFetch } from './fault.js';
import { faultOfAnswer, refusesSchema } from './openai/fault.js';
import { collect } from './openai/stream.js';
import type { Question, Reply, Server } from './server.js';

interface OpenAiSettings {
  /** Up to and with its version: http://127.0.0.1:8000/v1. */
  url: string;
  /** Undefined for a server that asks for none. */
  apiKey: string | undefined;
}

/** Tokens a model may think beside its answer before its bill is more than was reserved. */
const thinkingTokens = 1024;
const advice = 'Start it, or set models.openai.url in sni.yaml to where it runs.';

export function makeOpenAi({ url, apiKey }: OpenAiSettings): Server {
  const where = url.replace(/\/$/, '');
  const who = `The OpenAI server at ${where}`;
  const headers: Record<string, string> = apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` };
  /** Models whose server has refused a schema. */
  const withoutSchema = new Set<string>();
  const post = (model: string, question: Question, signal: AbortSignal): Promise<Response> =>
    fetch(`${where}/chat/completions`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(bodyOf(model, question, !withoutSchema.has(model))),
      signal,
    });
  const put = async (model: string, question: Question, signal: AbortSignal): Promise<Reply> => {
    const response = await post(model, question, signal);
    if (response.ok) return await collect(response, who, model);
    const text = (await response.text()).slice(0, 4000);
    if (response.status !== 400 || withoutSchema.has(model) || !refusesSchema(text)) throw faultOfAnswer(response, text, who, model);
    withoutSchema.add(model);
    return await put(model, question, signal);
  };
  return {
    engine: 'openai',
    where,
    billedTokensMost: ({ maxTokens }) => maxTokens + thinkingTokens,
    put: async (model, question, signal) => {
      signal.throwIfAborted();
      try {
        return await put(model, question, signal);
      } catch (error) {
        signal.throwIfAborted();
        throw withoutKey(faultOfFetch(error, who, advice), apiKey);
      }
    },
    models: async (signal) => {
      try {
        const response = await fetch(`${where}/models`, { headers, signal });
        const text = await response.text();
        if (!response.ok) throw faultOfAnswer(response, text, who, '');
        return idsIn(text, who);
      } catch (error) {
        signal.throwIfAborted();
        throw withoutKey(faultOfFetch(error, who, advice), apiKey);
      }
    },
  };
}

/** Some servers repeat the key that they refuse. */
function withoutKey(fault: Fault, apiKey: string | undefined): Fault {
  if (apiKey === undefined || !fault.message.includes(apiKey)) return fault;
  const { cause: _, ...details } = fault.details;
  return new Fault(fault.kind, fault.message.replaceAll(apiKey, 'the key'), details);
}

/** Without a schema the wanted shape is told in words. */
function bodyOf(model: string, { system, turns, schema, maxTokens, temperature }: Question, asSchema: boolean): object {
  const told = asSchema ? system : `${system}\n\nAnswer with one JSON object of this schema and nothing else:\n${JSON.stringify(schema)}`;
  return {
    model,
    stream: true,
    stream_options: { include_usage: true },
    messages: [
      { role: 'system', content: told },
      ...turns.map(({ from, text }) => ({ role: from === 'user' ? 'user' : 'assistant', content: text })),
    ],
    max_tokens: maxTokens,
    temperature,
    ...(asSchema ? { response_format: { type: 'json_schema', json_schema: { name: 'answer', schema } } } : {}),
  };
}

function idsIn(text: string, who: string): string[] {
  try {
    const read = JSON.parse(text) as { data?: { id: string }[] } | null;
    if (!Array.isArray(read?.data)) throw new Fault('wrong_address', `${who} lists no models. ${advice}`);
    return read.data.map(({ id }) => id);
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new Fault('wrong_address', `${who} answered with what is no JSON. ${advice}`, { cause });
    throw cause;
  }
}
