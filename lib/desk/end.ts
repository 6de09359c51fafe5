// How a command ends on an error: one sentence on standard error and an exit code. Commands throw; only here is it caught.
import { CommanderError } from 'commander';
import { sentenceOf } from '../errors/doctor.js';
import { clean } from './clean.js';

export const exitCodes = { failed: 1, busy: 75, wrongConfiguration: 78 } as const;

/** What an operator asked cannot be done; the message is the sentence to show. */
export class DeskError extends Error {
  override name = 'DeskError';
  constructor(
    message: string,
    readonly exitCode: number = exitCodes.failed,
  ) {
    super(message);
  }
}

/** Says what is wrong and returns the exit code. Wrong flags were already printed by commander; help is no error. */
export function tellError(error: unknown, write: (text: string) => void): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.wrongConfiguration;
  const lines = sentenceOf(error).split('\n');
  write(`${lines.map((line) => line.match(/^\s*/)?.[0] + clean(line)).join('\n')}\n`);
  // Settings, schema and vocabulary errors carry theirs, as a run's do.
  return error instanceof Error && 'exitCode' in error && typeof error.exitCode === 'number' ? error.exitCode : exitCodes.failed;
}
