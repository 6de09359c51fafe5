// What pays for the calls of a lane that costs: money is set aside before a call and settled after it.
import type { Usage } from '../server.js';

/** Money set aside for a call. */
interface Reserved {
  /** What is billed is known, or the call cost nothing, or all that was set aside counts. Returns US dollars. */
  settle: (billed: Usage | 'nothing' | 'unknown') => number;
}

export interface Payment {
  /** Throws a Fault where the budget is used up or the model has no price. */
  reserve: (model: string, promptBytes: number, billedTokensMost: number) => Promise<Reserved>;
}
