// Whether a sentence tells as a threat or a thought what its titles tell as done: "threatens to close the border" of a border that is closed.
import { marksIn, renderedBy, type Scope, scopesOf, within } from './scopes.js';
import type { Told } from './told.js';
import { isYet } from './yet.js';

/** Who does it already neither threatens nor weighs it. A plan stays out: headlines tell in the present what is to come. */
const meaning =
  /\b(?:threaten(?:s|ed|ing)? (?:to|with)|(?:plans?|intends?|hopes?|aims?) to|(?:promise|vow|pledge)(?:s|d)? to|(?:vow|threaten)ed to|(?:is|are|was|were|has been|have been) (?:considering|weighing|mulling|contemplating|thinking (?:of|about))|considers|weighs|mulls|contemplates|toys with|hints at)\b/i;

/** Nor does he ask for it who has got it: "seeks asylum". */
const seeking = /\b(?:seeks|is seeking|sought|applies for|applied for|asks for|has asked for|requests|requested)\b/i;
const got: ReadonlySet<string> = new Set(['grant', 'receive', 'give', 'secure', 'obtain', 'award']);
const sought: ReadonlySet<string> = new Set(['seek', 'ask', 'request', 'demand', 'urge', 'apply', 'search', 'call']);

/** The titles tell as got what the sentence tells as asked for. */
function onlySought(own: Told, titles: readonly Told[]): string | null {
  const found = seeking.exec(own.text)?.[0];
  const isGot = ({ hits, rows }: Told): boolean =>
    hits.some(({ row, wider }) => !wider && got.has(row)) && ![...rows].some((row) => sought.has(row));
  if (!found || titles.length === 0 || !titles.every(isGot) || own.hits.some(({ row, wider }) => !wider && got.has(row))) return null;
  return `says "${found}" of what the cited titles tell as got`;
}

/** Marks of a clause that is no plain deed. */
const turns = ['not', 'refuse', 'says', 'speaks', 'yet', 'hedge'] as const;

/** The first deed told as only meant, told as a reason; null where there is none. `acts` are rows for what is done. */
export function onlyMeant(own: Told, titles: readonly Told[], acts: ReadonlySet<string>): string | null {
  const asked = onlySought(own, titles);
  if (asked) return asked;
  const found = meaning.exec(own.text);
  if (!found || titles.some((title) => title.marks.some(({ row }) => turns.some((turn) => turn === row)))) return null;
  const scopes = titles.flatMap(scopesOf);
  const scope = scopesOf(own).find(({ start, end }) => start <= found.index && found.index < end);
  const meant = scope && within(scope, own.hits).find(({ row, start, wider }) => !wider && start > found.index && acts.has(row));
  if (!scope || !meant) return null;
  const rendered = renderedBy(scope, scopes);
  return rendered.length > 0 && rendered.every((title) => tellsAsDone(title, rowsOf(scope, found.index)))
    ? `says "${found[0]}" of what the cited titles tell as done`
    : null;
}

function rowsOf({ told, ...span }: Scope, behind: number): Set<string> {
  return new Set(within(span, told.hits).flatMap(({ row, start }) => (start > behind ? [row] : [])));
}

/** A word of the clause means what is only meant, and nothing leaves it open. */
function tellsAsDone(title: Scope, rows: ReadonlySet<string>): boolean {
  if (isYet(title) || marksIn(title, 'yet').length > 0 || ['threaten', 'threat', 'consider', 'plan'].some((row) => title.rows.has(row)))
    return false;
  return within(title, title.told.hits).some(({ row }) => rows.has(row));
}
