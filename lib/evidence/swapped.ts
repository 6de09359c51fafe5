// Whether a sentence gives a number of one title to the deed of another: 87 were abducted and 28 freed, not the other way round.
import type { Hit } from './concepts.js';
import { scopesOf, within } from './scopes.js';
import type { Told } from './told.js';

/** The first number told of a deed that only another title tells, and of another number; null where there is none. */
export function swapped(own: Told, titles: readonly Told[], acts: ReadonlySet<string>): string | null {
  if (titles.length < 2) return null;
  for (const scope of scopesOf(own)) {
    const numbers = within(scope, own.figures);
    const deeds = within(scope, own.hits).filter((hit) => acts.has(hit.row) && isVerb(own, hit));
    const [figure] = numbers;
    if (numbers.length !== 1 || !figure) continue;
    const holders = titles.filter(({ figures }) => figures.some(({ value }) => value === figure.value));
    const others = titles.filter((title) => !holders.includes(title) && title.figures.length > 0);
    if (holders.length === 0 || others.length === 0) continue;
    const deed = deeds.at(-1);
    if (!deed) continue;
    const rows = deeds.filter(({ from }) => from === deed.from).map(({ row }) => row);
    const tells = ({ rows: told, implied }: Told): boolean => rows.some((row) => told.has(row) || implied.has(row));
    if (!holders.some(tells) && others.some(tells))
      return `tells of ${own.text.slice(figure.start, figure.end)} what the cited titles tell of another number`;
  }
  return null;
}

function isVerb({ words }: Told, { from }: Hit): boolean {
  return /(?:ed|en|ing|s)$/.test(words[from]?.plain ?? '');
}
