// Which request meets which fault: those that a test has queued, one after the other, and a weather of random ones by seed.
import type { Question } from './question.js';

/** Which requests a fault is for; all parts must hold. A function only within the process. */
export type When = { model?: string; contains?: string } | ((question: Question) => boolean);

export interface FaultOptions {
  /** For how many requests; 1 where not said, Infinity until cleared. */
  times?: number;
  /** How late, or how long to wait before the next try, as the fault has it. */
  seconds?: number;
  when?: When;
  /** Which requests can meet it: those for answers, those for lists of models and the like. Answers where not said. */
  on?: 'answers' | 'lists';
}

export interface Weather<Name extends string> {
  seed: number;
  /** Probability of each, together at most 1. */
  faults: Partial<Record<Name, number>>;
  /** For all of them, as in FaultOptions. */
  seconds?: number;
}

export interface Fault<Name extends string> {
  name: Name;
  seconds: number | null;
}

export interface FaultQueue<Name extends string> {
  fault(name: Name, options?: FaultOptions): void;
  /** For requests for answers that meet no queued fault; the draws follow from the seed and the order of requests. */
  weather(weather: Weather<Name>): void;
  /** No fault from now on. */
  clear(): void;
  /** The fault for this request for an answer, or null. */
  forAnswer(question: Question): Fault<Name> | null;
  forList(): Fault<Name> | null;
}

export function makeFaultQueue<Name extends string>(names: readonly Name[]): FaultQueue<Name> {
  let queued: (Required<Pick<FaultOptions, 'times' | 'on'>> & FaultOptions & { name: Name })[] = [];
  let weather: { faults: [Name, number][]; seconds: number | null; draw: () => number } | null = null;

  const known = (name: Name): Name => {
    if (!names.includes(name)) throw new Error(`There is no fault "${name}" here; there are ${names.join(', ')}.`);
    return name;
  };

  const next = (fits: (entry: (typeof queued)[number]) => boolean): Fault<Name> | null => {
    const entry = queued.find(fits);
    if (!entry) return null;
    if (--entry.times <= 0) queued = queued.filter((other) => other !== entry);
    return { name: entry.name, seconds: entry.seconds ?? null };
  };

  const drawn = (): Fault<Name> | null => {
    let rest = weather?.draw() ?? 1;
    for (const [name, probability] of weather?.faults ?? []) {
      rest -= probability;
      if (rest < 0) return { name, seconds: weather?.seconds ?? null };
    }
    return null;
  };

  return {
    fault: (name, options = {}) => void queued.push({ times: 1, on: 'answers', ...options, name: known(name) }),
    weather: ({ seed, faults, seconds }) => {
      const entries = (Object.entries(faults) as [Name, number][]).map(([name, odds]) => [known(name), odds] as [Name, number]);
      const sum = entries.reduce((total, [, odds]) => total + odds, 0);
      if (sum > 1) throw new Error(`The probabilities of the weather add up to ${sum}; at most 1 is possible.`);
      weather = { faults: entries, seconds: seconds ?? null, draw: random(seed) };
    },
    clear: () => {
      queued = [];
      weather = null;
    },
    forAnswer: (question) => next(({ on, when }) => on === 'answers' && fitting(when, question)) ?? drawn(),
    forList: () => next(({ on }) => on === 'lists'),
  };
}

function fitting(when: When | undefined, question: Question): boolean {
  if (!when) return true;
  if (typeof when === 'function') return when(question);
  const { model = question.model, contains = '' } = when;
  return model === question.model && `${question.system}\n${question.user}`.includes(contains);
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
