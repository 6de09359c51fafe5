// Who feels a thing and who makes him feel it stand in either order: "Iraq is worried about Turkey", "Turkey worries Iraq". So do who buys and
// of whom: "buys of the United States" and "is supplied by".
import { marksIn, type Scope, within } from './scopes.js';

/** Rows of concepts-*.tsv for what somebody feels. */
const feelings: ReadonlySet<string> = new Set(['concern', 'fear', 'unease', 'unsettle', 'anger', 'shock', 'surprise', 'disappoint']);
const buying: ReadonlySet<string> = new Set(['buy', 'import']);

function tells({ told, ...span }: Scope, rows: ReadonlySet<string>): boolean {
  return within(span, told.hits).some(({ row, wider }) => !wider && rows.has(row));
}

/** Both clauses tell of a feeling, the title by what causes it. */
export function isFelt(scope: Scope, title: Scope): boolean {
  return tells(scope, feelings) && tells(title, feelings) && marksIn(title, 'worries').length > 0;
}

/** Both clauses tell of a purchase: then who buys is named before of whom. */
export function isBought(scope: Scope, title: Scope): boolean {
  return tells(scope, buying) && tells(title, buying);
}
