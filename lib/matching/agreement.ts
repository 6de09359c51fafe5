// Whether two sides that share no language agree on enough to be one happening. Between languages words say nothing, and two frequent actors,
// or one actor and a topic, come together in happenings that have nothing to do with each other.
import type { Cluster } from './cluster.js';
import type { Frequencies } from './frequencies.js';
import type { Headline } from './headline.js';
import { type Counted, countEach, nothing } from './tallies.js';

/** What a side tells, each with the number of its headlines. */
interface Side {
  size: number;
  gate: Counted;
  acts: Counted;
}

const enough = 2;
/** What more than a tenth of all others tell too counts half. */
const worthOfFrequent = 0.5;

/**
 * True where both tell two of these: somebody (two count twice, but a pair of frequent ones once), a place, a thing, what happened, and who did
 * what to whom; a third of each side tells it. Thing and happening alone are not enough: a vote in one parliament is none in another.
 */
export function sidesAgree(one: Side, other: Side, frequencies: Frequencies): boolean {
  const found = { who: 0, place: 0, thing: 0, happening: 0 };
  let rareActors = 0;
  const [few, many] = one.gate.size < other.gate.size ? [one, other] : [other, one];
  for (const [term, times] of few.gate) {
    const there = many.gate.get(term) ?? 0;
    const kind = kindOf(term, frequencies);
    if (times * 3 < few.size || there * 3 < many.size || kind === undefined) continue;
    const isFrequent = frequencies.isFrequent(term, times + there);
    found[kind] = Math.max(found[kind], isFrequent ? worthOfFrequent : 1);
    if (term[0] === 'a' && !isFrequent) rareActors += 1;
  }
  const who = rareActors > 1 ? 2 : found.who;
  const particular = who + found.place + (tellOneAct(one, other) ? 1 : 0);
  return particular > 0 && particular + found.thing + found.happening >= enough;
}

const kinds = { a: 'who', p: 'who', n: 'who', l: 'place', c: 'thing', m: 'happening' } as const;

/** Undefined for what tells nothing by itself: an office, that somebody said something, and most of what is joined of others. */
function kindOf(term: string, frequencies: Frequencies): 'who' | 'place' | 'thing' | 'happening' | undefined {
  if (term === 'mdiplomatic-statement' || term.startsWith('a@') || (term[0] === 'n' && !frequencies.isOfTwoLanguages(term)))
    return undefined;
  // A place with what happens everywhere is rare where the place is.
  return term.startsWith('yl') ? 'happening' : kinds[term[0] as keyof typeof kinds];
}

/** Whether a headline agrees with a cluster of other languages so, or is of one of its languages, where words tell more. */
export function agreeOrShareLanguage({ lang, gate, acts }: Headline, cluster: Cluster, frequencies: Frequencies): boolean {
  return (
    cluster.langs.has(lang) || sidesAgree({ size: 1, gate: countEach(nothing, gate), acts: countEach(nothing, acts) }, cluster, frequencies)
  );
}

/** Whether an act is a third of all acts that either side tells: half of all headlines tell none. */
function tellOneAct({ acts }: Side, { acts: others }: Side): boolean {
  const [all, allOthers] = [sumOf(acts), sumOf(others)];
  for (const [act, times] of acts) if (times * 3 >= all && (others.get(act) ?? 0) * 3 >= allOthers && others.has(act)) return true;
  return false;
}

function sumOf(counts: Counted): number {
  let sum = 0;
  for (const times of counts.values()) sum += times;
  return sum;
}
