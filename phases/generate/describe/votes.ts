// Takes the members' actors, mechanisms and words; leaves the family's theater, event type and key actors by vote. Pure.
import type { EventType, Theater } from '../../../lib/config/lists.js';
import type { NewsTitle } from '../features.js';

/** Ids most mentioned first, ties in alphabetical order; each title counts an id once. */
export function mostMentioned(lists: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>();
  for (const list of lists) for (const id of new Set(list)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort(([a, inA], [b, inB]) => inB - inA || (a < b ? -1 : 1)).map(([id]) => id);
}

/** Below this mean vote a theater has a passing mention, no claim. */
const leastVote = 0.15;

/** The theater most members speak for; the catch-all where none does. Ties go to the one listed first. */
export function theaterOf(members: readonly NewsTitle[], theaters: Readonly<Record<string, Theater>>): string {
  const shares = new Map<string, number>();
  for (const { actors } of Object.values(theaters)) for (const actor of new Set(actors)) shares.set(actor, (shares.get(actor) ?? 0) + 1);
  const speaks = (title: NewsTitle, theater: Theater): number => {
    const named = new Set(title.actors);
    const actors =
      theater.actors.reduce((sum, actor) => sum + (named.has(actor) ? 1 / (shares.get(actor) ?? 1) : 0), 0) / Math.max(1, named.size);
    const text = ` ${title.text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')}`;
    const words = theater.words?.some((word) => text.includes(/\p{Script=Han}/u.test(word) ? word : ` ${word}`)) === true ? 1 : 0;
    const acts = theater.mechanisms?.some((mechanism) => title.mechanisms.includes(mechanism)) === true;
    if (theater.actors.length > 0 && actors === 0 && words === 0) return 0;
    if (theater.mechanisms === undefined) return actors + words;
    if (theater.actors.length === 0) return words + (acts ? 1.2 : 0);
    return acts ? actors + words + 0.5 : (actors + words) / 4;
  };
  const votes = Object.entries(theaters).map(([id, theater]): [string, number] => [
    id,
    sum(members.map((title) => speaks(title, theater))),
  ]);
  return winner(votes, leastVote * members.length) ?? catchAll(theaters);
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

/** The event type most mechanisms of the members speak for; without any, diplomacy between states and politics within one. */
export function eventTypeOf(members: readonly NewsTitle[], eventTypes: Readonly<Record<string, EventType>>): string {
  const votes = Object.entries(eventTypes).map(([id, { mechanisms }]): [string, number] => [
    id,
    sum(
      members.map(
        (title) => title.mechanisms.filter((mechanism) => mechanisms.includes(mechanism)).length / Math.max(1, title.mechanisms.length),
      ),
    ),
  ]);
  const standard = mostMentioned(members.map((title) => title.actors)).length > 1 ? 'Diplomacy/Negotiations' : 'Domestic Politics';
  return winner(votes, 0) ?? (standard in eventTypes ? standard : (Object.keys(eventTypes)[0] ?? standard));
}

function winner(votes: readonly (readonly [string, number])[], moreThan: number): string | undefined {
  const [best] = [...votes].sort(([, a], [, b]) => b - a);
  return best !== undefined && best[1] > moreThan ? best[0] : undefined;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
