// Whether a sentence refuses what its titles tell of: "rejected a ban" of a ban that is made.
import { type Scope, scopesOf, within } from './scopes.js';
import type { Told } from './told.js';

/** Rows of concepts-*.tsv for refusing. */
const refusing: ReadonlySet<string> = new Set(['reject', 'refuse', 'deny', 'veto', 'oppose']);
const behindWithin = 3;

/** The first deed of the titles that is refused instead, told as a reason; null where there is none. `acts` are rows for what is done. */
export function rebuffed(own: Told, titles: readonly Told[], acts: ReadonlySet<string>): string | null {
  const turned = ({ marks }: Told): boolean => marks.some(({ row }) => row === 'refuse' || row === 'not');
  if (titles.some(turned) || titles.some(({ rows }) => [...refusing].some((row) => rows.has(row)))) return null;
  for (const scope of scopesOf(own)) {
    const refusal = refusalIn(scope);
    if (!refusal) continue;
    const deed = within(scope, own.hits).find(
      ({ row, from, wider }) =>
        !wider &&
        acts.has(row) &&
        !refusing.has(row) &&
        from >= refusal.to &&
        from <= refusal.to + behindWithin &&
        titles.some(({ rows }) => rows.has(row)),
    );
    if (deed) return `says that ${own.text.slice(deed.start, deed.end)} is refused, which no cited title tells`;
  }
  return null;
}

/** A verb of refusal: "rejected", "refuses". */
function refusalIn(scope: Scope): Told['marks'][number] | undefined {
  return within(scope, scope.told.marks).find(
    ({ row, from }) => row === 'refuse' && /^(?:reject|refus|declin|turn|vot|thr[eo]w)/.test(scope.told.words[from]?.plain ?? ''),
  );
}
