// What no likeness outweighs: two sides that tell the same deed of other parties, or an attack at another place, are not one happening.
import { type Action, forceful, mutual } from '../reading/actions.js';

/** What one side tells: acts as "source action target", places; of a cluster those that a third of its headlines hold. */
export interface Told {
  acts: readonly string[];
  places: readonly string[];
}

/** Acts that several do or say of one happening: other parties are no contradiction. */
const speech: ReadonlySet<string> = new Set<Action>([
  ...(['accuse', 'condemn', 'reject', 'demand', 'deny', 'announce_or_state', 'threaten', 'other'] as const),
  ...(['support_or_recognise', 'mediate', 'protest', 'coerce'] as const),
]);

/** True where no act is common to both, and some deed is told of other parties or an attack of other places. */
export function contradict(one: Told, other: Told): boolean {
  if (one.acts.some((act) => other.acts.includes(act))) return false;
  const elsewhere = one.places.length > 0 && other.places.length > 0 && !one.places.some((place) => other.places.includes(place));
  return one.acts.some((act) =>
    other.acts.some((another) => {
      const [[source, action = '', target], [source2, action2, target2]] = [act.split(' '), another.split(' ')];
      if (action !== action2 || speech.has(action)) return false;
      if (elsewhere && forceful.has(action as Action)) return true;
      if (mutual.has(action as Action) && source === target2 && target === source2) return false;
      return differ(source, source2) || differ(target, target2);
    }),
  );
}

function differ(party: string | undefined, another: string | undefined): boolean {
  return party !== 'null' && another !== 'null' && party !== another;
}
