// What the words beside acts make of them, one look after another, once the clauses are read.
import { withJudgeLast, withoutUnbacked, withQuelling, withReproach } from './answered.js';
import { withOwnRule } from './at-home.js';
import { shipsSail, withLaw, withMediation, withPressure, withRequest } from './beside.js';
import { betweenTwo } from './between-two.js';
import { withCharges } from './charges.js';
import { withoutCondemned } from './condemned.js';
import type { Deeds } from './deeds.js';
import { withDenier, withOwnDenial } from './denials.js';
import { withoutFoiled, withoutHalted } from './foiled.js';
import { withFreed } from './freed.js';
import { withoutGuests } from './guests.js';
import { directOrder, directRefusal } from './imperatives.js';
import { withIncursion } from './incursions.js';
import { withPact } from './paired.js';
import type { Policy } from './policy.js';
import { withChamberAbroad, withHackers, withNeighbour, withRecall } from './reached.js';
import type { Act } from './reading.js';
import { withoutRebels } from './rebels.js';
import { withItsNo } from './refusals.js';
import { withoutRehearsed } from './rehearsed.js';
import { withoutRescues } from './rescues.js';
import { withoutScenes } from './scenes.js';
import { withoutSentenced } from './sentenced.js';
import { withoutWithheld } from './withheld.js';
import type { Word } from './words.js';

/** The acts of a headline as they are told; empty for none. */
export function finished(acts: readonly Act[], words: readonly Word[], policy: Policy, deeds: Deeds): Act[] {
  const order = directOrder(words, policy);
  if (order) return [order];
  const incursion = withIncursion(acts, words);
  if (incursion !== acts) return [...incursion];
  if (acts.length === 0) {
    const refusal = directRefusal(words, policy);
    if (refusal) return [refusal];
    const denial = withOwnDenial(acts, words, policy, deeds);
    if (denial.length > 0) return [...denial];
    const pact = withPact(acts, words, policy);
    return [...(pact.length > 0 ? withMediation(pact, words) : withReached(withOwnRule(betweenTwo(words, policy), words), words))];
  }
  let told: readonly Act[] = withoutCondemned(withoutRescues(withoutWithheld(acts, words), words), words, policy);
  told = withoutGuests(withCharges(told, words, policy, deeds), words);
  told = withOwnDenial(withDenier(told, words), words, policy, deeds);
  told = withoutRehearsed(withoutScenes(told, words, policy.spaced), words);
  told = withoutHalted(withoutFoiled(told, words), words);
  told = withoutRebels(withoutSentenced(told, words), words);
  told = withLaw(
    withOwnRule(withQuelling(withoutUnbacked(withReproach(withJudgeLast(told, words, policy), words), words), words), words),
    words,
  );
  told = withRequest(withPressure(shipsSail(told, words), words), words);
  return withMediation(withPact(withReached(told, words), words, policy), words).map((act) => withItsNo(act, words));
}

/** Whom acts reach and who does them, by a few words beside them. */
function withReached(acts: readonly Act[], words: readonly Word[]): readonly Act[] {
  return withChamberAbroad(withRecall(withHackers(withNeighbour(withFreed(acts, words), words), words), words), words);
}
