// Whether a sentence lets somebody do what its titles tell that he condemns or mourns: "Kenya and Uganda attacked the embassy" of an attack that
// both condemn.
import { forceful } from '../reading/actions.js';
import { stateOf } from './agree.js';
import { scopesOf, within } from './scopes.js';
import type { Told } from './told.js';
import { isWhere } from './where.js';

/** Rows of concepts-*.tsv for the deed. */
const deeds: ReadonlySet<string> = new Set(['attack', 'bomb', 'shell', 'airstrike', 'raid', 'invade']);

/** The first who does what he condemns, told as a reason; null where there is none. */
export function doesWhatHeCondemns(own: Told, titles: readonly Told[]): string | null {
  if (
    own.hits.some(({ row }) => row === 'condemn' || row === 'mourn') ||
    own.marks.some(({ row }) => ['says', 'speaks', 'by', 'not', 'yet', 'hedge'].includes(row))
  )
    return null;
  const [scope] = scopesOf(own);
  const subject = scope && within(scope, own.actors).find((mention) => mention.plain && !isWhere(own, mention));
  const deed = scope && subject && within(scope, own.hits).find(({ row, start }) => deeds.has(row) && start >= subject.end);
  if (!subject || !deed || own.text.slice(0, subject.start).trim().length > 4) return null;
  const isJudge = ({ acts, actors }: Told): boolean => {
    const [first] = actors;
    if (!first?.ids.some((id) => subject.ids.includes(id)) || !acts.some(({ action }) => action === 'condemn')) return false;
    return !acts.some(
      ({ action, source }) => forceful.has(action) && source !== null && subject.ids.some((id) => stateOf(id) === stateOf(source)),
    );
  };
  return titles.length > 0 && titles.every(isJudge) ? `lets ${subject.text} do what it condemns in the cited titles` : null;
}
