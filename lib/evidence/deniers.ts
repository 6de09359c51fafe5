// Who denies something in a headline, and so does not say it.
import type { Hit } from './concepts.js';
import { marksIn, scopesOf, within } from './scopes.js';
import type { Told } from './told.js';

const foiling: ReadonlySet<string> = new Set(['foil', 'thwart', 'avoid']);

/** Named before a word of denial, in its clause. */
export function deniersIn(title: Told): string[] {
  return scopesOf(title).flatMap((scope) => {
    // Who foils a plot denies nothing.
    const [denial] = marksIn(scope, 'refuse').filter(
      // "urges them to oppose it" denies nothing either.
      ({ from }) => title.words[from - 1]?.plain !== 'to' && !title.hits.some((hit) => hit.from === from && foiling.has(hit.row)),
    );
    return denial ? within(scope, title.actors).flatMap(({ ids, end }) => (end <= denial.start ? ids : [])) : [];
  });
}

/** Whether some clause of the titles lets this actor say something without denying it. */
export function saysElsewhere(titles: readonly Told[], id: string): boolean {
  return titles.some((title) =>
    scopesOf(title).some(
      (scope) =>
        marksIn(scope, 'says').length > 0 &&
        marksIn(scope, 'refuse').length === 0 &&
        within(scope, title.actors).some(({ ids }) => ids.includes(id)),
    ),
  );
}

/** "..., which Panama rejects": only he denies it. */
export function isDenialOfAnother({ actors, text, lang }: Told, { start }: Hit): boolean {
  const denier = actors.findLast(({ end }) => end <= start);
  return lang === 'en' && denier !== undefined && /,\s(?:which|but|while|though|although)\s(?:the\s)?$/i.test(text.slice(0, denier.start));
}
