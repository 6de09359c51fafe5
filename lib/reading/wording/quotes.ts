// Finds what stands in quotation marks, in the marks of every language; an apostrophe inside a word opens and closes nothing.
import type { Token } from '../text/tokens.js';

/** The tokens inside the marks: from the first to before `to`. */
export interface QuoteSpan {
  from: number;
  to: number;
}

const closers: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '“': '”“"',
    '„': '“”"',
    '«': '»',
    '»': '«',
    '‹': '›',
    '‘': "'",
    "'": "'",
    '"': '"',
    '「': '」',
    '『': '』',
    '‚': '‘',
  }),
);

/** The quoted spans of a title, in order; none where marks do not pair. */
export function quotesOf(tokens: readonly Token[]): QuoteSpan[] {
  const spans: QuoteSpan[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    const close = token?.sort === 'sign' ? closers.get(token.text) : undefined;
    if (token === undefined || close === undefined) continue;
    const next = tokens[at + 1];
    const before = tokens[at - 1];
    if (token.text === "'" && ((token.glued && before?.sort === 'word') || !next?.glued)) continue;
    const end = closing(tokens, at + 1, close);
    if (end <= at + 1) continue;
    spans.push({ from: at + 1, to: end });
    at = end;
  }
  return spans;
}

function closing(tokens: readonly Token[], from: number, close: string): number {
  for (let at = from; at < Math.min(tokens.length, from + 60); at++) {
    const token = tokens[at];
    if (token?.sort !== 'sign' || !close.includes(token.text)) continue;
    if (token.text !== "'") return at;
    const next = tokens[at + 1];
    if (token.glued && !(next?.glued && next.sort === 'word')) return at;
  }
  return -1;
}

/** Whether a place, in UTF-16 units of the title, stands in one of the spans. */
export function isWithin(spans: readonly QuoteSpan[], index: number): boolean {
  for (const { from, to } of spans) if (index >= from && index < to) return true;
  return false;
}
