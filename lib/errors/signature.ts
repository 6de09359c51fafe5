// What equal errors have in common: names, codes and wording. Numbers, ids, addresses, paths and quoted text differ from item to item and
// go, and so do secrets.

import { chainOf, errorFactsOf } from './error-facts.js';
import { redact } from './redact.js';

const longest = 160;
/** More of a message is not looked at. */
const longestRead = 2000;

/** At most 160 characters on one line: `AnswerRefused: the answer to <text> does not have its shape`. Never empty. */
export function errorSignatureOf(error: unknown): string {
  const chain = chainOf(error);
  const named = chain.find(({ name }) => name !== 'Error') ?? chain[0];
  const { code, status } = errorFactsOf(error);
  const kind = [named?.name || 'Error', code, status ?? ''].filter((part) => part !== '').join(' ');
  const wording = messageWording(chain[0]?.message ?? String(error));
  const inner = chain[1] && wording.length < longest / 2 ? messageWording(chain[1].message) : '';
  const words = [wording, wording.includes(inner) ? '' : inner, placeOf(chain)].filter((part) => part !== '').join(' / ');
  return cut(words === '' ? kind : `${kind}: ${words}`);
}

/** The words of a message that stay the same from item to item. */
export function messageWording(message: string): string {
  return redact(message.slice(0, longestRead))
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|`[^`]*`|(?<!\w)'[^']*'(?!\w)|(?<!\p{L})‘[^’]*’(?!\p{L})/gu, '<text>')
    .replace(/\b[a-z][a-z0-9+.-]*:\/\/(?:[^\s<>]|<secret>)+/gi, '<address>')
    .replace(/(?<![\w<])(?:\.{0,2}|~|[A-Z]:)[/\\][\w.@+-]+(?:[/\\][\w.@+-]*)*(?::\d+)*/g, '<path>')
    .replace(/\S+@[\w-]+\.[\w.-]+/g, '<address>')
    .replace(/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?(?:\/\S*)?|\[?(?:[0-9a-f]{0,4}:){3,}[0-9a-f.]*\]?(?::\d+)?/gi, '<address>')
    .replace(/\b[\w-]+(?:\.[\w-]+)*:\d{2,5}\b/g, '<address>')
    .replace(/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b|<secret>/gi, '<id>')
    .replace(/\b(?=[\w-]*\d)(?:[0-9a-f]{8,}|[\w-]{16,})\b/gi, '<id>')
    .replace(/[-+]?\d+(?:[.,:]\d+)*/g, '#')
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .trim();
}

/** Of a mistake in the code, the function it was made in: its message alone hides too much behind quotes. */
function placeOf(chain: readonly Error[]): string {
  const [error] = chain;
  if (!error || error.cause !== undefined) return '';
  if (!(error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError)) return '';
  const [frame] = error.stack?.match(/^\s+at (?!new Promise|process|Module|node:)[^\n]+/m) ?? [];
  const name = frame?.match(/at (?:async |new )*([\w.$]+) \(/)?.[1];
  return name ? `in ${name}` : '';
}

function cut(text: string): string {
  return text.length <= longest
    ? text
    : `${text
        .slice(0, longest - 1)
        .toWellFormed()
        .trimEnd()}…`;
}
