// A way to an answer: which engine and model it is, whether it costs, and how a question is put to it. The offline lane is the
// prompt's own rules.
import type { Prompt, Provenance } from './prompt.js';

/** What came back, not yet trusted, and what it cost (US dollars). */
export interface Reply {
  raw: unknown;
  tokensIn: number;
  tokensOut: number;
  costUsd: number;
}

/** What a lane needs of a prompt. */
export type Question = Pick<Prompt<unknown>, 'task' | 'role' | 'system' | 'user' | 'shape' | 'offline'>;

export interface Lane {
  engine: Provenance['engine'];
  model: string;
  /** Whether an answer is worth keeping through a crash, for the money or the minutes it took. */
  paid: boolean;
  put: (question: Question, signal?: AbortSignal) => Promise<Reply>;
}

/** Asks no model: the rules each prompt carries. */
export const offline: Lane = {
  engine: 'offline',
  model: 'rules',
  paid: false,
  put: async (question) => ({ raw: question.offline(), tokensIn: 0, tokensOut: 0, costUsd: 0 }),
};
