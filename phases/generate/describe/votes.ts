// The family's theater, event type and key actors, by vote of what P2 read in its members.
import type { EventType, Theater } from '../../../lib/config/lists.js';
import { withoutBorrowed } from '../../../lib/family/borrowed-names.js';
import type { NewsTitle } from '../../../lib/matching/features.js';
import type { Action } from '../../../lib/reading/actions.js';
import { otherType } from '../../../lib/reading/setting/event-type.js';

/**
 * The actors that members name, those that most name first; a name used for something else names nobody, and an office of no known state
 * ("@government": a government, deputies, an opposition) is one only where it does something or has it done to it.
 */
export function actorsOf(members: readonly Pick<NewsTitle, 'text' | 'actors' | 'acts'>[]): string[] {
  const parties = new Set(members.flatMap(({ acts }) => acts.flatMap(({ source, target }) => [source, target])));
  const named = members.map(({ text, actors }) => withoutBorrowed(text, actors));
  return mostMentioned(named).filter((id) => !id.startsWith('@') || parties.has(id));
}

/** Ids most mentioned first, ties in alphabetical order; each title counts an id once. */
export function mostMentioned(lists: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>();
  for (const list of lists) for (const id of new Set(list)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort(([a, inA], [b, inB]) => inB - inA || (a < b ? -1 : 1)).map(([id]) => id);
}

/** A title that belongs nowhere in particular says less of where a family belongs than one that names a place of its own. */
const worthOfNowhere = 0.5;

/**
 * The theater most members were read to be of. Ties go to the one of fewer actors, which says more, else to the one listed first; the catch-all
 * where no member has been read.
 */
export function theaterByVotes(members: readonly NewsTitle[], theaters: Readonly<Record<string, Theater>>): string {
  const nowhere = catchAll(theaters);
  const size = (id: string): number => theaters[id]?.actors.length || Number.POSITIVE_INFINITY;
  return (
    winner(
      Object.keys(theaters).sort((a, b) => (size(a) === size(b) ? 0 : size(a) - size(b))),
      members.map(({ theater }) => theater),
      (id) => (id === nowhere ? worthOfNowhere : 1),
    ) ?? nowhere
  );
}

/** The theater that nothing speaks for, so that it takes what is left. */
function catchAll(theaters: Readonly<Record<string, Theater>>): string {
  const empty = Object.entries(theaters).find(
    ([, { actors, mechanisms = [], words = [] }]) => [...actors, ...mechanisms, ...words].length === 0,
  );
  if (empty === undefined)
    throw new Error('Every theater names actors, mechanisms or words; add one that names none, for what belongs nowhere.');
  return empty[0];
}

/** What an act is about, where no headline was read to be of a type. */
const typeOfAct: Partial<Record<Action, string>> = {
  attack: 'Strategy/Tactics',
  seize_or_occupy: 'Strategy/Tactics',
  mobilise_or_drill: 'Strategy/Tactics',
  sanction: 'Sanctions/Economy',
  restrict: 'Sanctions/Economy',
  trade_deal: 'Sanctions/Economy',
  arrest_or_try: 'Legal/ICC',
  appoint_or_elect: 'Domestic Politics',
  legislate_or_rule: 'Domestic Politics',
  protest: 'Domestic Politics',
  supply_arms: 'Procurement/Force-gen',
  cyber: 'Tech/Cyber/OSINT',
  negotiate: 'Diplomacy/Negotiations',
  mediate: 'Diplomacy/Negotiations',
  agree_or_sign: 'Diplomacy/Negotiations',
  visit_or_meet: 'Diplomacy/Negotiations',
  expel: 'Diplomacy/Negotiations',
  condemn: 'Diplomacy/Negotiations',
};

/**
 * The event type most members were read to be of; ties go to that of the member which stands for the family, else to the one listed first. Where none was, what their acts are about, and `Other`
 * where nothing says so: members of which no type was read have no vote.
 */
export function eventTypeByVotes(
  members: readonly NewsTitle[],
  eventTypes: Readonly<Record<string, EventType>>,
  first?: NewsTitle,
): string {
  const known = Object.keys(eventTypes).filter((type) => type !== otherType);
  return (
    winner(
      known,
      members.map(({ eventType }) => eventType),
      undefined,
      first?.eventType,
    ) ??
    winner(
      known,
      members.flatMap(({ acts }) => acts.map(({ action }) => typeOfAct[action] ?? null)),
    ) ??
    otherType
  );
}

/** Of the allowed ids the one most votes are for; undefined where none is. */
function winner(
  allowed: readonly string[],
  votes: readonly (string | null)[],
  worth: (id: string) => number = () => 1,
  preferred: string | null = null,
): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const id of allowed) {
    const points = votes.filter((vote) => vote === id).length * worth(id);
    if (points > most || (points === most && points > 0 && id === preferred)) [best, most] = [id, points];
  }
  return best;
}
