// HTML as templates: the library escapes what is put in, and before that it is cleaned here, so that no page can forget to.
import { html as escaping } from 'hono/html';
import { clean } from '../desk/clean.js';

export { raw } from 'hono/html';

/** Text that was cleaned and escaped. */
export type Html = ReturnType<typeof escaping>;

/** A template whose texts lose what is not seen: control characters, escapes, marks of direction. Other templates in it stay as they are. */
export function html(marks: TemplateStringsArray, ...values: unknown[]): Html {
  return escaping(marks, ...values.map(inert));
}

function inert(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inert);
  if (typeof value !== 'string') return value;
  const text = clean(value);
  if (text === value) return text;
  // Blanks at the ends part words from what stands beside them.
  return `${/^\s/u.test(value) ? ' ' : ''}${text}${/\S\s+$/u.test(value) ? ' ' : ''}`;
}
