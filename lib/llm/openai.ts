// Any server that speaks the OpenAI chat API: vLLM, llama.cpp, LM Studio, OpenRouter, OpenAI's own. Always streamed, so that an answer can
// be broken off. The key goes out in a header and is part of no sentence, also where the server repeats it.
import { Fault, faultOfFetch } from './fault.js';
import { type Refused, refusedIn, requestBody } from './openai/dialect.js';
import { advice, faultOfAnswer } from './openai/fault.js';
import { collectEvents } from './openai/stream.js';
import type { Question, Reply, Server } from './server.js';

interface OpenAiSettings {
  /** Up to and with its version: http://127.0.0.1:8000/v1. */
  url: string;
  /** Undefined for a server that asks for none. */
  apiKey: string | undefined;
}

/** Tokens a model may think beside its answer before its bill is more than was reserved. */
const thinkingTokens = 1024;

/** Nothing is asked of the server yet; whatever goes wrong later is thrown as a Fault. */
export function makeOpenAi({ url, apiKey }: OpenAiSettings): Server {
  const where = url.replace(/\/+$/, '');
  const who = `The OpenAI server at ${where}`;
  const headers: Record<string, string> = apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` };
  const asker = { who, hasKey: apiKey !== undefined };
  /** What the server has refused to be sent, by model. */
  const refused = new Map<string, Set<Refused>>();
  const put = async (model: string, question: Question, signal: AbortSignal): Promise<Reply> => {
    // Others may learn more while this one is under way.
    const without = new Set(refused.get(model));
    const response = await fetch(`${where}/chat/completions`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(requestBody(model, question, without, thinkingTokens)),
      signal,
    });
    const usualMost = question.maxTokens + thinkingTokens;
    if (response.ok) return await collectEvents(response, { ...asker, model, usualMost });
    const text = (await response.text()).slice(0, 4000);
    const part = refusedIn(response.status, text, without);
    if (part === undefined) throw faultOfAnswer(response, text, asker, model);
    refused.set(model, new Set(refused.get(model)).add(part));
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
        if (!response.ok) throw faultOfAnswer(response, text, asker, '');
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

function idsIn(text: string, who: string): string[] {
  try {
    const read = JSON.parse(text) as { data?: unknown } | null;
    const list: unknown = Array.isArray(read) ? read : read?.data;
    if (!Array.isArray(list)) throw new Fault('wrong_address', `${who} lists no models. ${advice}`);
    return list.flatMap((one: { id?: unknown } | null) => (typeof one?.id === 'string' ? one.id : []));
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new Fault('wrong_address', `${who} answered with what is no JSON. ${advice}`, { cause });
    throw cause;
  }
}
