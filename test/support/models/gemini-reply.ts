// What a fake Gemini answers to generateContent: the candidate, why it ended, and the tokens it says it used; and what its faults make
// of them.
import { spoil, usage } from './broken.js';
import { responseId, safetyRatings } from './gemini-shapes.js';
import type { JsonSchema } from './minimal-instance.js';
import { cutAt, type Message, type Question, tokensIn } from './question.js';

export interface Content {
  role?: string;
  parts?: { text?: string }[];
}

/** The body of POST {model}:generateContent. */
export interface GenerateBody {
  contents?: Content[];
  systemInstruction?: Content;
  generationConfig?: { maxOutputTokens?: number; responseSchema?: JsonSchema; responseJsonSchema?: JsonSchema };
}

export interface Generating {
  /** maxOutputTokens; thinking counts against it. */
  limit: number | undefined;
  thinkingTokens: number;
  cachedTokens: number;
  fault: string | undefined;
}

export function textIn(content: Content | undefined): string {
  return (content?.parts ?? []).map(({ text = '' }) => text).join('');
}

export function messagesOf({ contents = [] }: GenerateBody): Message[] {
  return contents.map((content) => ({ role: content.role ?? 'user', content: textIn(content) }));
}

const thought = 'The user asks for JSON. So I give JSON.';

/** The body of a response with status 200. */
export function generated(question: Question, said: string, { limit = Infinity, thinkingTokens, cachedTokens, fault }: Generating): object {
  const promptTokens = tokensIn([question.system, ...question.messages.map(({ content }) => content)].join('\n'));
  const identity = { modelVersion: question.model, responseId: responseId() };
  const promptUsage = { promptTokenCount: promptTokens, promptTokensDetails: [{ modality: 'TEXT', tokenCount: promptTokens }] };
  if (fault === 'prohibited') {
    const usageMetadata = { ...promptUsage, totalTokenCount: promptTokens };
    return { promptFeedback: { blockReason: 'PROHIBITED_CONTENT' }, usageMetadata, ...identity };
  }
  const silent = { safety: { finishReason: 'SAFETY', safetyRatings }, recitation: { finishReason: 'RECITATION' } }[fault ?? ''];
  const thoughts = Math.min(limit, thinkingTokens + (fault === 'thoughts' ? tokensIn(thought) : 0));
  const spoiled = silent ? '' : spoil(said, fault);
  const { text, cut } = Number.isFinite(limit) ? cutAt(limit - thoughts, spoiled) : { text: spoiled, cut: false };
  const parts = [...(fault === 'thoughts' ? [{ text: thought, thought: true }] : []), ...(text === '' ? [] : [{ text }])];
  const content = { ...(parts.length > 0 ? { parts } : {}), role: 'model' };
  const candidate = silent ? { ...silent, index: 0 } : { content, finishReason: cut ? 'MAX_TOKENS' : 'STOP', index: 0 };
  const spoken = tokensIn(text);
  const counts = {
    promptTokenCount: usage(promptTokens, fault),
    ...(spoken > 0 ? { candidatesTokenCount: usage(spoken, fault) } : {}),
    totalTokenCount: usage(promptTokens + spoken + thoughts, fault),
    ...(cachedTokens > 0 ? { cachedContentTokenCount: Math.min(cachedTokens, promptTokens) } : {}),
    promptTokensDetails: promptUsage.promptTokensDetails,
    ...(thoughts > 0 ? { thoughtsTokenCount: thoughts } : {}),
  };
  return { candidates: [candidate], ...(fault === 'usage-missing' ? {} : { usageMetadata: counts }), ...identity };
}
