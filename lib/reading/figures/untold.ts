// Numbers that are no count of what has happened: losses that only may come, and the rest of a number that begins with a name.
import type { Token } from '../text/tokens.js';
import type { Figure } from './figure.js';
import type { FigureTables } from './tables.js';

/** What may befall people; `people` are those of whom nothing more is said. */
const losses: ReadonlySet<string> = new Set(['killed', 'wounded', 'missing', 'displaced', 'arrested', 'hostages', 'people']);
const ends: ReadonlySet<string> = new Set([',', ':', ';', '.', '،', '，', '；', '：', '—', '–', '|', '"']);
/** How far before a loss the word stands that says it may come. */
const mostBefore = 12;

/** Where a number begins, and the token behind all that belongs to it. */
interface Place {
  index: number;
  to: number;
}

/**
 * A figure as the title tells it: null where it may only come ("could kill 5,000") or is the rest of more ("mayor and two other officials
 * arrested"); who is feared dead is counted, and not as dead. `earlier` are the figures before it.
 */
export function asTold(
  tokens: readonly Token[],
  figure: Figure,
  place: Place,
  earlier: readonly Figure[],
  language: FigureTables,
): Figure | null {
  if (mayOnlyCome(tokens, figure, place, language) || isRestOfNamed(tokens, figure, place, earlier, language)) return null;
  return figure.what === 'killed' && isFeared(tokens, place, language) ? { ...figure, what: 'people' } : figure;
}

function mayOnlyCome(tokens: readonly Token[], { what }: Figure, { index }: Place, { marks }: FigureTables): boolean {
  if (!losses.has(what)) return false;
  for (let at = index - 1; at >= Math.max(0, index - mostBefore) && !ends.has(tokens[at]?.text ?? ''); at--) {
    if (marks.possible.at(tokens, at) !== null) return true;
    if (marks.past.at(tokens, at) !== null) return false;
  }
  return false;
}

function isFeared(tokens: readonly Token[], { index, to }: Place, { marks }: FigureTables): boolean {
  for (let at = index + 1; at <= Math.min(to, tokens.length - 1); at++) if (marks.doubted.at(tokens, at) !== null) return true;
  return false;
}

/** After another count of the title a number is one of its own: "three killed and five others wounded". */
function isRestOfNamed(
  tokens: readonly Token[],
  { unit }: Figure,
  { index, to }: Place,
  earlier: readonly Figure[],
  { marks }: FigureTables,
): boolean {
  if ((unit !== 'people' && unit !== 'states') || earlier.some((one) => one.unit === unit)) return false;
  const before = marks.further.before(tokens, index);
  if (marks.joint.before(tokens, index - (before?.length ?? 0)) === null) return false;
  if (before !== null) return true;
  for (let at = index + 1; at <= Math.min(to, tokens.length - 1); at++) if (marks.further.at(tokens, at) !== null) return true;
  return false;
}
