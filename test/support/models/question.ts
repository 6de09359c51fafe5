// What a fake model server is asked and what it says: one question for both protocols, and the text of its answer. Four characters
// count as one token.
import { type JsonSchema, minimalInstance } from './minimal-instance.js';

export interface Message {
  /** "system", "user", "assistant" or "model". */
  role: string;
  content: string;
}

export interface Question {
  server: 'ollama' | 'gemini' | 'openai';
  model: string;
  /** Empty where none came. */
  system: string;
  /** The last message of the user. */
  user: string;
  /** The schema that came with the request; null where none did. */
  schema: JsonSchema | null;
  /** How many messages came beside the system's: 1 at first, 3 when an answer is to be repaired. */
  turn: number;
  messages: readonly Message[];
}

/** An object is sent as its JSON. */
export type AnswerFunction = (question: Question) => object | string;

export function makeQuestion(part: Pick<Question, 'server' | 'model' | 'schema'>, system: string, messages: readonly Message[]): Question {
  const user = messages.findLast((message) => message.role === 'user')?.content ?? '';
  return { ...part, system, user, turn: messages.length, messages };
}

/** The least that the schema allows; without a schema a short sentence. */
export const answerBySchema: AnswerFunction = ({ schema }) => {
  if (!schema) return 'This is the answer of a fake model.';
  const instance = minimalInstance(schema);
  return typeof instance === 'object' && instance !== null ? instance : JSON.stringify(instance);
};

export function textOf(answer: object | string): string {
  return typeof answer === 'string' ? answer : JSON.stringify(answer);
}

const charactersPerToken = 4;

export function tokensIn(text: string): number {
  return Math.ceil(text.length / charactersPerToken);
}

/** The text up to so many tokens, and whether that cut anything. */
export function cutAt(tokens: number, text: string): { text: string; cut: boolean } {
  const kept = text.slice(0, Math.max(0, tokens) * charactersPerToken);
  return { text: kept, cut: kept.length < text.length };
}
