// Labelled titles of a file, one JSON object a line, for measuring the gate.
import { readJsonLines, shownValue } from './json-lines.js';

export interface Labelled {
  title: string;
  /** '' where the file says none. */
  lang: string;
  strategic: boolean;
}

/** A line as a title, or as the sentence about it. Throws DeskError when the file cannot be read. */
export function readLabelled(file: string): AsyncGenerator<Labelled | string> {
  return readJsonLines(file, '{"title":"...","lang":"en","strategic":true}', ({ title, lang = '', strategic }) => {
    if (typeof title !== 'string') return `"title" is ${shownValue(title)}; it must be a text.`;
    if (typeof lang !== 'string') return `"lang" is ${shownValue(lang)}; it must be a language code such as "en", or left out.`;
    if (typeof strategic !== 'boolean') return `"strategic" is ${shownValue(strategic)}; it must be true or false.`;
    return { title, lang, strategic };
  });
}
