// What a model server is to SNI: a question goes in, a text comes out, not yet trusted. Knows no queue, no price, no prompt.

/** A model at a server, or `offline`: the prompt's own rules. Which engines there are is settled by who starts their servers. */
export interface Maker {
  engine: string;
  model: string;
}

/** What is put to a server. */
export interface Question {
  system: string;
  /** The user's text; for a repair also the answer before and what was wrong with it. */
  turns: readonly { from: 'user' | 'model'; text: string }[];
  /** JSON schema of the answer. */
  schema: object;
  /** Of the answer, without what a model thinks. */
  maxTokens: number;
  temperature: number;
}

/** What came back. Counts that a server did not give, or gave absurd, are null. */
export interface Reply {
  text: string;
  /** The answer ended because maxTokens were used up. */
  cut: boolean;
  /** Where it thought in place of answering: how that was, and what to set, as the end of a sentence. */
  thoughtAway?: string | undefined;
  usage: Usage | null;
  /** What bringing the model into memory took; a second and more is a swap. */
  loadMs: number;
}

/** Tokens. `cached` are part of `in`; `thinking` are beside `out`. */
export interface Usage {
  in: number;
  cached: number;
  out: number;
  thinking: number;
}

export interface Server {
  /** The name of its provider, as models are named with it. */
  engine: string;
  /** Its address as it may be shown. */
  where: string;
  /** Throws a Fault, or the signal's reason when it is aborted. */
  put: (model: string, question: Question, signal: AbortSignal) => Promise<Reply>;
  /** The names of the models it has. Throws a Fault. */
  models: (signal: AbortSignal) => Promise<string[]>;
  /** The most tokens of output that may be billed for a question. */
  billedTokensMost: (question: Question) => number;
}

/** Characters of an answer that are read at most: past it a server has gone mad. */
export const answerMost = 1_000_000;

/** All text of a question, for counting what it may cost. */
export function bytesOf({ system, turns, schema }: Question): number {
  return Buffer.byteLength(JSON.stringify([system, turns, schema]));
}
