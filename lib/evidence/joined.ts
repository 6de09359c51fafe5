// Who is named as one party with another: "A and B", "between A and B".
import type { Act } from '../reading/reading.js';
import type { Mention } from './actors.js';
import { stateOf } from './agree.js';
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

/** "Kenya joins Uganda in condemning it": both do. */
export function joinsIn(own: Told, titles: readonly Told[], { source }: Act, same: readonly Act[]): boolean {
  const of = (id: string | null): Mention | undefined => own.actors.find(({ ids }) => ids.includes(id ?? ''));
  const mine = of(source);
  const isBeside = same.some((other) => {
    const theirs = of(other.source);
    return mine !== undefined && theirs !== undefined && mine !== theirs && areJoined(own, mine, theirs);
  });
  return isBeside && titles.some(({ rows, actors }) => rows.has('join') && actors.some(({ ids }) => ids.includes(source ?? '')));
}

/** States that the name of an actor of the sentence may stand for: "Brussels" is the EU or Belgium. */
export function statesNamedBy({ actors }: Told, id: string): string[] {
  const all = actors.filter(({ ids }) => ids.some((one) => stateOf(one) === stateOf(id))).flatMap(({ ids }) => ids);
  return [id, ...all].map(stateOf);
}
