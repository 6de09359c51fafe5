// A family as the matcher holds it: counts of what its headlines say, and the vectors of its latest ones.
import type { Side } from './contradiction.js';
import { type Counts, countsOfBoth } from './counts.js';
import type { Headline } from './headline.js';
import { meanRarity, onlyLang } from './same-in-language.js';
import type { Distinction, GroupingStep } from './steps.js';
import { meanLikeness, sumOf } from './sums.js';
import { type Counted, countEach, nothing, summed, withLang } from './tallies.js';

/** A unit vector by word, which is a number here. */
export type Vector = ReadonlyMap<number, number>;

/** A vector as its words, ascending, and then their weights in the same order: compared fast, and small. */
export type Packed = readonly number[];

/** Of one headline: its words by how rare they are, and by how rare they are among the headlines of the same actors. */
export interface Vectors {
  words: Vector;
  /** As `words`. */
  packed: Packed;
  peculiar: Packed;
  /** Its words, each once. */
  counts: Counts;
}

/** Vectors of the latest headlines that are kept; older ones live on in the counts and the sum. */
export const mostVectors = 64;

const yearNull = Date.parse('0000-01-01T00:00:00.000Z');

interface Derived {
  version: number;
  told: Side;
  leader: string | null;
  cohesion: number;
  peculiarCohesion: number;
  said: number;
}

export class Cluster {
  /** Families of the database that are in it, as they were read; none: a new one. */
  readonly known: { efId: string; titleSet: string; key: string }[] = [];
  /** Headlines that came in with this claim. */
  readonly fresh: Headline[] = [];
  /** How the fresh ones, and the families beyond the first, came into it. */
  readonly steps: GroupingStep[] = [];
  /** What it was judged to be another than in the last claim. */
  readonly distinctions: Distinction[] = [];
  size = 0;
  /** How many of its headlines are news: of opinions and the like alone there is no family. */
  news = 0;
  first = Number.POSITIVE_INFINITY;
  last = Number.NEGATIVE_INFINITY;
  /** How many of its headlines hold each word. */
  words: Counts = [];
  /** How many of its headlines mean each thing. */
  meanings: Counts = [];
  gate = nothing;
  actors = nothing;
  /** Actors that stand first in a headline. */
  leading = nothing;
  acts = nothing;
  serials = nothing;
  places = nothing;
  numbers = nothing;
  langs = nothing;
  /** Of all headlines' vectors. */
  sum: Packed = [];
  /** As `sum`, of what tells its headlines from others of the same actors. */
  peculiar: Packed = [];
  readonly headlines: Headline[] = [];
  vectors: Packed[] = [];
  /** Raised with each change: what was computed of an earlier one holds no more. */
  version = 0;
  isGone = false;
  /** Of two clusters that have another, the lower comes first; of those with the same, their keys tell. */
  readonly rank: number;
  /** Of its words, as it was when so many headlines were open. */
  length: { version: number; headlines: number; value: number } | undefined;
  /** Whether it was hollow, as of which version; hollow.ts asks and tells. */
  hollow: { version: number; value: boolean } | undefined;
  #derived: Derived | undefined;

  constructor(
    readonly position: number,
    readonly founder: Packed,
    /** Of the headline that founded it: the lower comes first wherever two are equal. */
    readonly key: string,
  ) {
    this.rank = rankOf(key);
  }

  /** Whether it comes before the other, in whatever order both were stored. */
  isBefore(other: Cluster): boolean {
    if (this.rank !== other.rank) return this.rank < other.rank;
    return this.key < other.key || (this.key === other.key && this.position < other.position);
  }

  add(headline: Headline, { packed, peculiar, counts }: Vectors): void {
    this.size += 1;
    if (headline.isNews) this.news += 1;
    this.version += 1;
    if (headline.at !== null) this.#widen(headline.at, headline.at);
    this.words = countsOfBoth(this.words, counts);
    this.meanings = countsOfBoth(this.meanings, headline.meanings);
    this.gate = countEach(this.gate, headline.gate);
    this.actors = countEach(this.actors, headline.actors);
    this.leading = countEach(this.leading, headline.actors.slice(0, 1));
    this.acts = countEach(this.acts, headline.acts);
    this.serials = countEach(this.serials, headline.serials);
    this.places = countEach(this.places, headline.places);
    this.numbers = countEach(this.numbers, headline.numbers);
    this.langs = withLang(this.langs, headline.lang);
    this.sum = sumOf(this.sum, packed);
    this.peculiar = sumOf(this.peculiar, peculiar);
    this.headlines.push(headline);
    this.vectors.push(packed);
    if (this.vectors.length > mostVectors) this.vectors.shift();
  }

  /** Takes in all of the other, which is gone then. */
  absorb(other: Cluster): void {
    other.isGone = true;
    this.size += other.size;
    this.news += other.news;
    this.version += 1;
    this.#widen(other.first, other.last);
    for (const field of ['gate', 'actors', 'leading', 'acts', 'serials', 'places', 'numbers'] as const)
      this[field] = summed(this[field], other[field]);
    this.langs = summed(new Map(this.langs), other.langs);
    this.words = countsOfBoth(this.words, other.words);
    this.meanings = countsOfBoth(this.meanings, other.meanings);
    this.sum = sumOf(this.sum, other.sum);
    this.peculiar = sumOf(this.peculiar, other.peculiar);
    this.known.push(...other.known);
    this.fresh.push(...other.fresh);
    this.steps.push(...other.steps);
    this.distinctions.push(...other.distinctions);
    this.headlines.push(...other.headlines);
    this.vectors = [...this.vectors, ...other.vectors].slice(-mostVectors);
  }

  /** The acts, places and terms of the gate that a third of its headlines or more tell. */
  get told(): Side {
    return this.#now().told;
  }

  /** The actor that most headlines begin with; null where none names one. */
  get leader(): string | null {
    return this.#now().leader;
  }

  /** How alike its own headlines are, 0 to 1: the mean over all pairs, each with itself too. */
  get cohesion(): number {
    return this.#now().cohesion;
  }

  /** As `cohesion`, by what tells its headlines from others of the same actors. */
  get peculiarCohesion(): number {
    return this.#now().peculiarCohesion;
  }

  /** How much a headline of it says on the mean, by how rare its words are in its language; 0 where it has several, or one that is not counted. */
  get said(): number {
    return this.#now().said;
  }

  /** What is asked of it for each pair it stands in, made once a version. */
  #now(): Derived {
    if (this.#derived?.version === this.version) return this.#derived;
    const { size } = this;
    const often = (counts: Counted): string[] => oftenIn(counts, size);
    const lang = onlyLang(this);
    const told = { acts: often(this.acts), places: often(this.places), gate: often(this.gate), serials: [...this.serials.keys()] };
    this.#derived = {
      version: this.version,
      told,
      leader: mostFrequent(this.leading),
      cohesion: this.size === 1 ? 1 : meanLikeness(this.sum, this.size),
      peculiarCohesion: meanLikeness(this.peculiar, this.size),
      said: lang === null ? 0 : meanRarity(this.words, this.size, lang),
    };
    return this.#derived;
  }

  #widen(first: number, last: number): void {
    this.first = Math.min(this.first, first);
    this.last = Math.max(this.last, last);
  }
}

/** The time a key begins with, in milliseconds since the year 0; -1 where with none or with one outside the years 0 to 9999, whose texts come first. */
function rankOf(key: string): number {
  return /^\d{4}-/.test(key) ? Date.parse(key.slice(0, key.indexOf(' '))) - yearNull : -1;
}

/** What a third of so many headlines or more tell. */
function oftenIn(counts: Counted, size: number): string[] {
  const often: string[] = [];
  for (const [key, times] of counts) if (times * 3 >= size) often.push(key);
  return often;
}

function mostFrequent(counts: Counted): string | null {
  let best: string | null = null;
  let most = 0;
  for (const [key, times] of counts) if (times > most) [best, most] = [key, times];
  return best;
}
