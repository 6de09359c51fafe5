// Who is named as one party with another: "A and B", "between A and B".
import type { Mention } from './actors.js';
import type { Told } from './told.js';

/** "A, B and C" in one row. */
export function allJoined(told: Told, row: readonly Mention[]): boolean {
  return row.every((mention, at) => at === 0 || areJoined(told, row[at - 1] ?? mention, mention));
}

/** Rows of concepts-*.tsv for what one does alone, also where it is a border or ties with another: "关闭与乌干达的边境". */
const oneSided: ReadonlySet<string> = new Set(
  'close|open|reopen|suspend|resume|break off|stop|cancel|freeze|ban|block|cut off|delay|postpone|leave'.split('|'),
);

/** "A and B", "between A and B". */
export function areJoined({ text, lang, marks, hits }: Told, one: Mention, other: Mention): boolean {
  const [first, last] = one.start < other.start ? [one, other] : [other, one];
  const between = text.slice(first.end, last.start);
  if (
    !marks.some(({ row, start, end }) => row === 'both' && start >= first.end && end <= last.start) &&
    !/[和与同及]|(?:^|\s)و/u.test(between)
  )
    return false;
  if (lang === 'zh' && hits.some(({ row, start, end }) => oneSided.has(row) && start >= first.end && end <= last.start)) return false;
  const isPair = /\bbetween\s(?:\S+\s){0,2}$/i.test(text.slice(0, first.start));
  const [, ...rest] = between.trim().split(/\s+/);
  return isPair ? rest.length <= 3 : rest.every((word) => word.length <= 3) && rest.length <= 1;
}
