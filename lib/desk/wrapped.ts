// Text in lines that a terminal shows whole, broken between words and not where its last column happens to be.
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** Lines of at most `width` columns, broken at blanks, and within a word only where it is longer than a line (Chinese, addresses). */
export function wrap(text: string, width: number): string[] {
  return width === Number.POSITIVE_INFINITY ? [text] : wrapAnsi(text, width, { hard: true }).split('\n');
}

/** Each line of a text that is too long for `columns` as several, all as far from the edge as its beginning; what has no blanks, such as an address, stays whole. */
export function fitted(text: string, columns: number): string {
  return text
    .split('\n')
    .map((line) => (line.length <= columns || stringWidth(line) <= columns ? line : broken(line, columns)))
    .join('\n');
}

function broken(line: string, columns: number): string {
  const indent = /^ */.exec(line)?.[0] ?? '';
  return wrapAnsi(line.slice(indent.length), Math.max(20, columns - indent.length))
    .split('\n')
    .map((part) => indent + part)
    .join('\n');
}
