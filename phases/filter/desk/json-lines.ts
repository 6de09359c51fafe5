// Reads a file of JSON objects, one a line, of any length: each object, or the sentence about its line.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { DeskError, exitCodes } from '../../../lib/desk/end.js';
import { whyUnreadable } from '../../../lib/desk/unread.js';

/** `check` says what is wrong with an object, or gives what it holds. Empty lines are passed over. Throws DeskError when the file cannot be read. */
export async function* readJsonLines<Row extends object>(
  file: string,
  example: string,
  check: (given: Record<string, unknown>) => Row | string,
): AsyncGenerator<Row | string> {
  let line = 0;
  try {
    for await (const text of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })) {
      line++;
      if (text.trim() === '') continue;
      const given = objectOf(text.replace(/^\ufeff/, ''));
      const read = typeof given === 'string' ? `${given}; write one object a line, like ${example}.` : check(given);
      yield typeof read === 'string' ? `${file}:${line}: ${read}` : read;
    }
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause;
    throw new DeskError(whyUnreadable(file, cause, `Name a file of lines like ${example}.`), exitCodes.wrongConfiguration);
  }
}

/** The object of a line, or what the line is instead. */
function objectOf(text: string): Record<string, unknown> | string {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : 'not a JSON object';
  } catch (error) {
    if (error instanceof SyntaxError) return 'not JSON';
    throw error;
  }
}

/** A value as it may be shown in a sentence. */
export function shownValue(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value).slice(0, 60);
}
