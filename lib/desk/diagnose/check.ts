// What a look at one thing says of it.

export interface Check {
  name: string;
  state: 'ok' | 'warn' | 'fail';
  /** What is so, in a sentence. */
  said: string;
  /** What to do, in a sentence; empty where nothing is. */
  todo: string;
}

export function ok(name: string, said: string): Check {
  return { name, state: 'ok', said, todo: '' };
}

export function warn(name: string, said: string, todo: string): Check {
  return { name, state: 'warn', said, todo };
}

export function fail(name: string, said: string, todo: string): Check {
  return { name, state: 'fail', said, todo };
}
