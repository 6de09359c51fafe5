// A headline without what is no part of it, letter by letter where it was: labels in front, a full stop at its end, spaces that do not break.
import { join } from 'node:path';
import { rowsOf } from './table.js';

/** The labels of a language, and those that outlets of all use, as a pattern for the beginning of a headline; null where it has none of its own. Throws a sentence for a wrong table. */
export function labelsIn(folder: string, lang: string): RegExp | null {
  const rows = rowsOf(join(folder, 'labels.tsv'), ['lang', 'words']);
  if (!rows.some((one) => one.lang === lang)) return null;
  const words = rows
    .filter((one) => one.lang === lang || one.lang === '*')
    .flatMap((one) => one.words.split('|'))
    .map((word) => word.replaceAll(' ', '\\s'))
    .join('|');
  return new RegExp(
    `^\\s*(?:[[(【]\\s*(?:${words})\\s*[\\])】]\\s*[:：|]?|(?:${words})\\s*(?:[:：|]|\\.\\.\\.?|…|\\s[-–—])(?=\\s|[^\\x00-\\x7f]))`,
    'iu',
  );
}

const unbroken = /(?<!\d)[\u00a0\u202f]|[\u00a0\u202f](?!\d)/g;

/** The title as it is read, as long as it was, so that places in it hold; the same string where nothing is wanting. */
export function readableTitle(title: string, labels: RegExp | null): string {
  let plain = title.includes('\u00a0') || title.includes('\u202f') ? title.replace(unbroken, ' ') : title;
  const label = labels?.exec(plain)?.[0];
  if (label !== undefined) plain = ' '.repeat(label.length) + plain.slice(label.length);
  const last = plain.at(-1);
  const ends = last === '。' || last === '…' || (last === '.' && !/\.\p{L}\.$/u.test(plain));
  return ends ? `${plain.slice(0, -1)} ` : plain;
}
