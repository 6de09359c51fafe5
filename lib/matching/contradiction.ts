// What no likeness outweighs: two sides that tell the same deed of other parties, or an attack at another place, are not one happening.
import { remembered } from '../bounded-memo.js';
import { type Action, forceful, mutual } from '../reading/actions.js';
import { homes } from '../reading/homes.js';
import { areOtherInSeries, isNight } from './series.js';

/** What one side tells: acts as "source action target", places, terms of the gate; of a cluster those that a third of its headlines hold, but all `serials`. */
export interface Side {
  acts: readonly string[];
  places: readonly string[];
  gate: readonly string[];
  serials: readonly string[];
}

/** Happenings that are where they are: mechanisms of the gate. */
const located = 'strike attack ground-incursion terrorism sabotage disaster'.split(' ').map((mechanism) => `m${mechanism}`);

/** What a war brings every day: of two that lie so far apart, with nothing told between them, the later is another. */
const daily = 'strike attack ground-incursion sabotage'.split(' ').map((mechanism) => `m${mechanism}`);
const longestSilenceMs = 36 * 3_600_000;
/** Of an attack of a night what is told a day later, in the same silence, is that of the next. */
const longestAfterNightMs = 24 * 3_600_000;

/** Kinds of disaster, as things of the lexicon: where each side tells of some, and of no kind that the other tells of, two have struck. */
const disasters = new Set(
  'earthquake flood landslide storm wildfire eruption crash famine epidemic'.split(' ').map((thing) => `c${thing}`),
);

/** Acts that several do or say of one happening: other parties are no contradiction. */
const speech: ReadonlySet<string> = new Set<Action>([
  ...(['accuse', 'condemn', 'reject', 'demand', 'deny', 'announce_or_state', 'threaten', 'other'] as const),
  ...(['support_or_recognise', 'mediate', 'protest', 'coerce'] as const),
]);

/**
 * True where an attack or a disaster is told of other places, attacks after a long silence, disasters of other kinds, or, with no act common to
 * both, some deed of other parties or sanctions of others. `silenceMs` lies between the two; 0 where they overlap or have no time.
 */
export function contradict(one: Side, other: Side, silenceMs: number): boolean {
  const both = (terms: readonly string[]): boolean => [one, other].every(({ gate }) => terms.some((term) => gate.includes(term)));
  const isOfNight = [one, other].some(({ serials }) => serials.some(isNight));
  if (silenceMs > (isOfNight ? longestAfterNightMs : longestSilenceMs) && both(daily)) return true;
  const elsewhere = one.places.length > 0 && other.places.length > 0 && !one.places.some((place) => other.places.includes(place));
  if (elsewhere && both(located)) return true;
  if (tellOtherDisasters(one, other) || areOtherInSeries(one.serials, other.serials)) return true;
  if (one.acts.some((act) => other.acts.includes(act))) return false;
  if (sanctionOthers(one, other)) return true;
  return one.acts.some((act) =>
    other.acts.some((another) => {
      const [[source, action = '', target], [source2, action2, target2]] = [partsOf(act), partsOf(another)];
      if (action !== action2 || speech.has(action)) return false;
      if (elsewhere && forceful.has(action as Action)) return true;
      if (mutual.has(action as Action) && source === target2 && target === source2) return false;
      return differ(source, source2) || differ(target, target2);
    }),
  );
}

function tellOtherDisasters({ gate: one }: Side, { gate: other }: Side): boolean {
  let tells = false;
  for (const term of one) {
    if (!isDisaster(term)) continue;
    if (other.includes(term)) return false;
    tells = true;
  }
  return tells && other.some(isDisaster);
}

function isDisaster(term: string): boolean {
  return term.startsWith('c') && disasters.has(term);
}

/** Both tell of sanctions and each names an actor whom the other does not: what reads no act may still name its parties. */
function sanctionOthers(one: Side, other: Side): boolean {
  const namesAnother = (side: Side, than: Side): boolean => side.gate.some((term) => /^a[^@]/.test(term) && !than.gate.includes(term));
  const both = one.gate.includes('msanctions') && other.gate.includes('msanctions');
  return both && namesAnother(one, other) && namesAnother(other, one);
}

/** So many acts are remembered; then all are forgotten. */
const mostKnown = 50_000;

/** Source, action and target: each act is asked for again with each pair of clusters. */
const partsOf = remembered(mostKnown, (act): readonly string[] => act.split(' '));

/** A movement and the state where it is at home are no two parties: outlets name the one by the other. */
function differ(party = '', another = ''): boolean {
  if (party === 'null' || another === 'null' || party === another) return false;
  return !homes[party]?.includes(another) && !homes[another]?.includes(party);
}
