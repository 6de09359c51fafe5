// Spans of time as typed on a command line.
import { InvalidArgumentError } from 'commander';
import { span } from '../config/measures.js';
import { late } from '../late.js';

const allowed = late(() => span());

/** `90s`, `25m`, `3h`, `2d` as seconds. */
export function spanArgument(text: string): number {
  const read = allowed().safeParse(text);
  if (read.success) return read.data;
  throw new InvalidArgumentError(`Allowed is ${allowed().description}.`);
}
