// Whether a sentence lets go on what its titles only tell is stopped: "will buy more gas" of purchases that are suspended.
import type { Hit } from './concepts.js';
import { scopesOf, within } from './scopes.js';
import type { Told } from './told.js';

/** Rows of concepts-*.tsv for a stop, and for less of it. */
const stops: ReadonlySet<string> = new Set([
  'suspend',
  'stop',
  'ban',
  'cancel',
  'end',
  'break off',
  'cut off',
  'freeze',
  'call a halt',
  'stop doing',
]);
const lesser: ReadonlySet<string> = new Set([
  ...['restrict', 'reduce', 'block', 'delay', 'postpone', 'reject', 'refuse', 'halve', 'sanction', 'boycott', 'leave', 'close'],
  ...['fall', 'slide', 'strike down', 'overturn', 'put an end to', 'give up', 'abolish'],
]);
/** Marks of a clause that is turned. */
const turns: ReadonlySet<string> = new Set(['not', 'refuse', 'hinder', 'undo']);

/** How many words behind the stop the deed stands at most; of Chinese, characters. */
const [mostBehind, mostSigns] = [3, 7];

/** The first deed that goes on, told as a reason; null where there is none. `acts` are rows for what is done. */
export function goesOn(own: Told, titles: readonly Told[], acts: ReadonlySet<string>): string | null {
  if (own.marks.some(({ row }) => turns.has(row)) || own.hits.some(({ row }) => stops.has(row) || lesser.has(row))) return null;
  for (const scope of scopesOf(own))
    for (const deed of within(scope, own.hits)) {
      if (deed.narrower || deed.wider || !acts.has(deed.row) || !isVerb(own, deed)) continue;
      const told = titles.flatMap((title) => title.hits.filter(({ row }) => row === deed.row).map((hit) => ({ title, hit })));
      if (told.length > 0 && told.every(({ title, hit }) => isStopped(title, hit)))
        return `tells of ${own.text.slice(deed.start, deed.end)}, which the cited titles tell is stopped`;
    }
  return null;
}

/** "will buy", "is buying", "buys more"; also "more aid". */
function isVerb({ words }: Told, { from, to }: Hit): boolean {
  if ([words[from - 1], words[from - 2]].some((word) => word?.plain === 'more') && words[from - 1]?.plain !== 'than') return true;
  const [before, word, next] = [words[from - 1]?.plain ?? '', words[from]?.plain ?? '', words[to]?.plain ?? ''];
  if (word.endsWith('ing')) return /^(?:is|are|was|were|be|been|now|still|keeps?|kept|started|begun|began)$/.test(before);
  return next === 'more' || /^(?:will|would|to|can|may|also|now)$/.test(before);
}

/** Right behind a stop, in its clause, and nothing negates that: "no plan to drop it". */
function isStopped(title: Told, deed: Hit): boolean {
  if (title.marks.some(({ row }) => row === 'not' || row === 'refuse' || row === 'undo')) return false;
  return title.hits.some((stop) => {
    if (!stops.has(stop.row) || stop.start >= deed.start || !isTurning(title, stop)) return false;
    if (title.lang === 'zh' && stop.end - stop.start < 2) return false;
    if (!scopesOf(title).some((scope) => scope.start <= stop.start && deed.start < scope.end)) return false;
    return title.lang === 'zh' ? deed.start - stop.end <= mostSigns : deed.from - stop.to < mostBehind;
  });
}

/** "setzt ... aus", not "setzt auf": its word turns the clause. */
function isTurning({ marks }: Told, stop: Hit): boolean {
  if (stop.row === 'freeze' || stop.row === 'stop doing') return true;
  return marks.some(({ row, start, end }) => row === 'hinder' && start < stop.end && stop.start < end);
}
