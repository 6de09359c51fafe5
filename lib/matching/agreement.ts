// Whether two sides that share no language agree on enough to be one happening. Between languages words say nothing, and two frequent actors,
// or one actor and a topic, come together in happenings that have nothing to do with each other.
import type { Cluster } from './cluster.js';
import type { Frequencies } from './frequencies.js';
import type { Headline } from './headline.js';
import { type Counted, counted, nothing } from './tallies.js';

/** What a side tells, each with the number of its headlines. */
interface Side {
  size: number;
  gate: Counted;
  acts: Counted;
}

const enough = 2;
const mostActors = 2;

/**
 * True where both tell at least two of these: somebody or two (else two frequent actors together, else a name), a place, a thing, what
 * happened (there), and who did what to whom. A third of each side tells it, and not more than a tenth of all others do. Thing and topic alone are
 * not enough: a vote in one parliament is none in another.
 */
export function agree(one: Side, other: Side, frequencies: Frequencies): boolean {
  const found = { actors: 0, pair: 0, name: 0, place: 0, thing: 0, topic: 0 };
  const [few, many] = one.gate.size < other.gate.size ? [one, other] : [other, one];
  for (const [term, times] of few.gate) {
    const there = many.gate.get(term) ?? 0;
    if (times * 3 < few.size || there * 3 < many.size || frequencies.isFrequent(term, times + there)) continue;
    const kind = term[0];
    if (kind === 'a' && term[1] !== '@') found.actors += 1;
    else if (kind === 'p') found.pair = 1;
    else if (kind === 'n' && frequencies.isOfTwoLanguages(term)) found.name = 1;
    else if (kind === 'l') found.place = 1;
    else if (kind === 'c') found.thing = 1;
    else if (kind === 'm' || term.startsWith('yl')) found.topic = 1;
  }
  const who = Math.max(Math.min(mostActors, found.actors), found.pair, found.name);
  const particular = who + found.place + (tellOneAct(one, other) ? 1 : 0);
  return particular > 0 && particular + found.thing + found.topic >= enough;
}

/** Whether a headline agrees with a cluster of other languages so, or is of one of its languages, where words tell more. */
export function agreeOrShareLanguage({ lang, gate, acts }: Headline, cluster: Cluster, frequencies: Frequencies): boolean {
  return cluster.langs.has(lang) || agree({ size: 1, gate: counted(nothing, gate), acts: counted(nothing, acts) }, cluster, frequencies);
}

function tellOneAct(one: Side, other: Side): boolean {
  for (const [act, times] of one.acts) if (times * 3 >= one.size && (other.acts.get(act) ?? 0) * 3 >= other.size) return true;
  return false;
}
