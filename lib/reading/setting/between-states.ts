// What happens between states: no state's home affair, a measure of trade by its act and words, talks about a nuclear programme only with those
// who talk about it.
import type { Act } from '../reading.js';
import type { SettingClues } from './told.js';

/** Theaters of what one state does at home: what it and another state do to each other is not of it. */
const athome: Readonly<Record<string, RegExp>> = { US_DOMESTIC: /^US(?:-|$)/ };
/** Talks are of Iran's nuclear programme where one of these talks with it. */
const nuclearPowers: ReadonlySet<string> = new Set(['US', 'US-AGENCIES', 'EU', 'IAEA', 'GB', 'FR', 'DE', 'CN', 'RU']);
/** Acts that are measures of trade, whatever kind of act the gate found, and words that tell of them as well. */
const ofTrade: Readonly<Record<string, string>> = { sanction: 'sanctions', trade_deal: 'trade-agreement' };
const tradeWords = 1.3;
/** Hackers alone say so much; satellites and cables do not. */
const cyberWords = 4.9;

/** Whether both are one state, or the parts of it that have ids of their own: US, US-CONGRESS; false where nobody is named. */
export function areOfOneState(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false;
  return one === other || Object.values(athome).some((home) => home.test(one) && home.test(other));
}

const speaking: ReadonlySet<string> = new Set(['accuse', 'condemn', 'reject', 'demand', 'deny', 'support_or_recognise']);

/** Whether one says it to another of his own state: what a congress demands of its government is a home affair. */
export function isSpeechAtHome({ source, action, target }: Pick<Act, 'source' | 'action' | 'target'>): boolean {
  return speaking.has(action) && areOfOneState(source, target);
}

const none: readonly string[] = [];

/** The kinds of acts that the gate found, and those that its acts and words are. */
export function mechanismsOf({ mechanisms, acts, actors, words }: SettingClues): readonly string[] {
  const measures = acts.length === 0 ? none : acts.flatMap(({ action }) => ofTrade[action] ?? []);
  const isTrade = actors.length > 1 && (words?.get('Sanctions/Economy') ?? 0) >= tradeWords;
  const isCyber = (words?.get('Tech/Cyber/OSINT') ?? 0) >= cyberWords;
  if (measures.length === 0 && !isTrade && !isCyber) return mechanisms;
  return [...mechanisms, ...measures, ...(isTrade ? ['tariffs'] : []), ...(isCyber ? ['cyber-operation'] : [])];
}

/** Those of the kinds of acts that may speak for a theater, by who is told of. */
export function fittingFor(theater: string, mechanisms: readonly string[], weights: ReadonlyMap<string, number>): readonly string[] {
  if (theater !== 'IRAN_NUCLEAR' || [...weights.keys()].some((actor) => nuclearPowers.has(actor))) return mechanisms;
  return mechanisms.filter((one) => one !== 'peace-process');
}

/** Whether another state is a party of an act, where the theater is of one state at home. */
export function isAbroad({ acts }: SettingClues, theater: string): boolean {
  const home = athome[theater];
  if (home === undefined) return false;
  const isForeign = (actor: string | null): boolean => actor !== null && !actor.startsWith('@') && !home.test(actor);
  return acts.some(({ source, target }) => isForeign(source) || isForeign(target));
}

const court = /(?<!\p{L})(?:courts?|judges?|\p{L}*gericht|tribunal|juez|jueza|juge|суд|судья)(?!\p{L})|法院|法官|محكمة/iu;

/** Whether a title tells of a court: what it keeps back is told where it sits. */
export function sitsInCourt(title: string): boolean {
  return court.test(title);
}
