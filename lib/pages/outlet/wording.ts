// How headlines of an outlet word acts, by who does them and whom they meet: counted from what was read in each.
import { readingOf } from '../../reading/stored.js';

export interface ReadTitle {
  id: number;
  title: string;
  publishedAt: Date;
  reading: unknown;
}

/** Headlines of all that were read, and of them how many take a side in their own words or hedge. */
export interface Shares {
  read: number;
  /** In so many an act was read, and in so many of these who does it: where none was read nothing is certain of a doer. */
  acting: number;
  named: number;
  loaded: number;
  hedged: number;
}

export interface ActorWording {
  actor: string;
  headlines: number;
  /** What is done, the most frequent first. */
  actions: { action: string; headlines: number }[];
  /** In so many of them who does it was read. */
  named: number;
  hedged: number;
  /** Words that take a side, to the letter, the most frequent first. */
  loaded: string[];
  /** Headlines by equal parts of the span, the earliest first. */
  course: number[];
  /** The latest. */
  example: { id: number; title: string };
}

export interface OutletWording extends Shares {
  by: ActorWording[];
  upon: ActorWording[];
}

const most = { actors: 12, actions: 4, words: 6 };
const parts = 8;

/** `titles` the latest first, of a span. */
export function outletWordingOf(titles: readonly ReadTitle[], { since, until }: { since: Date; until: Date }): OutletWording {
  const shares: Shares = { read: 0, acting: 0, named: 0, loaded: 0, hedged: 0 };
  const by = new Map<string, Tally>();
  const upon = new Map<string, Tally>();
  const partOf = (at: Date) =>
    Math.min(parts - 1, Math.max(0, Math.floor(((at.getTime() - since.getTime()) / (until.getTime() - since.getTime())) * parts)));
  for (const title of titles) {
    const reading = readingOf(title.reading);
    if (reading === null) continue;
    const { wording, acts } = reading;
    shares.read++;
    if (acts.length > 0) shares.acting++;
    if (acts.some(({ source }) => source !== null)) shares.named++;
    if (wording.loaded.length > 0) shares.loaded++;
    if (wording.hedged) shares.hedged++;
    for (const [tallies, side] of [
      [by, 'source'],
      [upon, 'target'],
    ] as const) {
      for (const actor of new Set(acts.flatMap((act) => act[side] ?? []))) {
        const tally = tallies.get(actor) ?? newTally(title);
        tallies.set(actor, tally);
        tally.headlines++;
        if (acts.some((act) => act[side] === actor && act.source !== null)) tally.named++;
        if (wording.hedged) tally.hedged++;
        for (const word of wording.loaded) count(tally.words, word);
        for (const action of new Set(acts.filter((act) => act[side] === actor).map((act) => act.action))) count(tally.actions, action);
        const part = partOf(title.publishedAt);
        tally.course[part] = (tally.course[part] ?? 0) + 1;
      }
    }
  }
  return { ...shares, by: ranked(by), upon: ranked(upon) };
}

interface Tally {
  headlines: number;
  named: number;
  hedged: number;
  words: Map<string, number>;
  actions: Map<string, number>;
  course: number[];
  example: { id: number; title: string };
}

function newTally({ id, title }: ReadTitle): Tally {
  return { headlines: 0, named: 0, hedged: 0, words: new Map(), actions: new Map(), course: Array(parts).fill(0), example: { id, title } };
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function ranked(tallies: ReadonlyMap<string, Tally>): ActorWording[] {
  return [...tallies]
    .map(([actor, { words, actions, ...tally }]) => ({
      actor,
      ...tally,
      actions: frequent(actions)
        .slice(0, most.actions)
        .map(([action, headlines]) => ({ action, headlines })),
      loaded: frequent(words)
        .slice(0, most.words)
        .map(([word]) => word),
    }))
    .sort((a, b) => b.headlines - a.headlines || (a.actor < b.actor ? -1 : 1))
    .slice(0, most.actors);
}

function frequent(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
}
