// Where a page of results ends, as a word that can stand in an address: the keys of its last row. What comes in between two pages shifts
// nothing, and the hundredth page costs what the first does.
import { SearchError } from './filter.js';

/** `of` names the list and its order: a cursor of another is refused. */
export function cursorOf(of: string, keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([of, ...keys])).toString('base64url');
}

/** The keys, each of the shape that stands at its place. Throws SearchError for what is no cursor of this list. */
export function keysOf(cursor: string, of: string, shapes: readonly RegExp[]): string[] {
  const [name, ...keys] = read(cursor).map(String);
  if (name === of && keys.length === shapes.length && shapes.every((shape, at) => shape.test(keys[at] ?? ''))) return keys;
  throw new SearchError('What says where the page begins is no cursor of this list. Leave it out to begin anew.');
}

function read(cursor: string): unknown[] {
  const text = Buffer.from(cursor, 'base64url').toString();
  if (!text.startsWith('[') || text.length > 1000) return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

export const shapes = {
  number: /^-?\d{1,18}$/,
  day: /^\d{4}-\d{2}-\d{2}$/,
  /** With microseconds: two headlines of one second are two. */
  time: /^\d{4,6}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/,
};
