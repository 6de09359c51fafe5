// What a look at one thing says of it.

export interface Check {
  name: string;
  state: 'ok' | 'warn' | 'fail';
  /** What is so, in a sentence. */
  said: string;
  /** What to do, in a sentence; empty where nothing is. */
  todo: string;
}

/** All is well; `said` is what was found. */
export function ok(name: string, said: string): Check {
  return { name, state: 'ok', said, todo: '' };
}

/** It goes on, and somebody should see to it: `todo` says how. */
export function warn(name: string, said: string, todo: string): Check {
  return { name, state: 'warn', said, todo };
}

/** It does not work as it is: `todo` says what to do. */
export function fail(name: string, said: string, todo: string): Check {
  return { name, state: 'fail', said, todo };
}
