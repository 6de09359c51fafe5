// What two do to each other at once, told from either side: who buys of another is sold to by him, and who gets from another is given by him.
import { type Scope, within } from './scopes.js';

/** Rows of concepts-*.tsv for the one side and the other. */
const sides: readonly (readonly [ReadonlySet<string>, ReadonlySet<string>])[] = (
  [
    ['buy|import|order', 'sell|export'],
    ['retake|seize|capture', 'lose'],
    ['win', 'lose'],
    ['aid|facilitate', 'thank'],
  ] as const
).map(([one, other]) => [new Set(one.split('|')), new Set(other.split('|'))]);

/** "no longer gets gas from Kenya", "borrows two billion from Kenya". */
const gets =
  /\b(?:gets?|got|getting|obtain(?:s|ed|ing)?|borrow(?:s|ed|ing)?|to borrow)\s(?:(?:its|their|his|any|more|no)\s)?(?:[\p{L}\d'’.-]+\s){1,6}from\b/iu;
const giving: ReadonlySet<string> = new Set([
  ...['export', 'supply', 'send', 'deliver', 'give', 'donate', 'grant', 'hand over', 'transfer', 'lend', 'loan', 'extradite'],
]);
const taking: ReadonlySet<string> = new Set(['receive', 'get', 'import', 'buy', 'take delivery']);

/** The clause tells it from the one side and the title from the other, and neither from both: then who stands first there stands last here. */
export function isConverse(scope: Scope, title: Scope): boolean {
  const tells = ({ told, ...span }: Scope, rows: ReadonlySet<string>): boolean =>
    within(span, told.hits).some(({ row, wider, narrower }) => !wider && !narrower && rows.has(row));
  if (gets.test(scope.told.text.slice(scope.start, scope.end)))
    return tells(title, giving) && !tells(title, taking) && !title.told.marks.some(({ row }) => row === 'borrows');
  return sides.some(([one, other]) => {
    const [mine, others] = [
      [tells(scope, one), tells(scope, other)],
      [tells(title, one), tells(title, other)],
    ];
    // "thanks for help" tells of both.
    if (other.has('thank')) return mine[0] && !mine[1] && others[1] === true;
    return mine[0] !== mine[1] && others[0] !== others[1] && mine[0] === others[1];
  });
}
