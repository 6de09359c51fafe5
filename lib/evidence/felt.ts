// Who feels a thing and who makes him feel it stand in either order: "Iraq is worried about Turkey", "Turkey worries Iraq". So do who buys and
// of whom: "buys of the United States" and "is supplied by".
import { type Scope, within } from './scopes.js';

/** Rows of concepts-*.tsv for what somebody feels. */
const feelings: ReadonlySet<string> = new Set(['concern', 'fear', 'unease', 'unsettle', 'anger', 'shock', 'surprise', 'disappoint']);
const buying: ReadonlySet<string> = new Set(['buy', 'import']);

function tells({ told, ...span }: Scope, rows: ReadonlySet<string>): boolean {
  return within(span, told.hits).some(({ row, wider }) => !wider && rows.has(row));
}

/** What makes somebody feel so stands before him. */
const causing =
  /inqui[eè]t|préoccup|alarm|indign|ulcèr|beunruhig|empör|besorgt|verärger|preocup|enfurec|обеспоко|встревож|тревож|возмут|\bworr|unsettl|anger|irk|shock|unnerv|rattl|激怒|引众怒|引发|يقلق|تقلق|يثير|تثير|اثار|أثار/iu;

/** Both clauses tell of a feeling, the title by what causes it. */
export function isFelt(scope: Scope, title: Scope): boolean {
  return tells(scope, feelings) && tells(title, feelings) && causing.test(title.told.text.slice(title.start, title.end));
}

/** Both clauses tell of a purchase: then who buys is named before of whom. */
export function isBought(scope: Scope, title: Scope): boolean {
  return tells(scope, buying) && tells(title, buying);
}
