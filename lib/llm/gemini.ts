// Gemini models in the cloud. No other file knows Google's package, which is out of support. The key goes out in a header and never
// stands in a sentence; neither thoughts nor what a filter withheld are an answer.
import { type GenerateContentResponse, type GenerationConfig, GoogleGenerativeAI } from '@google/generative-ai';
import { Fault } from './fault.js';
import { faultOfGemini } from './gemini/fault.js';
import { openApiSchema } from './gemini/schema.js';
import { answerMost, type Question, type Reply, type Server, type Usage } from './server.js';

interface GeminiSettings {
  /** Google's own where undefined. */
  url: string | undefined;
  apiKey: string | undefined;
  /** Tokens a model may think before it answers, where it can think. */
  thinkingTokens: number;
}

const google = 'https://generativelanguage.googleapis.com';

/** Without a key it is made all the same; asking it then throws the fault `wrong_key`. */
export function makeGemini({ url, apiKey, thinkingTokens }: GeminiSettings): Server {
  const where = (url ?? google).replace(/\/$/, '');
  const who = `Gemini at ${where}`;
  const key = (): string => {
    if (apiKey === undefined)
      throw new Fault('wrong_key', 'Gemini needs a key: set GEMINI_API_KEY, or take the gemini models out of sni.yaml.');
    return apiKey;
  };
  return {
    engine: 'gemini',
    where,
    billedTokensMost: ({ maxTokens }) => maxTokens + thinkingTokens,
    put: async (model, question, signal) => {
      signal.throwIfAborted();
      const client = new GoogleGenerativeAI(key()).getGenerativeModel({ model, systemInstruction: question.system }, { baseUrl: where });
      try {
        const { response } = await client.generateContent(
          {
            contents: question.turns.map(({ from, text }) => ({ role: from, parts: [{ text }] })),
            generationConfig: generationConfig(model, question, thinkingTokens),
          },
          { signal },
        );
        return replyOf(response, question, thinkingTokens, who);
      } catch (error) {
        signal.throwIfAborted();
        throw faultOfGemini(error, who, model);
      }
    },
    models: async (signal) => {
      try {
        const response = await fetch(`${where}/v1beta/models?pageSize=1000`, { headers: { 'x-goog-api-key': key() }, signal });
        const read = (await response.json()) as { models?: { name: string }[]; error?: { message?: string; details?: unknown } };
        if (!response.ok)
          throw Object.assign(new Error(read.error?.message ?? ''), { status: response.status, errorDetails: read.error?.details });
        return (read.models ?? []).map(({ name }) => name.replace(/^models\//, ''));
      } catch (error) {
        signal.throwIfAborted();
        throw faultOfGemini(error, who, '');
      }
    },
  };
}

function generationConfig(model: string, question: Question, thinkingTokens: number): GenerationConfig {
  const thinks = /^gemini-(2\.5|[3-9]|(pro|flash|flash-lite)-latest)/.test(model);
  return {
    temperature: question.temperature,
    maxOutputTokens: question.maxTokens + (thinks ? thinkingTokens : 0),
    responseMimeType: 'application/json',
    responseSchema: openApiSchema(question.schema),
    ...(thinks ? { thinkingConfig: { thinkingBudget: thinkingTokens } } : {}),
  } as GenerationConfig;
}

/** Finish reasons of an answer that is one. */
const answered = new Set<string>(['STOP', 'MAX_TOKENS', 'FINISH_REASON_UNSPECIFIED']);

function replyOf(response: GenerateContentResponse, question: Question, thinkingTokens: number, who: string): Reply {
  const [candidate] = response.candidates ?? [];
  const reason: string | undefined = response.promptFeedback?.blockReason ?? candidate?.finishReason;
  if (!candidate || (reason !== undefined && !answered.has(reason))) {
    throw new Fault('blocked', `${who} withheld its answer (${reason ?? 'no reason given'}).`);
  }
  const parts = (candidate.content?.parts ?? []) as { text?: string; thought?: boolean }[];
  const text = parts.flatMap((part) => (part.thought === true ? [] : (part.text ?? []))).join('');
  if (text.length > answerMost) throw new Fault('broken', `${who} sent an answer past ${answerMost} characters.`);
  const usage = usageOf(response.usageMetadata, question.maxTokens + thinkingTokens);
  const cut = reason === 'MAX_TOKENS';
  return { text, cut, thoughtAway: thoughtAway(text, cut, response.usageMetadata, thinkingTokens), usage, loadMs: 0 };
}

/** Undefined where it did not think, or no longer than its budget and answered all the same. */
function thoughtAway(text: string, cut: boolean, told: unknown, budget: number): string | undefined {
  const tokens = Number((told as { thoughtsTokenCount?: unknown } | undefined)?.thoughtsTokenCount ?? 0) || 0;
  const empty = text.trim() === '';
  if (!(empty ? cut || tokens > 0 : cut && tokens > budget)) return undefined;
  const went = tokens > 0 ? `${tokens} tokens went into thinking` : 'all its tokens went into thinking';
  return `${went}: raise max_tokens of its role, or lower models.gemini.thinking_budget, in sni.yaml`;
}

/** What was billed; null where the server did not say, or what it says cannot be. */
function usageOf(told: unknown, outMost: number): Usage | null {
  if (told === null || typeof told !== 'object') return null;
  const count = (name: string): number => Number((told as Record<string, unknown>)[name] ?? 0);
  const usage = {
    in: count('promptTokenCount'),
    cached: count('cachedContentTokenCount'),
    out: count('candidatesTokenCount'),
    thinking: count('thoughtsTokenCount'),
  };
  const plausible = Object.values(usage).every((tokens) => Number.isInteger(tokens) && tokens >= 0) && usage.cached <= usage.in;
  // Some models think past their budget by a little, and are billed for it.
  return plausible && usage.in > 0 && usage.in < 10_000_000 && usage.out + usage.thinking <= 4 * outMost ? usage : null;
}
