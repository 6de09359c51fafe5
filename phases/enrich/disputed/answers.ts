// A question that headlines of a family answer differently, and its answers by outlet.
import type { StoredAct } from '../acts.js';

export interface DisputedAnswer {
  answer: string;
  outlets: string[];
  cites: string[];
}

export interface Dispute {
  question: string;
  /** Those that most outlets give first; two at least. */
  answers: DisputedAnswer[];
}

/** Who gives an answer: the outlets of these acts, and the headlines that tell them. */
export function disputedAnswer(answer: string, acts: readonly Pick<StoredAct, 'outlets' | 'cites'>[]): DisputedAnswer {
  return {
    answer,
    outlets: [...new Set(acts.flatMap(({ outlets }) => outlets))],
    cites: [...new Set(acts.flatMap(({ cites }) => cites))],
  };
}

/** Of equals the one given first stays before the other. */
export function mostToldFirst(answers: readonly DisputedAnswer[]): DisputedAnswer[] {
  return [...answers].sort((a, b) => b.outlets.length - a.outlets.length);
}

/** Of two times in ISO 8601, whichever is first. */
export function hoursBetween(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 3_600_000;
}
