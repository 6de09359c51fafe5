// Whether a sentence gives a number that is no number to another fate than its titles: "hundreds died" of hundreds that are homeless.
import { type Scope, scopesOf, within } from './scopes.js';
import type { Told } from './told.js';

/** Rows of concepts-*.tsv for such numbers. */
const vague: ReadonlySet<string> = new Set(['dozens', 'hundreds', 'thousands', 'millions', 'scores']);
/** Rows for what happens to people, those of one fate together. */
const fates: readonly ReadonlySet<string>[] = [
  new Set(['kill', 'death', 'die', 'body', 'victim']),
  new Set(['wound', 'injured']),
  new Set(['missing', 'miss', 'disappear']),
  new Set(['arrest', 'detention', 'jail']),
  new Set(['homeless', 'displaced', 'displace', 'flee', 'evacuate']),
  new Set(['rescue', 'survive', 'survivor']),
  new Set(['protest', 'march', 'demonstrator']),
];

function fatesIn(scope: Scope): Set<number> {
  const rows = new Set(within(scope, scope.told.hits).flatMap(({ row, wider }) => (wider ? [] : [row])));
  return new Set(fates.flatMap((fate, at) => ([...fate].some((row) => rows.has(row)) ? [at] : [])));
}

/** The first such number, told as a reason; null where there is none. */
export function otherFate(own: Told, titles: readonly Told[]): string | null {
  const told = titles.flatMap(scopesOf);
  for (const scope of scopesOf(own)) {
    const count = within(scope, own.hits).find(({ row }) => vague.has(row));
    const mine = fatesIn(scope);
    if (!count || mine.size === 0) continue;
    const theirs = told
      .filter((other) => within(other, other.told.hits).some(({ row }) => row === count.row))
      .map(fatesIn)
      .filter(({ size }) => size > 0);
    if (theirs.length > 0 && theirs.every((fate) => ![...mine].some((one) => fate.has(one))))
      return `tells of ${own.text.slice(count.start, count.end)} another fate than the cited titles`;
  }
  return null;
}
