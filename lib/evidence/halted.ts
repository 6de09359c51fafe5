// Whether clauses tell of a stop, of a decision against something, or of the deed itself.
import type { Hit } from './concepts.js';
import { marksIn, type Scope, within } from './scopes.js';

/** "voted against": the deed is not to be. */
export function negates(scope: Scope): boolean {
  return /\b(?:vot|decid|rul)\p{Ll}*\s+against\b/iu.test(scopeText(scope));
}

/** What is stopped, right behind the word for it: "halts deportation", "stoppt Auslieferung". Null where the title tells of nothing of the kind. */
export function haltedIn({ told, ...span }: Scope): Hit | null {
  if (told.lang === 'zh' || told.lang === 'ar') return null;
  const stops = [
    ...within(span, told.marks).filter(({ row, from }) => row === 'hinder' && told.words[from]?.plain !== 'gegen'),
    ...within(span, told.hits).filter(({ row }) => row === 'delay' || row === 'cancel'),
  ];
  for (const mark of stops) {
    const behind = within(span, told.hits).find((hit) => hit.from === mark.to || (told.lang !== 'en' && hit.from === mark.to + 1));
    if (behind) return behind;
  }
  return null;
}

/** Whether a clause tells of a stop, or that something is put off. */
export function isStopped(scope: Scope): boolean {
  if (marksIn(scope, 'not', 'refuse', 'hinder', 'undo', 'frees', 'yet').length > 0) return true;
  return within(scope, scope.told.hits).some(({ row }) => row === 'delay' || row === 'cancel' || row === 'suspend');
}

/** Whether a clause tells of the deed by a verb. */
export function says(scope: Scope, { row }: Hit): boolean {
  const { told } = scope;
  return within(scope, told.hits).some((hit) => {
    const word = told.words[hit.from]?.plain ?? '';
    return (
      hit.row === row &&
      (/ed$/.test(word) ||
        /^(?:has|have|had)$/.test(told.words[hit.from - 1]?.plain ?? '') ||
        (/s$/.test(word) && told.actors.some(({ to }) => to === hit.from)))
    );
  });
}

/** What stands in a clause. */
export function scopeText({ told, start, end }: Scope): string {
  return told.text.slice(start, end);
}
