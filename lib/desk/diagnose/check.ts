// What a look at one thing says of it.

export interface DiagnoseCheck {
  name: string;
  state: 'ok' | 'warn' | 'fail';
  /** What is so, in a sentence. */
  said: string;
  /** What to do, in a sentence; empty where nothing is. */
  todo: string;
}

/** All is well; `said` is what was found. */
export function ok(name: string, said: string): DiagnoseCheck {
  return { name, state: 'ok', said, todo: '' };
}

/** It goes on, and somebody should see to it: `todo` says how. */
export function warning(name: string, said: string, todo: string): DiagnoseCheck {
  return { name, state: 'warn', said, todo };
}

/** It does not work as it is: `todo` says what to do. */
export function failing(name: string, said: string, todo: string): DiagnoseCheck {
  return { name, state: 'fail', said, todo };
}
