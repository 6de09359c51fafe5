// Takes a file of labelled titles, one JSON object a line, leaves them one by one. Guards memory (a file of any length is streamed)
// and says of a line that is not one what is wrong with it, by file and line.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { DeskError } from '../../../lib/desk/end.js';

export interface Labelled {
  title: string;
  /** '' where the file says none. */
  lang: string;
  strategic: boolean;
}

/** A line as a title, or as the sentence about it. Empty lines are passed over. Throws DeskError when the file cannot be read. */
export async function* readLabelled(file: string): AsyncGenerator<Labelled | string> {
  const stream = createReadStream(file, 'utf8');
  let line = 0;
  try {
    for await (const text of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      line++;
      if (text.trim() === '') continue;
      const read = labelledOf(text.replace(/^\ufeff/, ''));
      yield typeof read === 'string' ? `${file}:${line}: ${read}` : read;
    }
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause;
    throw new DeskError(
      `${file} cannot be read (${cause.message}). Name a file of lines like {"title":"...","lang":"en","strategic":true}.`,
    );
  }
}

function labelledOf(text: string): Labelled | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'not JSON; write one object a line, like {"title":"...","lang":"en","strategic":true}.';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not a JSON object; write {"title":...} on the line.';
  const { title, lang = '', strategic } = value as Record<string, unknown>;
  if (typeof title !== 'string') return `"title" is ${shown(title)}; it must be a text.`;
  if (typeof lang !== 'string') return `"lang" is ${shown(lang)}; it must be a language code such as "en", or left out.`;
  if (typeof strategic !== 'boolean') return `"strategic" is ${shown(strategic)}; it must be true or false.`;
  return { title, lang, strategic };
}

function shown(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value).slice(0, 60);
}
