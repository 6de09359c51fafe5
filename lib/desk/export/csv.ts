// Rows of CSV (RFC 4180) that a spreadsheet takes for text and never for a formula.
import { outward } from './outward.js';

/** `names` as they are; lists with "; " between, what is nested as JSON. */
export function csvHead(names: readonly string[]): string {
  return `${names.map(quoted).join(',')}\r\n`;
}

/** The fields of these names in their order, empty for what is missing, ended by CR LF. */
export function csvRow(record: object, names: readonly string[]): string {
  const cells = Object.fromEntries(Object.entries(record));
  return `${names.map((name) => cellOf(outward(cells[name], name))).join(',')}\r\n`;
}

function cellOf(value: ReturnType<typeof outward>): string {
  if (value === null) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const isList = Array.isArray(value) && value.every((one) => typeof one !== 'object');
  return quoted(harmless(typeof value === 'string' ? value : isList ? value.join('; ') : JSON.stringify(value)));
}

/** A text that a spreadsheet would reckon stands behind an apostrophe, as OWASP advises, also where its sign is a wide one. */
function harmless(text: string): string {
  return /^[\s"']*[=+\-@\uff1d\uff0b\uff0d\uff20]/u.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n']|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
